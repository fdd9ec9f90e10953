"""The store of a folder -> its files; nothing is done where they are what they would become."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kg.errors import InputError
from kg.export.coverage import markdown
from kg.memory import collector_at_rest
from kg.model import Extraction, Resolution
from kg.ontology import DEFAULT_BASE, Ontology, load
from kg.pipeline import recipe
from kg.pipeline.beside import Beside
from kg.pipeline.shelf import Shelf
from kg.pipeline.summary import Counts, count
from kg.resolve import resolve
from kg.resolve.judgements import Judgements
from kg.stamps import stamp
from kg.store import Store

GRAPH, MENTIONS, PAGE, REPORT = "graph.ttl", "graph.mentions.ttl", "graph.html", "GRAPH.md"
FILES = (GRAPH, MENTIONS, PAGE, REPORT)
COVERAGE = "coverage.md"
_BASE, _WRITTEN = "base", "written"


def refresh(store: Store, judgements: Judgements, *, base: str | None = None, shelf: Shelf | None = None) -> Counts:
    """Make the files of the folder what the store and the judgements say; return what is in them.

    `base` is remembered; without it, that of the last build holds. The `shelf` may hold some of the store already.
    """
    out, base = store.file.parent, base or store.setting(_BASE) or DEFAULT_BASE
    state = _digest(store.manifest(), recipe.extractor(), recipe.program(), judgements.dump(), base)
    known = json.loads(store.setting(_WRITTEN) or "{}")
    if known.get("state") == state and all(_stamp(out / name) == s for name, s in known["files"].items()):
        return Counts(**known["counts"])
    with collector_at_rest():
        counts, stamps = _written(store, judgements, base, shelf or Shelf(store))
    if (out / COVERAGE).is_file():  # asked for once, kept true
        cover(store)
    store.set(_BASE, base)
    store.set(_WRITTEN, json.dumps({"state": state, "files": stamps, "counts": asdict(counts)}))
    return counts


def _written(store: Store, judgements: Judgements, base: str, shelf: Shelf) -> tuple[Counts, dict[str, str]]:
    """What is in the files, and the stamp of each."""
    ontology = load()
    resolution, counts, unread = _resolved(store, ontology, judgements, shelf)
    return counts, write(resolution, ontology, store.file.parent, base=base, unread=unread)


def _resolved(
    store: Store, ontology: Ontology, judgements: Judgements, shelf: Shelf
) -> tuple[Resolution, Counts, list[tuple[str, str]]]:
    """What the store holds, resolved; the extractions are let go of before anything is made of it."""
    extractions = shelf.take()
    resolution = resolve(extractions, ontology, judgements)
    return resolution, count(resolution, extractions), _unread(store, extractions)


def cover(store: Store) -> Path:
    """Write coverage.md, what gave a claim in each article and what did not; return where."""
    out = store.file.parent
    _draft(out, {COVERAGE: markdown(Shelf(store).take())})
    return _publish(out, [COVERAGE])[0]


def _unread(store: Store, extractions: Iterable[Extraction]) -> list[tuple[str, str]]:
    """(path, why) of everything that stayed unread: whole articles, and stretches of those that were read."""
    lengths = ((e.document.path, sum(s.end - s.start for s in e.unread)) for e in extractions)
    return [*store.skipped(), *((path, f"{n} characters could not be taken in") for path, n in lengths if n)]


def write(
    resolution: Resolution, ontology: Ontology, out: Path, *,
    base: str = DEFAULT_BASE, unread: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:  # fmt: skip
    """Write the files of a graph; return the stamp of each. Each appears whole or not at all.

    `unread` is (path, why), for the report.
    """
    from kg.export.html import html
    from kg.export.report import Unread, report
    from kg.export.turtle import turtle
    from kg.graph import build as build_graph

    graph = build_graph(resolution, ontology)
    rows = [Unread(*row) for row in unread]

    def tell() -> dict[str, str]:
        main, mentions = turtle(graph, ontology, base=base)
        return _draft(out, {GRAPH: main, MENTIONS: mentions})

    with Beside(tell) as beside:
        told = beside.submit()
        stamps = _draft(out, {PAGE: html(graph, ontology), REPORT: report(graph, ontology, rows)})
        stamps |= told.result()
    _publish(out, FILES)
    return stamps


def _draft(out: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """Write texts beside the files that they will be; return the stamp of each."""
    contents = {name: text.encode("utf-8") for name, text in texts.items()}
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            _part(out / name).write_bytes(content)
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


def _publish(out: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Put drafts in the place of what was there; return where."""
    with _writing(out):
        return tuple(_part(out / name).replace(out / name) for name in names)


def _part(file: Path) -> Path:
    return file.with_name(f".{file.name}.part")


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{out}: cannot write there ({error.strerror}); choose another folder with -o") from error


def _stamp(file: Path) -> str | None:
    return stamp(file) if file.is_file() else None


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
