"""Numerals of English text, in digits and in words, as numbers."""

import re

UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
DOZEN = {"dozen": 12}

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_SCALE = "|".join([*SCALES, *DOZEN])
DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?(?!,?\d)|\d{1,2}(?:,\d\d){1,3},\d{3}(?!,?\d)|\d{1,15}(?:\.\d{1,9})?"
"""Also in lakhs and crores: "2,00,000"."""
WORDS = rf"(?:{_SMALL}|an?(?=[ ](?:{_SCALE})\b))(?:(?:-|[ ](?:and[ ])?)(?:{_SMALL}|{_SCALE})\b){{0,12}}"
NUMERAL = rf"(?:(?:{DIGITS})(?:(?:[ ]|-)?(?:{_SCALE})\b|(?:k|mn?|bn|tn)\b)?|\b(?i:{WORDS})\b)"
"""A numeral: "1,200", "1.5 million", "3m", "twenty-five", "a hundred", "two dozen"."""

_DIGITS_FIRST = re.compile(rf"(?P<digits>{DIGITS})[ -]?(?P<scale>[A-Za-z]*)")


def value(numeral: str) -> int | float | None:
    """The number that the numeral means, None if it means none ("two five").

    >>> value("1.5 million"), value("twenty-five"), value("two hundred and six"), value("3bn")
    (1500000, 25, 206, 3000000000)
    """
    match = _DIGITS_FIRST.fullmatch(numeral)
    if match is None:
        return _of_words(re.split(r"[ -]", numeral.lower()))
    scale = match["scale"].lower()
    factor = (SCALES | SHORT_SCALES | DOZEN).get(scale, 1)
    return _whole(float(match["digits"].replace(",", "")) * factor)


def _whole(number: float) -> int | float:
    """An int wherever one is meant; products such as 2.3 million are off by a rounding error."""
    return round(number) if abs(number - round(number)) < 1e-6 * max(1.0, abs(number)) and number >= 1 else number


def _of_words(words: list[str]) -> int | None:
    """Sum of the groups before each thousand, million ...; each group is hundreds, tens and units in falling order."""
    total = group = 0
    step = 10**18
    last = 1000
    for word in words:
        small = UNITS.get(word, TENS.get(word))
        if word in {"a", "an"}:
            small = 1
        if small is not None:
            if small >= last:
                return None
            group, last = group + small, (10 if word in TENS else 1)
        elif word in {"hundred", "dozen"}:
            group, last = max(group, 1) * (SCALES | DOZEN)[word], 100
        elif word in SCALES:
            if SCALES[word] >= step:
                return None
            step = SCALES[word]
            total, group, last = total + max(group, 1) * step, 0, 1000
        elif word != "and":
            return None
    return total + group
