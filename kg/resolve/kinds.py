"""Kinds of goods: "missiles" and "missile" in "missile production" are one kind, and so are they in every article."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from kg.model import Kind
from kg.ontology import EntityType, Ontology
from kg.resolve.clusters import DETERMINERS, Cluster
from kg.resolve.names import normal

_COUNTING = frozenset(
    "one two three four five six seven eight nine ten dozen dozens several many few other another more".split()
)
_JOINING = frozenset("of for in on at to from by with and or that which as than".split())
"""What follows these tells some goods from others of their kind."""
_SIBILANT = ("ss", "x", "ch", "sh", "zz")


def of(cluster: Cluster, ontology: Ontology) -> str | None:
    """The kind that a thing of one article is, in plain words: goods of no name that are first told of bare, without a
    determiner, a number or an owner.

    "Advanced missiles" are "missile", "military assistance" is "military aid"; "the two missiles" are no kind.
    """
    described = [m for m in cluster.mentions if m.kind is Kind.NOMINAL]
    is_goods = ontology.is_a(cluster.type, ontology.part("item"))
    if not is_goods or not described or cluster.is_named or ontology.is_a(cluster.type, ontology.part("vehicle")):
        return None
    return _plain(described[0].form or described[0].text, ontology)


def called(forms: Iterable[str], kind: str, ontology: Ontology) -> str:
    """What a kind is best called: as it is most often, without words that make it no other kind; in the plural if it
    has one."""
    fitting = (form for form in forms if _plain(form, ontology) == kind)
    names = Counter(" ".join(_narrowed(form.split(), ontology)) for form in fitting)
    nouns: Counter[str] = Counter()
    for name, times in names.items():
        nouns[_singular(name).lower()] += times
    best = min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun))
    return min((n for n in names if _singular(n).lower() == best), key=lambda n: (-len(n), n[0].isupper(), n))


def _plain(text: str, ontology: Ontology) -> str | None:
    words = text.split()
    if words[0].lower() in DETERMINERS | _COUNTING or any(c.isdigit() for c in words[0]):
        return None
    if any(w.lower() in _JOINING or w.endswith(("'s", "’s", "s'", "s’")) for w in words):
        return None
    kind = normal(_singular(" ".join(_narrowed(words, ontology)))).split()
    if kind[-1:] and kind[-1] in _goods(ontology).containers and _singular(kind[-2:][0]) in _nouns(ontology):
        kind = [*kind[:-2], _singular(kind[-2])]
    return " ".join([*kind[:-1], *(_goods(ontology).synonyms.get(noun, noun) for noun in kind[-1:])]) or None


def _narrowed(words: list[str], ontology: Ontology) -> list[str]:
    """The words less those in front that make it no other kind: "badly needed food" -> food."""
    qualities = _goods(ontology).qualities
    while len(words) > 1 and (words[0].lower() in qualities or words[0].lower().endswith("ly")):
        words = words[1:]
    return words


@cache
def _nouns(ontology: Ontology) -> frozenset[str]:
    """Every noun for goods."""
    item = ontology.part("item")
    goods = (entity for name, entity in ontology.entities.items() if ontology.is_a(name, item))
    return frozenset(noun for entity in goods for noun in (*entity.heads, *entity.plural_heads))


def _goods(ontology: Ontology) -> EntityType:
    return ontology.entities[ontology.part("item")]


def _singular(noun: str) -> str:
    """A regular plural as its singular.

    >>> [_singular(n) for n in ("supplies", "torpedoes", "boxes", "missiles", "gas")]
    ['supply', 'torpedo', 'box', 'missile', 'gas']
    """
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith("es") and noun[:-2].endswith((*_SIBILANT, "o")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "as")) else noun
