"""Captions: lines that describe a picture. Their credits ("(AFP)") name a photographer's agency, not the publisher,
and the day a picture was taken is often the only date that an article shows."""

import re
from functools import cache

from kg.agencies import pattern

_START = re.compile(r"FILE\b|File (?:photo|picture|image)|(?:Photo|Picture|Image|Caption|PHOTO|IMAGE)\s?:")
_INSIDE = re.compile(
    r"\((?:L|R|C|left|right|center|centre)\)"
    r"|\b(?:is|are) pictured\b|\bpictured (?:here|with|at|in|on|above|below)\b"
    r"|\b[Tt]h(?:is|ese|e) (?:\w+ ){0,3}(?:photo|photograph|picture|image|frame grab|video grab|screengrab)s? "
    r"(?:released|taken|provided|shows?|made|from|by)\b"
    r"|\bIn this (?:[\w,.]+ ){0,7}(?:photo|photograph|picture|image|frame|grab)\b"
)
_CREDIT_WORD = r"(?i:photo|image|picture|courtesy|handout|screengrab|getty images|file)"
_FILE = re.compile(
    r"\bFILE\s*(?:PHOTO)?\s*[-–—:.]|\bFILE PHOTO\b|\b[Ff]ile (?:photo|picture|image|footage)|,\s*[Ff]ile\s*\)"
)
_KIND = r"(?:Photo(?:graph)?|Image|Picture|Video|Graphic|Illustration)s?"
_LONE_CREDIT = re.compile(
    rf"{_KIND}(?: by| courtesy of)?\s*[:/|].{{1,80}}|{_KIND} (?:by|courtesy of) .{{1,80}}"
    r"|.{0,60}\bGetty Images\b.{0,40}|(?i:file (?:photo|picture|image)\.?)"
)


def is_caption(line: str) -> bool:
    """True if the line says what a picture shows."""
    return bool(_START.match(line) or _INSIDE.search(line) or _credit_end().search(line))


def is_file_photo(line: str) -> bool:
    """True if the caption says that its picture is an old one."""
    return bool(_FILE.search(line))


def is_lone_credit(line: str) -> bool:
    """True if the line is a picture credit and nothing else ("Photo: AFP", "(Getty Images)")."""
    bare = line.strip().strip("()[]").strip()
    return len(bare.split()) <= 12 and not bare.endswith(".") and bool(_LONE_CREDIT.fullmatch(bare))


@cache
def _credit_end() -> re.Pattern[str]:
    """A credit in brackets at the end of a line: "(Photo: ...)", "(AFP)", "(Jane Roe/Reuters)"."""
    inner = rf"[^()\[\]]{{0,80}}(?:\b{_CREDIT_WORD}\b|(?<![\w-]){pattern()}(?![\w-]))[^()\[\]]{{0,60}}"
    return re.compile(rf"[(\[]{inner}[)\]]\.?\s*\Z")
