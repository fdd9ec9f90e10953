"""Work at the same time: in a copy of this process, which has all that this one has made so far."""

import os
import sys
import warnings
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

_Result = TypeVar("_Result")


def beside(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Begin the work, and return what waits for its result.

    Where no copy can be made, or the copy does not bring its work to an end, the work is done here when its result is
    asked for: so an error is raised as it would be without a copy. The result must be something to pickle.
    """
    if not _can_copy():
        return work
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    copy = context.Process(target=_send, args=(work, there), daemon=True)
    with warnings.catch_warnings():  # of threads, whose locks a copy could wait for: it works alone, and ends at once
        warnings.simplefilter("ignore", DeprecationWarning)
        copy.start()
    there.close()

    def result() -> _Result:
        try:
            found: _Result = here.recv()
        except (EOFError, OSError):  # it ended before, or within the message
            found = work()
        here.close()
        copy.join()
        return found

    return result


def _can_copy() -> bool:
    """True where a process can be copied with all it holds, and there is a processor to run the copy."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _send(work: Callable[[], object], there: Connection) -> None:
    try:
        there.send(work())
    finally:
        os._exit(0)  # without a word: whoever waits meets an error again, and what is open here is not the copy's
