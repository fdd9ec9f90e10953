"""Datelines: the place, and often the day and the outlet, that open a news text ("CAIRO, May 3 (AP) - ")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.read.agencies import is_agency, pattern
from kg.read.dates import MONTH
from kg.read.lines import Line

_UPPER = r"[^\W\d_a-z](?:[^\W\da-z_]|[.'’/-](?=\w)|\.(?=,|\s))+"
_CITY = rf"(?P<city>{_UPPER}(?:\s{_UPPER}){{0,3}})"
_NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){0,2}"
_REGION = r"(?:,\s[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2}?)?"
_DAY = rf"(?:,?\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)?"
_OUTLET = r"(?:,?\s?\((?P<outlet>[^()]{2,50})\))"
_DASH = r"(?:\s?[—–―]\s?|\s--?\s|\s?--\s?)(?=\S)"
_WITH_DASH = re.compile(rf"{_CITY}{_REGION}{_DAY}{_OUTLET}?{_DAY}{_DASH}")  # ERBIL (Outlet) — / BEIJING —
_WITH_OUTLET = re.compile(rf"{_CITY}{_REGION}{_DAY}{_OUTLET}\s?[:-]?\s?(?=\S)")  # PARIS (Outlet): / PARIS (Outlet)
_SPELT_OUT = re.compile(rf"(?P<city>{_NAME}){_REGION}{_DAY}{_OUTLET}{_DAY}(?:{_DASH}|\s?[:-]\s?)")  # Cairo (Outlet) -
_WITH_COLON = re.compile(rf"{_CITY}{_REGION}{_DAY}:\s(?=\S)")  # SEOUL:
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
    speakers = sum(bool(_WITH_COLON.match(line.text)) for line in prose) > 1  # an interview, not datelines
    for line in prose[:8]:
        match = _opening(line.text[:_REACH], colon=line.is_prose and not speakers) or wire_line(line.text)
        if match:
            start = line.span.start + match.start("city")
            outlet = match.groupdict().get("outlet")
            return Dateline(Span(start, start + len(match["city"].split("/")[0])), outlet)
    return None


def wire_line(line: str) -> re.Match[str] | None:
    """ "AFP, MANILA": agency and place as a line of their own."""
    return re.fullmatch(rf"(?P<outlet>{pattern()})(?:[,/|]|\s[–—-])\s?{_CITY}", line)


def _opening(line: str, *, colon: bool) -> re.Match[str] | None:
    for form in (_WITH_DASH, _WITH_OUTLET, _SPELT_OUT, *([_WITH_COLON] if colon else [])):
        match = form.match(line)
        if match and match["city"].split()[0] not in _LABELS and not is_agency(match["city"]):
            return match
    return None
