"""States and places by name: which state a name, demonym or capital means, and which kind of place a name is.

Nothing here comes from an article; `reference` says from which packages it does. Everything loads at first use:
states in about 0.1 s, settlements in about 0.2 s when the first name needs them.
"""

import re
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from kg.places.reference import (
    SHORTEST,
    State,
    bodies,
    federal_states,
    fold,
    known_regions,
    settlements,
    states,
    subdivisions,
    tables,
    unions,
)

__all__ = [
    "PlaceKind", "State", "body", "capital_of", "core", "demonym", "federation", "is_known_region", "kind",
    "seat", "settlement_state", "state", "union", "whole",
]  # fmt: skip

T = TypeVar("T")

_REGION_WORDS = frozenset(
    "region province oblast governorate county krai kray prefecture district territory voivodeship canton "
    "neighborhood neighbourhood".split()
)
_COMPASS = re.compile(
    r"(?:(?:[Nn]orth|[Ss]outh)(?:-?(?:[Ee]ast|[Ww]est))?(?:ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|[Uu]pper|[Ll]ower)"
    r" (?=[A-Z])"
)
_POINT = re.compile(r"(?i)(?:the )?(?:north|south)?(?:east|west)?(?:ern)?")


class PlaceKind(StrEnum):
    """The kinds of place the reference data tells apart."""

    STATE = "state"
    SETTLEMENT = "settlement"
    REGION = "region"


@lru_cache(maxsize=1 << 14)
def state(name: str) -> State | None:
    """The state of that name, if it is one. Codes keep their case: "US" is a state, "us" is not.

    >>> state("the Islamic Republic of Iran")
    State(code='IR', name='Iran')
    """
    return _find(tables().states, name)


@lru_cache(maxsize=1 << 14)
def demonym(word: str) -> State | None:
    """The state whose people, things or adjective the word names: "Filipinos", "South African", "U.S."."""
    known = tables().demonyms
    found = _find(known, word)
    if found is None and len(word) > SHORTEST and word.endswith("s") and not word.endswith("ss"):
        singular = _find(known, word[:-1])
        found = singular if singular is not None and _takes_plural(word[:-1]) else None
    return found


def owner(words: str) -> State | None:
    """The state that words before a noun give it to: "Turkish", "Turkey", "Turkey's"."""
    name = words.replace("’", "'").removesuffix("'s").removesuffix("'")
    return demonym(name) or state(name)


def first_owner(words: Sequence[str], *, longest: int) -> tuple[State | None, int]:
    """The state that words begin with, and how many of them name it: at most `longest`, and as many as do.

    >>> first_owner("Sierra Leone Red Cross".split(), longest=3)[1], first_owner(["Red", "Cross"], longest=1)
    (2, (None, 0))
    """
    for length in range(min(longest, len(words)), 0, -1):
        if found := owner(" ".join(words[:length])):
            return found, length
    return None, 0


@lru_cache(maxsize=1 << 14)
def capital_of(name: str) -> State | None:
    """The state that the name stands for as its capital or as the seat of its government: "the Kremlin"."""
    return _find(tables().capitals, name) or seat(name)


def seat(name: str) -> State | None:
    """The state whose government sits there, of a house and no town: "the Kremlin"."""
    return _find(tables().seats, name)


@lru_cache(maxsize=1 << 14)
def union(name: str) -> str | None:
    """The full name of the international organization that the name or its letters mean.

    >>> union("U.N."), union("the European Union"), union("un")
    ('United Nations', 'European Union', None)
    """
    return _find(unions(), name) or unions().get(name.replace(".", ""))


@lru_cache(maxsize=1 << 14)
def body(name: str) -> tuple[State, str] | None:
    """The state and the full name of the body that is called so in one state alone.

    >>> body("the Pentagon")
    (State(code='US', name='United States'), 'Department of Defense')
    """
    return _find(bodies(), name)


