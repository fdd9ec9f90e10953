"""Who "the president" is: the person last named with that office."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import PAST, Offices
from kg.extract.tree import Tree
from kg.model import Kind, Mention

REACH = 15
"""Sentences a bare office looks back over."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's name, and the lemmas of all that stands before it: "north korean leader"."""

    mention: Mention
    words: frozenset[str]


class Holders:
    """The people of one article who are named with an office."""

    def __init__(self, mentions: Mentions, trees: Sequence[Tree]) -> None:
        self.mentions = mentions
        self._holders = [h for tree in trees for h in self._in(tree)]

    def _in(self, tree: Tree) -> list[Holder]:
        offices = Offices(tree, self.mentions.lexicon)
        named = [m for m in self.mentions.inside(tree) if m.kind is Kind.NAME]
        people = [m for m in named if self.mentions.lexicon.is_a(m.type, "person")]
        return [Holder(m, words) for m in people if (words := _words(tree, offices, m))]

    def find(self, tree: Tree, mention: Mention, content: Sequence[str]) -> Mention | None:
        """The person whom a definite description of an office, with these lemmas, means: "the Kenyan minister"."""
        token = tree[mention.head]
        is_one = token.xpos == "NN" and self.mentions.lexicon.is_office(token.lemma.lower())
        if not is_one or not self.mentions.lexicon.is_a(mention.type, "person"):
            return None
        for holder in reversed(self._holders):
            distance = mention.sentence - holder.mention.sentence
            is_before = holder.mention.span.end <= mention.span.start and distance <= REACH
            if is_before and set(content) <= holder.words and not holder.words & PAST - set(content):
                return holder.mention
        return None


def _words(tree: Tree, offices: Offices, mention: Mention) -> frozenset[str]:
    start = next((i for i, t in enumerate(tree.tokens) if t.span.start == mention.span.start), 0)
    found = offices.before(start)
    if not found:
        return frozenset()
    first = found[-1].start
    while first and tree[first - 1].upos in {"ADJ", "NOUN", "PROPN"}:
        first -= 1
    return frozenset(t.lemma.lower() for t in tree.tokens[first:start])
