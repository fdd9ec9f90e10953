"""The forms of time expressions in English news, as patterns with named groups.

Names of months and days must be capitalised (or all capitals); other words may have any case. A blank in a pattern
matches a no-break space too. Groups: `y` year, `m` month, `d` day of the month, `wd` weekday, `part` early/mid/late,
`rel` last/this/next, `n` a count, `unit` its unit, `mod` nearly/more than. All patterns are linear: no repeated group
can match the same text in two ways.
"""

import re

from kg.extract.quantities.numbers import TENS, UNITS
from kg.extract.times.periods import MONTHS, SEASONS, WEEKDAYS


def _names(words: list[str]) -> str:
    """Alternatives for names, capitalised or in capitals, longest first."""
    return "|".join(form for word in sorted(words, key=len, reverse=True) for form in (word.title(), word.upper()))


_SHORT_MONTHS = [name[:3] for name in MONTHS if name != "may"] + ["sept"]
_CUT_OFF = [name[:length] for name in MONTHS for length in range(4, len(name)) if name[:length] != "sept"]
_SHORT_DAYS = ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"]
_ONLY_ONE = ["ja", "fe", "ap", "au", "se", "oc", "de"]
"""Two letters that begin one month only ("on De 12"); "No 10" is a number or a house, so November is not here."""

_COUNTS = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
N = (
    rf"(?:\d{{1,4}}|(?:{_COUNTS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|an?|a couple of|a few|few|several|many|a dozen)"
)
UNIT = r"(?:minute|hour|day|week|month|year|decade|century)"
UNITS_ = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
MOD = (
    r"(?P<mod>nearly|almost|about|around|roughly|some|approximately|just over|just under|more than|over|at least"
    r"|less than|under|up to|barely|only|just)"
)
M = rf"(?:(?:{_names(list(MONTHS))})\b|(?:{_names(_SHORT_MONTHS)})(?:\.|\b))"
M_CUT = rf"(?:{_names(_CUT_OFF)})\.?"
WD = rf"(?:{_names(list(WEEKDAYS))})\b"
WD_ANY = rf"(?:{_names([*WEEKDAYS, *_SHORT_DAYS])})\b\.?"
ON_WD = rf"(?:(?P<wd>{WD_ANY}),? (?:the )?(?P<open>\()?)?"
D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
Y = r"(?:1[5-9]|20|21)\d\d(?![\w%]|[.,]\d|-\w{3,})"
OF_YEAR = rf"(?:(?:,? | of )(?P<y>{Y})| (?:of )?(?P<yrel>(?i:last|this|next)) year\b)"
_PARTS = "early|mid|late|middle|start|beginning|end|first half|second half"
PART = rf"(?:(?i:(?:the )?(?P<part>{_PARTS})(?: of (?:the )?| in (?:the )?| |-)))?"
THE_PART = rf"(?:the )?(?P<part>{_PARTS})(?: of | in | |-)"
_REL = r"(?P<rel>(?i:last|this|next|this past|this coming)) "
_OF_DAY = r"(?:early |late )?(?:morning|afternoon|evening|night|midday|noon|lunchtime)"
_TO = r"(?P<to> ?[–—] ?|-| to | through | until | till | and )"
_NOT_A_NEWSPAPER = r"(?! (?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Review)\b)"
_DURING = "(?P<how>in|over|during|within|for|throughout)"


def _rule(*parts: str, any_case: bool = False) -> re.Pattern[str]:
    pattern = rf"(?<![\w$€£])(?<!\w-)(?:{''.join(parts)})(?!\w)"
    return re.compile(pattern.replace(" ", "[ \u00a0]"), re.IGNORECASE if any_case else 0)


def _words(*parts: str) -> re.Pattern[str]:
    return _rule(*parts, any_case=True)


_FESTIVE = (
    r"(?:markets?|trees?|cards?|presents?|gifts?|carols?|lights|decorations?|shoppers?|shopping|fairs?|costumes?)\b"
)
"""What is named for a holiday, and is there on other days, too: "a Christmas market"."""

