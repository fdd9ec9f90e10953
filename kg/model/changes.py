"""A frozen noun with other values in some of its fields."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

_Noun = TypeVar("_Noun")
_Read = Callable[[Any], Iterable[Any]]


def changed(noun: _Noun, **changes: Any) -> _Noun:
    """The noun with other values in some fields: `dataclasses.replace`, at a third of the time for what a graph has
    many of.

    >>> from kg.model import Span
    >>> changed(Span(3, 5), end=9)
    Span(start=3, end=9)
    """
    kind: Any = type(noun)
    places, read = _fields(kind)
    if not changes.keys() <= places.keys():
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(changes.keys() - places.keys()))}")
    values = list(read(noun))
    for name, value in changes.items():
        values[places[name]] = value
    return cast(_Noun, kind(*values))


@cache
def _fields(kind: Any) -> tuple[dict[str, int], _Read]:
    """The places of the fields by name, and what reads all fields of a noun at once."""
    names = [f.name for f in fields(kind)]
    return {name: n for n, name in enumerate(names)}, attrgetter(*names) if len(names) > 1 else _alone(*names)


def _alone(name: str) -> _Read:
    return lambda noun: (getattr(noun, name),)
