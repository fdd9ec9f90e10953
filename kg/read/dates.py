"""Calendar dates as written in English news: found with their span, never guessed.

Numbers alone ("03/04/2021") are not read: which is the month depends on the country.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _forms(names: list[str], shortest: int) -> str:
    """Each name in full, as its first letters, and in capitals: "January", "Jan", "JANUARY", "JAN"."""
    forms = {form for n in names for short in (n, n[:3], n[:shortest]) for form in (short, short.upper())}
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


MONTH = rf"(?:{_forms(_MONTHS, 4)})\b\.?"
_WEEKDAY = rf"(?:{_forms(_WEEKDAYS, 4)}|Thurs)\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![:.%]?\d|,\d{3})"
_YEAR = r"(?:19|20)\d\d(?!\d|,\d)"
_DATE = re.compile(
    rf"""(?<![\w/.-])
    (?:(?P<weekday>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?(?:,?\s\(?|\s?\()(?:the\ )?)?
    (?: (?P<month>{MONTH})\s(?P<day>{_DAY})(?:,?\s(?:of\ )?(?P<year>{_YEAR}))?
      | (?P<day2>{_DAY})\s(?:of\ )?(?P<month2>{MONTH})(?:,?\s(?P<year2>{_YEAR}))?
      | (?P<year3>{_YEAR})(?P<dash>[-/])(?P<month3>0?[1-9]|1[0-2])(?P=dash)(?P<day3>0?[1-9]|[12]\d|3[01])(?![\d/])
    )(?!\w)""",
    re.VERBOSE,
)
_ISO = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)(?P<dash>[-/]?)(?P<month>0[1-9]|1[0-2])(?P=dash)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|\Z)")
_NAMED_DAY = re.compile(rf"\b(?P<before>(?:\w+\s){{0,2}})(?P<name>{'|'.join(_WEEKDAYS)})\b(?P<after>(?:['’]s)?\s?\w*)")
_NOT_THIS_WEEK = re.compile(
    r"\b(?:last|next|past|every|each|since|until|till|by|before|previous|following|coming|a|one|any"
    r"|good|black|bloody|super|ash|easter|palm|cyber|holy|giving)\s\Z",
    re.IGNORECASE,
)
_NOT_A_DAY = re.compile(r"(?:['’]s)?\s?(?:Times|Post|Herald|Mail|Mirror|Telegraph|Express|Prayer|Night|last|next)\b")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written; `year` and `weekday` (0 = Monday) only if they are."""

    span: Span
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, if the year is written."""
        return on(self.year, self.month, self.day) if self.year else None


def on(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Every date of text[start:end] with at least a month and a day, in order."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        part = match.groupdict()
        name = part["month"] or part["month2"]
        month = _number(name, _MONTHS) + 1 if name else int(part["month3"])
        day = int(re.sub(r"\D", "", part["day"] or part["day2"] or part["day3"]))
        year = part["year"] or part["year2"] or part["year3"]
        weekday = _number(part["weekday"], _WEEKDAYS) if part["weekday"] else None
        if on(int(year) if year else 2000, month, day):
            yield WrittenDate(Span(*match.span()), month, day, int(year) if year else None, weekday)


def bare_weekdays(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Weekday and position of the names in text[start:end] that stand alone and mean a day near the article's
    ("said on Monday", not "every Monday")."""
    dated = {date.span.start for date in written_dates(text, start, end)}  # a date begins with its weekday
    for match in _NAMED_DAY.finditer(text, start, end):
        position = match.start("name")
        if position in dated or _NOT_THIS_WEEK.search(match["before"]) or _NOT_A_DAY.match(match["after"]):
            continue
        yield _number(match["name"], _WEEKDAYS), position


def parse_date(value: str) -> dt.date | None:
    """The day of a metadata value: ISO 8601 ("2021-03-03T10:00Z", "20210303") or an English date with its year."""
    iso = _ISO.match(value)
    if iso:
        return on(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    return next((date.date for date in written_dates(value[:200]) if date.date), None)


def date_in_address(url: str) -> dt.date | None:
    """The day in the address of an article: "https://news.example/2021/03/03/ferry"."""
    match = _ADDRESS.search(url)
    return on(int(match[1]), int(match[2]), int(match[3])) if match else None


def _number(name: str, names: list[str]) -> int:
    """The place of a name, in any of its forms, in the list."""
    return next(n for n, full in enumerate(names) if full.lower().startswith(name.rstrip(".").lower()[:3]))
