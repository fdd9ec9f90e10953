"""The names of nodes: content-addressed, so that the same articles give the same IRIs in every build."""

import hashlib
import re
from functools import cache

from kg.errors import InputError
from kg.export.terms import Iri, Value, number
from kg.graph import Statement
from kg.model import Claim, Document, EntityId, Literal, Modality, Quantity, Span

_BASE = re.compile(r"""https?://[^\s<>"{}|\\^`/?#]+(?:/[^\s<>"{}|\\^`]*)?[/#]""")


def check_base(base: str) -> str:
    """Return the base, or raise InputError."""
    if not _BASE.fullmatch(base):
        raise InputError(f"--base '{base}': use an http(s) address ending in / or #, such as https://example.org/id/")
    return base


@cache
def kg(name: str) -> Iri:
    return Iri("kg", name)


def node(identifier: str) -> Iri:
    return Iri("id", identifier)


def span_iri(document: Document, span: Span) -> Iri:
    return node(f"span-{document.sha256[:8]}-{span.start}-{span.end}")


def quantity_iri(statement: Statement, quantity: Quantity) -> Iri:
    """One node per event, property and wording: competing figures stay apart."""
    numbers = (quantity.minimum, quantity.maximum, quantity.value)
    content = (
        quantity.bound,
        *("" if n is None else number(n).text for n in numbers),
        quantity.unit or "",
        quantity.text,
    )
    return node(f"quantity-{_digest(statement.subject, statement.predicate, *content)}")


def object_term(statement: Statement) -> Iri | Value:
    """The object as a term: a node, a quantity's node, or a string."""
    if isinstance(statement.object, Quantity):
        return quantity_iri(statement, statement.object)
    return Value(statement.object.value) if isinstance(statement.object, Literal) else node(statement.object)


def claim_iri(document: Document, triple: tuple[Iri, Iri, Iri | Value], claim: Claim[EntityId]) -> Iri:
    """The same claim read twice in one article is one node."""
    modality: Modality = claim.modality
    terms = (f"{t.prefix}:{t.local}" if isinstance(t, Iri) else repr(t.text) for t in triple)
    return node(f"claim-{_digest(document.sha256, *terms, ' '.join(claim.sources), modality, claim.made_in or '')}")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
