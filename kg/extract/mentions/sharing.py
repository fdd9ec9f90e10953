"""One noun, several owners: "British and Japanese forces" are two forces, each with its state."""

from collections.abc import Iterator, Sequence

from kg.extract.tree import Tree
from kg.model import Mention, Span

OWNING = frozenset({"amod", "compound", "nmod:desc"})


def owners(tree: Tree, noun: int) -> list[int]:
    """The words before a plural noun, some of them coordinated, that may each own a part of it, in order; else none."""
    if tree[noun].xpos not in {"NNS", "NNPS"}:
        return []
    groups = [[w for w in tree.conjuncts(c) if w < noun] for c in tree.children(noun, *OWNING)]
    return sorted(w for words in groups for w in words) if any(len(words) > 1 for words in groups) else []


def parts(text: str, whole: Mention, states: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    """(state, where its part of the whole stands, what that would be called alone) for every state.

    The first part stands where the whole stands, the others begin at their state: "Japanese forces" is the end of
    "British and Japanese forces".
    """
    tail = text[states[-1].span.end : whole.span.end]
    for state in states:
        first = min(whole.span.start, state.span.start) if state is states[0] else state.span.start
        span = Span(first, whole.span.end)
        yield state, span, state.text + tail
