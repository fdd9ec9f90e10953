"""What the words around an expression say: whether the sentence looks ahead, whether a word is a date at all."""

import re

_AHEAD = re.compile(
    r"(?i)\b(?:will|won['’]t|shall|would|(?:is|are|was|were)[ ](?:also[ ])?(?:due|set|scheduled|slated|expected|planned"
    r"|going|to[ ]\w+)|due|scheduled|slated|expected|plans?[ ]to|planning[ ]to|planned[ ]for|set[ ](?:to|for)|intends?[ ]to"
    r"|upcoming|deadline|expires?)\b|['’]ll\b"
)
_BACK = re.compile(r"(?i)(?<!\bbe[ ])(?<!been[ ])\b(?:was|were|had|did|said|told|took|began|held|met|came|[a-z]{3,}ed)\b")
_CLAUSE_END = re.compile(r"[.;!?:\"”“]")
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
_COUNTED = re.compile(r"[ ](?!(?:has|was|is|as|this|does|his|its)\b)[a-z]{2,}s\b")
_COUNTS_TOO = frozenset({"", "to", "from", "of", "about", "around", "for", "and", ",", "(", "–", "—"})
_NAME_LIKE = frozenset({"march", "may", "april", "june", "august", "mar", "jun", "apr", "aug", "jan"})
"""Months that are also verbs or first names."""


def leans_ahead(text: str, start: int, position: int, stop: int) -> bool:
    """True if the clause around text[position:stop] speaks of what is still to come: the last cue before it is "will",
    "is due", and no past verb follows; or it opens the sentence and such a cue comes next."""
    before = text[max(start, position - 120) : position]
    ends = list(_CLAUSE_END.finditer(before))
    clause = before[ends[-1].end() :] if ends else before
    if len(clause.split()) <= 1 and len(before.split()) <= 1:
        return _looks_on(text[stop : stop + 80])
    cues = list(_AHEAD.finditer(clause))
    return bool(cues) and _BACK.search(clause, cues[-1].end()) is None


def _looks_on(after: str) -> bool:
    cue, back = _AHEAD.search(after), _BACK.search(after)
    return cue is not None and (back is None or cue.start() <= back.start())


def is_month(text: str, start: int, position: int, word: str) -> bool:
    """True if a month's name without day and year is one: "in May", but not "Theresa May" or "a March on the capital"."""
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
