"""Beside: the same result as without a copy, whatever becomes of the copy."""

import os
import signal

import pytest

from kg.pipeline import beside as module
from kg.pipeline.beside import beside


@pytest.fixture(params=[True, False], ids=["copied", "alone"])
def can_copy(request, monkeypatch):
    monkeypatch.setattr(module, "_can_copy", lambda: request.param)
    return request.param


def test_the_result_is_that_of_the_work(can_copy):
    big = "ä" * 1_000_000
    assert beside(lambda: {"a": big.encode()})() == {"a": big.encode()}


def test_a_copy_is_another_process_that_has_what_this_one_has(can_copy):
    held = object()
    number, process = beside(lambda: (id(held), os.getpid()))()
    assert number == id(held)
    assert (process != os.getpid()) is can_copy


def test_an_error_is_raised_where_the_result_is_asked_for(can_copy):
    result = beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        result()


def test_what_a_copy_that_is_killed_left_undone_is_done_here(can_copy):
    here = os.getpid()

    def work():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert beside(work)() == "done"


def test_no_process_is_left_behind(can_copy):
    process = beside(os.getpid)()
    assert process == os.getpid() or not os.path.exists(f"/proc/{process}")
