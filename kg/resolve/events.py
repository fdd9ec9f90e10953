"""Events of all articles -> groups that tell of one: where class, participants, time and place agree."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.model import DocumentId, EntityId, Event, EventId, MentionId, TimeBounds
from kg.ontology import EventType

MANY = 10
"""A number that an article hardly gives to two things by chance."""
Cast = frozenset[tuple[str, EntityId]]
"""Who is in an event, with their roles."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one article tells it."""

    event: Event[MentionId]
    type: EventType
    article: DocumentId
    cast: Cast
    named: Cast
    """Of the cast, those identified by name, not description."""

    @property
    def fillers(self) -> frozenset[EntityId]:
        return frozenset([filler for _, filler in self.cast])

    @property
    def is_known(self) -> bool:
        """True if all in it are identified by name."""
        return len(self.named) == len(self.cast)


def merge(told: Iterable[Told]) -> list[tuple[EventId, list[Told]]]:
    """The groups that tell of one event, each in order and with the event's id."""
    known = {one.event.id: one for one in told}
    groups: list[list[Told]] = []
    near: dict[tuple[object, ...], set[int]] = defaultdict(set)
    """Key -> the groups with it: events that share none are never the same."""
    for one in (known[id_] for id_ in sorted(known)):
        keys = list(_keys(one))
        candidates = sorted({n for key in keys for n in near[key]})
        same = (n for n in candidates if all(_is_same(one, other) for other in groups[n]))
        home = next(same, len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(one)
        for key in keys:
            near[key].add(home)
    return [(min(public_id(t.event) for t in group), group) for group in _with_bare_mentions(groups)]


def _keys(one: Told) -> Iterator[tuple[object, ...]]:
    """What two events must share one of to be the same: a toll in one article; all fillers, or two named ones in their
    roles. Of what is said, one named one in one article, or two and the time."""
    type_ = one.event.type
    if one.event.counts:
        yield type_, one.article, _toll(one)
    if not one.type.is_communication:
        yield type_, one.fillers, None if one.is_known else one.article
        yield from ((type_, *pair) for pair in combinations(sorted(one.named), 2))
        return
    yield from ((type_, one.article, *party) for party in one.named)
    if one.event.time.is_bounded:
        bounds = _bounds(one.event.time)
        yield from ((type_, *pair, bounds) for pair in combinations(sorted(one.named), 2))


def _with_bare_mentions(groups: list[list[Told]]) -> list[list[Told]]:
    """A passing mention ("the soldiers' deployment") joins the only fuller event of its article and class that has all
    its participants."""
    out = dict(enumerate(groups))
    articles = {n: _articles(group) for n, group in out.items() if not group[0].type.is_communication}
    near: dict[tuple[str, DocumentId], set[int]] = defaultdict(set)
    for n, keys in articles.items():
        for key in keys:
            near[key].add(n)
    crowded = {n for beside in near.values() if len(beside) > 1 for n in beside}
    first = {n: _cast(groups[n]) for n in crowded}
    casts = dict(first)
    for n in sorted(crowded, key=lambda n: (len(first[n]), groups[n][0].event.id)):
        beside = {m for key in articles[n] for m in near[key] if m != n}
        fuller = [m for m in beside if first[n] < casts[m] and _meet(out[n], out[m])]
        if len(fuller) == 1:
            (home,) = fuller
            out[home] = sorted([*out[home], *out.pop(n)], key=lambda t: t.event.id)
            casts[home] |= casts[n]
            articles[home] |= articles[n]
            for key in articles[n]:
                near[key] = near[key] - {n} | {home}
    return list(out.values())


def _articles(group: Iterable[Told]) -> set[tuple[str, DocumentId]]:
    """(class, article) of every event of a group."""
    return {(t.event.type, t.article) for t in group}


def _cast(group: Sequence[Told]) -> Cast:
    """Who is in it, with their roles; of what is ongoing, roles do not tell two mentions apart."""
    everybody = group[0].cast.union(*[t.cast for t in group[1:]])
    if not group[0].type.is_ongoing:
        return everybody
    return frozenset([("", filler) for _, filler in everybody])


def _meet(a: Iterable[Told], b: Sequence[Told]) -> bool:
    """True if nothing in the times or numbers of two groups parts them."""
    pairs = [(x.event, y.event) for x in a for y in b]
    return all(_times_meet(x.time, y.time) and (not x.counts or not y.counts) for x, y in pairs)


def public_id(event: Event[MentionId]) -> EventId:
    """The id an event has in the graph: its class and eight hex digits of its place of mention."""
    digest = hashlib.sha256(event.id.encode()).hexdigest()[:8]
    return EventId(f"{event.type.lower()}-{digest}")


def _is_same(one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or not _times_meet(a.time, b.time):
        return False
    if _same_toll(one, other):
        return True
    shared = one.named & other.named
    if not _agree(one.named, other.named, shared):
        return False
    is_one_article = one.article == other.article
    if is_one_article and not _agree(one.cast, other.cast, one.cast & other.cast):
        return False  # described ones, too, tell two events of one article apart
    if one.type.is_communication:
        if is_one_article:
            return len(shared) >= 1
        return len(shared) >= 2 and a.time.is_bounded and _bounds(a.time) == _bounds(b.time)
    if one.named - shared and other.named - shared and len(shared) < 3:
        return False  # each tells of something that the other does not
    if len(shared) >= 2:
        return True
    if not is_one_article and not one.is_known:
        return False  # goods of one kind are not the same goods in another article
    return one.fillers == other.fillers if shared else len(one.cast) >= 2 and one.cast == other.cast


def _agree(mine: Cast, theirs: Cast, shared: Cast) -> bool:
    """True if no role that both fill has only different fillers."""
    return {name for name, _ in mine} & {name for name, _ in theirs} <= {name for name, _ in shared}


def _same_toll(one: Told, other: Told) -> bool:
    """One article gives one number twice: of the same people, or too large a number for chance."""
    if not one.event.counts or not other.event.counts or one.article != other.article:
        return False
    toll = _toll(one)
    if toll != _toll(other):
        return False
    return min(low or 0 for _, low, _ in toll) >= MANY or bool(one.fillers & other.fillers)


def _toll(one: Told) -> frozenset[tuple[str, float | None, float | None]]:
    """The numbers it gives."""
    return frozenset([(c.name, c.quantity.minimum, c.quantity.maximum) for c in one.event.counts])


def _bounds(time: TimeBounds) -> tuple[object, ...]:
    return (time.not_before, time.started_by, time.ongoing_on, time.not_after)


def _times_meet(a: TimeBounds, b: TimeBounds) -> bool:
    """True unless the one cannot have begun before the other had begun, or was over."""
    return not _is_after(a, b) and not _is_after(b, a)


def _is_after(one: TimeBounds, other: TimeBounds) -> bool:
    first, begun, over = one.not_before, other.started_by, other.not_after
    return first is not None and ((begun is not None and first > begun) or (over is not None and first > over))
