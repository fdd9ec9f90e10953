"""The collector rests inside, and is afterwards what it was before."""

import gc

import pytest

from kg.memory import collect_seldom, collector_at_rest


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.enable()
    gc.set_threshold(*before)


def test_the_collector_rests():
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_wakes_after_an_error():
    with pytest.raises(ZeroDivisionError), collector_at_rest():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_what_was_off_stays_off():
    gc.disable()
    with collector_at_rest():
        pass
    assert not gc.isenabled()


def test_a_process_of_our_own_looks_seldom_but_still_looks():
    collect_seldom()
    assert gc.isenabled()
    assert gc.get_threshold()[0] > 100_000
