"""What a graph says of one thing: its names, and every claim about it or about an event it takes part in."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.ontology import load as load_ontology
from kg.query.render import compact
from kg.query.statements import Statement, find, in_words, rows, statements
from kg.query.store import load

_TYPES = """SELECT ?type WHERE { <%s> a ?type }"""
_LABEL = """SELECT ?label WHERE { <%s> rdfs:label ?label }"""
_ABOUT = """
  { ?claim rdf:subject <%(node)s> } UNION { ?claim rdf:object <%(node)s> }
  UNION { <%(node)s> ^(%(roles)s) ?event . ?claim rdf:subject ?event ; rdf:predicate rdf:type }"""


@dataclass(frozen=True, slots=True)
class Profile:
    id: str
    name: str
    types: tuple[str, ...]
    aliases: tuple[str, ...]
    statements: tuple[Statement, ...]


def profile(source: Path, name: str) -> Profile:
    """The profile of the thing that has this name, alias or id; InputError with the nearest name if there is none."""
    store = load([source])
    thing = find(store, name)
    label = next((row[0] for row in rows(store, _LABEL % thing.node)), name)
    roles = "|".join(f"kg:{role}" for role in load_ontology().roles)
    return Profile(
        id=compact(thing.node, store.prefixes),
        name=label,
        types=tuple(sorted(compact(row[0], store.prefixes) for row in rows(store, _TYPES % thing.node))),
        aliases=tuple(sorted(thing.names - {label})),
        statements=statements(store, _ABOUT % {"node": thing.node, "roles": roles}),
    )


def render(found: Profile) -> str:
    """Plain text for a terminal."""
    lines = [f"{found.name}  ({found.id}; {', '.join(found.types)})"]
    if found.aliases:
        lines.append(f"  also: {', '.join(found.aliases)}")
    for s in found.statements:
        lines += ["", f"- {s.says}", *(f"  {line}" for line in in_words(s))]
    return "\n".join(lines) + "\n"


def as_json(found: Profile) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
