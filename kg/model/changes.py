"""A frozen noun with other values in some of its fields."""

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

_Noun = TypeVar("_Noun")


def changed(noun: _Noun, **changes: Any) -> _Noun:
    """The noun with other values in some fields: `dataclasses.replace`, at half the time for what a graph has many of.

    >>> from kg.model import Span
    >>> changed(Span(3, 5), end=9)
    Span(start=3, end=9)
    """
    kind: Any = type(noun)
    names = _names(kind)
    if not changes.keys() <= names.keys():
        raise TypeError(f"{type(noun).__name__} has no {', '.join(sorted(changes.keys() - names.keys()))}")
    return cast(_Noun, kind(*[changes[name] if name in changes else getattr(noun, name) for name in names]))


@cache  # in their order; keys, so that sets of names can be compared with them
def _names(kind: Any) -> dict[str, None]:
    return dict.fromkeys(f.name for f in fields(kind))
