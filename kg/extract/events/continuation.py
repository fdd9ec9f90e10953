"""A speech or letter that goes on over several sentences: "In a speech on Friday he praised ... He said ..."."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from kg.extract.coreference.antecedents import identity
from kg.extract.frames import Match
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import EventId
from kg.ontology import Ontology

REACH = 3
"""Sentences after which a speaker is no longer heard in the same speech."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """The speech that an article tells of, its speaker, and where it was last heard."""

    id: EventId
    speaker: str
    sentence: int


class Continuation:
    """Remembers the last speech or letter of an article, to find what else is said in it."""

    def __init__(self, mentions: Mentions, ontology: Ontology) -> None:
        self.mentions, self.ontology = mentions, ontology
        self._heard: _Heard | None = None

    def find(self, tree: Tree, matches: Sequence[Match], dated: Container[int]) -> dict[int, EventId]:
        """Verb of saying -> the speech it goes on with: that of the same speaker, if the sentence tells of no other
        speech, day or audience. `dated`: the words that have a day of their own."""
        heard = self._heard
        if heard is None or tree.sentence.index - heard.sentence > REACH or any(m.frame.carrier for m in matches):
            return {}
        more = [m for m in matches if m.frame.carried and m.trigger not in dated and self._speaker(m) == heard.speaker]
        if more:
            self._heard = _Heard(heard.id, heard.speaker, tree.sentence.index)
        return {m.trigger: heard.id for m in more}

    def remember(self, tree: Tree, events: Sequence[tuple[EventId, Match]]) -> None:
        """Listen to the only speech of a sentence; of two, nobody knows which goes on."""
        carriers = [(id_, self._speaker(m)) for id_, m in events if m.frame.carrier]
        if carriers:
            id_, speaker = carriers[0]
            is_one = len(carriers) == 1 and speaker is not None
            self._heard = _Heard(id_, speaker, tree.sentence.index) if is_one and speaker else None

    def _speaker(self, match: Match) -> str | None:
        """The one who says it, whose role stands first; None if there are several, or somebody is spoken to."""
        first, *others = match.type.roles
        who = {identity(self.mentions, f.mention.id) for f in match.fillers(first)}
        agents = {r for r in others if self.ontology.roles[r].range == self.ontology.roles[first].range}
        is_plain = match.frame.carrier or all(role not in agents for role, _ in match.roles)
        return who.pop() if len(who) == 1 and is_plain else None
