"""The day an article's relative dates count from ("Thursday", "earlier this month").

In this order; the first that gives a day decides:

1. Explicit: the file's own metadata.
2. Resolved, a date line: a line near the beginning or end that is a date and nothing else, perhaps with a label
   ("Published 3 March 2021", "By Jane Roe | December 12, 2016"); of several, one that says "published".
3. Resolved, the end of the title: a full date behind a comma, dash or bracket ("Situation report, 3 March 2021").
4. Resolved, the dateline: "PARIS, March 3 (Reuters) -".
5. Resolved, the lead: a weekday with its date in the first paragraphs ("on Saturday (May 8)").
   A date without a year gets one only from other evidence in the text: the years written there and the years after
   them; where a weekday is given it must fit. The year nearest to the latest full date of the text wins. If there is
   none, it is the last year named, where the first weekday of the lead is that day or at most two days before.
6. Inferred: the latest full date D of the text that is close to the news: in a caption (never of a file photo), or one
   whose weekday the text also names alone ("the blast Sunday"), or in a lead that says "today". If the lead names
   weekdays alone, D moves forward to the latest of them within three days (a day further away is more likely before
   D than after it; then D stays). Dates ahead of the news ("will meet on ...", "by ...") are never D. If the text
   names a later day or year as past, or a copyright year other than D's, the article stays undated.

A copyright line alone gives a year, never a day. An article without any of this is undated.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Basis, Span
from kg.read.body import Layout
from kg.read.dates import WrittenDate, bare_weekdays, on, written_dates
from kg.read.lines import Line
from kg.read.pictures import is_caption, is_file_photo
from kg.read.stamps import is_published, read_date_line

_LEAD = 3
_FORWARD = 3
_BACK = 2
"""Days from what the lead tells to the day it is told."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is due|are due|due (?:to|on|by)|scheduled|slated|set (?:to|for)|plans? to|planned for"
    r"|deadline|expires?|upcoming)\b[^.;!?]{0,100}\Z"
    r"|\b(?:until|till|by|before|ahead of|through|to|next|as of|from|effective|starting|beginning)\s(?:on\s)?\Z",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:since|dated|signed|born|died|founded|anniversary of|years? (?:ago|after|since)|back on)\b[^.;!?]{0,40}\Z",
    re.IGNORECASE,
)
_CENTURY = r"(?P<year>(?:19|20)\d\d)"
_YEAR_SEEN = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of|early|late|mid-?)\s(?:early\s|late\s|mid-?)?(?:[A-Z][a-z]+\s)?{_CENTURY}\b(?![,.]\d|-)"
)
_RIGHTS_YEAR = re.compile(rf"(?:©|copyright|\(c\))\D{{0,15}}(?:(?:19|20)\d\d\s?[-–]\s?)?{_CENTURY}", re.IGNORECASE)
_TODAY = re.compile(r"\b[Tt]oday\b(?!['’]s)")
_RELATIVE = re.compile(r"\b(?:yesterday|tomorrow|tonight)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, and the day its relative dates count from."""

    published: dt.date | None = None
    reference: dt.date | None = None
    basis: Basis | None = None


def dating(text: str, found: Layout, *, published: dt.date | None, dateline: Span | None) -> Dating:
    """Date the article by the rules above; `published` is what the metadata say."""
    if published:
        return Dating(published, published, Basis.EXPLICIT)
    evidence = _Evidence(text, found, dateline)
    for line in sorted(found.imprint, key=lambda line: not is_published(line.text)):
        stated = read_date_line(line.text)
        day = stated and evidence.complete(stated[0])
        if stated and day:
            return Dating(day if stated[1] else None, day, Basis.RESOLVED)
    resolved = evidence.in_title() or evidence.in_dateline() or evidence.in_lead()
    if resolved:
        return Dating(None, resolved, Basis.RESOLVED)
    inferred = evidence.nearest_to_the_news()
    return Dating(None, inferred, Basis.INFERRED) if inferred else Dating()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A date of the body and what its line and the words before it say about it."""

    date: WrittenDate
    line: Line
    in_caption: bool
    is_old: bool
    """In a caption of a file photo."""
    is_ahead: bool
    is_history: bool


class _Evidence:
    """The dates of one article and what the text says about them."""

    def __init__(self, text: str, found: Layout, dateline: Span | None) -> None:
        self.text = text
        self.title = found.title.span if found.title else Span(0, 0)
        self.dateline = dateline
        self.body = [line for line in found.body if line is not found.title]
        prose = [line for line in self.body if not is_caption(line.text)]
        first = next((n for n, line in enumerate(prose) if dateline and line.span.contains(dateline)), 0)
        self.lead = prose[first : first + _LEAD]
        self.seen = [seen for line in self.body for seen in self._dates_of(line)]
        self.rights = {int(m["year"]) for line in found.imprint for m in _RIGHTS_YEAR.finditer(line.text)}

    def complete(self, date: WrittenDate) -> dt.date | None:
        """The day of a date that may lack its year."""
        if date.year:
            return date.date
        full = [seen.date.date for seen in self.seen if seen.date.date and not seen.is_old]
        years = {day.year for day in full} or self.rights or self._last_year()
        latest = max(full, default=dt.date(max(years, default=1), 12, 31))
        around = {year for y in years for year in ((y, y + 1) if full else (y,))}
        days = {on(year, date.month, date.day) for year in around}
        fitting = [day for day in days if day and date.weekday in {None, day.weekday()} and (full or self._fits(day))]
        return min(fitting, key=lambda day: (abs(day - latest), day), default=None)

    def _last_year(self) -> set[int]:
        return set(sorted({int(m["year"]) for m in _YEAR_SEEN.finditer(self.text)})[-1:])

    def _fits(self, day: dt.date) -> bool:
        """True if the first weekday that the lead names is the day or shortly before: else it is of another year."""
        named = [(day.weekday() - weekday) % 7 for weekday, at in self._weekdays(self.lead) if not self._ahead_of(at)]
        return not named or named[0] <= _BACK

    def in_title(self) -> dt.date | None:
        for date in written_dates(self.text, self.title.start, self.title.end):
            before, behind = self.text[self.title.start : date.span.start], self.text[date.span.end : self.title.end]
            if date.year and re.search(r"(?:[,:(|]|[–—-])\s?\Z", before) and behind in {"", ")"}:
                return date.date
        return None

    def in_dateline(self) -> dt.date | None:
        if not self.dateline:
            return None
        end = min(self.dateline.end + 60, next((line.span.end for line in self.lead), 0))
        for date in written_dates(self.text, self.dateline.end, end):
            between, behind = self.text[self.dateline.end : date.span.start], self.text[date.span.end : end]
            if re.fullmatch(r"[\s,(/A-Z][^.:;–—]{0,30}", between) and re.match(r"[^.]{0,30}?[–—:-]", behind):
                return self.complete(date)
        return None

    def in_lead(self) -> dt.date | None:
        for seen in self.seen:
            if seen.line in self.lead and seen.date.weekday is not None and not seen.is_ahead and not seen.is_history:
                day = self.complete(seen.date)
                if day and day.weekday() == seen.date.weekday:
                    return day
        return None

    def nearest_to_the_news(self) -> dt.date | None:
        named = {weekday for weekday, _ in self._weekdays(self.body)}
        past = [
            (seen, seen.date.date) for seen in self.seen if seen.date.date and not seen.is_ahead and not seen.is_old
        ]
        close = [day for seen, day in past if not seen.is_history and (day.weekday() in named or self._is_close(seen))]
        if not close or max(close) < max(day for _, day in past):
            return None
        day = self._moved(max(close))
        return day if day and not self._is_contradicted(day) else None

    def _is_close(self, seen: _Seen) -> bool:
        return seen.in_caption or (seen.line in self.lead and bool(_TODAY.search(seen.line.text)))

    def _moved(self, day: dt.date) -> dt.date | None:
        """The latest of the lead's bare weekdays in the days from `day` on; None if there is no telling."""
        ahead = [(weekday - day.weekday()) % 7 for weekday, at in self._weekdays(self.lead) if not self._ahead_of(at)]
        if not ahead:
            return None if any(_RELATIVE.search(line.text) for line in self.lead) else day
        within = [n for n in ahead if n < _FORWARD or n == ahead[0] == _FORWARD]
        if within:
            return day + dt.timedelta(days=max(within))
        return None if min(ahead) == _FORWARD + 1 else day

    def _is_contradicted(self, day: dt.date) -> bool:
        if self.rights and day.year not in self.rights:
            return True
        years = (m for line in self.body for m in _YEAR_SEEN.finditer(self.text, line.span.start, line.span.end))
        return any(int(m["year"]) > day.year and not self._ahead_of(m.start("year")) for m in years)

    def _dates_of(self, line: Line) -> Iterator[_Seen]:
        in_caption, is_old = is_caption(line.text), is_file_photo(line.text)
        for date in written_dates(self.text, line.span.start, line.span.end):
            before = self.text[max(0, date.span.start - 80) : date.span.start]
            yield _Seen(
                date=date,
                line=line,
                in_caption=in_caption,
                is_old=is_old,
                is_ahead=self._ahead_of(date.span.start),
                is_history=bool(_HISTORY.search(before)),
            )

    def _weekdays(self, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
        for line in lines:
            yield from bare_weekdays(self.text, line.span.start, line.span.end)

    def _ahead_of(self, position: int) -> bool:
        return bool(_AHEAD.search(self.text[max(0, position - 130) : position]))
