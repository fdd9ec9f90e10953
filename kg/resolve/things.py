"""One name, one thing, across articles: what the comparison of two names goes by."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg import places
from kg.model import DocumentId, Extraction, Literal, MentionId
from kg.ontology import Ontology
from kg.places.reference import State
from kg.resolve.clusters import Cluster, Key
from kg.resolve.forms import parted
from kg.resolve.names import acronym, normal
from kg.resolve.spelling import sounds

_COMMON = 20
"""A name in more than one of so many articles says little about who else is in them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What one article says of one thing besides its name."""

    states: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    company: frozenset[Key] = frozenset()
    """Others named in the article, unless every other article names them."""
    around: frozenset[str] = frozenset()
    """The states that the article names at all; of one article only."""

    @property
    def home(self) -> frozenset[str]:
        """The states that it is of, or may be of."""
        return self.states or self.around

    @staticmethod
    def union(contexts: Iterable["Context"]) -> "Context":
        """All that several articles say."""
        parts = [(c.states, c.offices, c.company) for c in contexts]
        return Context(*(frozenset().union(*sets) for sets in zip(*parts, strict=True)))


@dataclass(eq=False)
class Thing:
    """The clusters of all articles that are one thing."""

    key: Key
    clusters: list[Cluster]
    context: Context = field(default_factory=Context)
    documents: frozenset[DocumentId] = frozenset()
    is_national: bool = False
    """True of what a state has one of: a government body, a military unit."""
    origin: Key | None = None
    """The key shared by several things that are not one, if this is one of them."""

    @property
    def family(self) -> str:
        return self.key[0]

    @property
    def name(self) -> str:
        return self.key[1]

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        return sounds(self.name)

    @cached_property
    def initials(self) -> frozenset[str]:
        """What the names may be for short, in lower case."""
        return frozenset(a for c in self.clusters if len(a := acronym(c.name).lower()) > 1)

    @property
    def weight(self) -> int:
        """Mentions."""
        return sum(len(c.mentions) for c in self.clusters)

    @cached_property
    def named_state(self) -> State | None:
        """The state that the name begins with."""
        return parted(self.name)[0]

    @cached_property
    def state(self) -> str | None:
        """The state that a national body belongs to, by its name or else by its articles, if there is one."""
        if named := self.named_state:
            return named.code
        return next(iter(self.context.states)) if len(self.context.states) == 1 else None


def contexts(
    extractions: Sequence[Extraction], clusters: Mapping[DocumentId, Sequence[Cluster]], ontology: Ontology
) -> dict[int, Context]:
    """{id() of a cluster: its context}."""
    named = {d: {c.key for c in found if _keeps_company(c)} for d, found in clusters.items()}
    seen = Counter(key for keys in named.values() for key in keys)
    limit = max(_COMMON // 2, len(named) // _COMMON)
    out: dict[int, Context] = {}
    for extraction in extractions:
        here = clusters[extraction.document.id]
        company = frozenset(k for k in named[extraction.document.id] if seen[k] <= limit)
        around = frozenset(c.key[1] for c in here if c.key[0] == "state")
        ties, plain = _Ties(extraction, here, ontology), Context(company=company, around=around)
        for cluster in here:
            states, offices = ties.states.get(id(cluster), ()), ties.offices.get(id(cluster), ())
            is_plain = not states and not offices and cluster.key not in company
            others = company - {cluster.key}
            found = plain if is_plain else Context(frozenset(states), frozenset(offices), others, around)
            out[id(cluster)] = found
    return out


def _keeps_company(cluster: Cluster) -> bool:
    return cluster.key[0] in {"person", "organization", "place"} and len(cluster.key) == 2 and cluster.is_named


class _Ties:
    """The states and offices that the relations of an article give to its clusters."""

    def __init__(self, extraction: Extraction, clusters: Iterable[Cluster], ontology: Ontology) -> None:
        self.states: dict[int, set[str]] = {}
        self.offices: dict[int, set[str]] = {}
        of: dict[MentionId, Cluster] = {m.id: c for c in clusters for m in c.mentions}
        for relation in extraction.relations:
            if not any(c.modality.is_fact for c in relation.claims) or relation.subject not in of:
                continue
            subject = of[relation.subject]
            type_ = ontology.relations[relation.type]
            if isinstance(relation.object, Literal):
                self.offices.setdefault(id(subject), set()).add(normal(relation.object.value))
            elif (seat := self._seat(subject, relation.object, of, ontology)) is not None:
                self.states.setdefault(id(subject), set()).add(seat)
            elif type_.demonym or subject.key[0] == "person":
                key = of[relation.object].key if relation.object in of else ("",)
                if key[0] == "state":
                    self.states.setdefault(id(subject), set()).add(key[1])

    @staticmethod
    def _seat(subject: Cluster, where: MentionId, of: Mapping[MentionId, Cluster], ontology: Ontology) -> str | None:
        """The state in whose capital a body is: "the ministry in Lima"."""
        if where not in of or not ontology.is_a(subject.type, ontology.part("body")) or of[where].key[0] != "place":
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
