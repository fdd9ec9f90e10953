"""Events of all articles -> one node each where class, participants, time and place agree."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.model import Claim, Count, EntityId, Event, EventId, Role, TimeBounds, changed
from kg.ontology import Ontology

Resolved = Event[EntityId]


def merge(
    events: Iterable[Resolved], ontology: Ontology, named: frozenset[EntityId]
) -> tuple[list[Resolved], dict[EventId, EventId]]:
    """The merged events, and the new id of every old one. `named`: entities identified by name, not description."""
    groups: list[list[Resolved]] = []
    near: dict[tuple[object, ...], set[int]] = {}
    """Key -> the groups with it: events that share none are never the same."""
    for event in sorted(events, key=lambda e: e.id):
        keys = set(_keys(event, named))
        candidates = sorted({n for key in keys for n in near.get(key, ())})
        same = (n for n in candidates if all(_is_same(event, other, ontology, named) for other in groups[n]))
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


def _keys(event: Resolved, named: frozenset[EntityId]) -> Iterator[tuple[object, ...]]:
    """What two events must share one of to be the same: article, all fillers, or two named ones in their roles."""
    yield event.type, _document(event)
    yield event.type, frozenset(event.fillers())
    known = sorted({(r.name, r.filler) for r in event.roles if r.filler in named})
    yield from ((event.type, *pair) for pair in combinations(known, 2))


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


def _is_same(a: Resolved, b: Resolved, ontology: Ontology, named: frozenset[EntityId]) -> bool:
    if a.type != b.type or not _times_meet(a.time, b.time):
        return False
    if _same_toll(a, b):
        return True
    if _document(a) == _document(b) and not _roles_agree(a, b):
        return False
    mine, theirs = _known(a, named), _known(b, named)
    shared = 0
    for role in mine.keys() & theirs.keys():
        common = mine[role] & theirs[role]
        if not common:
            return False
        shared += len(common)
    if ontology.events[a.type].is_communication:
        if _document(a) == _document(b):
            return shared >= 1
        return shared >= 2 and a.time.is_bounded and _bounds(a.time) == _bounds(b.time)
    pairs = [{(role, f) for role, fillers in known.items() for f in fillers} for known in (mine, theirs)]
    if pairs[0] - pairs[1] and pairs[1] - pairs[0] and shared < 3:
        return False  # each tells of something that the other does not
    full = {frozenset(r.filler for r in e.roles) for e in (a, b)}
    return shared >= 2 or (len(full) == 1 and shared >= 1) or _same_fillers(a, b)


def _same_fillers(a: Resolved, b: Resolved) -> bool:
    """All the same fillers in the same roles, named or described, and at least two of them."""
    mine, theirs = ({(r.name, r.filler) for r in e.roles} for e in (a, b))
    return mine == theirs and len(mine) >= 2


def _same_toll(a: Resolved, b: Resolved) -> bool:
    """One article gives one number twice: of the same people, or too large a number for chance."""
    if not a.counts or not b.counts or _document(a) != _document(b):
        return False
    counts = [{(c.name, c.quantity.minimum, c.quantity.maximum) for c in e.counts} for e in (a, b)]
    if counts[0] != counts[1]:
        return False
    return min(low or 0 for _, low, _ in counts[0]) > 2 or bool(set(a.fillers()) & set(b.fillers()))


def _document(event: Resolved) -> str:
    return event.claims[0].document


def _roles_agree(a: Resolved, b: Resolved) -> bool:
    """True if no role that both fill has only different fillers, described ones included."""
    mine, theirs = ({n: set(e.fillers(n)) for n in {r.name for r in e.roles}} for e in (a, b))
    return all(mine[n] & theirs[n] for n in mine.keys() & theirs.keys())


def _known(event: Resolved, named: frozenset[EntityId]) -> dict[str, set[EntityId]]:
    out: dict[str, set[EntityId]] = {}
    for role in event.roles:
        if role.filler in named:
            out.setdefault(role.name, set()).add(role.filler)
    return out


def _bounds(time: TimeBounds) -> tuple[object, ...]:
    return (time.not_before, time.started_by, time.ongoing_on, time.not_after)


def _times_meet(a: TimeBounds, b: TimeBounds) -> bool:
    for first, second in ((a, b), (b, a)):
        if first.not_before and second.not_after and first.not_before > second.not_after:
            return False
    return True


def _united(new: EventId, group: Sequence[Resolved], renamed: dict[EventId, EventId]) -> Resolved:
    first = group[0]
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
