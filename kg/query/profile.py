"""What a graph says of one thing: its names, and every claim about it or about an event it takes part in."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.query import Store, load
from kg.query.render import compact

_NAMES = """SELECT ?node ?name WHERE { ?node a kg:Entity ; rdfs:label|skos:altLabel ?name }"""
_TYPES = """SELECT ?type WHERE { %(node)s a ?type }"""
_CLAIMS = """
SELECT DISTINCT ?claim ?label ?modality ?source ?via ?exact ?path WHERE {
  { ?claim rdf:subject %(node)s } UNION { ?claim rdf:object %(node)s }
  UNION { %(node)s ^(kg:participant|kg:item|kg:place|kg:about) ?event . ?claim rdf:subject ?event ; rdf:predicate rdf:type }
  ?claim rdfs:label ?label ; kg:modality ?modality ; kg:source/rdfs:label ?source ; kg:evidence ?span ; kg:document/kg:path ?path .
  ?span kg:exact ?exact . OPTIONAL { ?claim kg:via/rdfs:label ?via }
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
    label = next((str(r[0].value) for r in _rows(store, f"SELECT ?l WHERE {{ {node} rdfs:label ?l }}")), name)
    types = sorted(compact(r[0].value, store.prefixes) for r in _rows(store, _TYPES % {"node": node}))
    return Profile(
        id=compact(node.value, store.prefixes),
        name=label,
        types=tuple(types),
        aliases=tuple(sorted(names - {label})),
        statements=tuple(_statements(_rows(store, _CLAIMS % {"node": node}))),
    )


def _rows(store: Store, text: str) -> list[tuple[ox.NamedNode | ox.Literal, ...]]:
    found = store.triples.query(text, prefixes=dict(store.prefixes))
    return [tuple(row) for row in found]  # type: ignore[union-attr, misc]


def _find(store: Store, name: str) -> tuple[ox.NamedNode, set[str]]:
    names: dict[ox.NamedNode, set[str]] = {}
    for node, label in _rows(store, _NAMES):
        if isinstance(node, ox.NamedNode):
            names.setdefault(node, set()).add(label.value)
    wanted = name.casefold()
    hits = [n for n, all_ in names.items() if wanted in {x.casefold() for x in all_}]
    hits += [n for n in names if compact(n.value, store.prefixes) in {name, f"id:{name}"} and n not in hits]
    if not hits:
        known = sorted({x for all_ in names.values() for x in all_})
        near = get_close_matches(name, known, n=3, cutoff=0.5) or [x for x in known if wanted in x.casefold()][:3]
        raise InputError(f"nothing is called '{name}'" + (f"; did you mean {', '.join(near)}?" if near else ""))
    best = min(hits, key=lambda n: (len(n.value), n.value))
    return best, names[best]


def _statements(rows: Iterable[tuple[ox.NamedNode | ox.Literal, ...]]) -> list[Statement]:
    held: dict[str, list[tuple[ox.NamedNode | ox.Literal, ...]]] = {}
    for row in rows:
        held.setdefault(row[0].value, []).append(row)
    out = []
    for group in held.values():
        first = min(group, key=lambda r: str(r[5].value))
        out.append(
            Statement(
                says=first[1].value,
                modality=first[2].value.rpartition("#")[2],
                sources=tuple(sorted({r[3].value for r in group})),
                via=tuple(sorted({r[4].value for r in group if r[4] is not None})),
                evidence=" ".join(first[5].value.split()),
                document=first[6].value,
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
