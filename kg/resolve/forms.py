"""One form for the ways of writing a name that reference data knows: a union's letters, a province's noun."""

import re
from functools import lru_cache

from kg import places
from kg.agencies import full_name
from kg.places import State
from kg.resolve.names import normal

_LONGEST = 4
"""Words of the longest name of a union that other names begin with."""
_STATE = 5
"""Words of the longest name of a state that other names begin with."""
_CODE = 3
"""Letters up to which a word may be a state's code."""
_POINT = re.compile(r"^(?=[nsew])(north|south)? ?(east|west)?(?:ern)? (?=.)")


@lru_cache(maxsize=1 << 16)
def form(name: str, family: str) -> str:
    """The normal form by which what a name of a family means is known.

    >>> form("U.N. Security Council", "organization"), form("Aceh province", "place"), form("Aceh", "person")
    ('united nations security council', 'aceh', 'aceh')
    """
    if family == "organization":
        return plain(spelt_out(name))
    return _place(name) if family == "place" else normal(name)


def plain(name: str) -> str:
    """An organization's name in normal form, less what one writes and another does not."""
    return normal(name).replace(" the ", " ").replace("marine corps", "marines")


@lru_cache(maxsize=1 << 14)
def parted(name: str) -> tuple[State | None, tuple[str, ...]]:
    """The state that a name in normal form begins with, if it does, and the words after it.

    >>> parted("south korea s navy")
    (State(code='KR', name='South Korea'), ('navy',))
    """
    words = name.split()
    titled = [w if w in {"of", "and", "the"} else w.title() for w in words]
    codes = [words[0].upper(), *titled[1:]] if words and len(words[0]) <= _CODE else titled
    for spelt in (titled, codes):
        state, length = places.first_owner(spelt, longest=_STATE)
        if state is not None:
            return state, tuple(w for w in words[length:] if w != "s")
    return None, tuple(w for w in words if w != "s")


def _place(name: str) -> str:
    """A place's name without a noun for what it is, its point of the compass as a word, a state by its usual name."""
    if rest := places.whole(name):
        state = places.state(rest)
        name = name.removesuffix(rest) + (state.name if state else rest)
    return _POINT.sub(lambda point: f"{point[1] or ''}{point[2] or ''} ", normal(places.core(name)), count=1)


def spelt_out(name: str) -> str:
    """An organization's name with the union it begins with in full, or without it where the rest is a union's name;
    a state's body with its state, an agency by its full name.

    >>> spelt_out("UN Mission in Chad"), spelt_out("U.N. World Health Organization"), spelt_out("the Pentagon")
    ('United Nations Mission in Chad', 'World Health Organization', 'United States Department of Defense')
    """
    if whole := places.union(name) or full_name(name):
        return whole
    words = name.split()
    state, owned = places.first_owner(words, longest=min(_STATE, len(words) - 1))
    if (body := places.body(" ".join(words[owned:]))) and state in {None, body[0]}:
        return f"{body[0].name} {body[1]}"
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        if union := places.union(" ".join(words[:length])):
            rest = " ".join(words[length:])
            return places.union(rest) or f"{union} {rest}"
    return name
