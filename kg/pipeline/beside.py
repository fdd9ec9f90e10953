"""Work at the same time: in a copy of this process, which has all that this one has made so far."""

import os
import sys
import warnings
from collections.abc import Callable
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, Protocol, TypeVar

_Result = TypeVar("_Result")
_Found_co = TypeVar("_Found_co", covariant=True)


class Pending(Protocol[_Found_co]):
    """What is not there yet; a future of `concurrent.futures` is one."""

    def done(self) -> bool: ...
    def result(self) -> _Found_co: ...


class Beside(Generic[_Result]):
    """Does one kind of work in a copy of this process, made when the first is given to it; one at a time.

        with Beside(work) as beside:
            pending = beside.submit(1)
            ...                         # whatever else there is to do
            pending.result()            # what work(1) returns

    Where no copy can be made, or it does not come to the end of something, that is done here when its result is asked
    for: so an error is raised as it would be without a copy. Arguments and results must be something to pickle.
    """

    def __init__(self, work: Callable[..., _Result], *, is_copied: bool = True) -> None:
        self.work = work
        self._may_copy = is_copied and _can_copy()
        self._copy: BaseProcess | None = None
        self.end: Connection | None = None

    def submit(self, *arguments: object) -> "_Given[_Result]":
        try:
            if self._copy is None and self._may_copy:
                self._begin()
            if self.end is not None:
                self.end.send(arguments)
        except OSError:  # there is no room for a copy, or it has ended: who asks for the result meets that
            self._may_copy = False
        return _Given(self, arguments)

    def __enter__(self) -> "Beside[_Result]":
        return self

    def __exit__(self, *_: object) -> None:
        if self.end is not None:
            self.end.close()  # which ends the copy
        if self._copy is not None:
            self._copy.join()

    def _begin(self) -> None:
        context = get_context("fork")
        here, there = context.Pipe()
        copy = context.Process(target=_serve, args=(self.work, here, there), daemon=True)
        with there, warnings.catch_warnings():  # of threads, whose locks it could wait for: it works alone
            warnings.simplefilter("ignore", DeprecationWarning)
            copy.start()
        self.end, self._copy = here, copy


class _Given(Generic[_Result]):
    """Work that was given away."""

    def __init__(self, beside: Beside[_Result], arguments: tuple[object, ...]) -> None:
        self._beside, self._arguments = beside, arguments

    def done(self) -> bool:
        """True if asking for the result takes no waiting for the copy."""
        return self._beside.end is None or self._beside.end.poll()

    def result(self) -> _Result:
        if self._beside.end is not None:
            try:
                found: _Result = self._beside.end.recv()
            except (EOFError, OSError):  # the copy ended before, or within its answer
                pass
            else:
                return found
        return self._beside.work(*self._arguments)


def _can_copy() -> bool:
    """True where a process can be copied with all it holds, and there is a processor to run the copy.

    One that `multiprocessing` ends with its parent may have no children.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and not current_process().daemon


def _serve(work: Callable[..., object], here: Connection, there: Connection) -> None:
    """Work until the other end is closed, if only because that process was killed."""
    try:
        here.close()
        while True:
            there.send(work(*there.recv()))
    finally:
        os._exit(0)  # without a word: whoever waits meets an error again, and what is open here is not the copy's
