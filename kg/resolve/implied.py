"""What events imply of each other and of who is in them: whose men died during a deployment was deployed, who comes
home had been sent, and whom a state sends is that state's."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import DocumentId, EntityId, Event, EventId, Relation, Role, changed
from kg.ontology import Ontology

Resolved = Event[EntityId]
_DAYS = re.compile(r"P(\d+)D")


class Implied:
    """Completes the events and relations of all articles; `types` are the classes of their entities."""

    def __init__(self, types: Mapping[EntityId, str], ontology: Ontology) -> None:
        self.types, self.ontology = types, ontology

    def events(self, events: Sequence[Resolved]) -> list[Resolved]:
        """The events with what the others imply."""
        found = {e.id: e for e in self._filled(events)}
        together = _by_document(found.values())
        for event in list(found.values()):
            for kind, roles in self.ontology.events[event.type].reverses.items():
                beside = dict.fromkeys(other for c in event.claims for other in together[c.document])
                undone = self._undone(event, kind, roles, (found[other] for other in beside))
                if undone is not None:
                    found[undone.id] = _ended(undone, event)
                    found[event.id] = self._back(event, roles, undone)
        return list(found.values())

    def ties(self, events: Sequence[Resolved], stated: Iterable[Relation[EntityId]]) -> Iterator[Relation[EntityId]]:
        """The relations that events imply of who has none of the kind stated."""
        known = {(r.type, r.subject) for r in stated}
        for type_ in (r for r in self.ontology.relations.values() if r.implied):
            found: dict[tuple[EntityId, EntityId], Relation[EntityId]] = {}
            roles = self._implying(type_.implied)
            for event in (e for e in events if e.type in roles and e.is_told_as_fact):
                for subject, target in self._pairs(event, roles[event.type], type_.range):
                    if (type_.name, subject) in known:
                        continue
                    held = found.get((subject, target))
                    claims = tuple(c for c in event.claims if c.modality.is_fact)
                    claims = (held.claims if held else ()) + claims
                    found[subject, target] = Relation(type_.name, subject, target, claims)
            yield from (found[key] for key in sorted(found))

    # --- parts ------------------------------------------------------------------------------------------------

    def _filled(self, events: Sequence[Resolved]) -> list[Resolved]:
        """What is ongoing takes nobody in but with one of its parties: "sent troops to support Chad in its war"."""
        given: dict[EventId, list[Role[EntityId]]] = {}
        known = {e.id: e for e in events}
        for part in events:
            gives = self.ontology.events[part.type].gives if part.links else {}
            for link, other in part.links:
                if link in gives and other in known and part.is_told_as_fact:
                    given.setdefault(other, []).extend(self._given(part, link, known[other]))
        return [e.cast(sorted(given[e.id], key=_place)) if e.id in given else e for e in events]

    def _given(self, part: Resolved, link: str, whole: Resolved) -> Iterator[Role[EntityId]]:
        type_ = self.ontology.events[whole.type]
        if type_.is_ongoing and not set(part.fillers()) & set(whole.fillers()):
            return
        for role, (there, kinds) in self.ontology.events[part.type].gives[link].items():
            if there in type_.roles:
                yield from (Role(there, f) for f in part.fillers(role) if self._is_one_of(f, kinds))

    def _is_one_of(self, entity: EntityId, kinds: Iterable[str]) -> bool:
        return any(self.ontology.is_a(self.types[entity], kind) for kind in kinds)

    # --- there and back ---------------------------------------------------------------------------------------

    def _undone(
        self, event: Resolved, kind: str, roles: Mapping[str, str], events: Iterable[Resolved]
    ) -> Resolved | None:
        """The only event of the class which the first of the roles tells it from; `events` are those told with it."""
        own, there = next(iter(roles.items()))
        who = set(event.fillers(own))
        told = (e for e in events if self.ontology.is_a(e.type, kind))
        found = [e for e in told if who & set(e.fillers(there)) and _may_undo(event, e, roles)]
        return found[0] if len(found) == 1 and event.is_told_as_fact and found[0].is_told_as_fact else None

    def _back(self, event: Resolved, roles: Mapping[str, str], undone: Resolved) -> Resolved:
        lacking = {own: there for own, there in roles.items() if not event.fillers(own)}
        more = [Role(own, f) for own, there in lacking.items() for f in undone.fillers(there)]
        ranges = {own: self.ontology.roles[own].range for own in lacking}
        back = event.cast(sorted((r for r in more if self._is_one_of(r.filler, [ranges[r.name]])), key=_place))
        days = _DAYS.fullmatch(undone.time.duration or "")
        first = undone.time.not_before
        if days is None or first is None or event.time.not_before is not None:
            return back
        return changed(back, time=changed(event.time, not_before=first + dt.timedelta(int(days[1]))))

    # --- ties -------------------------------------------------------------------------------------------------

    def _implying(self, implied: Mapping[str, Mapping[str, str]]) -> dict[str, list[tuple[str, str]]]:
        """{class of events: pairs of roles whose fillers have the tie}, for the classes that imply one."""
        out: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for kind, roles in implied.items():
            for event in self.ontology.events:
                if self.ontology.is_a(event, kind):
                    out[event].extend(roles.items())
        return out

    def _pairs(
        self, event: Resolved, roles: Iterable[tuple[str, str]], range_: str
    ) -> Iterator[tuple[EntityId, EntityId]]:
        for subjects, objects in roles:
            whose = [f for f in event.fillers(objects) if self._is_one_of(f, [range_])]
            if len(whose) == 1:
                yield from ((f, whose[0]) for f in event.fillers(subjects) if f != whose[0])


def _by_document(events: Iterable[Resolved]) -> dict[DocumentId, dict[EventId, None]]:
    """The events that every article tells of, in order."""
    out: dict[DocumentId, dict[EventId, None]] = defaultdict(dict)
    for event in events:
        for claim in event.claims:
            out[claim.document][event.id] = None
    return out


def _may_undo(event: Resolved, undone: Resolved, roles: Mapping[str, str]) -> bool:
    """True unless it was over before the other began, or tells of somebody or some place else."""
    over, begun = event.time.not_after, undone.time.not_before
    ends = [(set(event.fillers(own)), set(undone.fillers(there))) for own, there in roles.items()]
    return not (over and begun and over < begun) and all(not a or not b or a & b for a, b in ends)


def _place(role: Role[EntityId]) -> tuple[str, EntityId]:
    return role.name, role.filler


def _ended(event: Resolved, by: Resolved) -> Resolved:
    """The event over by the day that who was in it is back."""
    last = by.time.not_after
    begun = event.time.started_by or event.time.not_before
    if last is None or event.time.not_after is not None or (begun and begun > last):
        return event
    going = event.time.ongoing_on
    return changed(
        event, time=changed(event.time, not_after=last, ongoing_on=None if going and going > last else going)
    )
