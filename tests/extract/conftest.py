"""Trees by hand: one word a line, `form lemma upos xpos head deprel`, heads counted from 1 and 0 for the root."""

from collections.abc import Callable

import pytest

from kg.extract.tree import Tree
from kg.model import NamedSpan, Sentence, Span, Token


@pytest.fixture(scope="session")
def tree() -> Callable[..., Tree]:
    """Makes a Tree of a table; words are joined by single spaces."""

    def make(table: str, names: tuple[NamedSpan, ...] = ()) -> Tree:
        rows = [line.split() for line in table.strip().splitlines()]
        tokens, start = [], 0
        for i, (form, lemma, upos, xpos, head, deprel) in enumerate(rows):
            at = i if head == "0" else int(head) - 1
            tokens.append(Token(Span(start, start + len(form)), form, lemma, upos, xpos, at, deprel))
            start += len(form) + 1
        return Tree(Sentence(0, Span(0, start - 1), tuple(tokens), names))

    return make


@pytest.fixture(scope="session")
def heads() -> Callable[[Tree], dict[str, tuple[str, str]]]:
    """Word -> its head and its relation to it, of a tree in which no word stands twice."""
    return lambda tree: {t.text: (tree[t.head].text, t.deprel) for t in tree.tokens}
