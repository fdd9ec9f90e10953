"""The states that an article gives its things to: "Turkish troops", "Peru's navy", "the ministry in Lima"."""

from collections.abc import Callable, Collection
from functools import cache

from kg import places
from kg.model import Extraction, Kind, Literal, Mention, MentionId
from kg.ontology import Ontology
from kg.resolve.clusters import Cluster, bare
from kg.resolve.forms import parted
from kg.resolve.names import normal


class Owners:
    """Looks up whose the mentions of one article are; `find` gives the first mention of the cluster of one, so far."""

    def __init__(self, extraction: Extraction, ontology: Ontology, *, find: Callable[[MentionId], MentionId]) -> None:
        self.ontology, self._find = ontology, find
        self.mentions = {m.id: m for m in extraction.mentions}
        self._code = {m.id: self._look_up(m) for m in extraction.mentions}
        self._ties = [(r.subject, r.object, r.type) for r in extraction.relations if not isinstance(r.object, Literal)]
        self._owned = [(s, o) for s, o, type_ in self._ties if ontology.relations[type_].demonym]

    def code(self, mention: Mention) -> str | None:
        """The code of the state that a mention names."""
        return self._code[mention.id]

    def _look_up(self, mention: Mention) -> str | None:
        if mention.type not in _states(self.ontology):
            return None
        look_up = {Kind.METONYM: places.capital_of, Kind.DEMONYM: places.demonym}.get(mention.kind, places.state)
        state = look_up(mention.text) or places.state(mention.text)
        if state is None and mention.kind is Kind.METONYM:
            state = places.demonym(mention.text)  # "the French" want
        return state.code if state else None

    def _codes(self, mine: Collection[MentionId]) -> set[str]:
        owners = {self._find(o) for s, o in self._owned if s in mine}
        return {c for m, c in self._code.items() if c and self._find(m) in owners}

    def of_body(self, mention: Mention) -> str | None:
        """The only state that the article gives a national body to, or in whose capital it has it."""
        if not any(self.ontology.is_a(mention.type, self.ontology.part(part)) for part in ("body", "unit")):
            return None
        seats = (places.capital_of(self.mentions[o].text) for s, o, _ in self._ties if s == mention.id)
        codes = self._codes({mention.id}) | {seat.code for seat in seats if seat}
        return codes.pop() if len(codes) == 1 else None

    def of_force(self, cluster: Cluster) -> str | None:
        """The state whose plain forces these are: the only one the article gives them to."""
        unit = self.ontology.part("unit")
        if not self.ontology.is_a(cluster.type, unit) or any(c.isdigit() for c in cluster.name):
            return None
        plain = self.ontology.entities[unit].plural_heads
        words = bare(cluster.name).lower().split()
        if words[-1].removesuffix("s") not in plain or len(words) > 3:
            return None
        described = (bare(m.form or m.text).rpartition(" ")[0] for m in cluster.mentions if m.kind is Kind.NOMINAL)
        codes = self._codes({m.id for m in cluster.mentions})
        codes |= {state.code for name in described if (state := places.demonym(name))}
        return codes.pop() if len(codes) == 1 else None


def is_body(cluster: Cluster, ontology: Ontology) -> bool:
    """True of "the Turkish navy", "Turkey's navy": nothing else may stand in the description of what a state has one
    of."""
    nouns = ontology.entities[cluster.type].one_per_state
    state, rest = parted(normal(cluster.name)) if nouns else (None, ())
    return state is not None and " ".join(rest) in nouns


@cache
def _states(ontology: Ontology) -> frozenset[str]:
    """The classes of states."""
    return frozenset(t for t in ontology.entities if ontology.is_a(t, ontology.part("state")))
