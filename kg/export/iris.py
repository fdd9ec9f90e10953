"""The names of nodes: content-addressed, so that the same articles give the same IRIs in every build."""

import hashlib
import re
from functools import cache

from kg.errors import InputError
from kg.export.terms import name, number, string
from kg.graph import Graph, Statement
from kg.model import Claim, EntityId, Literal, Quantity
from kg.ontology import DEFAULT_BASE, NAMESPACE

Stated = tuple[Statement, str]
"""A statement, and its object as a term."""

_BASE = re.compile(r"""https?://[^\s<>"{}|\\^`/?#]+(?:/[^\s<>"{}|\\^`]*)?[/#]""")


def check_base(base: str) -> str:
    """Return the base, or raise InputError."""
    if not _BASE.fullmatch(base):
        raise InputError(f"--base '{base}': use an http(s) address ending in / or #, such as https://example.org/id/")
    return base


@cache
def kg(word: str) -> str:
    """A class, property or individual of the ontology."""
    return name("kg", word, NAMESPACE)


class Names:
    """What the nodes of one graph are called in Turtle, under the user's base. Raises InputError if that is none."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = check_base(base)
        self._known: dict[str, str] = {}

    def node(self, identifier: str) -> str:
        known = self._known.get(identifier)
        if known is None:
            known = self._known[identifier] = name("id", identifier, self.base)
        return known

    def object(self, statement: Statement) -> str:
        """The object as a term: a node, a quantity's node, or a string."""
        target = statement.object
        if isinstance(target, str):
            return self.node(target)
        return string(target.value) if isinstance(target, Literal) else _quantity(statement, target)


def stated(graph: Graph, names: Names) -> list[Stated]:
    """The statements with their objects as terms, in order."""
    return [(statement, names.object(statement)) for statement in graph.statements()]


def content(statement: Statement, target: str) -> str:
    """What a statement says, as the ids of its claims are made of it; its object as a term is given."""
    words = target
    if isinstance(statement.object, Literal):
        words = repr(statement.object.value)
    elif isinstance(statement.object, str):
        words = f"id:{statement.object}"
    return f"id:{statement.subject}\x1fkg:{statement.predicate}\x1f{words}"


def claim_iri(sha256: str, content: str, claim: Claim[EntityId]) -> str:
    """The same claim of some `content` read twice in one article is one node; the hash is the article's."""
    return f"id:claim-{_digest(sha256, content, ' '.join(claim.sources), claim.modality, claim.made_in or '')}"


def _quantity(statement: Statement, quantity: Quantity) -> str:
    """One node per event, property and wording: competing figures stay apart."""
    numbers = (quantity.minimum, quantity.maximum, quantity.value)
    content = (quantity.bound, *["" if n is None else number(n) for n in numbers], quantity.unit or "", quantity.text)
    return f"id:quantity-{_digest(statement.subject, statement.predicate, *content)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
