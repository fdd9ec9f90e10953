"""What is new, gone, counted otherwise and newly contested between two builds of a graph.

Nodes are the same if they have one IRI, or else if they share a mention (things) or words of evidence (events): an
article more may renumber a name, and give an event the id of its earliest report.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kg.evaluate import items, turtle
from kg.evaluate.facts import Facts, Figure, Happening, Passage, Thing
from kg.model import Modality
from kg.ontology import Ontology, load

_Node = TypeVar("_Node", Thing, Happening)


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Something that one of two graphs has, in words; `kind` is article, entity, relation or event."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Recount:
    """An event that both graphs have, with other figures."""

    event: str
    count: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    figures: tuple[Recount, ...]
    contested: tuple[Change, ...]
    """Relations and events that somebody denies now and nobody denied before."""

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.figures, self.contested))


def diff(before: Path, after: Path, *, ontology: Ontology | None = None) -> Diff:
    """Return what changed from one built folder or graph file to another.

    Raises InputError if there is no graph.
    """
    ontology = ontology or load()
    return compare(*(turtle.read(turtle.files(path), ontology) for path in (before, after)))


def compare(old: Facts, new: Facts) -> Diff:
    """Return what changed from one set of facts to another."""
    things = _same(old.things, new.things, lambda t: t.mentions, lambda _: "")
    events = _same(old.happenings, new.happenings, lambda h: h.words, lambda h: h.type)
    names = (items.namer(old), items.namer(new))
    now = {h.id: h for h in new.happenings}
    both = [(h, now[events[h.id]]) for h in old.happenings if h.id in events]
    ties_old, ties_new = _ties(old, names[0], things), _ties(new, names[1], {})
    added = [
        *_articles(new, old),
        *_alone(new.things, set(things.values()), "entity", lambda t: items.of_thing(t).words),
    ]
    removed = [*_articles(old, new), *_alone(old.things, set(things), "entity", lambda t: items.of_thing(t).words)]
    added += [Change("relation", ties_new[k][0]) for k in ties_new.keys() - ties_old.keys()]
    removed += [Change("relation", ties_old[k][0]) for k in ties_old.keys() - ties_new.keys()]
    added += _alone(new.happenings, set(events.values()), "event", lambda h: items.of_happening(h, names[1]).words)
    removed += _alone(old.happenings, set(events), "event", lambda h: items.of_happening(h, names[0]).words)
    disputed = [Change("event", items.title(n)) for o, n in both if _is_contested(n) and not _is_contested(o)]
    disputed += [
        Change("relation", ties_new[k][0]) for k in ties_new if k in ties_old and ties_new[k][1] > ties_old[k][1]
    ]
    return Diff(tuple(sorted(added)), tuple(sorted(removed)), tuple(_recounts(both)), tuple(sorted(disputed)))


def _same(
    old: Sequence[_Node],
    new: Sequence[_Node],
    places: Callable[[_Node], Iterable[Passage]],
    family: Callable[[_Node], str],
) -> dict[str, str]:
    """{old node: new node}: one IRI first, then the most places in common; one to one."""
    ids = {n.id for n in new}
    found = {n.id: n.id for n in old if n.id in ids}
    where: dict[tuple[str, Passage], list[str]] = defaultdict(list)
    for node in new:
        if node.id not in found:
            for place in places(node):
                where[family(node), place].append(node.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for node in old:
        if node.id not in found:
            for place in places(node):
                for other in where[family(node), place]:
                    shared[node.id, other] += 1
    taken: set[str] = set()
    for one, other in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _alone(nodes: Iterable[_Node], matched: set[str], kind: str, words: Callable[[_Node], str]) -> list[Change]:
    return [Change(kind, words(n)) for n in nodes if n.id not in matched]


def _articles(these: Facts, others: Facts) -> list[Change]:
    known = {a.id for a in others.articles}
    return [Change("article", a.name) for a in these.articles if a.id not in known]


def _ties(facts: Facts, name: items.Namer, renamed: Mapping[str, str]) -> dict[tuple[str, str, str], tuple[str, bool]]:
    """{statement with the nodes of the newer graph: (its words, whether somebody denies it)}."""
    return {
        (t.predicate, renamed.get(t.subject, t.subject), renamed.get(t.object, t.object)): (
            items.of_tie(t, name).words,
            any(c.modality == Modality.DENIED for c in t.claims) and t.is_direct,
        )
        for t in facts.ties
    }


def _is_contested(event: Happening) -> bool:
    return len({c.modality for c in event.claims}) > 1 and any(c.modality == Modality.DENIED for c in event.claims)


def _recounts(both: Iterable[tuple[Happening, Happening]]) -> Iterable[Recount]:
    for old, new in sorted(both, key=lambda pair: pair[1].id):
        before, after = _figures(old.figures), _figures(new.figures)
        for count in sorted(before.keys() | after.keys()):
            if before.get(count, ()) != after.get(count, ()):
                yield Recount(items.title(new), count, before.get(count, ()), after.get(count, ()))


def _figures(figures: Iterable[Figure]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        found[figure.count].add(figure.text)
    return {count: tuple(sorted(texts)) for count, texts in found.items()}
