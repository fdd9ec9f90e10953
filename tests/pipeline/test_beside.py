"""Beside: the same results as without a copy, whatever becomes of the copy."""

import os
import signal
import subprocess
import sys
from multiprocessing import current_process

import pytest

from kg.pipeline import beside as module
from kg.pipeline.beside import Beside

HERE = os.getpid()


@pytest.fixture(params=[True, False], ids=["copied", "alone"])
def can_copy(request, monkeypatch):
    monkeypatch.setattr(module, "_can_copy", lambda: request.param)
    return request.param


def test_results_are_those_of_the_work(can_copy):
    with Beside(lambda n: "ä" * n) as beside:
        assert [beside.submit(n).result() for n in (0, 3, 1_000_000)] == ["", "äää", "ä" * 1_000_000]


def test_a_copy_is_one_other_process_that_has_what_this_one_has(can_copy):
    held = object()
    with Beside(lambda: (id(held), os.getpid())) as beside:
        first, second = beside.submit().result(), beside.submit().result()
    assert first == second
    assert first[0] == id(held)
    assert (first[1] != HERE) is can_copy


def test_it_says_when_there_is_nothing_to_wait_for(can_copy):
    with Beside(lambda: 1) as beside:
        pending = beside.submit()
        while not pending.done():
            pass
        assert pending.result() == 1


def test_an_error_is_raised_where_the_result_is_asked_for(can_copy):
    with Beside(lambda n: 1 // n) as beside:
        pending = beside.submit(0)
        with pytest.raises(ZeroDivisionError):
            pending.result()
        assert beside.submit(1).result() == 1


def test_what_a_copy_that_is_killed_left_undone_is_done_here(can_copy):
    def work(n):
        if n == 2 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return n

    with Beside(work) as beside:
        assert [beside.submit(n).result() for n in (1, 2, 3)] == [1, 2, 3]


def test_where_there_is_no_room_for_a_copy_the_work_is_done_here(monkeypatch):
    def fork():
        raise OSError("no room")

    monkeypatch.setattr(module, "_can_copy", lambda: True)
    monkeypatch.setattr(os, "fork", fork)
    with Beside(os.getpid) as beside:
        assert [beside.submit().result() for _ in range(2)] == [HERE, HERE]


def test_a_process_that_may_have_no_children_is_not_copied(monkeypatch):
    monkeypatch.setitem(current_process()._config, "daemon", True)
    with Beside(os.getpid) as beside:
        assert beside.submit().result() == HERE


def test_without_work_there_is_no_copy(monkeypatch):
    monkeypatch.setattr(Beside, "_begin", lambda _: pytest.fail("a copy"))
    with Beside(lambda: 1):
        pass


KILLED = """
import os, signal
from kg.pipeline.beside import Beside
print(Beside(os.getpid).submit().result(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_copy_ends_with_the_process_that_was_killed():
    """What it prints to is closed when the last process is gone that has it open."""
    done = subprocess.run([sys.executable, "-c", KILLED], check=False, capture_output=True, cwd=os.getcwd())
    assert done.returncode == -signal.SIGKILL
    assert int(done.stdout) > 0


def test_no_copy_is_left_behind(can_copy):
    with Beside(os.getpid) as beside:
        process = beside.submit().result()
    assert process == HERE or not os.path.exists(f"/proc/{process}")
