"""Passages: where a claim's words stand, the sentence around them, counted as browsers count."""

from hypothesis import given
from hypothesis import strategies as st

from kg.export.passages import Passages, Units
from kg.model import Document, DocumentId, Span

TEXT = "Rain fell. The mayor of Osk met Ann Roe. They left."
DOC = DocumentId("doc-1")


def passages(text: str) -> Passages:
    return Passages([Document(DOC, text, "0" * 64, "a.txt")], {})


def around(text: str, span: Span) -> str:
    found = passages(text)
    _, start, end, *_ = found.found[found.number(DOC, span)]
    return text[start:end]


def test_a_passage_is_the_whole_sentence_and_the_claims_words() -> None:
    found = passages(TEXT)
    assert found.found[found.number(DOC, Span(28, 31))] == [0, 11, 40, 28, 31]


def test_the_sentences_are_those_that_were_read() -> None:
    """Of a paragraph wrapped to a width, only the reader knows them."""
    text = "The mayor\nof Osk left."
    found = Passages([Document(DOC, text, "0" * 64, "a.txt")], {DOC: (Span(0, len(text)),)})
    assert found.found[found.number(DOC, Span(4, 9))] == [0, 0, len(text), 4, 9]


def test_words_across_sentences_bring_both() -> None:
    assert around(TEXT, Span(5, 20)) == TEXT[:40]


def test_a_passage_is_kept_once() -> None:
    found = passages(TEXT)
    assert found.number(DOC, Span(0, 4)) == found.number(DOC, Span(0, 4)) == 0


def test_a_sentence_without_end_shows_the_words_alone() -> None:
    assert around("word " * 500, Span(5, 9)) == "word"


def test_the_exact_place_names_its_article() -> None:
    assert passages(TEXT).exact(DOC, Span(28, 31)) == [0, 28, 31]


@given(st.text("ab. \n\u2028", min_size=1, max_size=60), st.data())
def test_the_claims_words_lie_within_the_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = passages(text)
    _, first, last, *words = found.found[found.number(DOC, span)]
    assert first <= span.start < span.end <= last
    assert words == [span.start, span.end]


@given(st.text(st.characters(codec="utf-8")), st.data())
def test_units_are_those_of_utf_16(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert Units(text).at(offset) == len(text[:offset].encode("utf-16-le")) // 2
