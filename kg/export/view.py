"""What the page knows: nodes, lines, statements with their claims, and the articles they rest on, as plain JSON.

Things are numbered and refer to each other by number; every text is kept once.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from kg.export.articles import articles
from kg.export.groups import groups
from kg.export.layout import places
from kg.export.nodes import Json, entity, event, shortened, types
from kg.export.passages import Passages
from kg.export.payload import Written, written
from kg.export.terms import clean
from kg.graph import EventNode, Graph, Statement
from kg.graph.statements import Claims, firmest
from kg.model import Claim, EntityId, Literal, Modality, Quantity
from kg.ontology import Ontology

DRAWN, START = 300, 150
"""Up to DRAWN connected nodes have their place; of a larger graph the START best connected."""
_SMALL = 5
"""A part of the graph with fewer nodes waits beside the first view, if there is a larger one."""


@dataclass(slots=True)
class View:
    """The parts of the page's data: `nodes` and `edges` go through pyvis, the rest beside them."""

    nodes: list[Json] = field(default_factory=list)
    edges: list[Json] = field(default_factory=list)
    beside: Json = field(default_factory=dict)


def view(graph: Graph, ontology: Ontology) -> View:
    """Return everything that the page shows, numbered in the order of ids."""
    events, entities = list(graph.events()), list(graph.entities())
    ids = [*(e.id for e in entities), *(e.event.id for e in events)]
    numbers: dict[str, int] = {id_: n for n, id_ in enumerate(ids)}
    classes = types([*(e.type for e in entities), *(e.event.type for e in events)], ontology)
    writer = _Writer(graph, numbers)
    for happening in events:
        writer.add_event(happening)
    for statement in graph.statements():
        writer.add(statement)
    lines = writer.lines()
    nodes = [entity(n, e, classes) for n, e in enumerate(entities)]
    nodes += [event(n, e, classes, writer.passages) for n, e in enumerate(events, start=len(entities))]
    _place(nodes, lines)
    return View(
        nodes,
        lines,
        {
            "types": list(classes.values()),
            "modalities": _modalities(ontology),
            "predicates": _labels(ontology, writer.predicates.keys()),
            "documents": articles(graph, ontology, numbers),
            "statements": Written(writer.statements),
            "passages": writer.passages.found,
            "groups": groups([n["label"] for n in nodes], lines) if len(nodes) > DRAWN else None,
        },
    )


_Tie = tuple[int, int, bool, Modality]
"""The ends of a statement between two nodes, whether it goes both ways, and how firm it is."""


