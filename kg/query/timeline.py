"""What happened when: the dated events of a graph in their order, with who says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.ontology import load as load_ontology
from kg.query.statements import find, rows
from kg.query.store import load

_EVENTS = """SELECT ?event ?label ?status ?contested ?from ?begun ?until ?source ?path WHERE {
  ?event a kg:%(event)s ; rdfs:label ?label ; kg:status ?status . %(taking_part)s
  ?claim rdf:subject ?event ; rdf:predicate rdf:type ; kg:source/rdfs:label ?source ; kg:document/kg:path ?path .
  OPTIONAL { ?event kg:contested ?contested }
  OPTIONAL { ?event kg:notBefore ?from }
  OPTIONAL { ?event kg:startedBy|kg:ongoingOn ?begun }
  OPTIONAL { ?event kg:notAfter ?until }
}"""
_FACTS = frozenset({"Asserted", "Reported"})


@dataclass(frozen=True, slots=True)
class Moment:
    """One event: what, how firmly, by whom and where; its bounds as days, "" where the text gives none."""

    first: str
    begun_by: str
    last: str
    what: str
    status: str
    contested: bool
    sources: tuple[str, ...]
    documents: tuple[str, ...]


def timeline(
    source: Path, *, about: str | None = None, first: str = "", last: str = "", doubtful: bool = False
) -> list[Moment]:
    """Return the events that have a date, by their first day; of one thing only if `about` names it.

    `first` and `last` are days that the event may lie between; `doubtful` adds what is not asserted or reported.
    """
    store = load([source])
    event = load_ontology().part("event")
    roles = "|".join(f"kg:{role}" for role in load_ontology().roles)
    taking_part = f"?event {roles} <{find(store, about).node}> ." if about else ""
    found = rows(store, _EVENTS % {"event": event, "taking_part": taking_part})
    moments = (_moment(list(group)) for _, group in groupby(sorted(found), key=lambda row: row[0]))
    kept = (m for m in moments if (m.first or m.begun_by or m.last) and _may_lie(m, first, last))
    return sorted(
        (m for m in kept if doubtful or m.status in _FACTS),
        key=lambda m: (m.first or m.begun_by or m.last, m.last, m.what),
    )


def _moment(group: list[tuple[str, ...]]) -> Moment:
    _, label, status, contested, first, begun_by, last, _, _ = group[0]
    sources, documents = {row[7] for row in group}, {row[8] for row in group}
    return Moment(
        first, begun_by, last, label, status.rpartition("#")[2], contested == "true",
        sources=tuple(sorted(sources)), documents=tuple(sorted(documents)),
    )  # fmt: skip


def _may_lie(moment: Moment, first: str, last: str) -> bool:
    """True if the event may have been on one of the days; an open end may be any day."""
    return (not first or not moment.last or moment.last >= first) and (
        not last or not moment.first or moment.first <= last
    )


def render(moments: Iterable[Moment]) -> str:
    """Plain text for a terminal: the days, the event, and under it how firmly and by whom it is said."""
    lines = []
    for m in moments:
        contested = ", contested" if m.contested else ""
        lines += [f"{_days(m):<25} {m.what}"]
        lines += [f"{'':<25}   {m.status}{contested}: {', '.join(m.sources)} [{', '.join(m.documents)}]"]
    return "".join(f"{line}\n" for line in lines)


def _days(moment: Moment) -> str:
    if moment.first == moment.last:
        return moment.first or f"begun by {moment.begun_by}"
    return f"{moment.first or '…':<10} – {moment.last or '…'}"
