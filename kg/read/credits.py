"""Who an article is by, as its own text says: publisher, agency, byline, and the dateline.

An agency is told from a publisher by `agencies.yaml`. Credits of pictures ("(Photo: ...)", "(AFP)" after a caption)
count for neither. The signs, from the clearest to the faintest: the dateline's brackets, a "Source:" line, the
byline, a line that is only a name, the copyright line, "with inputs from", a name in brackets after the last
sentence, "told AFP". A publisher that is named in none of these may still be known by speaking of itself at least
twice ("told X", "in response to questions from X").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.agencies import first_agency, is_agency, pattern
from kg.model import Span
from kg.read.body import Layout
from kg.read.datelines import dateline
from kg.read.dates import MONTH
from kg.read.lines import Line
from kg.read.pictures import is_caption

_SOURCE = re.compile(r"\(?\s*(?:sources?|via|credit)\s*[:：-]\s*(?P<names>.{2,80}?)\)?\.?", re.IGNORECASE)
_NO_NAMES = frozenset("agencies agency internet online others".split())
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?:by\s)?"
    r"(?P<holder>[^\W\d_][^.|,;©]{1,50}?)(?:[.,;|]|\s(?:All|Inc|Ltd|LLC)\b|\Z)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i:by)\s+(?P<names>[^\W\d_a-z].{2,120})")
_REPORTING = re.compile(r"\(?(?:reporting|writing) by (?P<names>[^;()]{3,120})", re.IGNORECASE)
_KIND = "News|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Today|Network|TV|Radio"
_MEDIUM = rf"[A-Z][A-Z0-9]{{1,5}}|(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}} (?:{_KIND})"
_ALONE = r"\b(?!['’]s|[- ]?[A-Z])"
_TOLD = re.compile(rf"\b(?:told|tells|telling|informed) (?P<who>{_MEDIUM}){_ALONE}")
_ASKED = re.compile(
    r"\b(?:questions? (?:from|by)|interview(?:ed)? (?:with|by)|(?:approached|contacted|reached|asked)"
    r" (?:for comment )?by|requests? for comment from|(?:speaking|spoke) (?:exclusively )?(?:to|with))"
    rf" (?P<who>{_MEDIUM}){_ALONE}"
)
_SPEAKS = re.compile(
    rf"\b(?P<who>{_MEDIUM}) (?:(?:has|have|had) (?:reached out|contacted|approached|asked|been unable)"
    r"|(?:could not|cannot|was unable to|is unable to) (?:immediately |independently )*(?:verify|confirm|reach))"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who an article is by; every field only if the text says so. `place` is the span of the dateline's place."""

    place: Span | None = None
    source: str | None = None
    agency: str | None = None
    byline: str | None = None


def read_credits(found: Layout) -> Credits:
    """Read the credits of an article out of its lines."""
    body = [line for line in found.body if line is not found.title]
    prose = [line for line in body if not is_caption(line.text)]
    opening = dateline(prose)
    named = [*([opening.outlet] if opening and opening.outlet else []), *_credited(body, found.imprint)]
    agency = next((agency for agency in map(first_agency, named) if agency), None)
    source = next((name for name in named if _can_publish(name)), None)
    words = " \n".join(line.text for line in prose)
    return Credits(
        place=opening.place if opening else None,
        source=source or _self_named(words),
        agency=agency or _told(words),
        byline=_byline(body, found.imprint),
    )


def _credited(body: Sequence[Line], imprint: Sequence[Line]) -> Iterator[str]:
    """Names of those whose text this is, the clearest first."""
    for line in body:
        match = _SOURCE.fullmatch(line.text) if line.word_count <= 16 else None
        if match:
            yield from _names(match["names"])
    bylines = [match["names"] for match in map(_byline_match, body) if match]
    yield from filter(None, map(first_agency, bylines))
    yield from (line.text for line in body if is_agency(line.text.strip("()[]—–- ")))
    for line in imprint:
        match = _RIGHTS.search(line.text)
        if not match:
            yield from filter(None, [first_agency(line.text)])
        elif not match["holder"].lower().startswith(("all rights", "this material")):
            yield match["holder"].strip()
    yield from _signature(body)


def _signature(body: Sequence[Line]) -> Iterator[str]:
    """The agency after the last sentence: "... he said. (Reuters)"."""
    form = rf"[.!?”\"]\s*(?:[—–-]+\s*)?[(\[]?\s*(?P<wire>{pattern()})(?:/\w+)*\s*[)\]]?\.?\Z"
    for line in body[-2:]:
        match = re.search(form, line.text) if line.word_count > 12 else None
        if match:
            yield match["wire"]


def _names(value: str) -> Iterator[str]:
    """The names of a credit ("AFP/jr" -> "AFP"): an editor's lower-case initials are no name."""
    for part in re.split(r"\s*(?:/|,|;|&|\band\b|\+)\s*", value):
        if part and part[0].isupper() and part.lower() not in _NO_NAMES:
            yield part


def _can_publish(name: str) -> bool:
    return not first_agency(name) and len(name.split()) <= 6 and name[0].isupper() and not re.search(r"\d{4}", name)


def _byline_match(line: Line) -> re.Match[str] | None:
    return _BYLINE.fullmatch(line.text) if line.word_count <= 16 and not line.ends_sentence else None


def _byline(body: Sequence[Line], imprint: Sequence[Line]) -> str | None:
    for match in (*map(_byline_match, body[:6]), *(_REPORTING.match(line.text) for line in imprint)):
        if match:
            return _people(match["names"])
    return None


def _people(names: str) -> str | None:
    """Names without the agency or date behind them: "Jane Roe and Ali Doe | Reuters" -> "Jane Roe and Ali Doe"."""
    behind = rf"\s*(?:[|•·/]|\s[–—-]\s)|,?\s*(?:{pattern()})\Z|,\s*(?={MONTH})|\sin\s(?=[A-Z])"
    return re.split(behind, names)[0].strip(" ,;.") or None


def _told(words: str) -> str | None:
    """The one agency that people in the text talk to ("told AFP")."""
    form = rf"\b(?:told|tells|telling) ({pattern()})(?![\w-])(?! [A-Z])"
    names = {first_agency(match[1]) for match in re.finditer(form, words)}
    return next(iter(names)) if len(names) == 1 else None


def _self_named(words: str) -> str | None:
    """The one medium that speaks of itself: people tell it things and answer its questions."""
    asked = Counter(match["who"] for form in (_ASKED, _SPEAKS) for match in form.finditer(words))
    told = Counter(match["who"] for match in _TOLD.finditer(words))
    media = [name for name in sorted({*asked, *told}) if not is_agency(name)]
    return media[0] if len(media) == 1 and asked[media[0]] and (asked + told)[media[0]] > 1 else None
