"""Datelines: the place, and often the day and the outlet, that open a news text ("CAIRO, May 3 (AP) - ")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.agencies import is_agency, pattern
from kg.model import Span
from kg.read.dates import MONTH
from kg.read.lines import Line

_UPPER = r"[^\W\d_a-z](?:[^\W\da-z_]|[.'’/-](?=\w)|\.(?=,|\s))+"
_CITY = rf"(?P<where>{_UPPER}(?:\s{_UPPER}){{0,3}})"
_NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){0,2}"
_REGION = r"(?:,\s[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}?)?"
_DAY = rf"(?:,?\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)?"
_OUTLET = r"(?:,?\s?\((?P<outlet>[^()]{2,50})\))"
_DASH = r"(?:\s?[—–―]\s?|\s--?\s|\s?--\s?)(?=\S)"
_WITH_DASH = re.compile(rf"{_CITY}{_REGION}{_DAY}{_OUTLET}?{_DAY}{_DASH}")  # OSLO (Outlet) — / OSLO —
_WITH_OUTLET = re.compile(rf"{_CITY}{_REGION}{_DAY}{_OUTLET}(?P<sign>\s?[:.-])?\s?(?=\S)")  # OSLO (Outlet): / OSLO (AP)
_SPELT_OUT = re.compile(rf"(?P<where>{_NAME}){_REGION}{_DAY}{_OUTLET}{_DAY}{_DASH}")  # Oslo (Outlet) -
_WITH_COLON = re.compile(rf"{_CITY}{_REGION}{_DAY}:\s(?=\S)")  # OSLO:
_REACH = 200
"""Code points in which a dateline ends."""
_LABELS = frozenset(
    "WATCH READ FILE UPDATE UPDATED BREAKING EXCLUSIVE ANALYSIS OPINION EDITORIAL LIVE VIDEO PHOTO PHOTOS NOTE FACTBOX "
    "EXPLAINER TIMELINE CORRECTION LISTEN MORE SOURCE INTERVIEW COMMENTARY REVIEW FEATURE HIGHLIGHT HIGHLIGHTS RELATED "
    "CAPTION SPECIAL QUESTION ANSWER PODCAST SPORT SPORTS BUSINESS WORLD POLITICS Q A".split()
)
"""Words in capitals before a colon or dash that are no place."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the place of a dateline stands, and the outlet in its brackets."""

    place: Span
    outlet: str | None = None


def dateline(prose: Sequence[Line]) -> Dateline | None:
    """The first dateline among an article's opening lines."""
    speakers = sum(bool(_WITH_COLON.match(line.text[:_REACH])) for line in prose) > 1  # an interview, not datelines
    for line in prose[:8]:
        match = _opening(line.text[:_REACH], colon=line.is_prose and not speakers) or wire_line(line.text)
        if match:
            start = line.span.start + match.start("where")
            outlet = match.groupdict().get("outlet")
            return Dateline(Span(start, start + len(match["where"].split("/")[0])), outlet)
    return None


def wire_line(line: str) -> re.Match[str] | None:
    """ "AFP, OSLO": agency and place as a line of their own."""
    return re.fullmatch(rf"(?P<outlet>{pattern()})(?:[,/|]|\s[–—-])\s?{_CITY}", line)


def _opening(line: str, *, colon: bool) -> re.Match[str] | None:
    for form in (_WITH_DASH, _WITH_OUTLET, _SPELT_OUT, *([_WITH_COLON] if colon else [])):
        match = form.match(line)
        if match and _is_place(match):
            return match
    return None


def _is_place(match: re.Match[str]) -> bool:
    """False for labels and agencies, and for what only an outlet could tell from an abbreviation ("UK - ")."""
    city, found = match["where"], match.groupdict()
    if city.split()[0] in _LABELS or is_agency(city):
        return False
    if "sign" in found and not found["sign"]:
        return is_agency(found["outlet"])
    return bool(found.get("outlet")) or len(city) > 3
