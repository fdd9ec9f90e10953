"""A tie between two mentions, or a mention and words, as it stands in a sentence."""

from dataclasses import dataclass

from kg.model import Literal, Mention
from kg.ontology import RelationType


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation found at a word; `in_phrase` if it is stated inside a noun phrase rather than by a clause."""

    type: RelationType
    subject: Mention
    object: Mention | Literal
    word: int
    in_phrase: bool
