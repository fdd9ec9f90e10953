"""Extractions -> Resolution: mentions renamed to entities, the same thing in all articles one node."""

from collections.abc import Iterable, Mapping

from kg.model import DocumentId, Entity, EntityId, Extraction, Resolution
from kg.ontology import Ontology
from kg.resolve.clusters import Key
from kg.resolve.entities import entities
from kg.resolve.identity import Identities, Identity
from kg.resolve.judgements import Judgements
from kg.resolve.statements import Renaming

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
        self._of = {thing.key: i for i in self.who.identities for thing in i.things}
        self._named_by = {m.id: i for i in self.who.identities for c in i.clusters for m in c.mentions}
        self.entities = entities(self.who.identities, self._media(), ontology, self.judgements)
        self.refers_to = {m: self.entities[i].id for m, i in self._named_by.items()}

    def resolution(self) -> Resolution:
        from kg.resolve.copies import origins  # brings numpy

        types = {e.id: e.type for e in self.entities.values()}
        named = frozenset(e.id for i, e in self.entities.items() if i.key[0] not in {"nominal", "kind"})
        renaming = Renaming(self.refers_to, types, self.ontology)
        relations, events = renaming.statements(self.extractions, named)
        documents = tuple(e.document for e in self.extractions)
        voices = {role: self._speaking(role) for role in ("publisher", "agency")}
        return Resolution(
            documents=documents,
            mentions=tuple(m for e in self.extractions for m in e.mentions),
            entities=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            refers_to=self.refers_to,
            relations=relations,
            events=events,
            publishers=voices["publisher"],
            agencies=voices["agency"],
            origins=origins(documents),
            sentences={e.document.id: e.sentences for e in self.extractions},
            datelines={x.document.id: e for x in self.extractions if (e := self._dateline(x, types))},
        )

    def _media(self) -> set[Identity]:
        """Publishers, agencies, and what somewhere is the way a source's words came."""
        claims = [c for e in self.extractions for r in e.relations for c in r.claims]
        claims += [c for e in self.extractions for v in e.events for c in v.claims]
        media = {self._of[key] for keys in self.who.voices.values() for key in keys.values()}
        return media | {self._named_by[c.via] for c in claims if c.via}

    def _speaking(self, role: str) -> dict[DocumentId, EntityId]:
        return {d: self._entity(keys[role]).id for d, keys in self.who.voices.items() if role in keys}

    def _entity(self, key: Key) -> Entity:
        return self.entities[self._of[key]]

    def _dateline(self, extraction: Extraction, types: Mapping[EntityId, str]) -> EntityId | None:
        span, place = extraction.document.dateline, self.ontology.part("place")
        here = (self.refers_to[m.id] for m in extraction.mentions if m.span == span)
        return next((e for e in here if self.ontology.is_a(types[e], place)), None)