RULES: dict[str, re.Pattern[str]] = {
    # days of the calendar
    "month_day": _rule(rf"{ON_WD}(?P<m>{M}|{M_CUT}) (?P<d>{D})(?:,? (?P<y>{Y}))?(?(open)\))"),
    "cut_month_day": _rule(rf"(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) (?P<m>{_names(_ONLY_ONE)})\.? (?P<d>{D})"),
    "day_month": _rule(
        rf"{ON_WD}(?P<d>{D})(?: of|-)?(?: |(?<=-))(?P<m>{M}|{M_CUT})(?:(?:,? |-)(?P<y>{Y}))?(?(open)\))"
    ),
    "iso": _rule(r"(?P<y>\d{4})(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?:T\d\d:?\d\d\S{0,12})?"),
    "numeric": _rule(r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})"),
    "month_days": _rule(rf"(?P<m>{M}) (?P<d>{D}){_TO}(?:(?P<m2>{M}) )?(?P<d2>{D})(?:,? (?P<y>{Y}))?"),
    "days_month": _rule(rf"(?P<d>{D})(?: (?P<m>{M}))?{_TO}(?P<d2>{D}) (?P<m2>{M})(?:,? (?P<y>{Y}))?"),
    # months, seasons, years
    "month": _rule(rf"{PART}(?:{_REL})?(?P<m>{M}){OF_YEAR}?"),
    "months": _rule(rf"(?P<m>{M})(?:,? (?P<y>{Y}))?{_TO}(?P<m2>{M})(?:,? (?P<y2>{Y}))?"),
    "season": _rule(rf"{PART}(?:{_REL}|(?P<the>(?i:the)) )?(?P<s>(?i:{'|'.join(SEASONS)})){OF_YEAR}?"),
    "quarter": _rule(rf"(?:the )?(?P<q>first|second|third|fourth|last) quarter{OF_YEAR}|Q(?P<q2>[1-4]) (?P<y2>{Y})"),
    "year": _rule(rf"{PART}(?P<y>{Y})"),
    "years": _rule(rf"(?P<y>{Y}){_TO}(?P<y2>{Y}|\d\d(?![\w%]|[.,]\d))"),
    "decade": _words(r"(?:the )?(?:(?P<part>early|mid|late)(?: |-))?(?:the )?(?P<y>(?:1[5-9]|20)\d0)['’]?s"),
    "holiday": _rule(
        r"(?P<holiday>New Year['’]?s? (?:Day|Eve)|Christmas(?: (?:Day|Eve))?|Boxing Day|Halloween|Valentine['’]?s Day)",
        rf"(?:,? (?P<y>{Y}))?(?! [A-Z]| {_FESTIVE})",
    ),
    # counted from the reference date
    "weekday": _rule(
        r"(?:(?P<rel>(?i:last|next|this past|this coming|this|past|coming|earlier|later|early|late))(?: on)? )?"
        rf"(?P<wd>{WD}){_NOT_A_NEWSPAPER}(?: {_OF_DAY})?(?: (?:of )?(?P<week>last|this|next) week)?"
    ),
    "weekdays": _rule(rf"(?P<wd>{WD}){_TO}(?P<wd2>{WD})"),
    "deictic": _words(
        r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|tomorrow|(?:earlier |later )?today",
        rf"|tonight|last night|overnight|this {_OF_DAY})(?: {_OF_DAY})?",
    ),
    "this": _words(
        rf"(?:(?P<when>earlier|later) (?:in )?|{THE_PART})?(?P<rel>last|this|next|the) "
        r"(?P<unit>weekend|week|month|year|decade|century)(?! (?:before|after|of(?! \w+ing\b)|that|when)\b)"
    ),
    "before_last": _words(r"the (?P<unit>weekend|week|month|year) before last"),
    "year_end": _words(r"(?:the |this )?(?P<unit>year|month|week)(?:['’]s |-| )end(?!s)"),
    "weekend": _words(r"(?:over|at|during|on) the weekend"),
    "ago": _words(rf"(?:{MOD} )?(?:(?P<n>{N}) )?(?P<unit>{UNITS_}) ago"),
    "past": _words(rf"(?:{_DURING} )?(?:{MOD} )?the (?:last|past) (?:(?P<n>{N}) )?(?P<unit>{UNITS_})"),
    "coming": _words(
        rf"(?:{_DURING} )?(?:the )?(?P<coming>coming|next) (?:(?P<n>{N}) )?(?P<unit>{UNITS_})",
        r"|in the (?P<unit2>days|weeks|months|year|years|decade) (?:ahead|to come)",
    ),
    "recent": _words(rf"(?:(?:in|over|during) )?(?:the )?(?:most )?recent (?:{UNITS_})"),
    "so_far": _words(r"so far|to date|until now|up to now|thus far"),
    "now": _words(r"(?:right )?now(?!-| that)|currently|at present|at the moment"),
    # counted from another event
    "offset": _words(
        rf"(?:{MOD} )?(?:(?P<n>{N}) )?(?P<unit>{UNITS_}) ",
        r"(?P<way>earlier|later|before(?:hand)?|after(?:wards?)?|previously|prior)",
    ),
    "next_one": _words(
        r"(?:on |in )?(?P<way>the previous|the following|the preceding|the next|the same|that(?: same)?) ",
        rf"(?P<unit>{UNIT}|morning|afternoon|evening|night)",
    ),
    "the_one": _words(r"(?:on |in )?the (?P<unit>day|week|month|year|night) (?P<way>before(?! last)|after)"),
    # how long
    "within": _words(rf"(?P<how>within|in less than|in under) (?P<n>{N}) (?P<unit>{UNITS_})"),
    "in": _words(rf"in (?:{MOD} )?(?P<n>{N}) (?P<unit>{UNITS_})(?:['’] time)?"),
    "for": _words(rf"for (?:{MOD} )?(?:(?P<n>{N}) )?(?P<unit>{UNITS_})(?! (?:ago|earlier|later|before|of)\b)"),
    "long": _words(rf"(?:{MOD} )?(?P<n>{N})-(?P<unit>{UNIT})(?:-long)?(?!-\w)"),
    "unit_long": _words(rf"(?:{MOD} )?(?P<unit>{UNITS_})-?long"),
}
"""Name of the form -> pattern; the function of that name in `readings` says what it means."""

LEAD = re.compile(
    r"(?i)(?<![\w-])(?P<lead>since|not until|not before|until|till|through|up to|by|no later than|before|ahead of"
    r"|after|following|from|starting(?: (?:in|on|from))?|beginning(?: (?:in|on))?|between|in|on|at|during|over"
    r"|throughout)(?P<the> the)?(?: about| around)? $".replace(" ", "[ \u00a0]")
)
"""Prepositions right before an expression, which belong to it."""
