"""How many an event tells of: of its own kind, of the people or things in a role, and for how much money."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.dependencies import INDEFINITE
from kg.extract.frames import Filler, Match
from kg.extract.frames.arguments import sum_of
from kg.extract.lexicon import Lexicon
from kg.extract.quantities import find_quantities
from kg.extract.tree import Tree
from kg.model import Bound, Quantity

COUNTING = frozenset({"ADV", "ADJ", "ADP", "NUM"})
"""Words that may stand before a number as part of it: "at least", "nearly"."""


def counted(tree: Tree, match: Match, text: str, lexicon: Lexicon) -> Iterator[tuple[str, Quantity]]:
    """The (count, quantity) of each filler that an event's class counts, and of the event's noun: "ten strikes"."""
    for role, name in match.type.counts.items():
        for filler in match.fillers(role):
            found = (
                number(tree, filler.word, text) or _price(tree, filler.word, text) or _one(tree, filler, text, lexicon)
            )
            if found is not None:
                yield name, found
    own = match.type.number
    if own and tree[match.trigger].upos == "NOUN" and (found := number(tree, match.trigger, text)):
        yield own, found


def number(tree: Tree, word: int, text: str) -> Quantity | None:
    """The number that counts a noun phrase: "at least nine troops" -> at least 9."""
    numbers = [w for c in tree.children(word, "nummod") for w in tree.subtree(c) if w < word]
    found = _quantities(tree, word, text, numbers)
    at = tree[word].span.start
    counting = [q for q in found if q.span and q.span.start <= at and (q.unit is None or _is_count(q.unit))]
    if not counting:
        return None
    is_unit = tree[word].upos == "NOUN" and tree[word].text not in counting[0].text
    return replace(counting[0], unit=tree[word].text if is_unit else counting[0].unit)


def _one(tree: Tree, filler: Filler, text: str, lexicon: Lexicon) -> Quantity | None:
    """ "A civilian" was killed: one."""
    start, end = tree.phrase(filler.word)
    is_person = lexicon.is_a(filler.mention.type, "person")
    if not is_person or tree[start].text.lower() not in INDEFINITE or tree[filler.word].xpos != "NN":
        return None
    span = tree.span(start, end)
    unit = tree[filler.word].text
    return Quantity(span.of(text), Bound.EXACT, minimum=1, maximum=1, value=1, unit=unit, span=span)


def _price(tree: Tree, word: int, text: str) -> Quantity | None:
    """The sum that goods are given for: "$5 million in aid"."""
    paid = sum_of(tree, word)
    if paid is None:
        return None
    return next(iter(_quantities(tree, paid, text)), None)


def _quantities(tree: Tree, word: int, text: str, numbers: Iterable[int] = ()) -> list[Quantity]:
    """The quantities of a phrase, with the words of its number that stand before it."""
    start, end = tree.phrase(word)
    start = min([start, *numbers])
    while start > 0 and tree[start - 1].head in range(start, end) and tree[start - 1].upos in COUNTING:
        start -= 1
    return find_quantities(text, tree[start].span.start, tree[end - 1].span.end)


def _is_count(unit: str) -> bool:
    return unit not in {"percent", "%"} and "-" not in unit
