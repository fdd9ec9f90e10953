"""The terms of an RDF graph and how Turtle writes them; no blank nodes exist here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from kg.errors import ExportError

_SIMPLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_IRI_SAFE = "!#$&'()*+,/:;=?@~-._"
_ENCODED = re.compile(r"(%[0-9A-Fa-f]{2})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    '[\x00-\x1f\x7f-\x9f"\\\\\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]'
)
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def clean(text: str) -> str:
    """The text as UTF-8 can carry it: lone surrogates become U+FFFD, one for one, so that offsets hold."""
    return _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=1 << 16)
def is_simple(local: str) -> bool:
    """True if a local name needs no escape."""
    return _SIMPLE.fullmatch(local) is not None


@dataclass(frozen=True, slots=True, order=True)
class Iri:
    """A name in a namespace: `Iri("kg", "Claim")`."""

    prefix: str
    local: str

    def turtle(self, namespaces: dict[str, str]) -> str:
        """Prefixed where no escape is needed, else in full; what no IRI may hold is percent-encoded."""
        if is_simple(self.local):
            return f"{self.prefix}:{self.local}"
        return f"<{namespaces[self.prefix]}{_encoded(self.local, safe='~-._')}>"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An IRI of somebody else's, in full."""

    iri: str

    def turtle(self, namespaces: dict[str, str]) -> str:
        if not _ABSOLUTE.match(self.iri):
            raise ExportError(f"export: '{self.iri}' is no absolute IRI; links start with a scheme such as https:")
        path, mark, fragment = self.iri.partition("#")
        parts = _ENCODED.split(f"{path}{mark}{fragment.replace('#', '%23')}")
        return f"<{''.join(p if _ENCODED.fullmatch(p) else _encoded(p, safe=_IRI_SAFE) for p in parts)}>"


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal; integers, decimals and booleans are written bare, strings without their datatype."""

    text: str
    datatype: str = "string"

    def turtle(self, namespaces: dict[str, str]) -> str:
        if self.datatype in {"integer", "decimal", "boolean"}:
            return self.text
        quoted = f'"{_UNSEEN.sub(_escape, clean(self.text))}"'
        return quoted if self.datatype == "string" else f"{quoted}^^xsd:{self.datatype}"


Term = Iri | Address | Value


def number(value: int | float) -> Value:
    """Whole numbers are integers: 600 and 600.0 are different terms in RDF."""
    if value == int(value):
        return Value(str(int(value)), "integer")
    return Value(f"{Decimal(repr(value)):f}", "decimal")


def share(value: float) -> Value:
    """A decimal of up to three places in [0, 1]."""
    return Value(str(Decimal(f"{min(max(value, 0.0), 1.0):.3f}").normalize() + Decimal("0.0")), "decimal")


def _escape(match: re.Match[str]) -> str:
    """Quotes, and everything that a reader of the file could not see."""
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _encoded(text: str, *, safe: str) -> str:
    """Percent-encode all but letters and digits of any script and `safe`."""
    return "".join(c if c in safe or c.isalpha() or c.isdecimal() else quote(c, safe="") for c in clean(text))


@dataclass(frozen=True, slots=True)
class Record:
    """One node's block: its properties in writing order, every one with at least one value."""

    subject: Iri
    properties: tuple[tuple[Iri, tuple[Term, ...]], ...]

    def turtle(self, namespaces: dict[str, str]) -> str:
        lines = [f"{_verb(p, namespaces)} {_objects(terms, namespaces)}" for p, terms in self.properties]
        return f"{self.subject.turtle(namespaces)} " + " ;\n    ".join(lines) + " .\n"


def _verb(predicate: Iri, namespaces: dict[str, str]) -> str:
    return "a" if predicate is A else predicate.turtle(namespaces)


def _objects(terms: tuple[Term, ...], namespaces: dict[str, str]) -> str:
    """The terms, each once; most properties have one, and a graph has millions."""
    if len(terms) == 1:
        return terms[0].turtle(namespaces)
    return " , ".join(dict.fromkeys([term.turtle(namespaces) for term in terms]))


A = Iri("rdf", "type")
LABEL = Iri("rdfs", "label")


def record(subject: Iri, properties: Iterable[tuple[Iri, Iterable[Term | None]]]) -> Record:
    """A record of the properties that have a value."""
    present = [(p, tuple([t for t in terms if t is not None])) for p, terms in properties]
    return Record(subject, tuple([(p, terms) for p, terms in present if terms]))
