"""What a headline tells in short and the text below it in full: one event, and one cast."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.coreference.antecedents import identity, root
from kg.extract.coreference.tallies import how_many
from kg.extract.frames import Filler, Match
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import EventId, Kind
from kg.ontology import Ontology

LEAD = 2
"""The last sentence that tells in full what the headline tells in short."""
CLOSING = frozenset(".?!\"'”’:")
"""What a sentence ends with, and a headline does not."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A match and the sentence it is in."""

    tree: Tree
    match: Match


class Headline:
    """Remembers the events of an article's headline, and finds them in the lead below."""

    def __init__(self, mentions: Mentions, ontology: Ontology) -> None:
        self.mentions, self.ontology = mentions, ontology
        self._told: dict[str, list[tuple[EventId, _Telling]]] = {}

    def remember(self, tree: Tree, events: Sequence[tuple[EventId, Match]]) -> None:
        """Keep what a headline tells of."""
        if tree.sentence.index == 0 and tree[-1].text not in CLOSING:
            for id_, match in events:
                self._told.setdefault(match.type.name, []).append((id_, _Telling(tree, match)))

    def find(self, tree: Tree, matches: Sequence[Match]) -> dict[int, EventId]:
        """Trigger -> the headline's event, for the first event of its class in the lead, if it is the only one of the
        headline and nothing speaks against it. Whom the headline only describes then is whom the lead tells of."""
        found = {}
        if 0 < tree.sentence.index <= LEAD:
            for match in matches:
                told = self._told.pop(match.type.name, [])
                if len(told) == 1 and self._agree(told[0][1], _Telling(tree, match)):
                    found[match.trigger] = told[0][0]
                    self._cast(told[0][1].match, match)
        return found

    def _agree(self, short: _Telling, full: _Telling) -> bool:
        """True unless both have a role with names of its own, or with other numbers of people, or the headline has an
        office in it that is not known to be theirs; words are the same only of one speaker."""
        if short.match.type.is_communication and not self._is_one_speaker(short.match, full.match):
            return False
        for mine, theirs in _pairs(short.match, full.match):
            names = [{identity(self.mentions, f.mention.id) for f in fillers} for fillers in (mine, theirs)]
            if names[0] & names[1]:
                continue
            numbers = [{how_many(t.tree, f.word) for f in fs} for t, fs in ((short, mine), (full, theirs))]
            are_offices = any(self.mentions.lexicon.is_office(short.tree[f.word].lemma.lower()) for f in mine)
            if numbers[0] != numbers[1] or are_offices or (self._is_named(mine) and self._is_named(theirs)):
                return False
        return True

    def _is_one_speaker(self, short: Match, full: Match) -> bool:
        speaker = next(iter(short.type.roles))
        first, second = ({identity(self.mentions, f.mention.id) for f in m.fillers(speaker)} for m in (short, full))
        return bool(first & second)

    def _is_named(self, fillers: Sequence[Filler]) -> bool:
        return any(root(self.mentions, f.mention.id).kind is Kind.NAME for f in fillers)

    def _cast(self, short: Match, full: Match) -> None:
        """Let the only one whom the headline describes in a role be the only one whom the lead has in it; but one place
        may lie in another."""
        for mine, theirs in _pairs(short, full):
            one, other = mine[0].mention, theirs[0].mention
            is_open = one.kind is Kind.NOMINAL and one.antecedent is None and root(self.mentions, other.id).id != one.id
            are_kin = self.ontology.are_kin(one.type, other.type) and not self.mentions.lexicon.is_a(one.type, "place")
            beside = (m for m in self.mentions.all.values() if m.sentence == other.sentence and m.id != other.id)
            is_another = any(m.antecedent == one.id for m in beside)  # "Army Sent": "The army has sent troops"
            if len(mine) == len(theirs) == 1 and is_open and are_kin and not is_another:
                self.mentions.update(replace(one, antecedent=other.id))


def _pairs(short: Match, full: Match) -> Iterator[tuple[list[Filler], list[Filler]]]:
    """The fillers of each role that both have."""
    for role in dict.fromkeys(role for role, _ in short.roles):
        if theirs := full.fillers(role):
            yield short.fillers(role), theirs
