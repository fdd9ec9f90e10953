"""Ancestors in a directed acyclic graph of names, computed once."""

from collections.abc import Iterator, Mapping

from kg.errors import OntologyError

Parents = Mapping[str, tuple[str, ...]]


def ancestors(parents: Parents) -> Parents:
    """Return all proper ancestors of every name: nearest level first, sorted within a level.

    >>> ancestors({"unit": ("body",), "body": ("agent",), "agent": ()})["unit"]
    ('body', 'agent')

    Raises OntologyError if a name is its own ancestor.
    """
    return {name: tuple(_climb(name, parents)) for name in parents}


def _climb(name: str, parents: Parents) -> Iterator[str]:
    seen: set[str] = set()
    level = set(parents[name])
    while level:
        if name in level:
            raise OntologyError(f"ontology: {name}: is its own ancestor; remove one of the parents on the way")
        yield from sorted(level)
        seen |= level
        level = {above for below in level for above in parents.get(below, ())} - seen
