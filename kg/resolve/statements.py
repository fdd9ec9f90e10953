"""Relations and events with mentions replaced by entities; what does not fit its types any longer is dropped."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.model import EntityId, Event, Extraction, Literal, MentionId, Relation
from kg.ontology import Ontology
from kg.resolve.claims import Claims
from kg.resolve.events import Told, merge
from kg.resolve.implied import Implied
from kg.resolve.parts import completed
from kg.resolve.uniting import united


class Renaming:
    """Mentions to entities, and the class of each."""

    def __init__(
        self, refers_to: Mapping[MentionId, EntityId], types: Mapping[EntityId, str], ontology: Ontology
    ) -> None:
        self.refers_to, self.types, self.ontology = refers_to, types, ontology

    def statements(
        self, extractions: Sequence[Extraction], named: frozenset[EntityId]
    ) -> tuple[tuple[Relation[EntityId], ...], tuple[Event[EntityId], ...]]:
        """The relations and the merged events of all articles. `named`: entities identified by name."""
        told = (self._told(event, named) for e in extractions for event in e.events)
        groups = merge(t for t in told if t.cast)
        ids = {t.event.id: new for new, group in groups for t in group}
        speeches = {t.event.id: new for new, group in groups if group[0].type.is_communication for t in group}
        claims = Claims(self.refers_to, self.types, speeches, self.ontology)
        implied = Implied(self.types, self.ontology)
        settled = implied.events([united(group, ids, claims) for _, group in groups])
        finished = completed(settled, self.ontology)
        stated = self._relations((r for e in extractions for r in e.relations), claims)
        relations = tuple(sorted((*stated, *implied.ties(finished, stated)), key=_key))
        return relations, tuple(sorted(finished, key=lambda e: e.id))

    def _told(self, event: Event[MentionId], named: frozenset[EntityId]) -> Told:
        """The event with those who may be in it as what they are said to be."""
        roles = [(role.name, self.refers_to[role.filler]) for role in event.roles]
        cast = frozenset([(n, f) for n, f in roles if _admits(event.type, n, self.types[f], self.ontology)])
        known = frozenset([pair for pair in cast if pair[1] in named])
        return Told(event, self.ontology.events[event.type], event.claims[0].document, cast, known)

    def _relations(self, found: Iterable[Relation[MentionId]], claims: Claims) -> tuple[Relation[EntityId], ...]:
        together: dict[tuple[str, str, str], Relation[EntityId]] = {}
        for relation in found:
            subject = self.refers_to[relation.subject]
            target = relation.object if isinstance(relation.object, Literal) else self.refers_to[relation.object]
            type_ = self.ontology.relations[relation.type]
            if not self.ontology.is_a(self.types[subject], type_.domain) or subject == target:
                continue
            if not isinstance(target, Literal) and not self.ontology.is_a(self.types[target], type_.range):
                continue
            key = (relation.type, subject, str(target))
            held = together.get(key)
            more = claims.renamed(relation.claims)
            together[key] = Relation(relation.type, subject, target, held.claims + more if held else more)
        return tuple(together[k] for k in sorted(together))


def _key(relation: Relation[EntityId]) -> tuple[str, str, str]:
    return relation.type, relation.subject, str(relation.object)


@cache
def _admits(event: str, role: str, type_: str, ontology: Ontology) -> bool:
    """True if things of a class may have a role in an event."""
    use = ontology.events[event].roles.get(role)
    allowed = (use.types if use else None) or {ontology.roles[role].range}
    return any(ontology.is_a(type_, a) for a in allowed)
