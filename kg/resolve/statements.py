"""Relations and events with mentions replaced by entities; what does not fit its types any longer is dropped."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import (
    Claim,
    Count,
    EntityId,
    Event,
    EventId,
    Extraction,
    Literal,
    MentionId,
    Relation,
    Role,
    changed,
)  # fmt: skip
from kg.ontology import Ontology
from kg.resolve import events as event_merging
from kg.resolve.implied import Implied
from kg.resolve.parts import completed


class Renaming:
    """Mentions to entities, and the class of each."""

    def __init__(
        self, refers_to: Mapping[MentionId, EntityId], types: Mapping[EntityId, str], ontology: Ontology
    ) -> None:
        self.refers_to, self.types, self.ontology = refers_to, types, ontology
        agent, medium = ontology.part("agent"), ontology.part("medium")
        self._agents = {e for e, type_ in types.items() if ontology.is_a(type_, agent)}
        self._media = {e for e, type_ in types.items() if ontology.is_a(type_, medium)}

    def statements(
        self, extractions: Sequence[Extraction], named: frozenset[EntityId]
    ) -> tuple[tuple[Relation[EntityId], ...], tuple[Event[EntityId], ...]]:
        """The relations and the merged events of all articles. `named`: entities identified by name."""
        events = [self._event(event) for e in extractions for event in e.events]
        merged, renamed = event_merging.merge([e for e in events if e], self.ontology, named)
        communications = {e.id for e in merged if self.ontology.events[e.type].is_communication}
        speeches = {old: new for old, new in renamed.items() if new in communications}
        implied = Implied(self.types, self.ontology)
        settled = implied.events([_settled(e, renamed, speeches) for e in merged])
        finished = completed(settled, self.ontology)
        stated = self._relations((r for e in extractions for r in e.relations), speeches)
        relations = tuple(sorted((*stated, *implied.ties(finished, stated)), key=_key))
        return relations, tuple(sorted(finished, key=lambda e: e.id))

    def _claim(self, claim: Claim[MentionId]) -> Claim[EntityId]:
        sources = [self.refers_to[m] for m in claim.sources]
        via = self.refers_to[claim.via] if claim.via else None
        return Claim(
            claim.document, claim.spans, claim.modality,
            tuple(dict.fromkeys([s for s in sources if s in self._agents])),
            via if via in self._media and via not in sources else None,
            claim.cue, claim.quote, claim.made_in, claim.as_of, claim.score, claim.method,
        )  # fmt: skip

    def _event(self, event: Event[MentionId]) -> Event[EntityId] | None:
        claims = tuple(self._claim(c) for c in event.claims)
        counts = tuple(Count(c.name, c.quantity, tuple(self._claim(x) for x in c.claims)) for c in event.counts)
        roles = {(r.name, self.refers_to[r.filler]) for r in event.roles}
        kept = tuple(Role(n, f) for n, f in sorted(roles) if self._admits(event.type, n, f))
        if not kept:
            return None
        return Event(
            event.id, event.type, event.trigger, kept, claims, counts, event.time, event.label, event.content,
            event.purpose, event.links,
        )  # fmt: skip

    def _admits(self, event: str, role: str, filler: EntityId) -> bool:
        use = self.ontology.events[event].roles.get(role)
        allowed = (use.types if use else None) or {self.ontology.roles[role].range}
        return any(self.ontology.is_a(self.types[filler], t) for t in allowed)

    def _relations(
        self, found: Iterable[Relation[MentionId]], speeches: Mapping[EventId, EventId]
    ) -> tuple[Relation[EntityId], ...]:
        together: dict[tuple[str, str, str], Relation[EntityId]] = {}
        for relation in found:
            subject = self.refers_to[relation.subject]
            target = relation.object if isinstance(relation.object, Literal) else self.refers_to[relation.object]
            type_ = self.ontology.relations[relation.type]
            if not self.ontology.is_a(self.types[subject], type_.domain) or subject == target:
                continue
            if not isinstance(target, Literal) and not self.ontology.is_a(self.types[target], type_.range):
                continue
            claims = tuple(_made_in(self._claim(c), speeches, None) for c in relation.claims)
            key = (relation.type, subject, str(target))
            held = together.get(key)
            together[key] = Relation(relation.type, subject, target, (held.claims if held else ()) + claims)
        return tuple(together[k] for k in sorted(together))


def _key(relation: Relation[EntityId]) -> tuple[str, str, str]:
    return relation.type, relation.subject, str(relation.object)


def _settled(
    event: Event[EntityId], renamed: Mapping[EventId, EventId], speeches: Mapping[EventId, EventId]
) -> Event[EntityId]:
    links = {(name, renamed[e]) for name, e in event.links if e in renamed and renamed[e] != event.id}
    claims = tuple([_made_in(c, speeches, event.id) for c in event.claims])
    counts = tuple([_counted(c, speeches, event.id) for c in event.counts])
    if not links and not event.links and claims == event.claims and counts == event.counts:
        return event
    return changed(event, links=tuple(sorted(links)), claims=claims, counts=counts)


def _counted(count: Count[EntityId], speeches: Mapping[EventId, EventId], own: EventId) -> Count[EntityId]:
    return changed(count, claims=tuple([_made_in(c, speeches, own) for c in count.claims]))


def _made_in(claim: Claim[EntityId], speeches: Mapping[EventId, EventId], own: EventId | None) -> Claim[EntityId]:
    new = speeches.get(claim.made_in) if claim.made_in else None
    made_in = new if new != own else None
    return claim if claim.made_in == made_in else changed(claim, made_in=made_in)
