"""RDF files: which ones a path stands for, their triples and prefixes loaded into a store, triples written."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import InputError

GRAPH, MENTIONS, PAGE = "graph.ttl", "graph.mentions.ttl", "graph.html"
"""What `kg build` writes into an output folder."""


def turtle_files(path: Path) -> Iterator[Path]:
    """Yield the files that a path stands for: itself, or the graph and the mentions of an output folder."""
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if not path.is_dir():
        yield path
        return
    if not (path / GRAPH).is_file():
        raise InputError(f"{path}: holds no {GRAPH}; build one with `kg build`, or name a file")
    yield path / GRAPH
    if (path / MENTIONS).is_file():
        yield path / MENTIONS


def load(files: Iterable[Path]) -> tuple[ox.Store, dict[str, str]]:
    """Return the triples of some files as one store, and the prefixes they declare; a later file's win.

    Raises InputError for what cannot be read or parsed.
    """
    store, prefixes = ox.Store(), dict[str, str]()
    for file in files:
        prefixes |= load_into(store, file)
    return store, prefixes


def load_into(store: ox.Store, path: Path) -> dict[str, str]:
    """Load one file; return the prefixes it declares before its first statement."""
    format_ = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise InputError(
            f"{path}: unknown kind of RDF file '{path.suffix}'; use .ttl, .nt, .trig, .nq, .rdf or .jsonld"
        )
    try:
        header = ox.parse(path=str(path), format=format_)
        next(header, None)
        store.bulk_load(path=str(path), format=format_)
    except SyntaxError as error:
        raise InputError(f"{path}:{error.lineno or 1}:{error.offset or 1}: {error.msg}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from None
    return dict(header.prefixes)


def serialize(
    found: Iterable[ox.Triple] | Iterable[ox.Quad], format_: ox.RdfFormat, prefixes: Mapping[str, str]
) -> str:
    """Return triples or quads, each once and sorted, with the prefixes they use: the same in, the same bytes out."""
    ordered: list[Any] = sorted(set(found), key=lambda t: (str(t.graph_name) if isinstance(t, ox.Quad) else "", str(t)))
    lines = (ox.serialize(ordered, format=format_, prefixes=dict(prefixes)) or b"").decode("utf-8").splitlines(True)
    head = sum(1 for _ in takewhile(lambda line: line.startswith("@prefix "), lines))
    body = "".join(lines[head:])
    return "".join(sorted(line for line in lines[:head] if line.split()[1] in body)) + body
