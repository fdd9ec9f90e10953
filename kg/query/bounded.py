"""A query with a time limit: asked in a process of its own, as the engine cannot be stopped from within."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from kg.errors import KgError, QueryError
from kg.orphans import end_with_parent

_Value = TypeVar("_Value")


def within(seconds: float, work: Callable[[], _Value]) -> _Value:
    """Return what the work returns, or raise the KgError it raises; both are sent from another process.

    Raises QueryError if that takes longer than it may (the process is killed then) or if the process dies.
    """
    context = multiprocessing.get_context("spawn")  # a fork would inherit half of the parent's threads
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise QueryError(f"query: stopped after {seconds:g} s; ask for less, or give it more time with --timeout")
        outcome: Any = here.recv()
    except EOFError:
        raise QueryError("query: its process died, perhaps for want of memory; ask for less") from None
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(outcome, KgError):
        raise outcome
    value: _Value = outcome
    return value


def _send(there: Connection, work: Callable[[], object]) -> None:
    end_with_parent()  # nobody waits for the answer any more
    try:
        outcome = work()
    except KgError as error:
        outcome = error
    there.send(outcome)
