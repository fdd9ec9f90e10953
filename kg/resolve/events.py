"""Events of all articles -> one node each where class, participants, time and place agree."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.model import Claim, Count, EntityId, Event, EventId, Role, TimeBounds, changed
from kg.ontology import Ontology

MANY = 10
"""A number that an article hardly gives to two things by chance."""
Resolved = Event[EntityId]
_Cast = frozenset[tuple[str, EntityId]]


def merge(
    events: Iterable[Resolved], ontology: Ontology, named: frozenset[EntityId]
) -> tuple[list[Resolved], dict[EventId, EventId]]:
    """The merged events, and the new id of every old one. `named`: entities identified by name, not description."""
    groups: list[list[Resolved]] = []
    near: dict[tuple[object, ...], set[int]] = {}
    """Key -> the groups with it: events that share none are never the same."""
    known = {event.id: _Known.of(event, named) for event in events}
    for event in (known[id_].event for id_ in sorted(known)):
        keys = set(_keys(known[event.id], ontology))
        candidates = sorted({n for key in keys for n in near.get(key, ())})
        same = (n for n in candidates if all(_is_same(known[event.id], known[e.id], ontology) for e in groups[n]))
        home = next(same, len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(event)
        for key in keys:
            near.setdefault(key, set()).add(home)
    groups = _with_bare_mentions(groups, ontology)
    renamed: dict[EventId, EventId] = {}
    merged = []
    for group in groups:
        new = min(public_id(e) for e in group)
        renamed |= {e.id: new for e in group}
        merged.append((new, group))
    return [_united(new, group, renamed) for new, group in merged], renamed


@dataclass(frozen=True, slots=True)
class _Known:
    """What an event is compared by, worked out once."""

    event: Resolved
    article: str
    fillers: frozenset[EntityId]
    cast: _Cast
    """All fillers with their roles; of these, those identified by name:"""
    named: _Cast

    @staticmethod
    def of(event: Resolved, named: frozenset[EntityId]) -> "_Known":
        article = _document(event)
        # goods of one kind are not the same goods in another article
        cast = frozenset([(r.name, f if (f := r.filler) in named else EntityId(f"{article} {f}")) for r in event.roles])
        identified = frozenset([pair for pair in cast if pair[1] in named])
        return _Known(event, article, frozenset([filler for _, filler in cast]), cast, identified)


def _keys(one: _Known, ontology: Ontology) -> Iterator[tuple[object, ...]]:
    """What two events must share one of to be the same: article, all fillers, or two named ones in their roles; what is
    said in two articles also its time."""
    type_, pairs = one.event.type, combinations(sorted(one.named), 2)
    yield type_, one.article
    if not ontology.events[type_].is_communication:
        yield type_, one.fillers
        yield from ((type_, *pair) for pair in pairs)
    elif one.event.time.is_bounded:
        yield from ((type_, *pair, _bounds(one.event.time)) for pair in pairs)


def _with_bare_mentions(groups: list[list[Resolved]], ontology: Ontology) -> list[list[Resolved]]:
    """A passing mention ("the soldiers' deployment") joins the only fuller event of its article and class that has all
    its participants."""
    out = {n: list(g) for n, g in enumerate(groups)}
    near: dict[tuple[str, str], set[int]] = {}
    for n, group in out.items():
        for key in _articles(group):
            near.setdefault(key, set()).add(n)
    first = [_cast(group, ontology) for group in groups]
    casts = dict(enumerate(first))
    for n in sorted(out, key=lambda n: (len(first[n]), groups[n][0].id)):
        mine = first[n]
        if not mine or ontology.events[groups[n][0].type].is_communication:
            continue
        others = {m for key in _articles(out[n]) for m in near[key] if m != n and m in out}
        fuller = [m for m in others if mine < casts[m] and _meet(out[n], out[m])]
        if len(fuller) == 1:
            own = out.pop(n)
            out[fuller[0]].extend(own)
            casts[fuller[0]] = casts[fuller[0]] | casts[n]
            for key in _articles(own):
                near[key].add(fuller[0])
    return [sorted(g, key=lambda e: e.id) for g in out.values()]


def _articles(group: Iterable[Resolved]) -> set[tuple[str, str]]:
    """(class, article) of every event of a group."""
    return {(e.type, _document(e)) for e in group}


def _cast(group: Sequence[Resolved], ontology: Ontology) -> set[tuple[str, EntityId]]:
    """Who is in it, with their roles; of what is ongoing, roles do not tell two mentions apart."""
    is_ongoing = ontology.events[group[0].type].is_ongoing
    return {("" if is_ongoing else r.name, r.filler) for e in group for r in e.roles}


def _meet(a: Sequence[Resolved], b: Sequence[Resolved]) -> bool:
    """True if nothing in the times or numbers of two groups parts them."""
    return all(_times_meet(x.time, y.time) and (not x.counts or not y.counts) for x in a for y in b)


def public_id(event: Resolved) -> EventId:
    """The id an event has in the graph: its class and eight hex digits of its place of mention."""
    digest = hashlib.sha256(event.id.encode()).hexdigest()[:8]
    return EventId(f"{event.type.lower()}-{digest}")


def _is_same(one: _Known, other: _Known, ontology: Ontology) -> bool:
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
    if ontology.events[a.type].is_communication:
        if is_one_article:
            return len(shared) >= 1
        return len(shared) >= 2 and a.time.is_bounded and _bounds(a.time) == _bounds(b.time)
    if one.named - shared and other.named - shared and len(shared) < 3:
        return False  # each tells of something that the other does not
    if len(shared) >= 2 or (shared and one.fillers == other.fillers):
        return True
    return one.cast == other.cast and len(one.cast) >= 2


def _agree(mine: _Cast, theirs: _Cast, shared: _Cast) -> bool:
    """True if no role that both fill has only different fillers."""
    return {name for name, _ in mine} & {name for name, _ in theirs} <= {name for name, _ in shared}


def _same_toll(one: _Known, other: _Known) -> bool:
    """One article gives one number twice: of the same people, or too large a number for chance."""
    if not one.event.counts or not other.event.counts or one.article != other.article:
        return False
    counts = [{(c.name, c.quantity.minimum, c.quantity.maximum) for c in e.counts} for e in (one.event, other.event)]
    if counts[0] != counts[1]:
        return False
    return min(low or 0 for _, low, _ in counts[0]) >= MANY or bool(one.fillers & other.fillers)


def _document(event: Resolved) -> str:
    return event.claims[0].document


def _bounds(time: TimeBounds) -> tuple[object, ...]:
    return (time.not_before, time.started_by, time.ongoing_on, time.not_after)


def _times_meet(a: TimeBounds, b: TimeBounds) -> bool:
    """True unless the one cannot have begun before the other had begun, or was over."""
    return not _is_after(a, b) and not _is_after(b, a)


def _is_after(one: TimeBounds, other: TimeBounds) -> bool:
    first, begun, over = one.not_before, other.started_by, other.not_after
    return first is not None and ((begun is not None and first > begun) or (over is not None and first > over))


def _united(new: EventId, group: Sequence[Resolved], renamed: dict[EventId, EventId]) -> Resolved:
    first = group[0]
    if len(group) == 1 and len(first.counts) < 2:
        content = tuple(dict.fromkeys(first.content))
        return changed(first, id=new, links=tuple(sorted(set(first.links))), content=content)
    roles: dict[tuple[str, EntityId], Role[EntityId]] = {}
    counts: dict[tuple[object, ...], Count[EntityId]] = {}
    claims: list[Claim[EntityId]] = []
    links: set[tuple[str, EventId]] = set()
    for event in group:
        claims.extend(event.claims)
        links.update(event.links)
        for role in event.roles:
            roles.setdefault((role.name, role.filler), role)
        for count in event.counts:
            q = count.quantity
            key = (count.name, q.bound, q.minimum, q.maximum)
            held = counts.get(key)
            counts[key] = changed(held, claims=held.claims + count.claims) if held else count
    best = max(group, key=lambda e: (e.time.is_bounded and bool(e.time.text), e.time.is_bounded, e.id == first.id))
    return changed(
        first, id=new, roles=tuple(roles[k] for k in sorted(roles)), claims=tuple(claims),
        time=_narrowed(best.time, group),
        counts=tuple(counts[k] for k in sorted(counts, key=repr)), links=tuple(sorted(links)),
        content=tuple(dict.fromkeys(c for e in group for c in e.content)),
        purpose=next((e.purpose for e in group if e.purpose), None),
    )  # fmt: skip


def _narrowed(best: TimeBounds, group: Sequence[Resolved]) -> TimeBounds:
    """The bounds that are left by all that is told of one event with the same words or with none, if they fit."""
    times = [e.time for e in group if e.time.text in {None, best.text}]
    first = max((t.not_before for t in times if t.not_before), default=None)
    begun = min((t.started_by for t in times if t.started_by), default=None)
    going = max((t.ongoing_on for t in times if t.ongoing_on), default=None)
    last = min((t.not_after for t in times if t.not_after), default=None)
    fits = all(a <= b for a, b in ((first, begun), (first, last), (going, last)) if a and b)
    return changed(best, not_before=first, started_by=begun, ongoing_on=going, not_after=last) if fits else best
