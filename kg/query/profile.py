"""What a graph says of one thing: its names, and every claim about it or about an event it takes part in."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import load as load_ontology
from kg.query import Store, load
from kg.query.explain import similar
from kg.query.render import compact

_NAMES = """SELECT ?node ?name WHERE { ?node a kg:%s ; rdfs:label|skos:altLabel ?name }"""
_TYPES = """SELECT ?type WHERE { %(node)s a ?type }"""
_CLAIMS = """
SELECT DISTINCT ?claim ?label ?modality ?source ?via ?exact ?path WHERE {
  { ?claim rdf:subject %(node)s } UNION { ?claim rdf:object %(node)s }
  UNION {
    %(node)s ^(%(roles)s) ?event . ?claim rdf:subject ?event ; rdf:predicate rdf:type
  }
  ?claim rdfs:label ?label ; kg:modality ?modality ; kg:source/rdfs:label ?source ; kg:evidence ?span .
  ?claim kg:document/kg:path ?path . ?span kg:exact ?exact . OPTIONAL { ?claim kg:via/rdfs:label ?via }
}"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in words: who says it, through which medium, how firmly, and on which sentence of which article."""

    says: str
    modality: str
    sources: tuple[str, ...]
    via: tuple[str, ...]
    evidence: str
    document: str


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
    node, names = _find(store, name)
    label = next((r[0] for r in _rows(store, f"SELECT ?l WHERE {{ <{node}> rdfs:label ?l }}")), name)
    types = sorted(compact(r[0], store.prefixes) for r in _rows(store, _TYPES % {"node": f"<{node}>"}))
    roles = "|".join(f"kg:{role}" for role in load_ontology().roles)
    return Profile(
        id=compact(node, store.prefixes),
        name=label,
        types=tuple(types),
        aliases=tuple(sorted(names - {label})),
        statements=tuple(_statements(_rows(store, _CLAIMS % {"node": f"<{node}>", "roles": roles}))),
    )


def _rows(store: Store, text: str) -> list[tuple[str, ...]]:
    """IRIs and literals as strings; "" where the row has no value."""
    found = store.triples.query(text, prefixes=dict(store.prefixes))
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("only SELECT has rows")
    return [tuple(term.value if isinstance(term, ox.NamedNode | ox.Literal) else "" for term in row) for row in found]


def _find(store: Store, name: str) -> tuple[str, set[str]]:
    """The IRI of the thing and all its names."""
    names: dict[str, set[str]] = {}
    for node, label in _rows(store, _NAMES % load_ontology().part("entity")):
        names.setdefault(node, set()).add(label)
    wanted = name.casefold()
    hits = [n for n, all_ in names.items() if wanted in {x.casefold() for x in all_}]
    hits += [n for n in names if compact(n, store.prefixes) in {name, f"id:{name}"} and n not in hits]
    if not hits:
        near = similar(name, sorted({x for all_ in names.values() for x in all_}))
        raise InputError(f"nothing is called '{name}'" + (f"; did you mean {', '.join(near)}?" if near else ""))
    best = min(hits, key=lambda n: (len(n), n))
    return best, names[best]


def _statements(rows: Iterable[tuple[str, ...]]) -> list[Statement]:
    held: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        held.setdefault(row[0], []).append(row)
    out = []
    for group in held.values():
        first = min(group, key=lambda r: r[5])
        out.append(
            Statement(
                says=first[1],
                modality=first[2].rpartition("#")[2],
                sources=tuple(sorted({r[3] for r in group})),
                via=tuple(sorted({r[4] for r in group if r[4]})),
                evidence=" ".join(first[5].split()),
                document=first[6],
            )
        )
    return sorted(out, key=lambda s: (s.says, s.document, s.evidence))


def render(found: Profile) -> str:
    """Plain text for a terminal."""
    lines = [f"{found.name}  ({found.id}; {', '.join(found.types)})"]
    if found.aliases:
        lines.append(f"  also: {', '.join(found.aliases)}")
    for s in found.statements:
        via = f" via {', '.join(s.via)}" if s.via else ""
        lines += ["", f"- {s.says}", f"  {s.modality}: {', '.join(s.sources)}{via}", f"  “{s.evidence}” [{s.document}]"]
    return "\n".join(lines) + "\n"


def as_json(found: Profile) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
