"""What "the city" and "the ship" mean: the one of its class that the article just named."""

from collections.abc import Iterable

from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

REACH = 2
"""Sentences a bare noun looks back over."""
PARTS = ("settlement", "vehicle")
"""Of these, news names one and then calls it by its class."""
BESIDE = frozenset({"det", "case", "punct", "nummod", "cc", "conj", "appos", "acl:relcl", "cop", "nsubj", "advmod"})
"""Relations to a bare noun that say nothing of which one it is."""


def part_of(mentions: Mentions, mention: Mention) -> str | None:
    """Which part the class of a mention plays, if a bare noun of that class looks back."""
    return next((p for p in PARTS if mentions.lexicon.is_a(mention.type, p)), None)


def is_bare(tree: Tree, word: int) -> bool:
    """True of a noun that nothing narrows down: "the two countries"."""
    return all(tree[c].deprel in BESIDE for c in tree.children(word))


def is_state(mentions: Mentions, tree: Tree, mention: Mention) -> bool:
    """True of a bare noun for states: "both countries"."""
    return mentions.lexicon.is_a(mention.type, "state") and is_bare(tree, mention.head)


def named(mentions: Mentions, mention: Mention, earlier: Iterable[tuple[Mention, Mention]]) -> Mention | None:
    """The last mention of what a bare definite noun means, if one thing of its class, and only one, is near.

    `earlier` are the mentions before it, the last first, each with what it stands for.
    """
    part = part_of(mentions, mention)
    near: dict[str, Mention] = {}
    for candidate, target in earlier:
        if part is None or mention.sentence - candidate.sentence > REACH:
            break
        if target.kind is Kind.NAME and mentions.lexicon.is_a(target.type, part):
            near.setdefault(target.text, candidate)
    return next(iter(near.values())) if len(near) == 1 else None
