"""An analyst decides: each decision goes to the folder's judgements, and the graph is written anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import InputError
from kg.ontology import load
from kg.ontology.stanza import nearest
from kg.pipeline import opened, recipe
from kg.pipeline.reading import Reader
from kg.pipeline.shelf import Shelf
from kg.pipeline.writing import refresh
from kg.resolve import Resolver
from kg.resolve.clusters import spelt
from kg.resolve.explain import Explanation, explain, find
from kg.resolve.identity import EVERY, NAMES, Identity
from kg.resolve.judgements import Judgements
from kg.resolve.link import links, read
from kg.resolve.things import Thing
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, in words; `is_new` is False if the folder said so already."""

    words: str
    is_new: bool


def why(out: Path, one: str, other: str) -> Explanation:
    """Return why two names are one node of the folder's graph, or two."""
    with opened(out) as store:
        return explain(_resolver(store), one, other)


def resolved(out: Path) -> Resolver:
    """Return who is who in a folder."""
    with opened(out) as store:
        return _resolver(store)


def merge(out: Path, one: str, other: str) -> Decision:
    """Make two things one. Raises InputError if their classes do not allow it."""

    def decide(resolver: Resolver) -> tuple[Judgements, str]:
        a, b = find(resolver, one), find(resolver, other)
        first, second = (resolver.entities[i] for i in (a, b))
        if a is b:
            return resolver.judgements, f"{one} and {other} are one thing: {first.id}"
        ontology = resolver.ontology
        if not (ontology.are_kin(first.type, second.type) or a.key[0] == b.key[0]):
            message = f"{first.id} is a {first.type}, {second.id} a {second.type}: they cannot be one thing"
            raise InputError(f"{message}; if one class is wrong, mend it first with `kg retype`")
        pair = (spelt(a.key), spelt(b.key))
        merged = resolver.judgements.merge | {(min(pair), max(pair))}
        return replace(resolver.judgements, merge=merged), f"{first.id} and {second.id} are one thing"

    return _decide(out, decide)


def split(out: Path, name: str) -> Decision:
    """Take apart what was made one: a merge by hand, else names that are alike, else one name in several articles, else
    the names that one article has for it.

    Raises InputError if there is only one.
    """

    def decide(resolver: Resolver) -> tuple[Judgements, str]:
        identity, judgements = find(resolver, name), resolver.judgements
        own = {spelt(k) for t in identity.things for k in (t.key, t.origin) if k}
        by_hand = {pair for pair in judgements.merge if own.issuperset(pair)}
        if by_hand:
            return replace(judgements, merge=judgements.merge - by_hand), f"{name}: {len(by_hand)} merges taken back"
        if len(identity.things) > 1:
            names = {spelt(t.key) for t in identity.things}
            return replace(judgements, split=judgements.split | names), f"{name}: {len(names)} names, each for itself"
        (thing,) = identity.things
        if len(thing.documents) < 2:
            return _parted(name, thing, judgements)
        words = f"{name}: {len(thing.documents)} articles, each tells of its own"
        return replace(judgements, split=judgements.split | {f"{spelt(thing.key)}/{EVERY}"}), words

    return _decide(out, decide)


def _parted(name: str, thing: Thing, judgements: Judgements) -> tuple[Judgements, str]:
    """The names that an article has for something, each for itself; of a state, all stay names of it."""
    several = [c for c in thing.clusters if len(c.forms) > 1 and thing.family != "state"]
    if several:
        names = {form for c in several for form in c.forms}
        split = judgements.split | {f"{spelt(c.key)}/{NAMES}" for c in several}
        return replace(judgements, split=split), f"{name}: {len(names)} names in one article, each for itself"
    own = {spelt(k) for k in (thing.key, thing.origin) if k}
    if judgements.split & {*own, *(f"{k}/{every}" for k in own for every in (EVERY, NAMES))}:
        return judgements, f"{name} stands alone"
    raise InputError(f"{name}: one article tells of it, under one name; there is nothing to take apart")


def rename(out: Path, name: str, new: str) -> Decision:
    """Call a thing otherwise; its other names stay."""

    def decide(resolver: Resolver) -> tuple[Judgements, str]:
        identity, wanted = find(resolver, name), " ".join(new.split())
        if not wanted:
            raise InputError("kg rename: the new name is empty")
        table = _without(resolver.judgements.rename, identity) | {spelt(identity.key): wanted}
        return replace(resolver.judgements, rename=table), f"{resolver.entities[identity].id} is called {wanted}"

    return _decide(out, decide)


def retype(out: Path, name: str, type_: str) -> Decision:
    """Give a thing another class. Raises InputError if the ontology has none of that name."""

    def decide(resolver: Resolver) -> tuple[Judgements, str]:
        identity, classes = find(resolver, name), resolver.ontology.entities
        if type_ not in classes:
            raise InputError(f"kg retype: the ontology has no class '{type_}' of things{nearest(type_, classes)}")
        table = _without(resolver.judgements.retype, identity) | {spelt(identity.key): type_}
        return replace(resolver.judgements, retype=table), f"{resolver.entities[identity].id} is a {type_}"

    return _decide(out, decide)


def link(out: Path, file: Path) -> tuple[tuple[str, str], ...]:
    """Link what a list of the user's knows by name; return (id, address) of each new link.

    Raises InputError if the list cannot be read.
    """
    with opened(out) as store:
        resolver = _resolver(store)
        found = links(resolver, read(file, resolver.ontology))
        new = {key: iri for key, iri in found.items() if key not in resolver.judgements.link}
        judgements = replace(resolver.judgements, link={**resolver.judgements.link, **new})
        if new:
            judgements.write(out)
        refresh(store, judgements)
    ids = {spelt(i.key): e.id for i, e in resolver.entities.items()}
    return tuple(sorted((ids[key], iri) for key, iri in new.items()))


def _without(table: Mapping[str, str], identity: Identity) -> dict[str, str]:
    own = {spelt(k) for t in identity.things for k in (t.key, t.origin) if k}
    return {key: value for key, value in table.items() if key not in own}


def _decide(out: Path, decide: Callable[[Resolver], tuple[Judgements, str]]) -> Decision:
    with opened(out) as store:
        resolver = _resolver(store)
        judgements, words = decide(resolver)
        is_new = judgements != resolver.judgements
        if is_new:
            judgements.write(out)
        refresh(store, judgements)
    return Decision(words, is_new)


def _resolver(store: Store) -> Resolver:
    Reader(store, recipe.extractor()).read(())
    return Resolver(Shelf(store).take(), load(), Judgements.read(store.file.parent))
