"""What articles say of a thing besides its name: its states and offices, and whom they name beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg import places
from kg.model import DocumentId, Extraction, Literal, MentionId
from kg.ontology import Ontology
from kg.resolve.clusters import Cluster, Key
from kg.resolve.names import normal

_COMMON = 20
"""A name in more than one of so many articles says little about who else is in them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What articles say of one thing besides its name."""

    states: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    company: frozenset[Key] = frozenset()
    """Others named in the articles, unless every other article names them."""
    around: frozenset[str] = frozenset()
    """The states that the article names at all; of one article only."""

    @property
    def home(self) -> frozenset[str]:
        """The states that it is of, or may be of."""
        return self.states or self.around


class Contexts:
    """What the articles say of their clusters."""

    def __init__(
        self,
        extractions: Iterable[Extraction],
        clusters: Mapping[DocumentId, Sequence[Cluster]],
        ontology: Ontology,
    ) -> None:
        named = {d: {c.key for c in found if _keeps_company(c)} for d, found in clusters.items()}
        seen = Counter(chain.from_iterable(named.values()))
        limit = max(_COMMON // 2, len(named) // _COMMON)
        self._company = {d: frozenset([k for k in keys if seen[k] <= limit]) for d, keys in named.items()}
        self._around = {d: frozenset([c.key[1] for c in found if c.key[0] == "state"]) for d, found in clusters.items()}
        self._ties = _Ties(ontology)
        for extraction in extractions:
            self._ties.add(extraction, clusters[extraction.document.id])

    def states(self, clusters: Iterable[Cluster]) -> frozenset[str]:
        """The states that articles give to the clusters."""
        return _all(self._ties.states, clusters)

    def around(self, cluster: Cluster) -> frozenset[str]:
        """The states that its article names."""
        return self._around[cluster.mentions[0].document]

    def of(self, clusters: Sequence[Cluster]) -> Context:
        """All that is said of clusters of one key; of a single one also the states that its article names."""
        first, *others = [self._company[c.mentions[0].document] for c in clusters]
        company = first.union(*others) - {clusters[0].key}
        around = frozenset() if others else self.around(clusters[0])
        return Context(self.states(clusters), _all(self._ties.offices, clusters), company, around)


def _all(table: Mapping[int, Iterable[str]], clusters: Iterable[Cluster]) -> frozenset[str]:
    return frozenset().union(*[table[id(c)] for c in clusters if id(c) in table])


def _keeps_company(cluster: Cluster) -> bool:
    return cluster.key[0] in {"person", "organization", "place"} and len(cluster.key) == 2 and cluster.is_named


class _Ties:
    """{id() of a cluster: the states, the offices that the relations of its article give to it}."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.states: dict[int, set[str]] = defaultdict(set)
        self.offices: dict[int, set[str]] = defaultdict(set)

    def add(self, extraction: Extraction, clusters: Iterable[Cluster]) -> None:
        of = {m.id: c for c in clusters for m in c.mentions} if extraction.relations else {}
        for relation in extraction.relations:
            if not any(c.modality.is_fact for c in relation.claims) or relation.subject not in of:
                continue
            subject = of[relation.subject]
            if isinstance(relation.object, Literal):
                self.offices[id(subject)].add(normal(relation.object.value))
            elif (seat := self._seat(subject, relation.object, of)) is not None:
                self.states[id(subject)].add(seat)
            elif self.ontology.relations[relation.type].demonym or subject.key[0] == "person":
                key = of[relation.object].key if relation.object in of else ("",)
                if key[0] == "state":
                    self.states[id(subject)].add(key[1])

    def _seat(self, subject: Cluster, where: MentionId, of: Mapping[MentionId, Cluster]) -> str | None:
        """The state in whose capital a body is: "the ministry in Lima"."""
        body = self.ontology.part("body")
        if where not in of or not self.ontology.is_a(subject.type, body) or of[where].key[0] != "place":
            return None
        seat = places.capital_of(of[where].name.title())
        return seat.code if seat else None


def are_apart(a: Context, b: Context, *, family: str, is_national: bool) -> bool:
    """True if two articles cannot mean one thing: they tell of other states, and nothing brings them together."""
    if not a.states or not b.states or a.states & b.states:
        return False
    if is_national:
        return True
    if a.company & b.company:
        return False
    return family != "person" or (bool(a.offices and b.offices) and not a.offices & b.offices)
