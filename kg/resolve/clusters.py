"""The mentions of one thing in one article, and the key by which it is known in all."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from kg.model import Kind, Mention, MentionId, Referent
from kg.ontology import Ontology
from kg.resolve.names import normal

Key = tuple[str, ...]
_NAMELESS = (Kind.NOMINAL, Kind.PRONOUN)
DETERMINERS = frozenset("no the a an its his her their this these that those some our my whose both".split())


@dataclass(slots=True)
class Cluster:
    """The mentions of one thing in one article. `key`: what the same thing has in every article."""

    mentions: list[Mention]
    type: str = ""
    name: str = ""
    key: Key = ()
    aliases: Set[str] = frozenset()
    reasons: Set[str] = frozenset()

    @staticmethod
    def of(referent: Referent, mentions: Sequence[Mention]) -> "Cluster":
        """What `referent` said; `mentions` are all of the article."""
        own = [mentions[n] for n in referent.mentions]
        aliases, reasons = frozenset(referent.aliases), frozenset(referent.reasons)
        return Cluster(own, referent.type, referent.name, referent.key, aliases, reasons)

    def referent(self, places: Mapping[MentionId, int]) -> Referent:
        """The same as a value. `places`: of all mentions of the article."""
        own = tuple(places[m.id] for m in self.mentions)
        return Referent(own, self.type, self.name, self.key, tuple(sorted(self.aliases)), tuple(sorted(self.reasons)))

    @property
    def forms(self) -> set[str]:
        """The names that the article has for it, in normal form."""
        return {normal(m.text) for m in self.mentions if m.kind is Kind.NAME}

    @property
    def is_named(self) -> bool:
        return any(m.kind not in _NAMELESS for m in self.mentions)


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
