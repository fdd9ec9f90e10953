"""Named spans and chains -> the `Entity=` brackets of CorefUD (https://ufal.mff.cuni.cz/corefud)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.model import NamedSpan, Parse

DECLARATION = "# global.Entity = eid-etype-head-other"
"""Comes before the first bracket of a file."""

Place = tuple[int, int, int]
"""Sentence, first word, end word."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A phrase of the entity `id`, all phrases of which have the same `type`."""

    id: str
    type: str
    start: int
    end: int
    head: int
    other: str

    @property
    def opening(self) -> str:
        fields = [self.id, self.type, str(self.head - self.start + 1), self.other]
        return "(" + "-".join(fields).rstrip("-")


def brackets(parse: Parse, kinds: Mapping[str, str], first: int = 1) -> tuple[dict[int, dict[int, str]], int]:
    """({sentence: {word: brackets}}, the next entity's number): what goes behind `Entity=`.

    A chain is an entity, and so is a named span that no chain has. kinds: type of named span -> type in CorefUD.
    """
    found: dict[int, list[_Bracket]] = defaultdict(list)
    for number, (places, names) in enumerate(_entities(parse), first):
        best = max(names.values(), key=lambda n: n.score, default=None)
        for place, head in places.items():
            sentence, start, end = place
            name = names.get(place)
            other = f"type:{name.type},score:{name.score:.4f}" if name else ""
            type_ = kinds.get(best.type, "") if best else ""
            found[sentence].append(_Bracket(f"e{number}", type_, start, end, head, other))
        first = number + 1
    return {s: dict(_by_word(each)) for s, each in found.items()}, first


def _entities(parse: Parse) -> list[tuple[dict[Place, int], dict[Place, NamedSpan]]]:
    """(head by place, named span by place) of each entity, in order of the text."""
    heads = {s.index: [t.head for t in s.tokens] for s in parse.sentences}
    names = {(s.index, n.start, n.end): n for s in parse.sentences for n in s.names}
    chains = [{(x.sentence, x.start, x.end): x.head for x in c.links} for c in parse.chains]
    held = set(chain.from_iterable(chains))
    alone = [{p: _head(heads[p[0]], p[1], p[2])} for p in names if p not in held]
    ordered = sorted([*chains, *alone], key=lambda places: min((s, a, -b) for s, a, b in places))
    return [(places, {p: names[p] for p in places if p in names}) for places in ordered]


def _head(heads: list[int], start: int, end: int) -> int:
    """The first word of [start, end) whose head lies outside."""
    return next((i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end), start)


def _by_word(found: list[_Bracket]) -> Iterator[tuple[int, str]]:
    """The brackets at each word: those that close, the one opened last first, then those that open, the longest first.

    A phrase of one word comes where no other closes or after all that open, as CorefUD asks.
    """
    for word in sorted({b.start for b in found} | {b.end - 1 for b in found}):
        closing = [b for b in found if b.end - 1 == word and b.start < word]
        opening = [b for b in found if b.start == word and b.end - 1 > word]
        single = [b for b in found if b.start == word == b.end - 1]
        closes = [f"{b.id})" for b in sorted(closing, key=lambda b: (-b.start, b.id))]
        opens = [b.opening for b in sorted(opening, key=lambda b: (-b.end, b.id))]
        whole = [b.opening + ")" for b in single]
        parts = [*whole, *closes] if closes and not opens else [*closes, *opens, *whole]
        yield word, "".join(parts)
