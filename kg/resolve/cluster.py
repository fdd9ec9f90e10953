"""Names of all articles -> which of them are one thing: block, compare, join.

Firm likeness joins names into cores. What is only likely joins its only possible core, as a leaf: nothing joins a leaf,
so that no chain of weak links can form. Whatever the likeness, two that something speaks against stay apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations, product

from kg.resolve.compare import Comparison, Verdict, compare, is_different, national_form
from kg.resolve.spelling import bones, transliterated
from kg.resolve.things import Thing

_CROWDED = 60
"""Names in a block beyond which its likeness says nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that were joined, and why."""

    one: Thing
    other: Thing
    comparison: Comparison

    @property
    def reason(self) -> str:
        more = f" ({'; '.join(self.comparison.support)})" if self.comparison.verdict is Verdict.POSSIBLE else ""
        return f"{self.comparison.likeness}: {self.one.name} = {self.other.name}{more}"


def join(things: Sequence[Thing], firm: Iterable[Link] = ()) -> tuple[list[list[Thing]], list[Link]]:
    """The groups of things that are one, and the links that made them; the order of the things does not matter.

    `firm` links are known from elsewhere, and made first unless something speaks against them.
    """
    things = sorted(things, key=lambda t: t.key)
    groups = _Groups(things)
    links = [link for link in firm if groups.unite(link.one, link.other)]
    doubtful: dict[Thing, list[tuple[Thing, Comparison]]] = defaultdict(list)
    for a, b in candidates(things):
        found = compare(a, b)
        if found.verdict is Verdict.SAME:
            if groups.unite(a, b):
                links.append(Link(a, b, found))
        elif found.verdict is Verdict.LIKELY or (found.verdict is Verdict.POSSIBLE and found.support):
            leaf, hub = _directed(a, b)
            doubtful[leaf].append((hub, found))
    links += _leaves(doubtful, groups)
    return groups.all(), links


def _directed(a: Thing, b: Thing) -> tuple[Thing, Thing]:
    """The poorer name first: it joins the richer one."""
    leaf, hub = sorted((a, b), key=lambda t: (len(t.name.split()), len(t.name) > 2 * len(t.sounds), t.weight, t.key))
    return leaf, hub


def _leaves(doubtful: dict[Thing, list[tuple[Thing, Comparison]]], groups: "_Groups") -> Iterator[Link]:
    hubs: set[int] = set()
    joined: set[Thing] = set()
    for leaf in sorted(doubtful, key=lambda t: (-max(c.verdict for _, c in doubtful[t]), t.key)):
        best = max(c.verdict for _, c in doubtful[leaf])
        found = [(hub, c) for hub, c in doubtful[leaf] if c.verdict == best]
        homes = {groups.home(hub) for hub, _ in found}
        cores = [(hub, c) for hub, c in found if hub not in joined]
        if len(homes) > 1 or groups.home(leaf) in homes | hubs or not cores:
            continue
        hub, comparison = min(cores, key=lambda f: f[0].key)
        own = groups.with_(leaf)
        if groups.unite(leaf, hub):
            joined.update(own)
            hubs.add(groups.home(hub))
            yield Link(leaf, hub, comparison)


class _Groups:
    """Disjoint sets in which no two are different."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._home = {t: i for i, t in enumerate(things)}
        self._members = {i: [t] for i, t in enumerate(things)}

    def home(self, thing: Thing) -> int:
        return self._home[thing]

    def with_(self, thing: Thing) -> tuple[Thing, ...]:
        """The thing and what is one with it."""
        return tuple(self._members[self._home[thing]])

    def all(self) -> list[list[Thing]]:
        return [self._members[i] for i in sorted(self._members)]

    def unite(self, a: Thing, b: Thing) -> bool:
        """Join the groups of two things unless that would put different things together; True if it was done."""
        first, second = sorted((self._home[a], self._home[b]))
        if first == second:
            return False
        if any(is_different(x, y) for x in self._members[first] for y in self._members[second]):
            return False
        moved = self._members.pop(second)
        self._members[first] += moved
        self._home |= dict.fromkeys(moved, first)
        return True


def candidates(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Pairs that share a block, each once, in order."""
    blocks: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    met = _met(things)
    for thing in things:
        for key in (*_blocks(thing), *met[thing]):
            blocks[key].append(thing)
    pairs: dict[tuple[Thing, Thing], None] = {}
    for members in blocks.values():
        if 1 < len(members) <= _CROWDED:
            pairs.update(dict.fromkeys(combinations(members, 2)))
    yield from pairs


def _blocks(thing: Thing) -> Iterator[tuple[object, ...]]:
    """What those that are alike by name share."""
    heard, family = thing.sounds, thing.family
    if not heard:
        return
    if len(heard) > 1 or family != "person":
        yield (family, "sounds", tuple(sorted(heard)))
    if thing.is_national and thing.state:
        yield (family, "national", thing.state, national_form(thing))
    if family == "organization":
        yield (family, "vowels", transliterated(sorted(heard)))
    if family == "person" and len(heard) > 1:
        yield (family, "bones", *map(bones, thing.name.split()))
        yield (family, "ends", heard[0], heard[-1])


def _met(things: Iterable[Thing]) -> Mapping[Thing, Sequence[tuple[object, ...]]]:
    """{thing: what it shares with others that are called so for short and seen in the same company}."""
    called: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in things:
        for word in _short_forms(thing):
            called[thing.family, word].append(thing)
    out: dict[Thing, list[tuple[object, ...]]] = defaultdict(list)
    for call, members in called.items():
        seen = {thing: _company(thing) for thing in members} if len(members) > 1 else {}
        times = Counter(chain.from_iterable(seen.values()))
        shared = {key for key, n in times.items() if n > 1}
        for thing, company in seen.items():
            out[thing] += product([call], company & shared)
    return out


def _short_forms(thing: Thing) -> Collection[str]:
    """An organization's initials, a person's first and last name."""
    heard = thing.sounds
    if heard and thing.family == "person":
        return {heard[0], heard[-1]}
    if heard and thing.family == "organization":
        return thing.initials or ({thing.name} if len(heard) == 1 else ())
    return ()


def _company(thing: Thing) -> Set[object]:
    """Whom its articles name beside it; a person's offices, too, with the state."""
    context = thing.context
    offices = context.offices if thing.family == "person" else ()
    return context.company.union(product(offices, context.home)) if offices else context.company
