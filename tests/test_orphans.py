"""Orphans: a process ends with the one that began it."""

import os
import subprocess
import sys

import pytest

from tests.processes import alive, children, needs_proc, until

POOL = """
import multiprocessing, time
from concurrent.futures import ProcessPoolExecutor
from kg.orphans import end_with_parent

if __name__ == "__main__":
    pool = ProcessPoolExecutor(3, multiprocessing.get_context("{method}"), end_with_parent)
    for _ in range(3):
        pool.submit(time.sleep, 600)
    time.sleep(600)
"""


@needs_proc
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_no_process_outlives_a_parent_that_is_killed(tmp_path, method):
    (tmp_path / "pool.py").write_text(POOL.format(method=method))
    here = os.environ | {"PYTHONPATH": os.getcwd()}
    command = [sys.executable, tmp_path / "pool.py"]
    with subprocess.Popen(command, env=here, stderr=subprocess.DEVNULL) as parent:
        assert until(lambda: len(children(parent.pid)) >= 3)
        started = children(parent.pid)
        parent.kill()
    assert until(lambda: not any(map(alive, started)))
