"""A group of events that articles tell of -> the one event that they are, with the claims of all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from kg.model import Count, EntityId, Event, EventId, MentionId, Role, TimeBounds, changed
from kg.resolve.claims import Claims
from kg.resolve.events import Told


def united(group: Sequence[Told], ids: Mapping[EventId, EventId], claims: Claims) -> Event[EntityId]:
    """One event with all that the group tells of it. `ids`: those of merged events by the ones the articles gave."""
    told, cast = group[0].event, group[0].cast
    if len(group) > 1:
        told, cast = _pooled([t.event for t in group]), cast.union(*[t.cast for t in group])
    own = ids[told.id]
    links = {(name, ids[other]) for name, other in told.links if ids.get(other, own) != own}
    return Event(
        own, told.type, told.trigger,
        tuple([Role(name, filler) for name, filler in sorted(cast)]),
        claims.renamed(told.claims, own),
        _counted(told.counts, own, claims) if told.counts else (),
        told.time, told.label, tuple(dict.fromkeys(told.content)), told.purpose, tuple(sorted(links)),
    )  # fmt: skip


def _pooled(told: Sequence[Event[MentionId]]) -> Event[MentionId]:
    """The first event with what all tell."""
    return changed(
        told[0],
        claims=tuple(c for e in told for c in e.claims),
        counts=tuple(c for e in told for c in e.counts),
        time=_narrowed(told),
        content=tuple(c for e in told for c in e.content),
        purpose=next((e.purpose for e in told if e.purpose), None),
        links=tuple(link for e in told for link in e.links),
    )


def _counted(counts: Iterable[Count[MentionId]], own: EventId, claims: Claims) -> tuple[Count[EntityId], ...]:
    """The counts in order, each number once and with all claims of it."""
    together: dict[tuple[object, ...], list[Count[MentionId]]] = defaultdict(list)
    for count in counts:
        q = count.quantity
        together[count.name, q.bound, q.minimum, q.maximum].append(count)
    same = [together[key] for key in (sorted(together, key=repr) if len(together) > 1 else together)]
    return tuple([Count(c[0].name, c[0].quantity, claims.renamed(chain(*[x.claims for x in c]), own)) for c in same])


def _narrowed(told: Sequence[Event[MentionId]]) -> TimeBounds:
    """The bounds that are left by all that is told of one event with the same words or with none, if they fit."""
    best = max(
        told, key=lambda e: (e.time.is_bounded and bool(e.time.text), e.time.is_bounded, e.id == told[0].id)
    ).time
    times = [e.time for e in told if e.time.text in {None, best.text}]
    first = max((t.not_before for t in times if t.not_before), default=None)
    begun = min((t.started_by for t in times if t.started_by), default=None)
    going = max((t.ongoing_on for t in times if t.ongoing_on), default=None)
    last = min((t.not_after for t in times if t.not_after), default=None)
    fits = all(a <= b for a, b in ((first, begun), (first, last), (going, last)) if a and b)
    return changed(best, not_before=first, started_by=begun, ongoing_on=going, not_after=last) if fits else best
