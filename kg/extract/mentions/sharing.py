"""One noun, several owners: "British and Japanese forces" are two forces, each with its state; "Arab and Western
diplomats" are two groups."""

from collections.abc import Iterator, Sequence

from kg.extract.tree import Tree
from kg.model import Span

OWNING = frozenset({"amod", "compound", "nmod:desc"})


def owners(tree: Tree, noun: int) -> list[int]:
    """The words before a plural noun, some of them coordinated, that may each own a part of it, in order; else none."""
    if tree[noun].xpos not in {"NNS", "NNPS"}:
        return []
    groups = [[w for w in tree.conjuncts(c) if w < noun] for c in tree.children(noun, *OWNING)]
    return sorted(w for words in groups for w in words) if any(len(words) > 1 for words in groups) else []


def is_telling(tree: Tree, word: int) -> bool:
    """True of an adjective that says whose something is by itself: "Western", but not "political"."""
    return tree[word].upos == "ADJ" and tree[word].text[0].isupper()


def parts(text: str, whole: Span, owners: Sequence[Span]) -> Iterator[tuple[Span, Span, str]]:
    """(owner, where its part of the whole stands, what that would be called alone) for every owner.

    The first part stands where the whole stands, the others begin at their owner: "Japanese forces" is the end of
    "British and Japanese forces".
    """
    tail = text[owners[-1].end : whole.end]
    for owner in owners:
        first = min(whole.start, owner.start) if owner == owners[0] else owner.start
        yield owner, Span(first, whole.end), owner.of(text) + tail
