"""One name, one thing, across articles: what the comparison of two names goes by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import DocumentId
from kg.places.reference import State
from kg.resolve.clusters import Cluster, Key
from kg.resolve.contexts import Context
from kg.resolve.forms import parted
from kg.resolve.names import acronym
from kg.resolve.spelling import sounds


@dataclass(eq=False)
class Thing:
    """The clusters of all articles that are one thing."""

    key: Key
    clusters: Sequence[Cluster]
    told: Callable[[], Context] = Context
    """Gives what the articles say of it."""
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
    def context(self) -> Context:
        return self.told()

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