class _Writer:
    """Collects statements in their numbered form, as JSON: there are so many that what they are made of is not kept."""

    def __init__(self, graph: Graph, numbers: dict[str, int]) -> None:
        self.statements: list[str] = []
        self.predicates: dict[str, str] = {}
        """As JSON."""
        self.passages = Passages(graph.documents, graph.sentences)
        self._ties: dict[tuple[int, int], list[tuple[int, _Tie]]] = defaultdict(list)
        self._numbers = numbers
        self._documents = {d.id: n for n, d in enumerate(graph.documents)}
        self._status: dict[str, Modality] = {e.event.id: e.status for e in graph.events()}

    def add_event(self, node: EventNode) -> None:
        """The statement that the event happens; it has no predicate."""
        subject = self._numbers[node.event.id]
        self.statements.append(f'{{"s":{subject},"how":"{node.status}","claims":[{self._claims(node.event.claims)}]}}')

    def add(self, statement: Statement) -> None:
        subject, predicate = self._numbers[statement.subject], statement.predicate
        if predicate not in self.predicates:
            self.predicates[predicate] = written(predicate)
        how = firmest(statement.claims) if statement.claims else self._status[statement.subject]
        target = self._target(statement, subject, how)
        both = ',"both":true' if statement.is_symmetric else ""
        doubtful = "" if statement.is_stated else ',"doubtful":true'
        self.statements.append(
            f'{{"s":{subject},"p":{self.predicates[predicate]},{target}{both}{doubtful},"how":"{how}",'
            f'"claims":[{self._claims(statement.claims)}]}}'
        )

    def _target(self, statement: Statement, subject: int, how: Modality) -> str:
        if not isinstance(statement.object, str):
            return written(_in_words(statement.object))[1:-1]
        number = self._numbers[statement.object]
        self._tie((subject, number, statement.is_symmetric, how))
        return f'"o":{number}'

    def _tie(self, tie: _Tie) -> None:
        """Keep the next statement as one of its pair of nodes."""
        one, other, _, _ = tie
        if one != other:
            pair = (one, other) if one < other else (other, one)
            self._ties[pair].append((len(self.statements), tie))

    def lines(self) -> list[Json]:
        """One line per pair of nodes; parallel statements share it, its style is the firmest of them."""
        return [_line(pair, self._ties[pair]) for pair in sorted(self._ties)]

    def _claims(self, claims: Claims) -> str:
        return ",".join([self._claim(c) for c in claims])

    def _claim(self, claim: Claim[EntityId]) -> str:
        numbers, number = self._numbers, self.passages.number
        who = ",".join([str(numbers[s]) for s in claim.sources])
        via = f',"via":{numbers[claim.via]}' if claim.via else ""
        made_in = f',"in":{numbers[claim.made_in]}' if claim.made_in else ""
        cue = f',"cue":{written(clean(claim.cue))}' if claim.cue else ""
        quote = f',"quote":{written(clean(claim.quote))}' if claim.quote else ""
        as_of = f',"asOf":"{claim.as_of.isoformat()}"' if claim.as_of else ""
        spans = claim.spans if len(claim.spans) < 2 else sorted(set(claim.spans))
        on = ",".join([str(number(claim.document, s)) for s in spans])
        return (
            f'{{"doc":{self._documents[claim.document]},"who":[{who}]{via}{made_in},"how":"{claim.modality}"{cue}{quote}'
            f'{as_of},"score":{round(claim.score, 2)},"on":[{on}]}}'
        )


def _line(pair: tuple[int, int], ties: list[tuple[int, _Tie]]) -> Json:
    first, other, both, how = ties[0][1]
    if len(ties) > 1:
        how = max({tie[3] for _, tie in ties}, key=lambda m: m.strength)
        both = any(tie[2] for _, tie in ties) or len({tie[0] for _, tie in ties}) > 1
    ends = pair if both else (first, other)
    return {"from": ends[0], "to": ends[1], "both": both, "how": how, "statements": [number for number, _ in ties]}


def _in_words(value: Literal | Quantity) -> Json:
    """A value as text; a quantity also as the inclusive range that it allows, so that figures can be compared."""
    if isinstance(value, Literal):
        return {"text": shortened(value.value)}
    text = value.text if not value.unit or value.unit in value.text else f"{value.text} {value.unit}"
    bounds = [value.minimum, value.maximum]
    return {
        "text": shortened(text),
        "range": bounds if any(b is not None for b in bounds) else [value.value, value.value],
        "unit": value.unit or "",
    }


def _modalities(ontology: Ontology) -> list[Json]:
    members = ontology.vocabulary.enumerations["Modality"].members
    return [{"name": m, "label": members[m].label, "comment": members[m].comment} for m in Modality]


def _labels(ontology: Ontology, used: Collection[str]) -> dict[str, str]:
    """What the predicates in use are called, roles first, in the ontology's order."""
    tables = (ontology.roles, ontology.counts, ontology.relations)
    return {name: type_.label for table in tables for name, type_ in table.items() if name in used}


def _place(nodes: list[Json], lines: list[Json]) -> None:
    """Mark and place the nodes of the first view: the larger connected parts, or the best connected of many nodes."""
    degree = Counter(end for line in lines for end in (line["from"], line["to"]))
    for number, node in enumerate(nodes):
        node["degree"] = degree[number]
    best = sorted(degree, key=lambda n: (-degree[n], n))
    placed = set(best if len(best) <= DRAWN else best[:START])
    edges = [(line["from"], line["to"]) for line in lines if line["from"] in placed and line["to"] in placed]
    found = places({n: nodes[n]["short"] for edge in edges for n in edge}, edges)
    largest = max(found.sizes.values(), default=0)
    for number, (x, y) in found.at.items():
        nodes[number] |= {"x": x, "y": y}
        if found.sizes[number] >= min(_SMALL, largest):
            nodes[number]["first"] = True
