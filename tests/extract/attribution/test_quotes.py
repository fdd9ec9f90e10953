"""Quotes: the words between marks, as they stand."""

import pytest

from kg.extract.attribution import quotes
from kg.model import Span


@pytest.fixture
def found(document):
    def find(text: str) -> list[str]:
        return [q.of(text) for q in quotes.find(document(text))]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” Roe said.", ["We stay"]),
        ('"We stay," Roe said. "They go."', ["We stay", "They go"]),
        ("«Nous restons», a dit Roe.", ["Nous restons"]),
        ("„Wir bleiben“, sagte Roe.", ["Wir bleiben"]),
        ("He called it “a gift”.", ["a gift"]),
        ("No marks here.", []),
        ("It didn’t rain on Roe’s farm.", []),
        ("An empty “” pair.", []),
    ],
)
def test_the_words_of_a_quotation(found, text, expected):
    assert found(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph(found):
    assert found("“We stay.\n“We are not afraid,” he said.") == ["We stay", "We are not afraid"]


def test_only_the_body_is_searched(document):
    article = document("“One”\n“Two”", body=(Span(0, 5),))
    assert [q.of(article.text) for q in quotes.find(article)] == ["One"]


def test_a_span_inside_a_quotation_finds_it():
    quotations = [Span(0, 5), Span(10, 20)]
    assert quotes.inside(quotations, Span(12, 14)) == Span(10, 20)


def test_a_span_across_the_mark_is_not_inside():
    assert quotes.inside([Span(10, 20)], Span(8, 12)) is None
