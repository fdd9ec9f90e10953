"""What stands around a number: the noun it counts, or a sign that it counts nothing (a date, an age, a name)."""

import re

from kg.model import Bound, Quantity, Span

CURRENCIES = {
    "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₩": "won", "₽": "rubles", "₹": "rupees", "₴": "hryvnias",
    "₺": "lira", "₪": "shekels",
}  # fmt: skip

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_TIME_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|nights?|weekends?)\b"
_FOLLOWED = re.compile(
    rf"[ -](?:(?:more|other|full|long|consecutive|straight|further|additional|or)[ ])?{_TIME_UNIT}"
    rf"|[ ]?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|local[ ]time|hrs\b)|[ ](?:of[ ])?{_MONTH}|[ ](?:BC|AD|CE)\b"
    r"|[ ](?:another|day|times?|by[ ]one|of[ ]the[ ](?:most|\w+est)|such|reason|way|hand|thing|step|point|side)\b"
    r"|-year-olds?|-(?:state|way|party|sided|time|on|off|dimensional|fold|thirds?|quarters?|fifths?|tenths?|point)\b"
    r"|[ ](?:thirds?|quarters?|fifths?|tenths?)\b",
    re.IGNORECASE,
)
"""Durations, clock times, dates, ages, fractions, and uses of "one" that count nothing."""
_PRECEDED = re.compile(
    rf"(?:{_MONTH}[ ](?:\d{{1,2}}(?:st|nd|rd|th)?,?[ ](?:to[ ]|and[ ])?)?|[#§][ ]?"
    r"|\b(?i:no\.|nos\.|number|age|aged|ages|page|pages|chapter|article|section|paragraph|group[ ]of|covid|route|level"
    r"|in[ ](?:his|her|their)|phase|stage|grade|version|item|point)[ ])$"
)
_NO_COUNT_ONE = re.compile(r"(?i)\b(?:no|any|every|each|this|that|which|the|another|at|by|than)[ ]one\b")
_AGE = re.compile(r"[^\W\d_],[ ]$")
_PREPOSITION = re.compile(
    r"(?i)\b(?:in|since|by|until|till|of|from|the|before|after|during|between|and|to|early|mid|late|through|a|this|that"
    r"|['’]s|its|their|his|her|for)[ -]$"
)
_OF_A_YEAR = re.compile(r"(?i)\b(?:the|its|their|his|her|['’]s)[ ][a-z]+[ ]$")
"""Before the year of "the disputed 2005 elections"."""
_YEARS = re.compile(r"(?:between[ ])?(?:1[5-9]|20|21)\d\d(?:[ ]?[-–—][ ]?|[ ](?:to|and|or)[ ])(?:1[5-9]|20|21)\d\d")
_CAPITALISED = re.compile(r"([A-Z][\w'’.-]*)[ ]$")
_FUNCTION_CAPITALS = frozenset(
    "The These Those All Some About Nearly Almost Over Only Just Another And But Or If When While After Before With In "
    "On At Of From By For To Than Both Other Meanwhile Still Yet Also Then Now His Her Their Its Our My Your Around "
    "More Up".split()
)
_HYPHENATED = re.compile(r"-(?P<unit>[a-z]+)\b(?!-old)")
_MEASURES = frozenset(
    "kilogram kilogramme gram ton tonne pound ounce kilometer kilometre mile meter metre foot inch litre liter gallon "
    "acre hectare barrel megawatt kilowatt kiloton megaton member man woman person strong seat story storey vehicle "
    "car truck ship dollar euro".split()
)
_PERCENT = re.compile(r"[ -]?(?:percent|per[ ]cent|percentage[ ]points?)\b")
_LINK = re.compile(
    r"[ ](?:(?:more|other|additional)(?=[ ]\w)|of(?:[ ](?:the|its|his|her|their|our|those|these))?(?=[ ]))"
)
_WORD = re.compile(r"[ ]([^\W\d_][\w'’-]*)")
_STOP = frozenset(
    "of in on at to from by for with and or but were was are is had have has who that which when as than while after "
    "before since into over under near between against during if not he she it they we you i his her its their the a "
    "an per cent would will could should can may might did do does be been being said says also more other "
    "others".split()
)
_PLURALS = frozenset(
    "people troops personnel men women children police cattle aircraft spacecraft hovercraft servicemen servicewomen "
    "policemen militiamen gunmen congressmen fishermen tribesmen businessmen crewmen clergy staff".split()
)
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


