"""Acronyms: "World Health Organization (WHO)"."""

import re
from collections.abc import Sequence

from kg.extract.lexicon import Lexicon
from kg.model import Kind, Mention

SMALL = frozenset({"of", "for", "and", "the", "in", "on"})
"""Words inside a name that its acronym may pass over."""


# What stands between a name and its letters.
BRACKET = re.compile(r"\s*\($")
OR = re.compile(r", (?:or|known as|also known as)(?: the)? $")


def is_short_for(short: Mention, full: Mention, text: str, lexicon: Lexicon) -> bool:
    """True of the letters of a name, or of an organization that is named or described before them in the text."""
    if full.kind is Kind.NAME and "(" in text[full.span.end : short.span.start]:
        is_craft = all(lexicon.is_a(m.type, "vehicle") for m in (full, short))  # "HMS Ocean (L 12)"
        if is_craft or is_acronym(short.text, full.text):
            return True
    is_several = " " in full.text and lexicon.is_a(full.type, "organization")
    are_kin = full.kind is Kind.NAME or lexicon.ontology.are_kin(full.type, short.type)
    return is_several and are_kin and is_given(text, full.span.end, (short.span.start, short.span.end))


def is_given(text: str, end: int, short: tuple[int, int]) -> bool:
    """True if letters at [start, end) of a text are what it gives for short for the name that ends before them, in
    whichever language: "Union of South American Nations (UNASUR)", "the Kurdistan Workers Party, or PKK".

    >>> is_given("the Lakes Front (PFL) said", 15, (17, 20)), is_given("Oslo or NATO", 4, (8, 12))
    (True, False)
    """
    start, stop = short
    between, letters = text[end:start], text[start:stop].replace(".", "")
    is_short = 2 < len(letters) < 9 and letters.isalpha() and letters.isupper()
    is_bracketed = BRACKET.fullmatch(between) is not None and text[stop : stop + 1] == ")"
    is_named = OR.fullmatch(between) is not None and text[stop : stop + 1] in {",", ".", ";"}
    return is_short and (is_bracketed or is_named)


def is_acronym(short: str, full: str) -> bool:
    """True if the letters of `short` are initials of `full`, in order, from its first word.

    >>> is_acronym("OPCW", "Organisation for the Prohibition of Chemical Weapons")
    True
    """
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or not short.replace(".", "").isupper():
        return False
    initials = [w[0].upper() for w in full.replace("-", " ").split() if w[0].isalpha()]
    at = 0
    for letter in initials:
        if at < len(letters) and letter == letters[at]:
            at += 1
    return at == len(letters) and bool(initials) and initials[0] == letters[0]


def initials(short: str, words: Sequence[str]) -> int | None:
    """Where the words begin, the last of them included, whose capitals are the letters of `short`.

    >>> initials("NHS", ["the", "National", "Health", "System"]), initials("WHO", ["in", "Geneva"])
    (1, None)
    """
    first = len(words)
    letters = [c for c in short if c.isalpha()]
    while letters and first and (words[first - 1][0].isupper() or words[first - 1] in SMALL):
        first -= 1
        if words[first][0] == letters[-1]:
            letters.pop()
    return first if not letters and len(short) > 1 and words[first][0] == short[0] else None
