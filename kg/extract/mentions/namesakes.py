"""States of a federation that another state has the name of: "Atlanta, Georgia"."""

import re
from collections.abc import Sequence

from kg import places
from kg.extract.lexicon import Lexicon
from kg.model import Kind, Mention

ENOUGH = 2
"""Other states of the federation that an article must name, where nothing beside the name says so."""
BEHIND = ("state of ", "states of ")
_STATE = re.compile(r" state\b")


def federal(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions that seem to name a state and that the article means as a part of a federation.

    >>> from kg.model import DocumentId, MentionId, Span
    >>> from kg.ontology import load
    >>> text = "a fire in Atlanta, Georgia"
    >>> def name(word, type_):
    ...     span = Span(text.find(word), text.find(word) + len(word))
    ...     return Mention(MentionId(word), DocumentId("d"), span, word, type_, Kind.NAME, 1.0, 0, 0)
    >>> from kg.extract.lexicon import lexicon
    >>> [m.text for m in federal(text, [name("Atlanta", "Settlement"), name("Georgia", "State")], lexicon(load()))]
    ['Georgia']
    """
    names = [m for m in mentions if m.kind is Kind.NAME]
    towns = (m for m in names if lexicon.is_a(m.type, "settlement"))
    found = [m for m in towns if text[: m.span.start].endswith(BEHIND)]  # "the U.S. state of New York"
    for name in dict.fromkeys(m.text for m in names if places.state(m.text) and places.federation(m.text)):
        seeming = [m for m in names if m.text == name and lexicon.is_a(m.type, "state")]
        is_state = any(_is_of_state(m, name) for m in mentions)
        if not is_state and (any(_is_told(text, m, names) for m in seeming) or _is_among_others(name, names)):
            found += seeming
    return found


def _is_of_state(mention: Mention, name: str) -> bool:
    """True of the people, the capital and the towns of the state of that name."""
    state, text = places.state(name), mention.text
    if mention.kind is Kind.DEMONYM:
        return places.demonym(text) == state
    return text != name and state in {places.capital_of(text), places.settlement_state(text)}


def _is_told(text: str, mention: Mention, names: Sequence[Mention]) -> bool:
    """True of "Atlanta, Georgia" and "the U.S. state of Georgia", of the "Georgia state police"."""
    before, after = text[: mention.span.start], text[mention.span.end :]
    towns = (m for m in names if before == text[: m.span.end] + ", ")
    is_behind_town = any(places.settlement_state(m.text) == places.federation(mention.text) for m in towns)
    return is_behind_town or before.endswith(BEHIND) or _STATE.match(after) is not None


def _is_among_others(name: str, names: Sequence[Mention]) -> bool:
    """True in an article on parts of the federation alone."""
    federation = places.federation(name)
    others = {m.text for m in names if m.text != name and places.federation(m.text) == federation}
    return len(others) >= ENOUGH
