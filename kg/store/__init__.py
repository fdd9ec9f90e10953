"""What a folder's builds have read, in one SQLite file: `kg build` adds to it, `kg remove` takes from it.

    with Store(Path("out")) as store:
        store.keep(extraction, extractor)          # survives whatever happens next
        store.finish(source, [Row.of(extraction)])

One process at a time: the file is locked from opening to closing. Every call that writes is one transaction.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from kg.errors import InputError
from kg.model import Document, DocumentId, Extraction
from kg.store.codec import pack, unpack

__all__ = ["FILE", "Article", "Row", "Source", "Store", "fingerprint", "key_of"]

FILE = "kg.sqlite"
_VERSION = 1
_NOTHING = Document(id="", text="", sha256="", path="")  # type: ignore[arg-type]
"""Stands for the document in a stored extraction, which is kept beside it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: `key` tells it from others, `path` is how the user wrote it, `stamp` its content."""

    key: str
    path: str
    stamp: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a source: its id and fingerprint, or the reason why there is none."""

    path: str
    id: str | None = None
    hash: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """A stored article as `kg remove` names it."""

    path: str
    id: str
    source: str
    number: int


def fingerprint(document: Document) -> str:
    """Hash of a document wherever it lies: its text and what its file says of it, without the path."""
    return hashlib.sha256(pack(replace(document, path=""))).hexdigest()


