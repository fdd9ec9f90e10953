"""Articles in, graph out: the stages in their order. `build` is what `kg build` does."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import read
from kg.annotate.neural import Annotator
from kg.errors import InputError, ModelError
from kg.export.html import html
from kg.export.report import Unread, report
from kg.export.turtle import turtle
from kg.extract import extract
from kg.graph import build as build_graph
from kg.model import Document, DocumentId, Extraction, Resolution
from kg.ontology import DEFAULT_BASE, Ontology, load
from kg.read import Skipped
from kg.resolve import resolve

GRAPH, MENTIONS, PAGE, REPORT = "graph.ttl", "graph.mentions.ttl", "graph.html", "GRAPH.md"
Result = Extraction | Skipped
Tick = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, in numbers; `skipped` has one line per article that could not be read."""

    articles: int
    skipped: tuple[Skipped, ...]
    mentions: int
    entities: int
    relations: int
    events: int
    claims: int
    unread: int
    """Characters of article text that the annotator could not take in."""
    seconds: float
    files: tuple[Path, ...]


def build(
    paths: Iterable[str], out: Path, *, workers: int = 1, base: str = DEFAULT_BASE, tick: Tick | None = None
) -> Summary:
    """Read articles and write graph.ttl, graph.mentions.ttl, graph.html and GRAPH.md into `out`.

    `tick` is called with the name of every source as it is done. Raises InputError if nothing could be read.
    """
    began = time.perf_counter()
    ontology = load()
    found = read.find(paths)
    extractions: dict[DocumentId, Extraction] = {}
    skipped = list(found.skipped)
    for source, results in _results(found.sources, workers):
        for result in results:
            if isinstance(result, Skipped):
                skipped.append(result)
            else:
                _keep(extractions, result, skipped)
        if tick:
            tick(source)
    if not extractions:
        reasons = "; ".join(f"{s.path}: {s.reason}" for s in skipped) or "no article found"
        raise InputError(f"nothing to build from: {reasons}")
    resolution = resolve(extractions.values(), ontology)
    files = write(resolution, ontology, out, base=base, unread=_unread(extractions.values(), skipped))
    return _summary(resolution, extractions.values(), skipped, time.perf_counter() - began, files)


def write(
    resolution: Resolution, ontology: Ontology, out: Path, *, base: str = DEFAULT_BASE, unread: Iterable[Unread] = ()
) -> tuple[Path, ...]:
    """Write the four files of a graph; each appears whole or not at all. `unread` is for the report."""
    graph = build_graph(resolution, ontology)
    main, mentions = turtle(graph, ontology, base=base)
    contents = {GRAPH: main, MENTIONS: mentions, PAGE: html(graph, ontology), REPORT: report(graph, ontology, unread)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            part = out / f".{name}.part"
            part.write_bytes(text.encode("utf-8"))
            part.replace(out / name)
    except OSError as error:
        raise InputError(f"{out}: cannot write there ({error.strerror}); choose another folder with -o") from error
    return tuple(out / name for name in contents)


def _unread(extractions: Iterable[Extraction], skipped: Iterable[Skipped]) -> Iterator[Unread]:
    """Everything that stayed unread: whole articles, and stretches of those that were read."""
    for article in skipped:
        yield Unread(article.path, article.reason)
    for extraction in extractions:
        if length := sum(s.end - s.start for s in extraction.unread):
            yield Unread(extraction.document.path, f"{length} characters could not be taken in")


def _keep(extractions: dict[DocumentId, Extraction], new: Extraction, skipped: list[Skipped]) -> None:
    """One extraction per text; a copy of an article is reported under the path that sorts last."""
    held = extractions.get(new.document.id)
    if held is None:
        extractions[new.document.id] = new
        return
    first, second = sorted((held, new), key=lambda e: e.document.path)
    extractions[new.document.id] = first
    skipped.append(Skipped(second.document.path, f"same text as {first.document.path}"))


@cache
def _annotator(threads: int | None) -> Annotator:
    return Annotator(threads=threads)


def extract_source(source: str, threads: int | None = None) -> list[Result]:
    """Read and extract every article of one source; an article that breaks costs only itself."""
    return [x if isinstance(x, Skipped) else _extract(x, threads) for x in read.read(source)]


def _extract(document: Document, threads: int | None) -> Result:
    try:
        return extract(document, _annotator(threads).annotate(document), load())
    except ModelError:
        raise
    except Exception as error:  # the rim around one article: nothing else may be lost with it
        if os.environ.get("KG_DEBUG"):
            raise
        return Skipped(document.path, f"could not be extracted: {type(error).__name__}: {error}")


def _results(sources: tuple[str, ...], workers: int) -> Iterator[tuple[str, list[Result]]]:
    if workers <= 1 or len(sources) <= 1:
        for source in sources:
            yield source, extract_source(source)
        return
    with ProcessPoolExecutor(min(workers, len(sources))) as pool:
        yield from zip(sources, pool.map(extract_source, sources, [1] * len(sources)), strict=True)


def _summary(
    resolution: Resolution,
    extractions: Iterable[Extraction],
    skipped: list[Skipped],
    seconds: float,
    files: tuple[Path, ...],
) -> Summary:
    claims = [c for r in resolution.relations for c in r.claims] + [c for e in resolution.events for c in e.claims]
    return Summary(
        articles=len(resolution.documents),
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
        mentions=len(resolution.mentions),
        entities=len(resolution.entities),
        relations=len(resolution.relations),
        events=len(resolution.events),
        claims=len(claims),
        unread=sum(s.end - s.start for e in extractions for s in e.unread),
        seconds=seconds,
        files=files,
    )
