"""Sources into the store: what is new or changed is read and extracted, everything else is left alone."""

import hashlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from kg import read
from kg.errors import KgError, ModelError
from kg.model import Document, Extraction
from kg.ontology import load
from kg.orphans import end_with_parent
from kg.pipeline.beside import Beside, Pending
from kg.places.reference import tables
from kg.read import Skipped
from kg.read.sources import STDIN, shown
from kg.resolve.local import settled
from kg.stamps import stamp
from kg.store import Row, Source, Store, fingerprint, key_of

if TYPE_CHECKING:
    from kg.annotate.neural import Annotator

Result = Extraction | Skipped
Tick = Callable[[str], None]
_AHEAD = 4
"""Articles per worker that may wait for one another: enough to keep all busy, few enough to hold and to lose."""


@dataclass(slots=True)
class Tally:
    """What became of the sources, in numbers of them."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refreshed: int = 0
    """Stored articles that nobody named, extracted anew because kg or its ontology has changed."""
    keys: set[str] = field(default_factory=set)
    """Of all sources met."""
    skipped: list[Skipped] = field(default_factory=list)
    """What could not even be opened, and is not remembered."""


class Reader:
    """Reads into one store, by one extractor, with processes of its own if there are to be several."""

    def __init__(self, store: Store, extractor: str, *, workers: int = 1) -> None:
        self.store, self.extractor = store, extractor
        self._known = store.keys()
        self._begin: Callable[[Document], Pending[Result]]
        self._pool: ProcessPoolExecutor | Beside[Result]
        if workers > 1:
            self._pool = pool = ProcessPoolExecutor(workers, initializer=end_with_parent)
            self._begin = lambda document: pool.submit(extract_document, document, 1)
        else:
            has_more_to_do = bool(store.articles()) and not _annotator.cache_info().currsize
            self._pool = beside = Beside(extract_document, is_copied=has_more_to_do)
            self._begin = beside.submit
        self._ahead = workers * _AHEAD
        self._waiting: deque[Callable[[], None]] = deque()
        """What is to be stored, in order, as soon as it is there."""
        self.tally = Tally()
        self._meanwhile: Iterator[object] = iter(())

    def read(
        self, sources: Iterable[str], tick: Tick | None = None, *, meanwhile: Iterator[object] | None = None
    ) -> Tally:
        """Read what is new or changed. What is done is stored at once: a build cut short goes on from there.

        While another process reads, this one takes steps of what there is to do `meanwhile`.
        """
        self._meanwhile = meanwhile or self._meanwhile
        try:
            with self._pool:
                self._read_all(sources, tick or _ignore)
        except BrokenProcessPool as error:
            message = "a worker died, perhaps for want of memory; what was read is kept: build again, fewer --workers"
            raise KgError(message) from error
        return self.tally

    def _read_all(self, sources: Iterable[str], tick: Tick) -> None:
        for name, key in self._new_first(sources):
            if self._read(name, key):
                tick(name)
            else:
                self._waiting.append(partial(tick, name))
                self._store(self._ahead)
        self._store(0)
        for document in self.store.outdated(self.extractor):
            self._extract(document, self._refreshed)
        self._store(0)

    def _new_first(self, sources: Iterable[str]) -> list[tuple[str, str]]:
        """(name, key) of every source; while another process reads what is new, this one looks at what is known."""
        return sorted(((name, key_of(name)) for name in sources), key=lambda source: source[1] in self._known)

    def _read(self, name: str, key: str) -> bool:
        """Read a source; True if there is nothing to wait for."""
        content = BytesIO(sys.stdin.buffer.read() if name == STDIN else b"")
        try:
            digest = hashlib.sha256(content.getvalue()).hexdigest() if name == STDIN else stamp(name)
        except OSError as error:
            self.tally.skipped.append(Skipped(shown(name), f"cannot be opened: {error.strerror or error}"))
            return True
        source = Source(f"{STDIN}{digest}" if name == STDIN else key, shown(name), digest, self.extractor)
        self.tally.keys.add(source.key)
        if self.store.is_current(source):
            self.store.respell(source)
            self.tally.unchanged += 1
            return True
        self.tally.updated += source.key in self._known
        self.tally.added += source.key not in self._known
        self._articles(source, read.read(name, stdin=content))
        return False

    def _articles(self, source: Source, items: Iterable[Document | Skipped]) -> None:
        rows: list[Row] = []

        def add(result: Result | Row) -> None:
            rows.append(result if isinstance(result, Row) else self._row(result))

        for item in items:
            if isinstance(item, Skipped):
                self._waiting.append(partial(add, item))
            elif self.store.holds(hash_ := fingerprint(item), self.extractor):
                self._waiting.append(partial(add, Row(item.path, item.id, hash_)))
            else:
                self._extract(item, add)
        self._waiting.append(lambda: self.store.finish(source, rows))

    def _extract(self, document: Document, then: Callable[[Result], None]) -> None:
        _prepare()
        pending = self._begin(document)
        self._waiting.append(lambda: then(self._awaited(pending)))
        self._store(self._ahead)

    def _awaited(self, pending: Pending[Result]) -> Result:
        while not pending.done() and next(self._meanwhile, self) is not self:
            pass
        return pending.result()

    def _row(self, result: Result) -> Row:
        if isinstance(result, Skipped):
            return Row(result.path, reason=result.reason)
        return Row(result.document.path, result.document.id, self.store.keep(result, self.extractor))

    def _refreshed(self, result: Result) -> None:
        if isinstance(result, Skipped):
            self.tally.skipped.append(result)
        else:
            self.store.keep(result, self.extractor)
            self.tally.refreshed += 1

    def _store(self, left: int) -> None:
        while len(self._waiting) > left:
            self._waiting.popleft()()


def extract_document(document: Document, threads: int | None = None) -> Result:
    """The extraction of one article; an article that breaks costs only itself."""
    from kg.extract import extract  # only who reads needs it

    try:
        parse = _annotator(threads).annotate(document, with_chains=True)
        return settled(extract(document, parse, load()), load())
    except ModelError:
        raise
    except Exception as error:  # the rim around one article: nothing else may be lost with it
        if os.environ.get("KG_DEBUG"):
            raise
        return Skipped(document.path, f"could not be extracted: {type(error).__name__}: {error}")


@cache
def _prepare() -> None:
    """Load what this process needs in any case and every one that is copied from it, too."""
    load()
    tables()
    import_module("kg.resolve.copies")  # with numpy


@cache
def _annotator(threads: int | None) -> "Annotator":
    from kg.annotate.neural import Annotator

    return Annotator(threads=threads)


def _ignore(_: str) -> None:
    """Nobody wants to know."""
