"""Articles in, graph out: the stages in their order. `build` is what `kg build` does, `remove` undoes it."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from kg import read
from kg.errors import InputError
from kg.pipeline import recipe
from kg.pipeline.reading import Reader, Tally, Tick, extract_document
from kg.pipeline.shelf import Shelf
from kg.pipeline.summary import Counts, Summary
from kg.pipeline.writing import COVERAGE, FILES, GRAPH, MENTIONS, PAGE, REPORT, cover, refresh, write
from kg.read import Skipped
from kg.resolve.judgements import Judgements
from kg.store import FILE, Article, Store
from kg.store.search import search

__all__ = [
    "COVERAGE", "GRAPH", "MENTIONS", "PAGE", "REPORT", "Counts", "Summary",
    "build", "extract_document", "opened", "rebuild", "remove", "write",
]  # fmt: skip


def build(
    paths: Iterable[str], out: Path, *,
    workers: int = 1, base: str | None = None, tick: Tick | None = None, with_coverage: bool = False,
) -> Summary:  # fmt: skip
    """Read articles into the store of `out`; write graph.ttl, graph.mentions.ttl, graph.html, GRAPH.md of all it holds.

    With `with_coverage`, coverage.md lists the sentences of every article that gave no claim. `tick` is called with the
    name of every source as it is done. Raises InputError if nothing could be read.
    """
    began = time.perf_counter()
    found = read.find(paths)
    with Store(out) as store, Shelf(store) as shelf:
        reader = Reader(store, recipe.extractor(), workers=workers)
        tally = reader.read(found.sources, tick, meanwhile=_meanwhile(shelf))
        skipped = [*found.skipped, *tally.skipped, *(Skipped(*row) for row in store.skipped(tally.keys))]
        if not any(a.source in tally.keys for a in store.articles()):
            reasons = "; ".join(f"{s.path}: {s.reason}" for s in skipped) or "no article found"
            if not store.articles():
                store.discard()
            raise InputError(f"nothing to build from: {reasons}")
        store.sweep(recipe.extractor())
        counts = refresh(store, Judgements.read(out), base=base, shelf=shelf)
        more = [cover(store)] if with_coverage else []
        files = [*(out / name for name in FILES), *more]
        return _summary(counts, tally, [*skipped, *_copies(store, tally)], began, files)


def _meanwhile(shelf: Shelf) -> Iterator[None]:
    """What there is to do for who waits until something is read."""
    yield from shelf.take_ahead()
    import_module("kg.export.html")  # with the libraries that draw
    yield


def rebuild(out: Path) -> Counts:
    """Write the graph of what the folder's store holds, with its judgements; read nothing that has not changed."""
    with opened(out) as store:
        return _rebuilt(store, out)


def remove(names: Iterable[str], out: Path) -> tuple[Article, ...]:
    """Take articles out of a folder's store and graph; return them. `kg.store.search` knows what names one.

    The graph is then the one of a build that never saw them. Raises InputError if a name fits none or several.
    """
    with opened(out) as store:
        gone = search(store.articles(), names)
        store.remove(gone)
        _rebuilt(store, out)
    return gone


def _rebuilt(store: Store, out: Path) -> Counts:
    Reader(store, recipe.extractor()).read(())
    store.sweep(recipe.extractor())
    return refresh(store, Judgements.read(out))


def opened(out: Path) -> Store:
    """The store of a folder that was built before. Raises InputError if there is none."""
    if not (out / FILE).is_file():
        raise InputError(f"{out}: no {FILE} here; run `kg build ARTICLES -o {out}` first")
    return Store(out)


def _copies(store: Store, tally: Tally) -> list[Skipped]:
    """Articles of the sources met whose text another path has, too."""
    first: dict[str, str] = {}
    copies = []
    for article in store.articles():
        other = first.setdefault(article.id, article.path)
        if other != article.path and article.source in tally.keys:
            copies.append(Skipped(article.path, f"same text as {other}"))
    return copies


def _summary(counts: Counts, tally: Tally, skipped: list[Skipped], began: float, files: list[Path]) -> Summary:
    return Summary(
        **asdict(counts),
        skipped=tuple(sorted(set(skipped), key=lambda s: (s.path, s.reason))),
        seconds=time.perf_counter() - began,
        files=tuple(files),
        added=tally.added,
        updated=tally.updated,
        unchanged=tally.unchanged,
        refreshed=tally.refreshed,
    )
