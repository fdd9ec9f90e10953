"""Extractions -> Resolution: mentions renamed to entities, the same thing in all articles one node."""

from collections.abc import Iterable, Mapping
from itertools import chain

from kg.model import DocumentId, EntityId, Extraction, MentionId, Resolution
from kg.ontology import Ontology
from kg.resolve.entities import entities
from kg.resolve.identity import Identities
from kg.resolve.judgements import Judgements
from kg.resolve.statements import Renaming
from kg.resolve.things import Thing

__all__ = ["Judgements", "Resolver", "resolve"]


def resolve(extractions: Iterable[Extraction], ontology: Ontology, judgements: Judgements | None = None) -> Resolution:
    """One resolution of all articles; the same for every order they come in."""
    return Resolver(extractions, ontology, judgements).resolution()


class Resolver:
    """The identities of some articles with their entities, for who wants to know why; `resolution` for the rest."""

    def __init__(
        self, extractions: Iterable[Extraction], ontology: Ontology, judgements: Judgements | None = None
    ) -> None:
        self.extractions = sorted(extractions, key=lambda e: e.document.id)
        self.ontology, self.judgements = ontology, judgements or Judgements()
        self.who = Identities(self.extractions, ontology, self.judgements)
        media = {thing for voices in self.who.voices.values() for thing in voices.values()}
        self.entities = entities(self.who.identities, ontology, self.judgements, media=media, via=self._via())
        self.refers_to = {m: e.id for e in self.entities.values() for m in e.mentions}

    def resolution(self) -> Resolution:
        from kg.resolve.copies import origins  # brings numpy

        ids = {t: e.id for i, e in self.entities.items() for t in i.things}
        types = {e.id: e.type for e in self.entities.values()}
        named = frozenset(e.id for i, e in self.entities.items() if i.key[0] not in {"nominal", "kind"})
        renaming = Renaming(self.refers_to, types, self.ontology)
        relations, events = renaming.statements(self.extractions, named)
        documents = tuple(e.document for e in self.extractions)
        return Resolution(
            documents=documents,
            mentions=tuple(m for e in self.extractions for m in e.mentions),
            entities=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            refers_to=self.refers_to,
            relations=relations,
            events=events,
            publishers=self._voices("publisher", ids),
            agencies=self._voices("agency", ids),
            origins=origins(documents),
            sentences={e.document.id: e.sentences for e in self.extractions},
            datelines={x.document.id: e for x in self.extractions if (e := self._dateline(x, types))},
        )

    def _via(self) -> set[MentionId]:
        """What somewhere is the way a source's words came."""
        tied = (c for e in self.extractions for r in e.relations for c in r.claims)
        told = (c for e in self.extractions for v in e.events for c in v.claims)
        return {c.via for c in chain(tied, told) if c.via}

    def _voices(self, role: str, ids: Mapping[Thing, EntityId]) -> dict[DocumentId, EntityId]:
        """The publisher or the agency of every article that has one."""
        return {d: ids[things[role]] for d, things in self.who.voices.items() if role in things}

    def _dateline(self, extraction: Extraction, types: Mapping[EntityId, str]) -> EntityId | None:
        span, place = extraction.document.dateline, self.ontology.part("place")
        if span is None:
            return None
        here = (self.refers_to[m.id] for m in extraction.mentions if m.span.start == span.start and m.span == span)
        return next((e for e in here if self.ontology.is_a(types[e], place)), None)
