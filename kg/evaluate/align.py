"""Which built thing is which gold thing, and which built event which gold event: one to one, the same every time.

Things are aligned greedily by how well their mentions cover each other, events by a maximum-weight matching on shared
roles (Edmonds' algorithm). Neither looks at IRIs.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import networkx as nx

from kg.evaluate.facts import Facts, Happening, Passage, Thing
from kg.ontology import Ontology

Alignment = Mapping[str, str]
"""Gold id to built id."""

ENOUGH = 1 / 3
"""Part of the words that the best pair of mentions must share."""
SAME_WORDS = 0.5
"""Part of the shorter evidence that must be shared where an event has no fillers to recognise it by."""
_WORD = re.compile(r"\w+")
_LEADING = re.compile(r"^(?:the|a|an)\s+")
_POSSESSIVE = re.compile(r"'s?$")


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Return a string for comparing: lower case, straight quotes, single blanks, no article, no possessive.

    >>> normal("The  Coast Guard’s")
    'coast guard'
    """
    plain = " ".join(text.casefold().replace("’", "'").replace("‘", "'").split()).strip(" \"'“”.,;:")
    return _POSSESSIVE.sub("", _LEADING.sub("", plain))


def related(one: str, other: str, ontology: Ontology) -> bool:
    """True if the classes are the same or one is an ancestor of the other."""
    known = {*ontology.entities, *ontology.events}
    if one == other or not {one, other} <= known:
        return one == other
    return ontology.are_kin(one, other)


def things(gold: Facts, built: Facts, ontology: Ontology) -> Alignment:
    """Align entities, best coverage first."""
    candidates = sorted(
        (-score, g.id, b.id) for g in gold.things for b in built.things if (score := _coverage(g, b, ontology))
    )
    return _one_to_one((g, b) for _, g, b in candidates)


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> Alignment:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for g, b in pairs:
        if g not in found and b not in taken:
            found[g] = b
            taken.add(b)
    return found


def _coverage(gold: Thing, built: Thing, ontology: Ontology) -> float:
    """How far the mentions of both cover each other: 1 if each has its exact counterpart, 0 if none is close enough.

    Dice's coefficient with partial credit; unrelated classes halve what words alone suggest.
    """
    ours, theirs = _located(gold), _located(built)
    if not (ours and theirs):
        ours, theirs = _surfaces(gold), _surfaces(built)
    table = [[_shared(o, t) for t in theirs] for o in ours]
    if not table or not table[0]:
        return 0.0
    doubt = 1.0 if related(gold.type, built.type, ontology) else 0.5
    if max(map(max, table)) * doubt < ENOUGH:
        return 0.0
    total: float = sum(map(max, table)) + sum(map(max, zip(*table, strict=True)))
    return round(doubt * total / (len(ours) + len(theirs)), 9)


def _located(thing: Thing) -> tuple[Passage, ...]:
    return tuple(m for m in thing.mentions if m.is_located)


def _surfaces(thing: Thing) -> tuple[Passage, ...]:
    return tuple(Passage(text, "") for text in sorted({normal(s) for s in thing.surfaces} - {""}))


def _shared(one: Passage, other: Passage) -> float:
    """Characters in common over characters in all if both are located, else the same for words of contained strings."""
    if one.is_located and other.is_located:
        if one.document != other.document:
            return 0.0
        common = min(one.end, other.end) - max(one.start, other.start)
        return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))
    short, long = sorted((one.text, other.text), key=len)
    return len(short.split()) / len(long.split()) if contains(long, short) else 0.0


def contains(long: str, short: str) -> bool:
    """True if the words of `short` stand in `long`, in a row."""
    return bool(short) and f" {short} " in f" {long} "


def happenings(gold: Facts, built: Facts, same: Alignment, ontology: Ontology) -> Alignment:
    """Align events of related classes that share a filler (or their words, if one has no fillers)."""
    graph = nx.Graph()
    for g in gold.happenings:
        for b in built.happenings:
            if is_comparable(g.type, b.type, ontology) and (weight := _likeness(g, b, same)):
                graph.add_edge(("gold", g.id), ("built", b.id), weight=weight)
    pairs = (sorted(pair, reverse=True) for pair in nx.max_weight_matching(graph))
    return {g[1]: b[1] for g, b in sorted(pairs)}


def is_comparable(one: str, other: str, ontology: Ontology) -> bool:
    """True if two event classes may be one event: related, and neither is the root, which is related to all."""
    return one == other or (ontology.part("event") not in {one, other} and related(one, other, ontology))


def _likeness(gold: Happening, built: Happening, same: Alignment) -> int:
    """0 if they cannot be one event; else shared roles first, then shared words, exact class and shared fillers."""
    ours = {(s.role, same[s.filler]) for s in gold.slots if s.filler in same}
    theirs = {(s.role, s.filler) for s in built.slots}
    fillers = {f for _, f in ours} & {f for _, f in theirs}
    words = _words_in_common(gold.words, built.words)
    recognisable = _has_fillers(gold) and _has_fillers(built)
    if not fillers and (recognisable or words < SAME_WORDS):
        return 0
    exact = gold.type == built.type
    return 1_000_000 * len(ours & theirs) + 1_000 * round(100 * words) + 500 * exact + len(fillers) + 1


def _has_fillers(happening: Happening) -> bool:
    return any(not s.is_event for s in happening.slots)


def _words_in_common(gold: tuple[Passage, ...], built: tuple[Passage, ...]) -> float:
    """The best of located passages; the mean over passages without offsets (evidence and trigger)."""
    best = [max((_common(g, b) for b in built), default=0.0) for g in gold]
    if not best:
        return 0.0
    return max(best) if all(g.is_located for g in gold) else sum(best) / len(best)


def _common(one: Passage, other: Passage) -> float:
    """Part of the shorter stretch that lies in the other, by offsets if both have them, else by distinct words."""
    if one.is_located and other.is_located:
        if one.document != other.document:
            return 0.0
        common = min(one.end, other.end) - max(one.start, other.start)
        return max(0, common) / max(1, min(one.end - one.start, other.end - other.start))
    ours, theirs = _words(one.text), _words(other.text)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