def is_other(text: str, numeral: int, quantity: Quantity, *, start: int, end: int) -> bool:
    """True if the number, whose numeral begins at `numeral`, is no quantity but part of a date, an age, a name ..."""
    stop = quantity.span.end if quantity.span else numeral
    is_years = _YEARS.fullmatch(quantity.text.lower()) is not None and unit_after(text, stop, end)[1] is None
    if is_years or _FOLLOWED.match(text, stop, end):
        return True
    if quantity.bound is Bound.VAGUE:
        return False
    digits = text[numeral:stop]
    is_plain = quantity.bound is Bound.EXACT and digits.isdigit()
    return (
        _PRECEDED.search(text, max(start, numeral - 24), numeral) is not None
        or (digits.lower() == "one" and _NO_COUNT_ONE.search(text, max(start, numeral - 8), stop) is not None)
        or (not digits[:1].isdigit() and _is_compound(text, stop, end))
        or (is_plain and _is_date_or_name(text, Span(numeral, stop), start=start, end=end))
    )


def _is_compound(text: str, stop: int, end: int) -> bool:
    """True of "two-sided"; "two-ton" measures."""
    return _HYPHENATED.match(text, stop, end) is not None and unit_after(text, stop, end)[0] is None


def _is_date_or_name(text: str, number: Span, *, start: int, end: int) -> bool:
    """True of a year, of the age in "Roe, 41, said", and of a number right after a name, which belongs to the name
    ("Resolution 1718") unless it counts a noun."""
    is_counted = unit_after(text, number.end, end)[1] is not None
    length = number.end - number.start
    if length == 4 and "1500" <= number.of(text) <= "2199":
        is_named = _OF_A_YEAR.search(text, max(start, number.start - 40), number.start) is not None
        return (
            is_named or not is_counted or _PREPOSITION.search(text, max(0, number.start - 12), number.start) is not None
        )
    if length <= 3 and text[number.end : number.end + 1] in {",", ")"}:
        return _AGE.search(text, max(0, number.start - 3), number.start) is not None
    before = _CAPITALISED.search(text, max(start, number.start - 30), number.start)
    return before is not None and before[1] not in _FUNCTION_CAPITALS and not is_counted


def unit_after(text: str, stop: int, end: int) -> tuple[int | None, str | None]:
    """(end of a hyphenated unit, the unit): the measure in "12-kilogram", else the first noun in the plural among the
    next words."""
    hyphenated = _HYPHENATED.match(text, stop, end)
    if hyphenated:
        is_measure = hyphenated["unit"] in _MEASURES
        unit = None if hyphenated["unit"] == "strong" else hyphenated["unit"]
        return (hyphenated.end(), unit) if is_measure else (None, None)
    if _PERCENT.match(text, stop, end):
        return None, "percent"
    words: list[str] = []
    if link := _LINK.match(text, stop, end):
        stop = link.end()
    while len(words) < 5 and (match := _WORD.match(text, stop, end)) and match[1].lower() not in _STOP:
        words.append(match[1])
        stop = match.end()
    plural = [word for word in words if _is_plural(word)]
    if plural:
        first = words.index(plural[0])
        run = [word for word in words[first:] if _is_plural(word)]
        return None, run[1] if len(run) > 1 and words[first + 1] == run[1] else plural[0]
    return None, None


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        word[:1].islower() and len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)
    )
