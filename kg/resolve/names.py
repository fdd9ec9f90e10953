"""Names as keys: normal forms, short forms, acronyms, slugs."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.ontology.honorifics import honorifics

_SAINT = re.compile(r"\bst\.?\s+(?=[^\W\d_])", re.IGNORECASE)
_JOINING = frozenset("of for the and".split())
_NICKNAME = re.compile(r"""(?<=\w )["“„«][^"“”„«»]+["”“»] (?=\w)""")
_ALPHANUMERIC = re.compile(r"[a-z0-9]+")
_SEPARATORS = re.compile(r"[\s\-‐-―'’`´.,·_/]+")


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """A name without case, accents, hyphens, stops, titles and articles; without a nickname inside it.

    >>> normal("The Saint-Étienne Club"), normal("Park Min-ho") == normal("PARK MIN HO")
    ('saint etienne club', True)
    >>> normal('Omar "Moe" Haddad')
    'omar haddad'
    """
    text = _SAINT.sub("Saint ", _NICKNAME.sub("", name.strip()))
    while (shorter := _before().sub("", text)) != text and shorter:
        text = shorter
    text = re.sub(r"['’]s$", "", text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    initials = re.sub(r"\b([A-Za-z])\.(?=[A-Za-z]\.?)", r"\1", text)
    return _SEPARATORS.sub(" ", initials).strip().casefold()


@cache
def _before() -> re.Pattern[str]:
    """What may stand before a name and is no part of it: an article, the honorifics of names.yaml."""
    return re.compile(rf"^(?:the|{'|'.join(sorted(honorifics()))})\.?\s+", re.IGNORECASE)


def slug(name: str) -> str:
    """The name as the local part of an IRI: ASCII letters and digits joined by hyphens; never empty.

    >>> slug("Ľudovít Ódor"), slug("金正恩")
    ('ludovit-odor', 'entity')
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(_ALPHANUMERIC.findall(name.lower()))[:80].strip("-") or "entity"


def acronym(name: str) -> str:
    """The initials of the capitalised words of a name.

    >>> acronym("Organisation for the Prohibition of Chemical Weapons")
    'OPCW'
    """
    return "".join(w[0] for w in re.split(r"[\s\-]+", name) if w[:1].isupper())


def initials(name: str) -> str:
    """The first letters of all words of a name but those that join them.

    >>> initials("Chadian security forces")
    'CSF'
    """
    words = re.split(r"[\s\-]+", name)
    return "".join(w[0].upper() for w in words if w[:1].isalpha() and w.lower() not in _JOINING)


def is_full(name: str) -> bool:
    """True if a normal form has a word before the last that is more than an initial."""
    return any(len(word) > 1 for word in name.split()[:-1])


def is_acronym(name: str) -> bool:
    """True for two to eight capitals, with or without stops."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper()


def initials_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """True if two names of as many words have the same last word, and each other word is the same or its initial.

    >>> initials_fit(["j", "smith"], ["john", "smith"]), initials_fit(["jane", "smith"], ["john", "smith"])
    (True, False)
    """
    if len(one) != len(other) or one[-1] != other[-1] or one == other:
        return False
    return all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in zip(one[:-1], other[:-1], strict=True))
