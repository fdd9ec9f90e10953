"""Why two names are one thing, or are not."""

from dataclasses import dataclass
from itertools import product

from rapidfuzz import process

from kg.errors import InputError
from kg.resolve import Resolver
from kg.resolve.clusters import spelt
from kg.resolve.compare import Verdict, compare
from kg.resolve.identity import Identity
from kg.resolve.names import slug

_VERDICTS = {
    Verdict.DIFFERENT: "kept apart",
    Verdict.UNLIKE: "nothing brings them together",
    Verdict.POSSIBLE: "may be one; too little in common, or more than one candidate",
    Verdict.LIKELY: "may be one; more than one candidate",
    Verdict.SAME: "alike, but joining them would join what is different",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of a pair: `is_one`, and the features that decided."""

    one: str
    other: str
    is_one: bool
    verdict: str
    features: tuple[str, ...]


def find(resolver: Resolver, name: str) -> Identity:
    """The identity that an id, a name or another name means. Raises InputError if it means none or several."""
    entities = resolver.entities
    wanted = name.removeprefix("id:")
    for hits in (
        [i for i, e in entities.items() if e.id == wanted],
        [i for i, e in entities.items() if e.name.casefold() == name.casefold()],
        [
            i
            for i, e in entities.items()
            if any(a.casefold() == name.casefold() or slug(a) == wanted for a in e.aliases)
        ],
    ):
        if len(hits) > 1:
            ids = ", ".join(sorted(entities[i].id for i in hits))
            raise InputError(f"'{name}' is the name of several: {ids}; name one by its id")
        if hits:
            return hits[0]
    known = [word for e in entities.values() for word in (e.name, e.id, *e.aliases)]
    near = process.extractOne(name, known, score_cutoff=60)
    raise InputError(f"nothing is called '{name}'" + (f"; did you mean {near[0]}?" if near else ""))


def explain(resolver: Resolver, one: str, other: str) -> Explanation:
    """Return why two names are one node or two. Raises InputError as `find` does."""
    a, b = find(resolver, one), find(resolver, other)
    ids = [resolver.entities[i].id for i in (a, b)]
    if a is b:
        return Explanation(ids[0], ids[1], True, "one node", resolver.entities[a].reasons or ("same name",))
    split = {spelt(t.key) for i in (a, b) for t in i.things} & resolver.judgements.split
    if split:
        return Explanation(ids[0], ids[1], False, "split by hand", tuple(sorted(split)))
    found = [compare(x, y) for x, y in product(a.things, b.things)]
    best = max(found, key=lambda c: (c.verdict, c.likeness, c.features))
    against = [c for c in found if c.verdict is Verdict.DIFFERENT]
    chosen = against[0] if against else best
    return Explanation(ids[0], ids[1], False, _VERDICTS[chosen.verdict], chosen.features)
