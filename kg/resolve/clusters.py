"""The mentions of one thing in one article, and the key by which it is known in all."""

from dataclasses import dataclass, field
from functools import cache

from kg.model import Kind, Mention
from kg.ontology import Ontology
from kg.resolve.names import normal

Key = tuple[str, ...]
DETERMINERS = frozenset("no the a an its his her their this these that those some our my whose both".split())


@dataclass(slots=True)
class Cluster:
    """The mentions of one thing in one article. `key`: what the same thing has in every article."""

    mentions: list[Mention]
    type: str = ""
    name: str = ""
    key: Key = ()
    aliases: set[str] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)

    @property
    def forms(self) -> set[str]:
        """The names that the article has for it, in normal form."""
        return {normal(m.text) for m in self.mentions if m.kind is Kind.NAME}

    @property
    def is_named(self) -> bool:
        return any(m.kind is not Kind.NOMINAL and m.kind is not Kind.PRONOUN for m in self.mentions)


def spelt(key: Key) -> str:
    """A key as judgements spell it."""
    return "/".join(key)


@cache
def family(type_: str, ontology: Ontology) -> str:
    """The broad class within which one name is one thing."""
    for part in ("person", "state", "organization", "place", "item", "event"):
        if ontology.is_a(type_, ontology.part(part)):
            return part
    return type_


def bare(text: str) -> str:
    """A description without its article or determiner, on one line.

    >>> bare("the  Norwegian officials")
    'Norwegian officials'
    """
    words = text.split()
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words.pop(0)
    return " ".join(words)
