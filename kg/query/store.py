"""Loaded graphs: RDF files in memory, or the index of an output folder if it has a fresh one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import DEFAULT_BASE, NAMESPACE, folder
from kg.rdf import load_into, turtle_files

PREFIXES = {
    "kg": NAMESPACE,
    "id": DEFAULT_BASE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
"""Known in every query without a PREFIX line; a file's own `id:` wins over the default one."""


@dataclass(frozen=True, slots=True)
class Store:
    """Loaded triples and the prefixes that queries on them may use."""

    triples: ox.Store
    prefixes: Mapping[str, str]


def load(paths: Sequence[Path], *, with_ontology: bool = False) -> Store:
    """Return a store of the given RDF files; of a folder, its graph.ttl and graph.mentions.ttl.

    Raises InputError for what is missing or cannot be parsed.
    """
    from kg.query import index

    if not paths:
        raise InputError("query: no graph given; name a .ttl file or an output folder of `kg build`")
    if len(paths) == 1 and not with_ontology and (ready := index.opened(paths[0])):
        return ready
    store = Store(ox.Store(), dict(PREFIXES))
    files = [f for path in paths for f in turtle_files(path)]
    return fill(store, (*files, *([folder() / "kg.ttl"] if with_ontology else [])))


def fill(store: Store, files: Sequence[Path]) -> Store:
    """Load the files into the store and return it, with their prefixes."""
    prefixes = dict(store.prefixes)
    for file in files:
        prefixes |= load_into(store.triples, file)
    return Store(store.triples, prefixes)
