"""Whose body it is: "the Foreign Ministry" of an article that tells of two states is one of two."""

from collections.abc import Callable, Iterable, Iterator

from kg import places
from kg.model import Mention
from kg.resolve.forms import plain, spelt_out
from kg.resolve.spelling import sounds, unordered

Owner = Callable[[Mention], str | None]
Words = tuple[str, ...]
"""A name in no order."""


def without_state(name: str) -> tuple[str | None, str]:
    """The code of the state a name begins with, if it does, and the rest in normal form.

    >>> without_state("Norwegian Coast Guard"), without_state("Coast Guard")
    (('NO', 'coast guard'), (None, 'coast guard'))
    """
    words = name.replace("’", "'").split()
    state, length = places.first_owner(words, longest=min(3, len(words) - 1))
    return state.code if state else None, plain(" ".join(words[length:]))


def pairs(names: Iterable[Mention], owner: Owner) -> Iterator[tuple[Mention, Mention]]:
    """Names of organizations that mean the same one, in order of the text: called the same, and of one state.

    `owner` gives the code of a state that the article says one is of. Of which state a bare name is that has none, the
    name before it says; before any, the only state that comes after.
    """
    latest: dict[Words, Mention] = {}
    of: dict[tuple[Words, str], Mention] = {}
    bare: dict[Words, Mention] = {}
    for mention in sorted(names, key=lambda m: (m.span.start, m.id)):
        state, rest = without_state(spelt_out(mention.text))
        name = unordered(sounds(rest))
        state = state or owner(mention)
        held = latest.get(name) if state is None else of.get((name, state))
        if held is not None:
            yield held, mention
        if state is not None:
            of.setdefault((name, state), mention)
        elif held is None:
            bare[name] = mention
        latest[name] = mention
    for name, mention in bare.items():
        states = [m for (n, _), m in of.items() if n == name]
        if len(states) == 1:
            yield mention, states[0]
