"""The collector rests inside, and is afterwards what it was before."""

import gc

import pytest

from kg.memory import collector_at_rest


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.enable()


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
