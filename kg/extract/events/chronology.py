"""What the events of a whole article tell of each other's time, once all its sentences are read."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.model import Event, EventId, MentionId

Found = Event[MentionId]
Same = tuple[EventId, EventId]
"""Two events of which the second has the time of the first."""
After = tuple[EventId, EventId]
"""Two events of which the first comes after the second, such as what is said of it."""
NEWS = dt.timedelta(days=31)
"""How long what happened is news: what is said of it after years may have been said at any time since."""


def completed(events: Mapping[EventId, Found], same: Collection[Same], after: Collection[After]) -> list[Found]:
    """The events in their order, dated by what happened with them, and before them, in any sentence."""
    dated = _shared(events, same)
    earlier: dict[EventId, list[Found]] = {}
    with_them = {(taker, early) for late, early in after for giver, taker in same if giver == late}
    for late, early in sorted({*after, *with_them}):
        if early in dated and late != early:
            earlier.setdefault(late, []).append(dated[early])
    return [_begun_after(event, earlier.get(event.id, ())) for event in dated.values()]


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


def _begun_after(event: Found, earlier: Iterable[Found]) -> Found:
    """The event, begun no sooner than the news that it comes after, unless it has a first day of its own."""
    begun = [e.time.not_before for e in earlier if e.is_told_as_fact and e.time.not_before]
    last = event.time.not_after
    if not begun or not event.is_told_as_fact or event.time.not_before or last is None:
        return event
    is_news = dt.timedelta() <= last - max(begun) <= NEWS
    return replace(event, time=replace(event.time, not_before=max(begun))) if is_news else event
