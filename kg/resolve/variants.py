"""Other ways in which one article writes a name: less its ship's prefix, cut before "of", a letter short."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from rapidfuzz.distance import Indel

from kg import places
from kg.model import Kind, Mention, MentionId
from kg.ontology import Ontology
from kg.resolve.forms import parted
from kg.resolve.names import normal

LONG = 5
"""Letters from which a word may be misspelt and still be known."""

Joined = Iterator[tuple[MentionId, MentionId, str]]


def variants(mentions: Sequence[Mention], ontology: Ontology) -> Joined:
    """(mention, mention, reason) for every two that name one thing, each variant fitting one longer name alone."""
    names = [m for m in mentions if m.kind is Kind.NAME]

    def of(part: str) -> list[Mention]:
        return [m for m in names if ontology.is_a(m.type, ontology.part(part))]

    organizations, words = of("organization"), _words(ontology)
    plain = [m for m in organizations if m.type == ontology.part("organization")]
    yield from _cut(organizations, _before_of, "name cut short")
    yield from _cut(plain, partial(_after_of, heads=words.heads), "name without what it is")
    yield from _cut(organizations, partial(_last, alone=words.alone), "last word of a name")
    yield from _cut(of("vehicle"), partial(_without_prefix, prefixes=words.prefixes), "name without its prefix")
    yield from _cut(of("place"), partial(_without_noun, nouns=words.nouns), "name without its noun")
    yield from _misspelt(of("person"))
    nominals = [m for m in mentions if m.kind is Kind.NOMINAL]
    yield from _described(nominals, organizations)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of an ontology that say what a name is of."""

    heads: frozenset[str]
    """Of plain organizations: "church"."""
    alone: frozenset[str]
    """Of what every state has one of: "parliament" is nobody else's for short."""
    prefixes: frozenset[str]
    """Of ships: "HMS"."""
    nouns: frozenset[str]
    """Of places: "island"."""


@cache
def _words(ontology: Ontology) -> _Words:
    entities = ontology.entities
    return _Words(
        heads=frozenset(entities[ontology.part("organization")].name_words),
        alone=frozenset(noun for entity in entities.values() for noun in entity.one_per_state),
        prefixes=frozenset(prefix for entity in entities.values() for prefix in entity.name_prefixes),
        nouns=frozenset(entities[ontology.part("place")].name_words),
    )


def _cut(names: Sequence[Mention], shorten: Callable[[str], str | None], reason: str) -> Joined:
    full: dict[str, dict[str, Mention]] = {}
    for name in names:
        if short := shorten(name.text):
            full.setdefault(normal(short), {}).setdefault(normal(name.text), name)
    for name in names if full else ():
        longer = full.get(normal(name.text), {})
        if len(longer) == 1:
            yield name.id, next(iter(longer.values())).id, reason


def _before_of(text: str) -> str | None:
    """ "Church of the Lakes" -> "Church"."""
    head, of, _ = text.partition(" of ")
    return head if of else None


def _after_of(text: str, heads: frozenset[str]) -> str | None:
    """ "Church of Lakeism" -> "Lakeism", but not "Friends of Lakeism"."""
    head, _, rest = text.partition(" of ")
    return rest if rest and head.lower() in heads else None


def _last(text: str, alone: frozenset[str]) -> str | None:
    """ "Lakes Brotherhood" -> "Brotherhood"."""
    before, _, last = text.rpartition(" ")
    is_joined = " of " in before + " " or " for " in before + " "
    return last if before and not is_joined and last.lower() not in alone else None


def _without_noun(text: str, nouns: frozenset[str]) -> str | None:
    """ "Ora Island" -> "Ora", unless that is a state or a city."""
    rest, _, noun = text.rpartition(" ")
    is_told = bool(rest) and noun.lower() in nouns  # asked first: few names end so, and the towns take a while to load
    return rest if is_told and places.kind(rest) in {None, places.PlaceKind.REGION} else None


def _without_prefix(text: str, prefixes: frozenset[str]) -> str | None:
    first, _, rest = text.partition(" ")
    return rest if rest and first in prefixes else None


def _misspelt(people: Sequence[Mention]) -> Joined:
    """ "Petra Lundval" and "Petra Lundvall": a letter dropped from one word of a full name."""
    forms = {normal(m.text): m for m in people}
    full = [(f.split(), m) for f, m in forms.items() if " " in f]
    for i, (one, first) in enumerate(full):
        for other, second in full[i + 1 :]:
            unlike = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
            if len(one) == len(other) and len(unlike) == 1 and _is_slip(*unlike[0]):
                yield first.id, second.id, "one letter apart"


def _is_slip(one: str, other: str) -> bool:
    """True of a letter too few; a last "a" is another person's: "Petrov" and "Petrova"."""
    short, long = sorted((one, other), key=len)
    return len(long) >= LONG and Indel.distance(short, long) == 1 and long != f"{short}a"


def _described(nominals: Sequence[Mention], names: Sequence[Mention]) -> Joined:
    """ "The Indonesian navy", "Indonesia's navy" beside "Indonesian Navy"."""
    named = {parted(normal(m.text)): m for m in names}
    for mention in nominals:
        if mention.antecedent is None and (name := named.get(parted(normal(mention.text)))):
            yield mention.id, name.id, "same words"
