"""Who is with somebody: "He was accompanied by his wife" tells of an event that he takes part in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.coreference.antecedents import identity
from kg.extract.frames import Match
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import EventId, MentionId, Role
from kg.ontology import Ontology

REACH = 1
"""Sentences over which the company of somebody is that at the event told of last."""


class Company:
    """Remembers the events of an article that one attends, and finds who else was there."""

    def __init__(self, mentions: Mentions, ontology: Ontology) -> None:
        self.mentions, self.ontology = mentions, ontology
        self._attended: list[tuple[int, EventId, Match]] = []

    def find(
        self, tree: Tree, events: Iterable[tuple[EventId, Match]]
    ) -> Mapping[EventId, tuple[Role[MentionId], ...]]:
        """The roles that a sentence adds to events, its own `events` or those told of just before."""
        self._attended += [(tree.sentence.index, id_, m) for id_, m in events if m.type.company]
        out: dict[EventId, tuple[Role[MentionId], ...]] = {}
        for somebody, others in self._pairs(tree):
            for id_, role in self._of(tree, somebody):
                out[id_] = (*out.get(id_, ()), *(Role(role, m) for m in others))
        return out

    def _pairs(self, tree: Tree) -> Iterator[tuple[str, Sequence[MentionId]]]:
        """Somebody, and those who were there with them."""
        for i, token in enumerate(tree.tokens):
            if token.upos != "VERB" or token.lemma.lower() not in self.mentions.cues.accompanying:
                continue
            there = {"subject": self._people(tree, i, "subject"), "object": self._people(tree, i, "object")}
            if len(there["object"]) == 1 and there["subject"]:
                yield identity(self.mentions, there["object"][0]), there["subject"]

    def _people(self, tree: Tree, verb: int, function: str) -> list[MentionId]:
        found = (self.mentions.of(tree, a.head) for a in tree.arguments(verb) if a.function == function)
        return [m.id for m in found if m and self.mentions.lexicon.is_a(m.type, "person")]

    def _of(self, tree: Tree, somebody: str) -> Iterator[tuple[EventId, str]]:
        """The latest event that somebody takes part in, with the role of who is with them."""
        for sentence, id_, match in reversed(self._attended):
            if tree.sentence.index - sentence > REACH:
                return
            if match.type.company and somebody in {identity(self.mentions, f.mention.id) for _, f in match.roles}:
                yield id_, match.type.company
                return
