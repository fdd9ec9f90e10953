"""News agencies (reference data in `kg/data/agencies.yaml`) as they are named in credits and in texts."""

import re
from functools import cache
from importlib.resources import files

import yaml

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


@cache
def pattern() -> str:
    """A regular expression for any agency, longest names first."""
    table = yaml.safe_load(files("kg").joinpath("data", "agencies.yaml").read_text("utf-8"))
    names = {name for full, short in table.items() for name in (full, *short)}
    return r"(?:[Tt]he )?(?:" + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) + ")"
