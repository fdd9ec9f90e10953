"""Entities -> ids of the outside world, by a list that the user brings, such as an extract of Wikidata.

The list is TSV with a header, or JSON lines; its fields are `id`, `label`, and if it has them `aliases` (in TSV with |
between), `class` (of our ontology) and `state` (ISO 3166-1, two letters).
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.ontology import Ontology
from kg.ontology.stanza import nearest
from kg.resolve import Resolver
from kg.resolve.clusters import spelt
from kg.resolve.identity import Identity
from kg.resolve.names import is_full, normal

WIKIDATA = "http://www.wikidata.org/entity/"
_FIELDS = frozenset({"id", "label", "aliases", "class", "state"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the list; `iri` is its id in full."""

    iri: str
    names: frozenset[str]
    """Normal forms."""
    type: str | None = None
    state: str | None = None


def read(file: Path, ontology: Ontology) -> Iterator[Entry]:
    """Yield the entries of a list. Raises InputError: "file:line: what; what to do"."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = _json_rows(lines) if file.suffix == ".jsonl" else csv.DictReader(lines, delimiter="\t")
            for number, row in enumerate(rows, 1 if file.suffix == ".jsonl" else 2):
                yield _entry(row, f"{file}:{number}", ontology)
    except (OSError, UnicodeDecodeError, csv.Error, json.JSONDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}); give a .tsv or .jsonl file in UTF-8") from error


def _json_rows(lines: Iterable[str]) -> Iterator[Any]:
    return (json.loads(line) for line in lines if line.strip())


def _entry(row: Any, where: str, ontology: Ontology) -> Entry:
    if not isinstance(row, dict) or not row.get("id") or not row.get("label"):
        raise InputError(f"{where}: an entry needs an id and a label; its fields are {', '.join(sorted(_FIELDS))}")
    type_, iri, aliases = row.get("class") or None, str(row["id"]), row.get("aliases") or []
    if type_ and type_ not in ontology.entities:
        raise InputError(f"{where}: the ontology has no class '{type_}' of things{nearest(type_, ontology.entities)}")
    if re.fullmatch(r"Q\d+", iri):
        iri = WIKIDATA + iri
    elif "://" not in iri:
        raise InputError(f"{where}: id '{iri}': use a Wikidata id such as Q42, or a full address")
    names = [row["label"], *(aliases.split("|") if isinstance(aliases, str) else aliases)]
    return Entry(iri, frozenset(normal(str(n)) for n in names if str(n).strip()), type_, row.get("state") or None)


def links(resolver: Resolver, entries: Iterable[Entry]) -> Mapping[str, str]:
    """{key of an identity: IRI} for each that one entry alone has the name of, and nothing speaks against.

    A person needs more than a surname; classes must be related, states must not differ.
    """
    known: dict[str, set[Entry]] = defaultdict(set)
    for entry in entries:
        for name in entry.names:
            known[name].add(entry)
    found = {}
    for identity, entity in resolver.entities.items():
        names = {normal(n) for n in (entity.name, *entity.aliases)} if identity.is_named else set()
        if identity.key[0] == "person":
            names = {n for n in names if is_full(n)}
        fits = {e for n in names for e in known.get(n, ()) if _fits(identity, entity.type, e, resolver.ontology)}
        if len({e.iri for e in fits}) == 1:
            found[spelt(identity.key)] = fits.pop().iri
    return found


def _fits(identity: Identity, type_: str, entry: Entry, ontology: Ontology) -> bool:
    if entry.type and not ontology.are_kin(type_, entry.type):
        return False
    states = {s for t in identity.things for s in t.context.states}
    return not entry.state or not states or entry.state in states
