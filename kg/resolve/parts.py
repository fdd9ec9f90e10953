"""What an event takes from the one it is part of: those whom a blast killed died where and when it went off."""

from collections.abc import Iterator, Mapping, Sequence

from kg.model import EntityId, Event, EventId, Granularity, Role, TimeBounds, changed
from kg.ontology import Ontology

Resolved = Event[EntityId]
Wholes = Sequence[tuple[Resolved, Mapping[str, tuple[str, ...]]]]
"""What an event is part of, with the roles that are taken from there, if it is of one of the classes."""


def completed(events: Sequence[Resolved], ontology: Ontology) -> list[Resolved]:
    """The events with the roles and the time that their class takes from the events they are linked to.

    Only what an event lacks is taken, and nothing from what is ongoing: a war has many places and days.
    """
    known = {e.id: e for e in events if not ontology.events[e.type].is_ongoing}
    wholes = ((event, list(_wholes(event, known, ontology)) if event.links else []) for event in events)
    return [_completed(event, found, ontology) if found else event for event, found in wholes]


def _wholes(
    event: Resolved, known: Mapping[EventId, Resolved], ontology: Ontology
) -> Iterator[tuple[Resolved, Mapping[str, tuple[str, ...]]]]:
    takes = ontology.events[event.type].takes
    return ((known[other], takes[link]) for link, other in event.links if link in takes and other in known)


def _completed(event: Resolved, wholes: Wholes, ontology: Ontology) -> Resolved:
    filled = {r.name for r in event.roles}
    taken = {
        (r.name, r.filler)
        for whole, takes in wholes
        for r in whole.roles
        if r.name not in filled and any(ontology.is_a(whole.type, kind) for kind in takes.get(r.name, ()))
    }
    times = [_within(whole.time, is_lasting=ontology.events[whole.type].is_lasting) for whole, _ in wholes]
    return changed(
        event,
        roles=(*event.roles, *(Role(name, filler) for name, filler in sorted(taken))),
        time=next((t for t in (event.time, *times) if t.is_bounded and (t.text or t is not event.time)), event.time),
    )


def _within(time: TimeBounds, *, is_lasting: bool) -> TimeBounds:
    """When a part of something happened: with the whole, but at any time of one that went on for long."""
    if not is_lasting:
        return time
    return TimeBounds(not_before=time.not_before, not_after=time.not_after, granularity=Granularity.UNDATED)
