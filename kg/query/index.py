"""The index of an output folder: its graph as a store on disk, `graph.index/`, that opens at once.

It is a cache: it is used only while the files it was made of have the same contents, and can be deleted at any time.
"""

import json
import shutil
import tempfile
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.query.store import PREFIXES, Store, fill
from kg.rdf import turtle_files
from kg.stamps import stamp

NAME = "graph.index"
_STAMP, _TRIPLES = "index.json", "triples"


def opened(folder: Path) -> Store | None:
    """Return the index of a folder as a store that cannot be written to; None if it has no fresh one."""
    stamp = folder / NAME / _STAMP
    if not stamp.is_file():
        return None
    try:
        kept = json.loads(stamp.read_text(encoding="utf-8"))
        if kept["made_of"] != _made_of(folder):
            return None
        return Store(ox.Store.read_only(str(folder / NAME / _TRIPLES)), kept["prefixes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # damaged, or of another version: as good as none


def is_stale(folder: Path) -> bool:
    """True if the folder has an index that does not fit its files any more."""
    return (folder / NAME).is_dir() and opened(folder) is None


def build(folder: Path) -> int:
    """Write the index of an output folder unless it has a fresh one; return how many triples it holds.

    Raises InputError if the path is no output folder, or its files cannot be read or the index not written.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: an index is made of an output folder; name one, as in: kg query out --index ...")
    if ready := opened(folder):
        return len(ready.triples)
    files = tuple(turtle_files(folder))
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=f".{NAME}-") as scratch:
            new = Path(scratch) / NAME
            new.mkdir()
            made = fill(Store(ox.Store(str(new / _TRIPLES)), dict(PREFIXES)), files)
            made.triples.optimize()
            made.triples.flush()
            size = len(made.triples)
            stamp = {"made_of": _made_of(folder), "prefixes": made.prefixes}
            (new / _STAMP).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
            del made  # closes the store
            shutil.rmtree(folder / NAME, ignore_errors=True)
            new.rename(folder / NAME)
    except OSError as error:
        raise InputError(f"{folder / NAME}: cannot be written ({error})") from error
    return size


def _made_of(folder: Path) -> dict[str, str]:
    """What the index depends on: the contents of the files, and the store's version."""
    return {"pyoxigraph": ox.__version__, **{path.name: stamp(path) for path in turtle_files(folder)}}
