"""Entities and events as the page's nodes: what they are called, how they look, when they were."""

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kg.export.passages import Passages
from kg.export.terms import clean
from kg.graph import EventNode
from kg.model import DocumentId, Entity, Span, TimeBounds
from kg.ontology import Ontology

Json = dict[str, Any]

_MONTHS = "January February March April May June July August September October November December".split()
_BELOW = textwrap.TextWrapper(24, max_lines=2, placeholder="…")
_LONGEST = 300
"""Letters of a name in lists and titles; more is no name, and a megabyte of it would stop the page."""


def types(used: Iterable[str], ontology: Ontology) -> dict[str, Json]:
    """The classes in use with their look, entities first, in the ontology's order."""
    counts = Counter(used)
    tables = ((ontology.entities, "entity"), (ontology.events, "event"))
    found = [(t, group) for table, group in tables for t in table.values() if counts[t.name]]
    result: dict[str, Json] = {}
    for n, (type_, group) in enumerate(found):
        look = {"label": type_.label, "colour": type_.colour, "shape": type_.shape, "group": group}
        result[type_.name] = {"n": n, "name": type_.name, **look}
        if type_.name in ontology.events:
            result[type_.name]["roles"] = list(ontology.events[type_.name].roles)
    return result


def entity(number: int, found: Entity, classes: dict[str, Json]) -> Json:
    label = shortened(found.name)
    node: Json = {
        "id": number,
        "label": label,
        "short": _below(label),
        "key": clean(found.id),
        "type": classes[found.type]["n"],
    }
    if found.aliases or found.links:
        aliases = sorted({shortened(a) for a in found.aliases} - {label})
        node |= _filled({"aliases": aliases, "links": sorted({clean(link) for link in found.links})})
    return node


def event(number: int, found: EventNode, classes: dict[str, Json], passages: Passages) -> Json:
    """The canvas shows only what kind of event it is: who takes part, its lines tell."""
    event, time, trigger = found.event, found.event.time, _where_named(found)
    node: Json = {
        "id": number,
        "label": shortened(found.label),
        "short": _below(shortened(event.label or classes[event.type]["label"])),
        "key": clean(event.id),
        "type": classes[event.type]["n"],
        "how": found.status,
    }
    return node | _filled(
        {
            "contested": found.contested,
            "when": _when(time) if time.is_bounded else clean(time.text or ""),
            "time": _bounds(time) if time.is_bounded else None,
            "said": clean(" … ".join(event.content)),
            "trigger": passages.exact(*trigger) if trigger else None,
        }
    )


def _where_named(found: EventNode) -> tuple[DocumentId, Span] | None:
    """Where the word stands that names the event, if only one article's claims have it in their words."""
    trigger = found.event.trigger
    having = {c.document for c in found.event.claims for s in c.spans if s.contains(trigger)}
    return (having.pop(), trigger) if len(having) == 1 else None


def _bounds(time: TimeBounds) -> list[str | None]:
    bounds = (time.not_before, time.started_by, time.ongoing_on, time.not_after)
    return [day.isoformat() if day else None for day in bounds]


def _filled(values: Json) -> Json:
    return {key: value for key, value in values.items() if value}


def shortened(name: str) -> str:
    """The text, cut where it is too long for a name."""
    text = clean(name)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _below(label: str) -> str:
    """The label under a shape: two lines at most."""
    is_short = len(label) <= _BELOW.width and label.isprintable() and label[-1:] != " "
    return label if is_short else _wrapped(label)


@lru_cache(maxsize=1 << 16)
def _wrapped(label: str) -> str:
    lines = _BELOW.wrap(label) or [label[:24]]
    return "\n".join(lines)


def _when(time: TimeBounds) -> str:
    """The bounds in words, then the article's own: "4 March 2031 (“on Tuesday”)"."""
    if time.not_before and time.not_after:
        same = time.not_before == time.not_after
        words = _day(time.not_after) if same else f"between {_day(time.not_before)} and {_day(time.not_after)}"
    else:
        bounds = (
            ("not before", time.not_before),
            ("under way by", time.started_by),
            ("still going on on", time.ongoing_on),
            ("over by", time.not_after),
        )
        words = ", ".join(f"{how} {_day(day)}" for how, day in bounds if day)
    return clean(f"{words} (“{time.text}”)" if words and time.text else words or time.text or "")


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
