"""Sentences written by hand: "Ada/PROPN/nsubj/2 sleeps/VERB/root/0" is form, part of speech, relation, head from 1.

A Penn tag may follow the part of speech: "who/PRON:WP/nsubj/2".
"""

from collections.abc import Callable

import pytest

from kg.model import NamedSpan, Sentence, Span, Token

XPOS = {"NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "VERB": "VBD", "PUNCT": "."}
PLURAL = {"ships", "allies", "dogs"}


def _token(row: str, number: int, start: int) -> Token:
    form, upos, relation, head = row.rsplit("/", 3)
    upos, _, tag = upos.partition(":")
    xpos = tag or ("NNS" if form in PLURAL else XPOS.get(upos, upos))
    place = Span(start, start + len(form))
    return Token(place, form, form.lower(), upos, xpos, int(head) - 1 if head != "0" else number, relation)


@pytest.fixture(scope="session")
def sentence() -> Callable[..., Sentence]:
    """Makes a sentence; its words stand a space apart, from `start`."""

    def make(rows: str, *names: NamedSpan, index: int = 0, start: int = 0) -> Sentence:
        tokens, at = [], start
        for number, row in enumerate(rows.split()):
            tokens.append(_token(row, number, at))
            at = tokens[-1].span.end + 1
        return Sentence(index, Span(start, at - 1), tuple(tokens), names)

    return make
