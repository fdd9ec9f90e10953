"""Codec: what is read back is what was written, to the last type."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Bound, Extraction, Quantity
from kg.store.codec import pack, unpack


def test_an_extraction_comes_back_as_it_was(extractions):
    @given(extractions)
    def check(extraction):
        back = unpack(pack(extraction), Extraction)
        assert back == extraction
        assert repr(back) == repr(extraction)  # 600 and 600.0 are equal, but not the same number in a graph

    check()


def test_equal_extractions_have_equal_bytes(extractions):
    @given(extractions)
    def check(extraction):
        assert pack(unpack(pack(extraction), Extraction)) == pack(extraction)

    check()


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_its_kind(value):
    back = unpack(pack(Quantity("", Bound.EXACT, value=value)), Quantity).value
    assert (type(back), back) == (type(value), value)


def test_half_a_surrogate_pair_survives():
    assert unpack(pack(Quantity("\ud800", Bound.EXACT)), Quantity).text == "\ud800"
