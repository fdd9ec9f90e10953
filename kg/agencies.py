"""News agencies (reference data in `kg/data/agencies.yaml`) as they are named in credits and in texts."""

import re
from functools import cache
from importlib.resources import files

from kg.tables import table

_ARTICLE = re.compile(r"(?i:the)\s+")


def first_agency(credit: str) -> str | None:
    """The first agency named in a credit ("Source: AFP/jr" -> "AFP"), as written there."""
    match = re.search(rf"(?<![\w-])(?:{pattern()})(?![\w-])", credit)
    return _ARTICLE.sub("", match.group(), count=1) if match else None


def is_agency(name: str) -> bool:
    """True if the whole name is an agency's: "AP", "the Associated Press", "Reuters news agency"."""
    if len(name) > 80:
        return False
    plain = " ".join(name.split())
    return any(re.fullmatch(pattern(), form) for form in (plain, re.sub(r" (?i:news agency)\Z", "", plain)))


def full_name(name: str) -> str | None:
    """The full name of an agency that is called so.

    >>> full_name("the AP"), full_name("Reuters"), full_name("Rome")
    ('Associated Press', 'Reuters', None)
    """
    return _names().get(_ARTICLE.sub("", name, count=1))


@cache
def pattern() -> str:
    """A regular expression for any agency, longest names first."""
    names = sorted(_names(), key=lambda n: (-len(n), n))
    return r"(?:[Tt]he )?(?:" + "|".join(re.escape(n) for n in names) + ")"


@cache
def _names() -> dict[str, str]:
    """Full name by every name."""
    rows = table(files("kg").joinpath("data", "agencies.yaml"))
    return {name: full for full, short in rows.items() for name in (full, *short)}
