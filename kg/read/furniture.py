"""Page furniture: the lines around an article that belong to the page, not to the news.

Lines are judged by the general patterns of `phrases.yaml`. A pattern that could open a sentence of an article is
bound to a whole line or to a short one.
"""

import re
from functools import cache
from importlib.resources import files

from kg.read.lines import Line
from kg.tables import table

_EDGES = " \t\u00a0•·|>»›‹«→▶►–—*#:.!…-_=~+^✕×()[]"
_AFTER_LABEL = r"\s?(?::|\||>|»|–|—|-{1,2} )\s?\S.*"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:[#@]\w+[\s,]*)+", re.IGNORECASE)


def is_furniture(line: Line) -> bool:
    """True if the line belongs to the page: navigation, advertising, sharing, newsletters, cookies, rights."""
    words = line.key.strip(_EDGES)
    if not line.has_letters or _phrases("labels").fullmatch(words) or _ADDRESS.fullmatch(line.key):
        return True
    return is_tail_marker(line) or is_rights(line) or is_credit(line) or _is_notice(line, words)


def _is_notice(line: Line, words: str) -> bool:
    if line.word_count <= 30 and (_phrases("openings").match(words) or _points_elsewhere(words)):
        return True
    return line.word_count <= 60 and bool(_phrases("mentions").search(words))


def _points_elsewhere(words: str) -> bool:
    return bool(_phrases("pointers", _AFTER_LABEL).fullmatch(words))


def is_rights(line: Line) -> bool:
    """True for copyright lines; their holder is read by `credits`."""
    return line.word_count <= 60 and bool(_phrases("rights").match(line.key))


def is_credit(line: Line) -> bool:
    """True for lines that only say who wrote, edited or supplied the text."""
    return bool(_phrases("credits").fullmatch(line.key.strip("() ")))


def is_tail_marker(line: Line) -> bool:
    """True if a list of other articles begins here."""
    return is_end(line) or bool(_phrases("pauses").fullmatch(line.key.strip(_EDGES)))


def is_end(line: Line) -> bool:
    """True for markers that only stand at the end of articles ("More on this story")."""
    return bool(_phrases("ends").fullmatch(line.key.strip(_EDGES)))


@cache
def _phrases(name: str, after: str = "") -> re.Pattern[str]:
    lines = [line for line in _table()[name].splitlines() if line and not line.startswith("#")]
    return re.compile(f"(?:{'|'.join(lines)}){after}", re.IGNORECASE)


@cache
def _table() -> dict[str, str]:
    return table(files("kg.read") / "phrases.yaml")
