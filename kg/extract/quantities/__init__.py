"""Numbers that count or measure, with their bounds: "at least 600 soldiers", "dozens", "10 to 15".

Bounds are inclusive and never say more than the text: "more than 1,000" is at least 1000, "fewer than 50" at most 50,
"thousands" a Vague quantity of at least 1000 (one unit of the word), "several" one of at least two. "About 600" has
value, minimum and maximum 600; its bound says that they are not exact. Dates, years, ages, clock times, durations,
ordinals, fractions and identifiers are not quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.quantities.numbers import NUMERAL, value
from kg.extract.quantities.units import CURRENCIES, is_other, unit_after
from kg.model import Bound, Quantity, Span

Number = int | float

_BOUNDS = {
    Bound.AT_LEAST: (
        "at least|at the very least|more than|over|above|well over|just over|no fewer than|no less than|not less than"
        "|not fewer than|upwards of|in excess of|a minimum of|exceeding|greater than"
    ),
    Bound.AT_MOST: (
        "up to|at most|no more than|not more than|fewer than|less than|under|below|well under|as many as|as much as"
        "|a maximum of"
    ),
    Bound.ABOUT: (
        "about|around|some|roughly|approximately|approx.|nearly|almost|close to|an estimated|estimated|circa|just under"
        "|perhaps|more or less"
    ),
}
_BOUND_OF = {word: bound for bound, words in _BOUNDS.items() for word in words.split("|")}
_OF_PLACE_TOO = frozenset({"over", "above", "under", "below", "around"})
"""With a small number in words these are prepositions: "a dispute over two islands"."""
_AFTER = {"+": Bound.AT_LEAST, "-plus": Bound.AT_LEAST, " plus": Bound.AT_LEAST, " or more": Bound.AT_LEAST,
          " or so": Bound.ABOUT, " or fewer": Bound.AT_MOST, " or less": Bound.AT_MOST}  # fmt: skip
_VAGUE = {"several": 2, "a few": 2, "a couple of": 2, "a handful of": 2, "tens": 10, "dozens": 12, "scores": 20,
          "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}  # fmt: skip
_SCALED = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_SIGN = f"[{''.join(CURRENCIES)}]"
_ATOM = re.compile(
    rf"""(?<![\w.:/#'’])(?<![A-Za-z][-–])(?:
      (?P<vague>(?:tens|dozens|scores|hundreds|thousands)[ ]of[ ](?P<scale>hundreds|thousands|millions|billions)
        |(?:several|a[ ]few|a[ ]couple[ ]of|a[ ]handful[ ]of)(?:[ ](?P<times>{"|".join(_SCALED)})\b)?
        |tens(?=[ ]of)|dozens|scores(?=[ ]of)|hundreds|thousands|millions|billions|trillions)
    | (?P<sign>(?:US|A|C|HK|NZ|S)?{_SIGN}[ ]?)?(?:(?P<half>half[ -](?:an?[ ])?(?:{"|".join(_SCALED)}))
      |(?P<numeral>{NUMERAL}))
      (?P<percent>%)?
    )(?![\w]|[.,:/]\d|['’][sS]?\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?i)(?<![\w-])(?P<word>{'|'.join(re.escape(w) for w in sorted(_BOUND_OF, key=len, reverse=True))})"
    r"[ ](?:a[ ]total[ ]of[ ]|the[ ])?$"
)
_SUFFIX = re.compile(rf"(?i)(?P<word>{'|'.join(re.escape(w) for w in _AFTER)})(?!\w)")
_RANGE = re.compile(r"[ ]?[-–—][ ]?|[ ]to[ ]|[ ]or[ ]")
_PART = re.compile(r"(?:[ ]out)?[ ]of[ ](?:(?:the|its|his|her|their|those|these)[ ])?")
_MORE = re.compile(r"(?i)[ ](?:more|other|others)\b(?![ ]than)")


@dataclass(frozen=True, slots=True)
class _Atom:
    """One numeral or magnitude word with its currency or percent sign."""

    start: int
    end: int
    number: Number
    is_vague: bool
    is_rounded: bool
    has_scale: bool
    sign: str | None


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of text[start:end] in order, each with its span; they do not overlap.

    >>> [(q.text, q.bound.value, q.minimum, q.unit) for q in find_quantities("At least 600 tired men left.", 0, 28)]
    [('At least 600', 'AtLeast', 600, 'men')]
    """
    atoms = list(_atoms(text, start, end))
    out: list[Quantity] = []
    at = 0
    while at < len(atoms):
        first, second = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        floor = max(start, out[-1].span.end) if out and out[-1].span else start
        joined = _joined(text, first, second, floor=floor) if second else None
        if joined is None and second and _is_odds(text, first, second):
            at += 2
            continue
        found = joined or _single(text, first, floor=floor, end=end)
        at += 2 if joined else 1
        if found is not None and not is_other(text, first.start, found, start=start, end=end):
            out.append(_with_unit(text, found, end, first.sign or (second.sign if joined and second else None)))
    return out


def _atoms(text: str, start: int, end: int) -> Iterator[_Atom]:
    for match in _ATOM.finditer(text, start, end):
        number = (
            _vague_number(match)
            if match["vague"]
            else _half(match["half"])
            if match["half"]
            else value(match["numeral"])
        )
        if number is None:
            continue
        words = (match["numeral"] or "").lower()
        yield _Atom(
            match.start(),
            match.end(),
            number,
            is_vague=bool(match["vague"]),
            is_rounded=bool(match["half"]) or "dozen" in words or words.startswith(("a ", "an ")),
            has_scale=any(word in words for word in _SCALED),
            sign=match["percent"] or (match["sign"] or "").strip()[-1:] or None,
        )


def _vague_number(match: re.Match[str]) -> int:
    word = match["vague"].lower()
    if match["times"]:
        return _SCALED[match["times"].lower()]
    return _VAGUE[word.split(" of ")[0] if match["scale"] else word] * _VAGUE.get((match["scale"] or "").lower(), 1)


def _half(words: str) -> int:
    """ "Half a million" -> 500000."""
    return _scale_of(words) // 2


def _joined(text: str, first: _Atom, second: _Atom, *, floor: int) -> Quantity | None:
    """Two numbers that make one quantity: a range, or a part of a known whole ("8 of the 10")."""
    between, low, high = text[first.end : second.start], first.number, second.number
    if first.is_vague or second.is_vague:
        return None
    if _PART.fullmatch(between) and low <= high and not (low == 1 and first.sign):
        return _quantity(text, Span(first.start, second.end), Bound.EXACT, low)
    if not first.has_scale and second.has_scale and second.number >= 10**3 and low < 1000:
        low *= _scale_of(text[second.start : second.end])
    before = text[max(floor, first.start - 8) : first.start].lower()
    begin = first.start - len("between ") if before == "between " else first.start
    is_range = begin < first.start and between == " and "
    is_range |= _RANGE.fullmatch(between) is not None and not before.endswith("from ")
    if is_range and low < high and not (between == " or " and high > low + 2):
        return _quantity(text, Span(begin, second.end), Bound.BETWEEN, low, high)
    return None


def _scale_of(numeral: str) -> int:
    return next((number for word, number in reversed(_SCALED.items()) if word in numeral.lower()), 1)


def _is_odds(text: str, first: _Atom, second: _Atom) -> bool:
    """True if the two numbers are a fraction ("one in five") or a score ("3-2"), not counts."""
    between = text[first.end : second.start]
    return (between in {" in ", " in every "} and first.number == 1 and second.number < 1000) or between in {"-", "–"}


def _single(text: str, atom: _Atom, *, floor: int, end: int) -> Quantity | None:
    begin, stop, bound = atom.start, atom.end, Bound.ABOUT if atom.is_rounded else Bound.EXACT
    before = _BEFORE.search(text, max(floor, atom.start - 40), atom.start)
    if before and not (before["word"].lower() in _OF_PLACE_TOO and atom.number < 10 and text[begin].isalpha()):
        begin, bound = before.start(), _BOUND_OF[before["word"].lower()]
    elif suffix := _SUFFIX.match(text, atom.end, end):
        stop, bound = suffix.end(), _AFTER[suffix["word"].lower()]
    if atom.is_vague:
        if bound is Bound.AT_MOST:
            return None
        begin, bound = (begin if bound is Bound.AT_LEAST else atom.start), Bound.VAGUE
    if more := _MORE.match(text, stop, end):
        stop = more.end() if atom.is_vague else stop
    return _quantity(text, Span(begin, stop), bound, atom.number)


def _quantity(text: str, span: Span, bound: Bound, low: Number, high: Number | None = None) -> Quantity:
    is_known = bound in {Bound.EXACT, Bound.ABOUT}
    return Quantity(
        span.of(text),
        bound,
        minimum=None if bound is Bound.AT_MOST else low,
        maximum=low if is_known or bound is Bound.AT_MOST else high,
        value=low if is_known else None,
        span=span,
    )


def _with_unit(text: str, quantity: Quantity, end: int, sign: str | None) -> Quantity:
    if sign:
        return replace(quantity, unit=CURRENCIES.get(sign, "percent"))
    stop = quantity.span.end if quantity.span else end
    attached, unit = unit_after(text, stop, end)
    if not attached:
        return replace(quantity, unit=unit)
    begin = quantity.span.start if quantity.span else 0
    return replace(quantity, unit=unit, text=text[begin:attached], span=Span(begin, attached))
