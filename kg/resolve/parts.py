"""What an event takes from the one it is part of: those whom a blast killed died where and when it went off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import EntityId, Event, EventId, Role
from kg.ontology import Ontology

Resolved = Event[EntityId]


def completed(events: Sequence[Resolved], ontology: Ontology) -> list[Resolved]:
    """The events with the roles and the time that their class takes from the events they are linked to.

    Only what an event lacks is taken, and nothing from what is ongoing: a war has many places and days.
    """
    known = {e.id: e for e in events if not ontology.events[e.type].is_ongoing}
    return [_completed(event, [known[w] for w in _wholes(event, ontology) if w in known], ontology) for event in events]


def _wholes(event: Resolved, ontology: Ontology) -> Iterator[EventId]:
    takes = ontology.events[event.type].takes
    return (other for link, other in event.links if link in takes)


def _completed(event: Resolved, wholes: Sequence[Resolved], ontology: Ontology) -> Resolved:
    type_ = ontology.events[event.type]
    wanted = {role for roles in type_.takes.values() for role in roles} - {r.name for r in event.roles}
    taken = {(r.name, r.filler) for w in wholes for r in w.roles if r.name in wanted}
    time = next((w.time for w in wholes if w.time.is_bounded), event.time)
    return replace(
        event,
        roles=(*event.roles, *(Role(name, filler) for name, filler in sorted(taken))),
        time=event.time if event.time.is_bounded else time,
    )
