"""How well mentions are brought together: B-cubed over the named things of the gold, within articles and across them.

B-cubed (Bagga and Baldwin 1998): of the mentions in one cluster with a mention, the part that belongs there, and of
those that belong with it, the part that is there; the mean over all mentions. One mention is one stretch of words that
the gold lists for a thing in an article. Where the graph has these words in several places, each place has its share.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.evaluate.align import normal, related
from kg.evaluate.counts import Count, Fault, Slip
from kg.evaluate.facts import Facts, Passage, Thing
from kg.ontology import Ontology

WITHIN, ACROSS = "mentions within articles (B³)", "mentions across articles (B³)"
"""The rows of the report."""
_ADPOSITIONS = frozenset("of for in at by to with from on near between against".split())
"""What stands between the words for a thing and the name of another one."""

Gold = tuple[str, Facts, Facts]
"""A gold file: its name, what it says, and what the graph says of the same articles."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name a thing of the gold, and the things of the graph that they name there, each with its share."""

    words: str
    document: str
    thing: Hashable
    homes: Mapping[Hashable, float]
    is_counted: bool = True
    """False of what the gold only describes: it counts in the clusters it is in, and not by itself."""


def b_cubed(namings: Sequence[Naming]) -> Count:
    """The sums of recall and precision over the mentions that count; one without a home is alone in its cluster."""
    gold = Counter(n.thing for n in namings)
    built: dict[Hashable, float] = defaultdict(float)
    both: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for n in namings:
        for home, share in n.homes.items():
            built[home] += share
            both[n.thing, home] += share
    found = right = 0.0
    counted = [n for n in namings if n.is_counted]
    for n in counted:
        own = {home: share * both[n.thing, home] for home, share in n.homes.items()}
        found += (sum(own.values()) if own else 1.0) / gold[n.thing]
        right += sum(part / built[home] for home, part in own.items())
    homed = sum(bool(n.homes) for n in counted)
    return Count(round(found, 9), len(counted), round(right, 9), homed)


def within(gold: Facts, built: Facts) -> Count:
    """The count of the articles of one gold file, each by itself."""
    return b_cubed([_local(n) for n in namings(gold, built)])


def across(golds: Iterable[Gold], ontology: Ontology) -> tuple[Count, list[Slip]]:
    """The count of all gold files taken together, and every thing that is parted or mixed with another, in words."""
    golds = list(golds)
    same = _same([gold for _, gold, _ in golds], ontology)
    found, slips = [], []
    for i, (name, gold, built) in enumerate(golds):
        here = list(namings(gold, built))
        slips += _slips(name, WITHIN, [_local(n) for n in here], _labels(gold), _labels(built))
        found += [replace(n, thing=same[i, str(n.thing)]) for n in here]
    gold_names = {same[i, t.id]: _label(t) for i, (_, gold, _) in reversed([*enumerate(golds)]) for t in gold.things}
    built_names = {label: words for _, _, built in golds for label, words in _labels(built).items()}
    return b_cubed(found), slips + _slips("all", ACROSS, _by_article(found), gold_names, built_names)


def namings(gold: Facts, built: Facts) -> Iterator[Naming]:
    """The mentions of the gold with their homes in the graph; words that the gold has for two things are left out."""
    here = _Surfaces(built)
    owners: dict[Passage, set[str]] = defaultdict(set)
    for thing in gold.things:
        for m in thing.mentions:
            owners[_plain(m)].add(thing.id)
    for thing in gold.things:
        for passage in sorted({_plain(m) for m in thing.mentions}):
            if len(owners[passage]) == 1:
                taken = {p for p, ids in owners.items() if ids != {thing.id}}
                yield Naming(passage.text, passage.document, thing.id, here.homes(passage, taken), thing.is_named)


def _plain(passage: Passage) -> Passage:
    return passage if passage.is_located else replace(passage, text=normal(passage.text))


class _Surfaces:
    """Finds what the words of a graph's articles name in it."""

    def __init__(self, built: Facts) -> None:
        self._located: dict[tuple[str, int], list[tuple[Passage, str]]] = defaultdict(list)
        self._worded: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for thing in built.things:
            for m in thing.mentions:
                self._located[m.document, m.end].append((m, thing.id))
                self._worded[m.document, normal(m.text)][thing.id] += 1
            if not thing.mentions:  # a publisher that no words name
                for article, name in product(built.articles, thing.names):
                    self._worded[article.id, normal(name)][thing.id] += 1

    def homes(self, passage: Passage, taken: set[Passage]) -> dict[Hashable, float]:
        """{thing: share} of the words; where a graph has less of them, of their last words or the first before a
        comma or bracket: "Roe" of "Prime Minister Roe". `taken` words are others'."""
        if passage.is_located:
            ending = self._located.get((passage.document, passage.end), [])
            return {home: 1.0 for _, home in sorted(ending, key=lambda e: abs(e[0].start - passage.start))[:1]}
        for text in _parts(passage.text):
            if found := self._worded.get((passage.document, text)):
                if text != passage.text and replace(passage, text=text) in taken:
                    return {}
                return {home: n / found.total() for home, n in found.items()}
        return {}


