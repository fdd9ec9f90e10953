"""The formats that a built graph can be exported to, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import InputError
from kg.export.ftm import ftm
from kg.export.graphml import graphml
from kg.export.jsonld import jsonld
from kg.export.network import network
from kg.export.quads import nquads, rdf12, trig
from kg.export.source import Source
from kg.export.tables import tables
from kg.ontology import Ontology

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a graph: `write` returns the content of one file, or of several by their names."""

    says: str
    write: Callable[[Source, Ontology], str | Files]
    is_folder: bool = False


FORMATS: Mapping[str, Format] = {
    "nquads": Format("N-Quads, a named graph per article", lambda source, _: nquads(source)),
    "trig": Format("TriG, a named graph per article", lambda source, _: trig(source)),
    "jsonld": Format("JSON-LD, compact, with its context", lambda source, _: jsonld(source)),
    "rdf12": Format("Turtle 1.2, claims as reifiers of triple terms", lambda source, _: rdf12(source)),
    "graphml": Format("GraphML for Gephi, yEd, networkx", lambda source, ontology: graphml(network(source, ontology))),
    "csv": Format(
        "four CSV tables with Neo4j's import headers",
        lambda source, ontology: tables(network(source, ontology)),
        is_folder=True,
    ),
    "ftm": Format(
        "FollowTheMoney entities, one a line",
        lambda source, ontology: ftm(source, network(source, ontology), ontology),
    ),
}
"""By the name that `--format` takes, in the order to offer them."""


def format_of(name: str) -> Format:
    """Return the format of this name. Raises InputError with the nearest name."""
    if name not in FORMATS:
        near = get_close_matches(name.lower(), FORMATS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(FORMATS)}"
        raise InputError(f"--format '{name}': no such format; {hint}")
    return FORMATS[name]
