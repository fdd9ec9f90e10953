"""Hyphens: what they join is one word, what they part is none."""

import pytest

from kg.extract.hyphens import is_joint, whole
from kg.model import Span, Token


def tokens(text):
    """The words of a text in which every blank and hyphen parts two."""
    made, at = [], 0
    for word in text.replace("-", " - ").split():
        start = text.index(word, at)
        at = start + len(word)
        made.append(Token(Span(start, at), word, word, "X", 0, "dep", "HYPH" if word == "-" else "NN"))
    return made


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("her ex-husband left", (2, 4), (1, 4)),
        ("the attorney-general left", (1, 3), (1, 4)),
        ("farmers - in Chad", (0, 2), (0, 1)),
        ("left - the regions", (1, 4), (2, 4)),
        ("the regions", (0, 2), (0, 2)),
        ("-", (0, 1), (0, 1)),
    ],
)
def test_a_range_has_whole_words(text, given, expected):
    assert whole(tokens(text), *given) == expected


def test_a_dash_joins_nothing():
    assert is_joint(tokens("ex-husband"), 1)
    assert not is_joint(tokens("ex - husband"), 1)
    assert not is_joint(tokens("husband"), 0)