def _parts(text: str) -> Iterator[str]:
    """The text, then its ends from the longest to the shortest, then its beginning.

    >>> list(_parts("defence minister jo roe"))
    ['defence minister jo roe', 'minister jo roe', 'jo roe', 'roe']
    >>> list(_parts("jo roe, the minister of defence"))[-1]
    'jo roe'
    """
    yield text
    words = text.split()
    for i in range(1, len(words)):
        before = [w for w in words[:i] if w not in {"the", "a", "an"}]
        if not before or before[-1] not in _ADPOSITIONS:
            yield normal(" ".join(words[i:]))
    for mark in (",", " ("):
        if mark in text:
            yield normal(text.partition(mark)[0])


def _local(naming: Naming) -> Naming:
    """The mention as its article by itself knows it."""
    homes: dict[Hashable, float] = {(naming.document, home): share for home, share in naming.homes.items()}
    return replace(naming, thing=(naming.document, naming.thing), homes=homes)


def _same(golds: Sequence[Facts], ontology: Ontology) -> dict[tuple[int, str], Hashable]:
    """{(number of the gold file, its thing): label}: one label for the named things of several files with classes that
    are kin, where the name of one is a name or alias of the other. Within one file, the gold has the last word."""
    labels: dict[tuple[int, str], tuple[int, str]] = {}
    known: list[tuple[tuple[int, str], Thing]] = []
    for i, gold in enumerate(golds):
        free = {labels[k]: (k, t) for k, t in known}
        for thing in gold.things:
            match = next((label for label, (_, t) in free.items() if _is_same(thing, t, ontology)), None)
            labels[i, thing.id] = match or (i, thing.id)
            if match:
                del free[match]
        known += [((i, t.id), t) for t in gold.things]
    return dict(labels)


def _is_same(one: Thing, other: Thing, ontology: Ontology) -> bool:
    if not (one.is_named and other.is_named and one.names and other.names):
        return False
    names, others = ([normal(n) for n in t.names] for t in (one, other))
    return (names[0] in others or others[0] in names) and related(one.type, other.type, ontology)


def _by_article(namings: Iterable[Naming]) -> list[Naming]:
    """One mention for each thing of each article, where most of its mentions are."""
    homes: dict[tuple[str, Hashable], Counter[Hashable]] = defaultdict(Counter)
    for n in namings:
        if n.is_counted:
            homes[n.document, n.thing].update(n.homes)
    return [
        Naming(document, document, thing, {max(c, key=lambda h: (c[h], str(h))): 1.0})
        for (document, thing), c in homes.items()
        if c
    ]


def _slips(
    document: str,
    row: str,
    namings: Sequence[Naming],
    gold: Mapping[Hashable, str],
    built: Mapping[Hashable, str],
) -> list[Slip]:
    """Things that have several homes, and homes that have several things, with the words that show it."""
    parted: dict[Hashable, dict[Hashable, str]] = defaultdict(dict)
    mixed: dict[Hashable, dict[Hashable, str]] = defaultdict(dict)
    for n in namings:
        for home in n.homes:
            if n.is_counted:
                parted[n.thing].setdefault(home, n.words)
            mixed[home].setdefault(n.thing, n.words)
    counted = {n.thing for n in namings if n.is_counted}
    found = [
        Slip(document, row, Fault.MISSED, f"{gold[t]} is parted: {_listed(homes, built)}")
        for t, homes in parted.items()
        if len(homes) > 1
    ]
    found += [
        Slip(document, row, Fault.SPURIOUS, f"{built[h]} is mixed of: {_listed(things, gold)}")
        for h, things in mixed.items()
        if len(things) > 1 and counted & things.keys()
    ]
    return sorted(found)


def _listed(words: Mapping[Hashable, str], names: Mapping[Hashable, str]) -> str:
    return ", ".join(sorted(f"{names[key]} ('{text}')" for key, text in words.items()))


def _label(thing: Thing) -> str:
    return f"{thing.type} {thing.names[0] if thing.names else thing.id}"


def _labels(facts: Facts) -> dict[Hashable, str]:
    """What to call a thing, whether known by itself or in an article."""
    plain: dict[Hashable, str] = {t.id: _label(t) for t in facts.things}
    return plain | {(a.id, t.id): _label(t) for a in facts.articles for t in facts.things}