class Store:
    """The open store of an output folder, made if there is none. Raises InputError if another process has it open."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self._is_new = not self.file.exists()
        try:
            self._made = [p for p in (folder, *folder.parents) if not p.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.file, timeout=1, isolation_level=None)
            self._open()
        except OSError as error:
            raise InputError(
                f"{folder}: cannot write there ({error.strerror}); choose another folder with -o"
            ) from error

    def _open(self) -> None:
        try:
            for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "foreign_keys = ON"):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.execute("BEGIN EXCLUSIVE")
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if not version:
                for statement in files("kg.store").joinpath("schema.sql").read_text(encoding="utf-8").split(";\n"):
                    self._db.execute(statement)
            self._db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._db.close()
            if "locked" in str(error):
                message = "another kg is at work in this folder; wait until it is done, or choose another with -o"
                raise InputError(f"{self.file.parent}: {message}") from error
            raise InputError(f"{self.file}: cannot be opened ({error}); choose another folder with -o") from error
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise InputError(f"{self.file}: not a store of kg ({error}); move it away, then build again") from error
        if version not in {0, _VERSION}:
            self._db.close()
            raise InputError(f"{self.file}: made by another version of kg; move it away, then build again")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def discard(self) -> None:
        """Leave no trace of a store that this process made and that holds nothing."""
        self._db.close()
        if self._is_new:
            self.file.unlink()
            for folder in self._made:
                folder.rmdir()

    # --- adding -----------------------------------------------------------------------------------------------

    def is_current(self, source: Source) -> bool:
        """True if the source was read to its end with these very bytes by this extractor."""
        row = self._db.execute(
            "SELECT 1 FROM sources WHERE (key, stamp, extractor) = (?, ?, ?)",
            (source.key, source.stamp, source.extractor),
        ).fetchone()
        return row is not None

    def keys(self) -> frozenset[str]:
        """Of every source that was read before, whatever it held."""
        return frozenset(key for (key,) in self._db.execute("SELECT key FROM sources"))

    def respell(self, source: Source) -> None:
        """Call a source as the user does now."""
        self._db.execute(
            "UPDATE sources SET path = ? WHERE key = ? AND path <> ?", (source.path, source.key, source.path)
        )

    def holds(self, hash_: str, extractor: str) -> bool:
        """True if the document of this fingerprint need not be extracted."""
        row = self._db.execute("SELECT 1 FROM extractions WHERE (hash, extractor) = (?, ?)", (hash_, extractor))
        return row.fetchone() is not None

    def keep(self, extraction: Extraction, extractor: str) -> str:
        """Store a document and what was extracted from it; return its fingerprint."""
        hash_ = fingerprint(extraction.document)
        found = pack(replace(extraction, document=_NOTHING))
        with self._transaction():
            document = pack(replace(extraction.document, path=""))
            self._db.execute("INSERT OR IGNORE INTO documents VALUES (?, ?)", (hash_, document))
            self._db.execute("INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)", (hash_, extractor, found))
        return hash_

    def finish(self, source: Source, rows: Sequence[Row]) -> None:
        """Record what a source holds, in place of what it held before."""
        with self._transaction():
            self._db.execute("DELETE FROM sources WHERE key = ?", (source.key,))
            self._db.execute(
                "INSERT INTO sources VALUES (?, ?, ?, ?)", (source.key, source.path, source.stamp, source.extractor)
            )
            self._db.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)",
                [(source.key, n, r.path.removeprefix(source.path), r.id, r.hash, r.reason) for n, r in enumerate(rows)],
            )

    # --- taking away ------------------------------------------------------------------------------------------

    def remove(self, articles: Iterable[Article]) -> None:
        """Take articles away, and sources that hold nothing else; what lost one is read anew when met again."""
        with self._transaction():
            for article in articles:
                self._db.execute(
                    "DELETE FROM articles WHERE (source, number) = (?, ?)", (article.source, article.number)
                )
                self._db.execute("UPDATE sources SET stamp = '' WHERE key = ?", (article.source,))
            self._db.execute(
                "DELETE FROM sources WHERE key NOT IN (SELECT source FROM articles WHERE hash IS NOT NULL)"
            )

    def sweep(self, extractor: str) -> None:
        """Forget the texts no source holds any longer, and extractions by another extractor."""
        with self._transaction():
            self._db.execute("DELETE FROM extractions WHERE extractor <> ?", (extractor,))
            for table in ("extractions", "documents"):
                self._db.execute(
                    f"DELETE FROM {table} WHERE hash NOT IN (SELECT hash FROM articles WHERE hash IS NOT NULL)"  # noqa: S608
                )

    # --- what there is ----------------------------------------------------------------------------------------

    def articles(self) -> list[Article]:
        """Every article, in order of its path."""
        rows = self._db.execute(
            "SELECT s.path || a.place, a.id, a.source, a.number FROM articles a JOIN sources s ON s.key = a.source "
            "WHERE a.hash IS NOT NULL"
        )
        return sorted(Article(*row) for row in rows)

    def skipped(self, keys: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """(path, reason) of what could not be read in these sources, in all by default."""
        query = (
            "SELECT s.path || a.place, a.reason, s.key FROM articles a JOIN sources s ON s.key = a.source "
            "WHERE a.reason IS NOT NULL"
        )
        wanted = None if keys is None else set(keys)
        return sorted((path, why) for path, why, key in self._db.execute(query) if wanted is None or key in wanted)

    def outdated(self, extractor: str) -> list[Document]:
        """The documents whose extraction was made by another extractor."""
        rows = self._db.execute(
            "SELECT d.body, min(s.path || a.place) FROM documents d JOIN articles a USING (hash) "
            "JOIN sources s ON s.key = a.source WHERE NOT EXISTS "
            "(SELECT 1 FROM extractions e WHERE e.hash = d.hash AND e.extractor = ?) GROUP BY d.hash ORDER BY d.hash",
            (extractor,),
        )
        return [replace(unpack(body, Document), path=path) for body, path in rows]

    def held(self, extractor: str) -> list[tuple[str, DocumentId, str]]:
        """(path, id, fingerprint) of every article with an extraction, in order of its path; copies too."""
        return self._db.execute(
            "SELECT s.path || a.place AS path, a.id, a.hash FROM articles a JOIN sources s ON s.key = a.source "
            "JOIN extractions e USING (hash) WHERE e.extractor = ? ORDER BY path",
            (extractor,),
        ).fetchall()

    def extraction(self, hash_: str, extractor: str) -> Extraction:
        """What was extracted from the document of this fingerprint, which has no path here."""
        document, found = self._db.execute(
            "SELECT d.body, e.body FROM documents d JOIN extractions e USING (hash) WHERE (hash, extractor) = (?, ?)",
            (hash_, extractor),
        ).fetchone()
        return replace(unpack(found, Extraction), document=unpack(document, Document))

    def manifest(self) -> str:
        """Digest of which texts are stored under which paths."""
        rows = self._db.execute(
            "SELECT s.path || a.place AS path, a.hash FROM articles a JOIN sources s ON s.key = a.source "
            "WHERE a.hash IS NOT NULL ORDER BY path, a.hash"
        )
        total = hashlib.sha256()
        for path, hash_ in rows:
            total.update(f"{path}\x1f{hash_}\n".encode())
        return total.hexdigest()

    # --- settings ---------------------------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def key_of(path: str) -> str:
    """What tells a file from others, however its path is written."""
    return os.path.realpath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
