"""The nouns of `kg.model` as compact bytes and back: positional JSON, compressed. What is read is what was written.

The shape follows the fields of the dataclasses, so a new field needs no line here; bytes of another shape are never
met, because what is stored is kept under a digest of this code (`kg.pipeline.recipe`).
"""

import datetime as dt
import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Noun = TypeVar("_Noun")
_Step = Callable[[Any], Any]
_LEVEL = 3
"""Of zlib: a fifth larger than its best, at a quarter of the time."""


def pack(value: object) -> bytes:
    """The bytes of a dataclass; equal values have equal bytes."""
    kind: Any = type(value)
    plain = _writer(kind)
    return zlib.compress(json.dumps(plain(value) if plain else value, separators=(",", ":")).encode("ascii"), _LEVEL)


def unpack(data: bytes, kind: type[_Noun]) -> _Noun:
    """The value of class `kind` that `pack` made the bytes of."""
    build = _reader(cast(Any, kind))
    row = json.loads(zlib.decompress(data))
    return cast(_Noun, build(row) if build else row)


@cache
def _writer(hint: Any) -> _Step | None:
    """What turns a value of this type into JSON; None if it is JSON already."""
    hint, origin = _bare(hint), get_origin(_bare(hint))
    if origin is tuple:
        return _tuple(get_args(hint), _writer)
    if origin in {Union, types.UnionType}:
        return _union_writer(get_args(hint))
    if is_dataclass(hint):
        steps = [(f.name, _writer(t)) for f, t in _fields(hint)]
        return lambda value: [s(getattr(value, n)) if s else getattr(value, n) for n, s in steps]
    if isinstance(hint, type) and issubclass(hint, dt.date):
        return dt.date.isoformat
    return None


@cache
def _reader(hint: Any) -> _Step | None:
    """What makes a value of this type out of JSON; None if JSON will do."""
    hint, origin = _bare(hint), get_origin(_bare(hint))
    if origin is tuple:
        return _tuple(get_args(hint), _reader)
    if origin in {Union, types.UnionType}:
        return _union_reader(get_args(hint))
    if is_dataclass(hint):
        return _noun_reader(cast(Callable[..., Any], hint), [_reader(t) for _, t in _fields(hint)])
    if isinstance(hint, type) and issubclass(hint, dt.date):
        return dt.date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    return None


def _noun_reader(make: Callable[..., Any], steps: list[_Step | None]) -> _Step:
    needed = [(n, step) for n, step in enumerate(steps) if step]

    def build(row: list[Any]) -> Any:
        for n, step in needed:  # most fields are JSON already: the row itself becomes the arguments
            row[n] = step(row[n])
        return make(*row)

    return build


def _bare(hint: Any) -> Any:
    """The type without its name, and a generic class without its arguments: a reference is a string."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if isinstance(hint, TypeVar):
        return str
    origin = get_origin(hint)
    return origin if origin is not None and is_dataclass(origin) else hint


def _fields(noun: Any) -> list[tuple[Any, Any]]:
    hints = get_type_hints(noun)
    return [(f, hints[f.name]) for f in fields(noun)]


def _tuple(inner: tuple[Any, ...], step_of: Callable[[Any], _Step | None]) -> _Step:
    if inner[-1] is Ellipsis:
        step = step_of(inner[0])
        return (lambda values: tuple([step(v) for v in values])) if step else tuple
    steps = [step_of(t) for t in inner]
    return lambda values: tuple([s(v) if s else v for s, v in zip(steps, values, strict=True)])


def _union_writer(kinds: tuple[Any, ...]) -> _Step | None:
    """A dataclass in a union becomes a list, a plain value stays: the two can be told apart."""
    steps: dict[Any, _Step] = {_bare(kind): step for kind in kinds if (step := _writer(kind)) is not None}
    return (lambda value: steps.get(type(value), _as_it_is)(value)) if steps else None


def _as_it_is(value: Any) -> Any:
    return value


def _union_reader(kinds: tuple[Any, ...]) -> _Step | None:
    nouns = [kind for kind in kinds if _reader(kind)]
    if not nouns:
        return None
    (noun,) = nouns
    step, is_list = cast(_Step, _reader(noun)), is_dataclass(_bare(noun))
    return lambda row: row if row is None or (is_list and not isinstance(row, list)) else step(row)
