"""What is counted: a key that tells an item from the others, its class or property, and the item in words."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.facts import Facts, Happening, Key, Said, Thing, Tie

Namer = Callable[[str], str]
"""Node to the words for it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be found."""

    key: Hashable
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class Node:
    """Marks the part of a key that is a thing or an event."""

    id: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Marks the part of a key that is a relation."""

    key: Key


def namer(facts: Facts) -> Namer:
    """Return how to call a node; what is no node (a title, a sentence) is called by itself."""
    names = {t.id: t.names[0] if t.names else t.id for t in facts.things} | {h.id: title(h) for h in facts.happenings}
    return lambda node: names.get(node, node)


def title(happening: Happening) -> str:
    """Return the class of an event and its label or trigger."""
    return f"{happening.type} '{happening.label}'"


def of_thing(thing: Thing) -> Item:
    others = ", ".join(f"'{m}'" for m in dict.fromkeys(m.text for m in thing.mentions[:3]) if m not in thing.names[:1])
    name = thing.names[0] if thing.names else thing.id
    return Item(thing.id, thing.type, f"{thing.type} {name}" + (f" ({others})" if others else ""))


def of_tie(tie: Tie, name: Namer) -> Item:
    return Item(tie.key, tie.predicate, f"{name(tie.subject)} {tie.predicate} {name(tie.object)}")


def of_happening(happening: Happening, name: Namer) -> Item:
    roles = ", ".join(f"{s.role} {name(s.filler)}" for s in sorted(happening.slots))
    return Item(happening.id, happening.type, title(happening) + (f" ({roles})" if roles else ""))


def slots(happenings: Iterable[Happening], name: Namer) -> Iterator[Item]:
    """Yield every filler of every role."""
    for h in happenings:
        for s in sorted(h.slots):
            yield Item((Node(h.id), s.role, Node(s.filler)), s.role, f"{title(h)}: {s.role} {name(s.filler)}")


def figures(happenings: Iterable[Happening]) -> Iterator[Item]:
    """Yield every quantity once, however often it is written."""
    for h in happenings:
        for key, f in {f.key: f for f in h.figures}.items():
            limits = f"{f.bound} {_limit(f.minimum)} to {_limit(f.maximum)}"
            yield Item((Node(h.id), *key), f.count, f"{title(h)}: {f.count} '{f.text}' = {limits}")


def bounds(happenings: Iterable[Happening]) -> Iterator[Item]:
    """Yield every date that bounds an event."""
    for h in happenings:
        for bound, day in sorted(h.bounds):
            yield Item((Node(h.id), bound, day), bound, f"{title(h)}: {bound} {day}")


def claims(facts: Facts, name: Namer) -> Iterator[Item]:
    """Yield each source and modality of each relation and event once."""
    for t in facts.ties:
        yield from _claims(Statement(t.key), of_tie(t, name).words, t.claims, name)
    for h in facts.happenings:
        yield from _claims(Node(h.id), title(h), h.claims, name)


def _claims(statement: Hashable, words: str, said: tuple[Said, ...], name: Namer) -> Iterator[Item]:
    for source, modality in sorted({(s, c.modality) for c in said for s in c.sources}):
        key = (statement, Node(source) if source else source, str(modality))
        yield Item(key, modality, f"{words}: {modality} by {name(source) if source else 'the article'}")


def voices(said: Said, name: Namer) -> str:
    """Return the sources of a claim in words."""
    return " and ".join(sorted(name(s) if s else "the article" for s in said.sources))


def differ(what: str, gold: str, built: str) -> str:
    """Return the words of a slip between matched items."""
    return f"{what}: gold {gold}, built {built}"


def _limit(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
