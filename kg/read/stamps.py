"""Date stamps: lines that say when an article came out, perhaps by whom, and nothing else ("Published 3 March 2021").

In numbers alone only a date that begins with the year is read: "03/04/2021" is a day in March or in April.
"""

import re

from kg import places
from kg.agencies import pattern
from kg.read.dates import WrittenDate, written_dates

_LABEL = re.compile(
    r"\b(?:first published|originally published|date published|published|posted|publication date|released?"
    r"|release date|issued|created|date|last updated|last modified|updated|modified)\b(?:\s(?:on|at)\b)?\s*:?",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\b(?:this|the) (?:story|article|report|post) (?:was|is)\b"
    r"|\b(?:(?:press|media|news) (?:release|statement)|release|statement) (?:no|number)\b\.?:?\s*[\w/-]*\d[\w/-]*",
    re.IGNORECASE,
)
"""What a stamp is of: "This story was", "Release No: 16-0234"."""
_PUBLISHED_IN = re.compile(r"\b[Pp]ublished in (?:[A-Z][\w'’-]*,?\s*){1,5}(?=[|(\d]|\Z)")
_CLOCK = re.compile(r"(?i)\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?![\d/])|(?<=\d)\s?[ap]\.?m\b\.?")
_TIME = re.compile(  # what may stand beside the date: times, zones, reading time
    r"at|on|the|page|local|time|hrs|hours|[ap]\.?m?|m|[ecmp][ds]?t|gmt|utc|bst|cest|ist|sgt|hkt|jst|msk|z|t"
    r"|min(?:ute)?s?|read"
    r"|\+?\d{1,4}(?:am|pm|h)?|\d{1,2}t\d{2}|\d{2}z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,.|•·()/:–—-]+")
_NAMES = r"(?:[A-Z][\w.'’-]*,?\s*|(?:and|of|for|the)\s){1,12}"
_WRITER = r"(?:a|an|our|the)\s(?:\w+\s)?(?:writer|reporter|correspondent|contributor)s?\b,?\s?"
_BYLINE = re.compile(rf"\b[Bb][Yy]:?\s(?:{_WRITER}|{_NAMES})(?=[|•·–—-]|\Z|\s)")
_SOURCE = re.compile(r"(?i)\b(?:sources?|via)\s?:\s*")
_KIND = "News|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Today|Network|TV|Radio|Agency|Daily|Mail|Press|Wire"
_OUTLET = re.compile(rf"\b(?:(?:The )?(?:[A-Z][\w'’-]*\s){{0,4}}(?:{_KIND})\b|[A-Z]{{2,5}}\s(?:News|TV)\b)")
_LONGEST = 120


def is_date_line(line: str) -> bool:
    """True if the line gives a date, perhaps with a label, a time or the author, and says nothing else."""
    return read_date_line(line) is not None


def is_published(line: str) -> bool:
    """True if a date line says so itself: "Published on ...", not a day alone, which may be that of the visit."""
    return re.search(r"(?i)\b(?:published|posted|issued|released?)\b", line) is not None


def read_date_line(line: str) -> tuple[WrittenDate, bool] | None:
    """The date of a date line and whether it is a publication date ("Updated ..." is not). A place may stand before it.

    >>> read_date_line("Published 3 March 2021, 10:15 GMT")[0].date
    datetime.date(2021, 3, 3)
    """
    dates = list(written_dates(line)) if len(line) <= _LONGEST else []
    if not dates:
        return None
    rest = line
    for date in reversed(dates):
        rest = f"{rest[: date.span.start]} | {rest[date.span.end :]}"
    for form in (_OF_WHAT, _PUBLISHED_IN, _LABEL, _SOURCE, _BYLINE, re.compile(pattern()), _OUTLET, _CLOCK):
        rest = form.sub(" ", rest)
    words = [part for part in _BETWEEN.split(rest) if part and not _TIME.fullmatch(part)]
    if words and not (dates[0].year and _leads(line, dates[0], " ".join(words))):
        return None
    labels = list(_LABEL.finditer(line, 0, dates[0].span.start))
    return dates[0], not (labels and re.search("updated|modified", labels[-1].group(), re.IGNORECASE))


def _leads(line: str, date: WrittenDate, words: str) -> bool:
    """True if the words are a place's name, and the line has them right before the date: "Lagos, 4 May 2024"."""
    return (
        line[: date.span.start].rstrip(" ,|•·").endswith(words)
        and places.kind(words.title() if words.isupper() else words) is not None
    )
