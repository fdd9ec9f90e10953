"""What tests ask about processes, by /proc."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for child processes in /proc")


def alive(process: int) -> bool:
    """False for what has ended, even if nobody has asked for its exit code yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children(process: int) -> set[int]:
    """The processes that the main thread of one has begun."""
    return set(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def until(condition: Callable[[], object]) -> bool:
    """True as soon as the condition holds; False if it does not within a minute."""
    return any(condition() or time.sleep(0.05) for _ in range(1200))
