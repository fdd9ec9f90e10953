"""The names of nodes: content-addressed, so that the same articles give the same IRIs in every build."""

import hashlib
import re
from functools import cache

from kg.errors import InputError
from kg.export.terms import name, number, string
from kg.graph import Statement
from kg.model import Claim, Document, EntityId, Literal, Quantity
from kg.ontology import DEFAULT_BASE, NAMESPACE

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

    def span(self, document: Document, start: int, end: int) -> str:
        stem = self.node(f"span-{document.sha256[:8]}")
        return f"{stem}-{start}-{end}" if stem[-1] != ">" else f"{stem[:-1]}-{start}-{end}>"

    def object(self, statement: Statement) -> str:
        """The object as a term: a node, a quantity's node, or a string."""
        target = statement.object
        if isinstance(target, str):
            return self.node(target)
        return string(target.value) if isinstance(target, Literal) else self.node(quantity_id(statement, target))

    def claim(self, document: Document, content: str, claim: Claim[EntityId]) -> str:
        """The same claim of some `content` read twice in one article is one node."""
        parts = (document.sha256, content, " ".join(claim.sources), claim.modality, claim.made_in or "")
        return name("id", f"claim-{_digest(*parts)}", self.base)


def quantity_id(statement: Statement, quantity: Quantity) -> str:
    """One node per event, property and wording: competing figures stay apart."""
    numbers = (quantity.minimum, quantity.maximum, quantity.value)
    content = (quantity.bound, *("" if n is None else number(n) for n in numbers), quantity.unit or "", quantity.text)
    return f"quantity-{_digest(statement.subject, statement.predicate, *content)}"


def content(statement: Statement) -> str:
    """What a statement says, as the ids of its claims are made of it."""
    target = statement.object
    if isinstance(target, Literal):
        words = repr(target.value)
    else:
        words = f"id:{target if isinstance(target, str) else quantity_id(statement, target)}"
    return f"id:{statement.subject}\x1fkg:{statement.predicate}\x1f{words}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
