"""Markdown: front matter becomes metadata; the lines to read are spans of the raw text inside its marks.

Heading marks, list bullets, quote marks and table frames lie outside the spans; emphasis and links inside a line
stay, because a span of the raw text cannot leave them out.
"""

import re
from collections.abc import Iterator, Mapping

import yaml

from kg.read.article import Given
from kg.read.dates import parse_date
from kg.read.lines import Line, lines, visible

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>.*?)(?:\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKS = re.compile(r"(?:\s{0,3}(?:>|#{1,6}(?=\s)|[-*+](?=\s)|\d{1,3}[.)](?=\s))\s*)*(?:\[[ xX]\]\s+)?")
_HEADING = re.compile(r"#{1,6}\s")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HIDDEN = re.compile(  # rules, underlines, table frames, link targets, comments, tags
    r"\s{0,3}(?:[=\s:|*_-]+|\[[^\]]+\]:\s.*|<!--.*-->|</?\w+[^>]*>)\s*\Z"
)
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\([^)]*\)\s*\Z")
_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)\s*\Z")
_EMPHASIS = re.compile(r"(?P<mark>\*\*\*|\*\*|__|\*|_)(?P<words>(?:(?!\1).)+)(?P=mark)\Z")


def read_markdown(text: str) -> tuple[Given, list[Line]]:
    """Front matter and visible lines of a markdown text."""
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    start = front.end() if front and fields else 0
    seen = list(_visible_lines(text, start))
    heading = next((line.key for line, is_heading in seen if is_heading), None)
    return _given(fields, heading), [line for line, _ in seen]


def _fields(source: str) -> dict[str, str]:
    """The scalar fields of the front matter; none if it is not YAML."""
    try:
        loaded = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    except (yaml.YAMLError, RecursionError):
        return {}
    if not isinstance(loaded, Mapping):
        return {}
    flat = {str(k).lower(): ", ".join(map(str, v)) if isinstance(v, list) else v for k, v in loaded.items()}
    return {k: v.strip() for k, v in flat.items() if isinstance(v, str) and v.strip()}


def _given(fields: Mapping[str, str], heading: str | None) -> Given:
    def first(names: str) -> str | None:
        return next((fields[name] for name in names.split() if name in fields), None)

    day = first("published date datetime pubdate published_at")
    return Given(
        title=first("title headline") or heading,
        source=first("source publisher outlet site sitename"),
        agency=first("agency wire"),
        byline=first("byline author authors"),
        url=first("url link canonical"),
        published=parse_date(day) if day else None,
        language=(first("language lang") or "en").split("-")[0].lower(),
    )


def _visible_lines(text: str, start: int) -> Iterator[tuple[Line, bool]]:
    """Every line to read, and whether it is a heading."""
    in_fence = False
    for line in lines(text):
        if line.span.start < start:
            continue
        if _FENCE.match(line.text):
            in_fence = not in_fence
        elif not in_fence and not _HIDDEN.match(line.text):
            inner = _inside(text, line)
            if inner:
                yield inner, bool(_HEADING.match(line.text))


def _inside(text: str, line: Line) -> Line | None:
    """The line without the marks around it."""
    start = line.span.start + _MARKS.match(line.text).end()  # type: ignore[union-attr]
    end = line.span.end
    if text[end - 1] == "#":
        bare = text[start:end].rstrip("#")
        end = start + len(bare) if bare[-1:].isspace() else end
    elif text[end - 1] in "|\\":
        end -= 1
    found = visible(text, start + text.startswith("|", start), end)
    for form in (_IMAGE, _LINK, _EMPHASIS):
        match = form.match(found.text) if found else None
        if found and match:
            found = visible(text, found.span.start + match.start("words"), found.span.start + match.end("words"))
    return found
