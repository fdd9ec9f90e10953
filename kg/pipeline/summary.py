"""What a build, or any other change of a folder, did, in numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.model import Extraction, Resolution, claims_made
from kg.read import Skipped


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the graph of a folder."""

    articles: int
    mentions: int
    entities: int
    relations: int
    events: int
    claims: int
    unread: int
    """Characters of article text that the annotator could not take in."""


@dataclass(frozen=True, slots=True)
class Summary(Counts):
    """The numbers of the graph, and what became of the sources; `skipped` has one line per article not read."""

    skipped: tuple[Skipped, ...]
    seconds: float
    files: tuple[Path, ...]
    added: int
    updated: int
    unchanged: int
    refreshed: int
    """Stored articles that nobody named, extracted anew because kg or its ontology has changed."""


def count(resolution: Resolution, extractions: Iterable[Extraction]) -> Counts:
    events = resolution.events
    said = [r.claims for r in resolution.relations] + [
        c for e in events for c in (e.claims, *(n.claims for n in e.counts))
    ]
    return Counts(
        articles=len(resolution.documents),
        mentions=len(resolution.mentions),
        entities=len(resolution.entities) + len([*resolution.voiceless()]),  # each gets a node for its own voice
        relations=len(resolution.relations),
        events=len(resolution.events),
        claims=sum(map(claims_made, said)),
        unread=sum(s.end - s.start for e in extractions for s in e.unread),
    )
