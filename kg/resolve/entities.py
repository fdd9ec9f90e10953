"""Identities -> entities: each has an id, a name, a class, other names, and the reasons why it is one thing."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.model import Entity, EntityId
from kg.ontology import Ontology
from kg.places.reference import states
from kg.resolve import kinds
from kg.resolve.clusters import Cluster, spelt
from kg.resolve.identity import Identity
from kg.resolve.judgements import Judgements
from kg.resolve.names import normal, slug


def entities(
    identities: Iterable[Identity], media: Collection[Identity], ontology: Ontology, judgements: Judgements
) -> dict[Identity, Entity]:
    """One entity for every identity; `media` are those whose words somebody has carried.

    The id is the name as a slug, numbered where several have it: what has a name comes before what is described.
    """
    plain = [(i, judged(i, judgements.rename) or _name(i, ontology)) for i in identities]
    rows = [(i, name, slug(name)) for i, name in _told_apart(plain)]
    ids = _Ids()
    return {
        identity: Entity(
            id=ids.new(base),
            type=judged(identity, judgements.retype) or _type(identity, identity in media, ontology),
            name=name,
            aliases=tuple(sorted({a for c in identity.clusters for a in c.aliases | {c.name}} - {name})),
            mentions=tuple(sorted(m.id for c in identity.clusters for m in c.mentions)),
            links=tuple(sorted(set(_judged(identity, judgements.link)))),
            reasons=tuple(
                sorted({r for c in identity.clusters for r in c.reasons} | {k.reason for k in identity.links})
            ),
        )
        for identity, name, base in sorted(rows, key=lambda r: (not r[0].is_named, r[2], r[0].key))
    }


def _told_apart(named: Sequence[tuple[Identity, str]]) -> Iterator[tuple[Identity, str]]:
    """The names, with the state behind those that bodies of several states share: "Foreign Ministry (Chad)"."""
    shared = Counter(name for identity, name in named if identity.is_named)
    for identity, name in named:
        of = {code for thing in identity.things for code in thing.context.states}
        is_ambiguous = shared[name] > 1 and identity.is_named and identity.things[0].is_national and len(of) == 1
        yield identity, f"{name} ({states()[min(of)].name})" if is_ambiguous else name


def judged(identity: Identity, table: Mapping[str, str]) -> str | None:
    """What the table says of the first key of an identity that it knows."""
    return next(iter(_judged(identity, table)), None)


def _judged(identity: Identity, table: Mapping[str, str]) -> Iterator[str]:
    keys = [spelt(k) for t in identity.things for k in (t.key, t.origin) if k] if table else []
    return (table[k] for k in keys if k in table)


class _Ids:
    """Slugs, each given once."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def new(self, base: str) -> EntityId:
        self._taken[base] += 1
        number = self._taken[base]
        while number > 1 and f"{base}-{number}" in self._taken:
            number += 1
        local = base if number == 1 else f"{base}-{number}"
        self._taken[base] = number
        if local != base:
            self._taken[local] += 1
        return EntityId(local)


def _name(identity: Identity, ontology: Ontology) -> str:
    """The fullest name, of these the most frequent."""
    if len(identity.clusters) == 1:
        return identity.clusters[0].name
    if identity.key[0] == "kind":
        return kinds.called((c.name for c in identity.clusters for _ in c.mentions), identity.key[1], ontology)
    counts: Counter[str] = Counter()
    for cluster in identity.clusters:
        counts[cluster.name] += max(1, len(cluster.mentions))
    is_fuller_better = identity.key[0] in {"person", "organization"}
    return min(counts, key=lambda n: (-len(normal(n).split()) if is_fuller_better else 0, -counts[n], n))


def _type(identity: Identity, is_medium: bool, ontology: Ontology) -> str:
    """The class most clusters have, the narrowest of those that agree."""
    found = _voted(identity.clusters, ontology)
    medium = ontology.part("medium")
    return medium if is_medium and ontology.is_a(medium, found) else found


def _voted(clusters: Sequence[Cluster], ontology: Ontology) -> str:
    if len({c.type for c in clusters}) == 1:
        return clusters[0].type
    votes = Counter([c.type for c in clusters])
    best = min(votes, key=lambda t: (-votes[t], -len(ontology.ancestors(t)), t))
    narrow = [t for t in votes if ontology.is_a(t, best)]
    return min(narrow, key=lambda t: (-len(ontology.ancestors(t)), t))
