"""Who "the president" is: the person last named with that office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg import places
from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import PAST
from kg.extract.tree import Tree
from kg.model import Kind, Mention, Token

REACH = 15
"""Sentences a bare office looks back over."""
LONGEST = 3
"""Words of the longest name of a state in a description."""
LEAD = 3
"""The last sentence that says in full what the headline says in short."""
POINTING = frozenset({"DET", "PUNCT", "PRON", "PART", "ADP"})
"""Words of a description that say nothing of what it is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's name, where the office is told, and the lemmas that tell it, a state's as its code: "KP leader"."""

    name: Mention
    told: Mention
    words: frozenset[str]


class Holders:
    """The people of one article who are named with an office."""

    def __init__(self, mentions: Mentions, trees: Sequence[Tree]) -> None:
        self.mentions = mentions
        found = (h for tree in trees for h in self._in(tree))
        named = (m for m in mentions.all.values() if m.kind is Kind.NAME)
        self._people = [m for m in named if mentions.lexicon.is_a(m.type, "person")]
        self._holders = sorted(found, key=lambda h: h.told.span.start, reverse=True)

    def _in(self, tree: Tree) -> Iterator[Holder]:
        for told in self.mentions.inside(tree):
            name = told if told.antecedent is None else self.mentions[told.antecedent]
            if name.kind is Kind.NAME and self.mentions.lexicon.is_a(name.type, "person"):
                words = self._before(tree, told) if told is name else _words(tree, told)
                if words and (told is name or self._is_office(tree, told)):
                    yield Holder(name, told, words)

    def _before(self, tree: Tree, name: Mention) -> frozenset[str]:
        """What stands before a name, if it is an office: "North Korean leader", "Iran's president"."""
        start = next((i for i, t in enumerate(tree.tokens) if t.span.start == name.span.start), 0)
        found = self.mentions.offices(tree).before(start)
        first = found[-1].start if found else start
        while first and (tree[first - 1].upos in {"ADJ", "NOUN", "PROPN"} or tree[first - 1].xpos == "POS"):
            first -= 1
        return coded(tree.tokens[first:start]) if found else frozenset()

    def _is_office(self, tree: Tree, mention: Mention) -> bool:
        token = tree[mention.head]
        is_one = mention.kind is Kind.NOMINAL and token.xpos in {"NN", "NNP"}
        return is_one and self.mentions.lexicon.is_office(token.lemma.lower())

    def find(self, tree: Tree, mention: Mention) -> Mention | None:
        """The person whom a definite description of an office means: "the Kenyan minister"; of several,
        the one named last; none if that sentence names two of them."""
        if not self._is_office(tree, mention) or not self.mentions.lexicon.is_a(mention.type, "person"):
            return None
        words = _words(tree, mention)
        fitting = [h for h in self._holders if self._is_told_before(h, mention) and self._fits(h, words)]
        people = {_surname(h.name): h for h in reversed(fitting)}
        seen = [m for m in self._people if m.span.end <= mention.span.start and _surname(m) in people]
        last = {_surname(m) for m in seen if m.sentence == max(n.sentence for n in seen)}
        return people[last.pop()].name if len(last) == 1 else None

    def below(self, tree: Tree, mention: Mention) -> Mention | None:
        """The person whom a headline calls by a state's office, and the text right below it by name."""
        words = _words(tree, mention)
        if mention.sentence or len(words) < 2 or not self._is_office(tree, mention):
            return None
        fitting = [h for h in self._holders if 0 < h.told.sentence <= LEAD and words <= h.words]
        return fitting[-1].name if len({_surname(h.name) for h in fitting}) == 1 else None

    @staticmethod
    def _is_told_before(holder: Holder, mention: Mention) -> bool:
        is_near = mention.sentence - holder.told.sentence <= REACH
        return is_near and max(holder.told.span.end, holder.name.span.end) <= mention.span.start

    def _fits(self, holder: Holder, words: frozenset[str]) -> bool:
        """True if the words say no more than the office told, and nothing of the past where that is over: "the Kenyan
        minister", and "the Kenyan leader" of a president."""
        if holder.words & PAST - words:
            return False
        lacking = words - holder.words
        is_called = all(self.mentions.lexicon.offices_called(w) & holder.words for w in lacking)
        return is_called and (not lacking or any(w.isupper() for w in words))


def _surname(name: Mention) -> str:
    return name.text.split()[-1]


def _words(tree: Tree, mention: Mention) -> frozenset[str]:
    """The lemmas of a description without what only points, a state's as its code."""
    return coded([t for t in tree.tokens if mention.span.contains(t.span)])


def coded(tokens: Sequence[Token]) -> frozenset[str]:
    """The lemmas of content words; the code of a state for its name or adjective."""
    return frozenset(codes(tokens))


def codes(tokens: Sequence[Token]) -> Iterator[str]:
    """The same in their order."""
    start = 0
    while start < len(tokens):
        state, length = places.first_owner([t.text for t in tokens[start : start + LONGEST]], longest=LONGEST)
        if state is not None:
            yield state.code
        elif tokens[start].upos not in POINTING:
            yield tokens[start].lemma.lower()
        start += length or 1
