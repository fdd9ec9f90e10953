"""Claims with entities for the mentions of who makes them, and merged events for the speeches they are made in."""

from collections.abc import Iterable, Mapping
from typing import cast

from kg.model import Claim, EntityId, EventId, MentionId
from kg.ontology import Ontology


class Claims:
    """Renames claims; `speeches` are the ids of merged events in which something is said, by those of the articles."""

    def __init__(
        self,
        refers_to: Mapping[MentionId, EntityId],
        types: Mapping[EntityId, str],
        speeches: Mapping[EventId, EventId],
        ontology: Ontology,
    ) -> None:
        self.refers_to, self.types, self.speeches = refers_to, types, speeches
        agent, medium = ontology.part("agent"), ontology.part("medium")
        classes = dict.fromkeys(types.values())
        self._agents = {t for t in classes if ontology.is_a(t, agent)}
        self._media = {t for t in classes if ontology.is_a(t, medium)}

    def renamed(self, claims: Iterable[Claim[MentionId]], own: EventId | None = None) -> tuple[Claim[EntityId], ...]:
        """The claims in order; those of the event `own` are not made in it."""
        return tuple(
            [self._renamed(c, own) if c.sources or c.via or c.made_in else cast("Claim[EntityId]", c) for c in claims]
        )

    def _renamed(self, claim: Claim[MentionId], own: EventId | None) -> Claim[EntityId]:
        sources = [self.refers_to[m] for m in claim.sources]
        via = self.refers_to[claim.via] if claim.via else None
        made_in = self.speeches.get(claim.made_in) if claim.made_in else None
        return Claim(
            claim.document, claim.spans, claim.modality,
            tuple(dict.fromkeys([s for s in sources if self.types[s] in self._agents])),
            via if via and self.types[via] in self._media and via not in sources else None,
            claim.cue, claim.quote, made_in if made_in != own else None, claim.as_of, claim.score, claim.method,
        )  # fmt: skip
