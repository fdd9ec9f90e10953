"""What the words around an expression say: whether the sentence looks ahead, whether a word is a date at all."""

import re
from enum import Enum

_AHEAD = re.compile(
    r"(?i)\b(?:will|won['’]t|shall|would|(?:is|are|was|were)[ ](?:also[ ])?(?:due|set|scheduled|slated|expected|planned"
    r"|going|to[ ]\w+)|due|scheduled|slated|expected|plans?[ ]to|planning[ ]to|planned[ ]for|set[ ](?:to|for)"
    r"|intends?[ ]to|upcoming|deadline|expires?)\b|['’]ll\b"
    r"|(?<!which[ ])\b(?:arrives|departs|travels|flies|meets|begins|starts|opens|resumes|convenes|hosts|goes)\b"
    r"(?=[ ][^,;]*$)"
)
_BACK = re.compile(
    r"(?i)(?<!\bbe[ ])(?<!been[ ])\b(?:was|were|had|did|said|told|took|began|held|met|came|[a-z]{3,}ed)\b"
)
_CLAUSE_END = re.compile(
    r"[.;!?:\"”“]|,(?=[ ](?:[a-z]+ing|but|and|who|which|after|when|while|as|because|although|though)\b)"
)
_MONTH_LEAD = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|through|during|before|after|between|from|of|to|and|for|late|early|mid|again|back"
    r"|around)[ \u00a0-]|\()$"
)
_CAPITALISED = re.compile(r"(?<![.!?\"“”][ ])\b[A-Z][\w'’.-]*[ ]$")
_YEAR_LEAD = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|through|throughout|during|before|after|between|from|of|to|and|the|a|this|that|its"
    r"|their|his|her|around|about|circa|early|mid|late|for|back|ca\.)[ \u00a0-]|['’]s[ ]|[s]['’][ ]|[(\[–—,:;][ ]?|^)$"
)
_SEASON_LEAD = re.compile(r"(?i)\b(?:in|during|over|since|by|until|till|through|throughout|from|before|after)[ ]$")
_COUNTED = re.compile(
    r"[ ](?!(?:has|was|is|as|this|does|his|its)\b)(?:[a-z]{2,}s|(?:wo)?men|people|children|police|personnel)\b"
)
_COUNTS_TOO = frozenset({"", "to", "from", "of", "about", "around", "for", "and", ",", "(", "–", "—"})
_NAME_LIKE = frozenset({"march", "may", "april", "june", "august", "mar", "jun", "apr", "aug", "jan"})
"""Months that are also verbs or first names."""


class Lean(Enum):
    """Which way the clause around an expression looks."""

    AHEAD = "ahead"
    BACK = "back"
    OPEN = "open"


def lean(text: str, start: int, position: int, stop: int) -> Lean:
    """Which way the clause around text[position:stop] looks: its last cue before the expression decides ("will", "is
    due" or a past verb); if the expression opens the sentence, the first cue after it."""
    before = text[max(start, position - 120) : position]
    ends = list(_CLAUSE_END.finditer(before))
    clause = before[ends[-1].end() :] if ends else before
    if len(clause.split()) <= 1 and len(before.split()) <= 1:
        after = text[stop : stop + 80]
        cue, back = _AHEAD.search(after), _BACK.search(after)
        if cue and (back is None or cue.start() <= back.start()):
            return Lean.AHEAD
        return Lean.BACK if back else Lean.OPEN
    cues = list(_AHEAD.finditer(clause))
    if _BACK.search(clause, cues[-1].end() if cues else 0):
        return Lean.BACK
    return Lean.AHEAD if cues else Lean.OPEN


def is_month(text: str, start: int, position: int, word: str) -> bool:
    """True if a month's name without day and year is one: "in May", but not "Theresa May" or "a March on the town"."""
    before = text[max(start, position - 24) : position]
    if _MONTH_LEAD.search(before):
        return True
    return word.lower().rstrip(".") not in _NAME_LIKE and _CAPITALISED.search(before) is None


def is_year(text: str, start: int, position: int, stop: int) -> bool:
    """True if a number of four digits is a year: "in 2016", "the 2016 deal"; not "2000 men"."""
    lead = _YEAR_LEAD.search(text[max(start, position - 16) : position])
    if lead is None:
        return False
    return lead.group().strip().lower() not in _COUNTS_TOO or _COUNTED.match(text, stop) is None


def is_season(text: str, start: int, position: int, stop: int) -> bool:
    """True if "the spring" without a year is a season: "in the spring", not "the fall of the town"."""
    lead = _SEASON_LEAD.search(text[max(start, position - 12) : position])
    return lead is not None and not text[stop : stop + 4].startswith((" of", "'s", "’s"))
