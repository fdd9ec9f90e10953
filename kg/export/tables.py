"""CSV tables with the headers that `neo4j-admin database import` reads; spreadsheets and pandas read them, too.

nodes.csv holds entities, events, quantities and articles, claims.csv the claims, which are nodes, too; edges.csv ties
nodes, claim_edges.csv ties claims to what they are about, to who says so, and to the article.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from kg.export.columns import cells, columns
from kg.export.network import Claim, Edge, Network, Node

_BETWEEN = ";"
"""Between the items of a list; an item's own semicolon becomes a comma."""
_EDGES = (":START_ID", ":TYPE", ":END_ID", "modality", "sources:int", "confidence:double", "claims:string[]")
_CLAIMS = (
    "id:ID", "label", "predicate", "object", "modality", "cue", "quote", "asOf:date", "confidence:double",
    "sourceCount:int", "evidence:string[]", ":LABEL",
)  # fmt: skip
_CLAIM_EDGES = (":START_ID", ":TYPE", ":END_ID")

_Row = Iterable[object]


def tables(network: Network) -> dict[str, str]:
    """Return the four files by name."""
    known = {n.id for n in network.nodes}
    return {
        "nodes.csv": _nodes((*network.nodes, *network.documents)),
        "edges.csv": _csv(_EDGES, map(_edge, network.edges)),
        "claims.csv": _csv(_CLAIMS, map(_claim, network.claims)),
        "claim_edges.csv": _csv(_CLAIM_EDGES, (row for c in network.claims for row in _ties(c, known))),
    }


def _nodes(nodes: tuple[Node, ...]) -> str:
    kinds = columns(nodes)
    head = ("id:ID", "name", "aliases:string[]", *(f"{name}:{kind}" for name, kind in kinds.items()), ":LABEL")
    rows = (
        (n.id, n.label, _list(n.aliases), *(_list(values) for values in cells(n, kinds).values()), _list(n.types))
        for n in nodes
    )
    return _csv(head, rows)


def _edge(edge: Edge) -> _Row:
    confidence = max((c.confidence for c in edge.claims), default="")
    claims = _list(c.id for c in edge.claims)
    return (edge.subject, edge.predicate, edge.object, edge.modality or "", edge.source_count, confidence, claims)


def _claim(claim: Claim) -> _Row:
    return (
        claim.id, claim.label, claim.predicate, claim.object, claim.modality, claim.cue, claim.quote, claim.as_of,
        claim.confidence, claim.source_count, _list(claim.evidence), "Claim",
    )  # fmt: skip


def _ties(claim: Claim, known: set[str]) -> Iterator[_Row]:
    ends = {
        "subject": (claim.subject,), "object": (claim.object,), "source": claim.sources, "via": claim.via,
        "madeIn": (claim.made_in,),
    }  # fmt: skip
    for name, nodes in ends.items():
        yield from ((claim.id, name, node) for node in nodes if node in known)
    yield (claim.id, "document", claim.document)


def _list(items: Iterable[str]) -> str:
    items = tuple(items)
    return items[0] if len(items) == 1 else _BETWEEN.join(item.replace(_BETWEEN, ",") for item in items)


def _csv(head: Iterable[str], rows: Iterable[_Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
