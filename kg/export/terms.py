"""The terms of an RDF graph as Turtle writes them, and the blocks they make; no blank nodes exist here.

A term is its text from the start: a graph has millions, and most are written once.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
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

A, LABEL = "a", "rdfs:label"

Property = tuple[str, Sequence[str]]
"""A predicate and its objects; one without objects is not written."""


def clean(text: str) -> str:
    """The text as UTF-8 can carry it: lone surrogates become U+FFFD, one for one, so that offsets hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def name(prefix: str, local: str, namespace: str) -> str:
    """A name in a namespace: prefixed where no escape is needed, else in full and percent-encoded.

    >>> name("id", "ann-roe", "https://d.test/"), name("id", "a b", "https://d.test/")
    ('id:ann-roe', '<https://d.test/a%20b>')
    """
    return f"{prefix}:{local}" if _SIMPLE.fullmatch(local) else f"<{namespace}{_encoded(local, safe='~-._')}>"


def address(iri: str) -> str:
    """An IRI of somebody else's, in full. Raises ExportError if it is none."""
    if not _ABSOLUTE.match(iri):
        raise ExportError(f"export: '{iri}' is no absolute IRI; links start with a scheme such as https:")
    path, mark, fragment = iri.partition("#")
    parts = _ENCODED.split(f"{path}{mark}{fragment.replace('#', '%23')}")
    return f"<{''.join(p if _ENCODED.fullmatch(p) else _encoded(p, safe=_IRI_SAFE) for p in parts)}>"


def string(text: str) -> str:
    """A literal without a datatype; what a reader of the file could not see is escaped.

    >>> print(string('says "no"'))
    "says \\"no\\""
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{_UNSEEN.sub(_escape, clean(text))}"'


def typed(text: str, datatype: str) -> str:
    """A literal of one of XML Schema's datatypes, such as a date."""
    return f'"{text}"^^xsd:{datatype}'


def number(value: int | float) -> str:
    """Whole numbers are integers: 600 and 600.0 are different terms in RDF.

    >>> number(600.0), number(2.5)
    ('600', '2.5')
    """
    return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"


@cache
def share(value: float) -> str:
    """A decimal of up to three places in [0, 1]."""
    return str(Decimal(f"{min(max(value, 0.0), 1.0):.3f}").normalize() + Decimal("0.0"))


def block(subject: str, properties: Iterable[Property]) -> str:
    """What is said of one node, in the given order; every object once.

    >>> block("id:a", [("a", ["kg:Mention", "kg:TextSpan"]), ("kg:via", [])])
    'id:a a kg:Mention , kg:TextSpan .\\n'
    """
    lines = [
        f"{verb} {objects[0] if len(objects) == 1 else ' , '.join(dict.fromkeys(objects))}"
        for verb, objects in properties
        if objects
    ]
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def more(verb: str, objects: Sequence[str]) -> str:
    """One more property of a node that something was said of already; nothing without objects.

    >>> more("kg:via", ["id:a", "id:b"]), more("kg:via", [])
    (' ;\\n    kg:via id:a , id:b', '')
    """
    return f" ;\n    {verb} {' , '.join(objects)}" if objects else ""


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _encoded(text: str, *, safe: str) -> str:
    """Percent-encode all but letters and digits of any script and `safe`."""
    return "".join(c if c in safe or c.isalpha() or c.isdecimal() else quote(c, safe="") for c in clean(text))
