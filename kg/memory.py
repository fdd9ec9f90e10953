"""Memory: when not to look for garbage."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 300_000
"""Values made before the collector looks, instead of 700: kg makes millions, and hardly any of them in cycles."""


def collect_seldom() -> None:
    """For a process of kg's own: reading the model and the tables takes a seventh less; what is left at the end goes
    back to the system unsearched."""
    gc.set_threshold(_SELDOM, 10, 10)
    atexit.register(gc.freeze)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Where millions of values are made and none is garbage, looking for it takes a third to a half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