def kind(name: str) -> PlaceKind | None:
    """What kind of place the name is, None if the reference data does not say. A state comes before a region or a
    settlement of its name, a settlement before the region named after it, a federal state before small towns.

    >>> kind("Lyon"), kind("Lyon region"), kind("Florida")
    (<PlaceKind.SETTLEMENT: 'settlement'>, <PlaceKind.REGION: 'region'>, <PlaceKind.REGION: 'region'>)
    """
    if state(name):
        return PlaceKind.STATE
    if _POINT.fullmatch(name):
        return None  # a settlement somewhere is called North
    if seat(name):
        return None  # several towns are called White House
    if _is_region_phrase(name) or is_known_region(name):
        return PlaceKind.REGION
    if _find(tables().capitals, name):
        return PlaceKind.SETTLEMENT
    if _has(settlements(), name):
        return PlaceKind.REGION if _has(federal_states(), name) else PlaceKind.SETTLEMENT
    return PlaceKind.REGION if _has(subdivisions(), name) else None


def is_known_region(name: str) -> bool:
    """True of a region that is meant wherever the name is used: "the West Bank"."""
    return _has(known_regions(), name)


@lru_cache(maxsize=1 << 14)
def core(name: str) -> str:
    """A region's name without the noun that says of what kind it is, where no city has what is left for its name.

    >>> core("Aceh province"), core("Kandahar province"), core("Northern Province")
    ('Aceh', 'Kandahar province', 'Northern Province')
    """
    before, _, noun = name.rpartition(" ")
    if noun.lower() not in _REGION_WORDS | {"state"} or not before[:1].isupper() or owner(before):
        return name
    is_called_so = kind(before) is PlaceKind.REGION or (noun.islower() and kind(before) is None)
    return before if is_called_so and not _POINT.fullmatch(before) else name


def whole(name: str) -> str | None:
    """What stands in a name for the state whose quarter it is, if it is no name of its own ("Northern Ireland").

    >>> whole("southern Iraq"), whole("South Africa"), whole("southern Baghdad")
    ('Iraq', None, None)
    """
    is_name = state(name) or _has(known_regions(), name) or _has(subdivisions(), name)
    match = None if is_name else _COMPASS.match(name)
    rest = name[match.end() :] if match else ""
    return rest if state(rest) else None


@lru_cache(maxsize=1 << 14)
def federation(name: str) -> State | None:
    """The state that one of its parts is called so, the part a state of a federation.

    >>> federation("Florida"), federation("Georgia"), federation("Lyon")
    (State(code='US', name='United States'), State(code='US', name='United States'), None)
    """
    return states().get(_find(federal_states(), name) or "")


def settlement_state(name: str) -> State | None:
    """The state of the settlement, if only one state has a place of over 15,000 people with that name. Other spellings
    count only where no place has the name as its own."""
    return states().get(_find(settlements(), name) or "")


def around(place: str) -> State | None:
    """The state that a settlement or a part of a federation is known to lie in.

    >>> around("Nairobi"), around("Florida"), around("Springfield on the Moon")
    (State(code='KE', name='Kenya'), State(code='US', name='United States'), None)
    """
    return capital_of(place) or federation(place) or settlement_state(place)


def _find(table: dict[str, T], name: str) -> T | None:
    return next((table[key] for key in _keys(name) if key in table), None)


def _has(names: Container[str], name: str) -> bool:
    return any(key in names for key in _keys(name))


def _keys(name: str) -> Iterator[str]:
    """The spellings to look up, best first: as written, without an article, and a dateline's capitals as a name."""
    key = fold(name)
    yield key
    article, _, rest = key.partition(" ")
    if article in {"the", "The", "THE"} and rest:
        key = rest
        yield key
    if key.isupper() and len(key) >= SHORTEST and "." not in key:
        yield re.sub(r"(?<=[a-z] )(Of|And|The)(?= )", lambda m: m.group().lower(), key.title().replace("'S", "'s"))


def _takes_plural(singular: str) -> bool:
    return not singular.endswith(("s", "sh", "ch", "ese", "x", "z", "men", "U.S.", "US", "UK"))


def _is_region_phrase(name: str) -> bool:
    key = fold(name)
    before, _, last = key.rpartition(" ")
    if before[:1].isupper() and (last.lower() in _REGION_WORDS or last == "state"):
        return True
    return whole(key) is not None
