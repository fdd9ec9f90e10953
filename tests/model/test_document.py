"""Model: spans of a text."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 30), st.integers(1, 30))


def test_a_span_is_half_open():
    assert Span(4, 8).of("the boat sank") == "boat"


@given(spans, spans)
def test_overlap_is_symmetric_and_means_a_shared_character(a, b):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans, spans)
def test_a_span_contains_another_if_it_has_all_its_characters(a, b):
    assert a.contains(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


def test_spans_sort_as_the_text_runs():
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 4)]) == [Span(1, 4), Span(1, 9), Span(5, 6)]
