"""Identities -> entities: each has an id, a name, a class, other names, and the reasons why it is one thing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kg.model import Entity, EntityId, MentionId
from kg.ontology import Ontology
from kg.places.reference import states
from kg.resolve import kinds
from kg.resolve.clusters import Cluster, spelt
from kg.resolve.identity import Identity
from kg.resolve.judgements import Judgements
from kg.resolve.names import normal, slug
from kg.resolve.things import Thing


def entities(
    identities: Iterable[Identity],
    ontology: Ontology,
    judgements: Judgements,
    *,
    media: Set[Thing],
    via: Set[MentionId],
) -> dict[Identity, Entity]:
    """One entity for every identity; `media` are those in whose voice articles speak, `via` names of those
    whose words somebody has carried.

    The id is the name as a slug, numbered where several have it: what has a name comes before what is described.
    """
    called = [(i, judged(i, judgements.rename) or _name(i, ontology), i.is_named) for i in identities]
    rows = [(not is_named, slug(name), i.key, name, i) for i, name, is_named in _told_apart(called)]
    ids = _Ids()
    out: dict[Identity, Entity] = {}
    for _, base, _, name, identity in sorted(rows):  # no two have one key
        clusters = identity.clusters
        mentions = sorted([m.id for c in clusters for m in c.mentions])
        is_medium = not media.isdisjoint(identity.things) or not via.isdisjoint(mentions)
        out[identity] = Entity(
            id=ids.new(base),
            type=judged(identity, judgements.retype) or _type(clusters, is_medium, ontology),
            name=name,
            aliases=_other_names(clusters, name),
            mentions=tuple(mentions),
            links=tuple(sorted(set(_judged(identity, judgements.link)))) if judgements.link else (),
            reasons=tuple(sorted({k.reason for k in identity.links}.union(*[c.reasons for c in clusters]))),
        )
    return out


def _told_apart(called: Sequence[tuple[Identity, str, bool]]) -> Iterator[tuple[Identity, str, bool]]:
    """The names, with the state behind those that bodies of several states share: "Foreign Ministry (Chad)"."""
    shared = Counter([name for _, name, is_named in called if is_named])
    for identity, name, is_named in called:
        if is_named and shared[name] > 1 and identity.things[0].is_national:
            of = {code for thing in identity.things for code in thing.context.states}
            yield identity, f"{name} ({states()[min(of)].name})" if len(of) == 1 else name, is_named
        else:
            yield identity, name, is_named


def judged(identity: Identity, table: Mapping[str, str]) -> str | None:
    """What the table says of the first key of an identity that it knows."""
    return next(iter(_judged(identity, table)), None) if table else None


def _judged(identity: Identity, table: Mapping[str, str]) -> list[str]:
    keys = [spelt(k) for t in identity.things for k in (t.key, t.origin) if k]
    return [table[k] for k in keys if k in table]


class _Ids:
    """Slugs, each given once."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        """How often each was asked for, or at what number."""

    def new(self, base: str) -> EntityId:
        if base not in self._taken:
            self._taken[base] = 1
            return EntityId(base)
        number = self._taken[base] + 1
        while f"{base}-{number}" in self._taken:
            number += 1
        self._taken[base] = number
        return self.new(f"{base}-{number}")


def _name(identity: Identity, ontology: Ontology) -> str:
    """The fullest name, of these the most frequent."""
    clusters = identity.clusters
    if len({c.name for c in clusters}) == 1:
        return clusters[0].name
    if identity.key[0] == "kind":
        return kinds.called((c.name for c in clusters for _ in c.mentions), identity.key[1], ontology)
    counts: Counter[str] = Counter()
    for cluster in clusters:
        counts[cluster.name] += max(1, len(cluster.mentions))
    is_fuller_better = identity.key[0] in {"person", "organization"}
    return min(counts, key=lambda n: (-len(normal(n).split()) if is_fuller_better else 0, -counts[n], n))


def _other_names(clusters: Iterable[Cluster], name: str) -> tuple[str, ...]:
    names = {a for c in clusters for a in (c.name, *c.aliases)}
    names.discard(name)
    return tuple(sorted(names))


def _type(clusters: Sequence[Cluster], is_medium: bool, ontology: Ontology) -> str:
    """The class most clusters have, the narrowest of those that agree."""
    found = _voted(clusters, ontology)
    medium = ontology.part("medium")
    return medium if is_medium and ontology.is_a(medium, found) else found


def _voted(clusters: Sequence[Cluster], ontology: Ontology) -> str:
    if len({c.type for c in clusters}) == 1:
        return clusters[0].type
    votes = Counter([c.type for c in clusters])
    best = min(votes, key=lambda t: (-votes[t], -len(ontology.ancestors(t)), t))
    narrow = [t for t in votes if ontology.is_a(t, best)]
    return min(narrow, key=lambda t: (-len(ontology.ancestors(t)), t))
