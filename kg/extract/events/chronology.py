"""What the events of a whole article tell of each other's time, once all its sentences are read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.model import Event, EventId, MentionId

Found = Event[MentionId]
Same = tuple[EventId, EventId]
"""Two events of which the second has the time of the first."""


def completed(events: Mapping[EventId, Found], same: Collection[Same], spoken: Collection[EventId]) -> list[Found]:
    """The events in their order, dated by what happened with them in any sentence. What is `spoken` of something that
    happened is said no sooner than that began."""
    dated = _shared(events, same)
    return [_told_after(event, dated) if event.id in spoken else event for event in dated.values()]


def _shared(events: Mapping[EventId, Found], same: Iterable[Same]) -> dict[EventId, Found]:
    """ "An attack killed nine. ... The attack was on Monday": the deaths were on Monday too."""
    out, pairs = dict(events), sorted(same)
    is_done = False
    while not is_done:
        is_done = True
        for giver, taker in pairs:
            if giver in out and taker in out and _gives(out[giver], out[taker]):
                out[taker] = replace(out[taker], time=out[giver].time)
                is_done = False
    return out


def _gives(giver: Found, taker: Found) -> bool:
    """True if an expression dates the one and none the other, and both are told as facts or neither is."""
    is_open = taker.time.text is None or not taker.time.is_bounded
    is_dated = giver.time.text is not None and giver.time.is_bounded
    return is_open and is_dated and giver.is_told_as_fact == taker.is_told_as_fact


def _told_after(event: Found, events: Mapping[EventId, Found]) -> Found:
    """A statement with no day of its own: it cannot come before what it tells of."""
    about = [events[i] for _, i in event.links if i in events and i != event.id]
    begun = [e.time.not_before for e in about if e.is_told_as_fact and e.time.not_before]
    last = event.time.not_after
    if not begun or not event.is_told_as_fact or event.time.not_before or last is None or last < max(begun):
        return event
    return replace(event, time=replace(event.time, not_before=max(begun)))
