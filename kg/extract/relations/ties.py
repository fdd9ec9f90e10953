"""A tie between two mentions, or a mention and words, and what may stand at its ends."""

from dataclasses import dataclass

from kg import places
from kg.extract.coreference.antecedents import root
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import PAST
from kg.extract.tree import Tree
from kg.model import Kind, Literal, Mention
from kg.ontology import Ontology, RelationType


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation found at a word; `in_phrase` if it is stated inside a noun phrase rather than by a clause.

    `score` is the probability of a tie that no construction states but the annotator holds for stated.
    """

    type: RelationType
    subject: Mention
    object: Mention | Literal
    word: int
    in_phrase: bool
    score: float | None = None


class Ends:
    """What the words of an article are, as ends of ties."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon, mentions: Mentions) -> None:
        self.ontology, self.lexicon, self.mentions = ontology, lexicon, mentions
        self.relations = tuple(ontology.relations.values())

    def at(self, tree: Tree, word: int) -> Mention | None:
        """The mention a word belongs to; none for a pronoun that nobody knows."""
        key = self.mentions.at.get((tree.sentence.index, word))
        mention = self.mentions[key] if key else None
        is_unknown = mention is not None and mention.kind is Kind.PRONOUN and mention.antecedent is None
        return None if is_unknown else mention

    def named(self, tree: Tree, word: int) -> Mention | None:
        """The mention a word belongs to, if it stands for something with a name."""
        mention = self.at(tree, word)
        return mention if mention and root(self.mentions, mention.id).kind in {Kind.NAME, Kind.METONYM} else None

    def is_a(self, mention: Mention, part: str) -> bool:
        """True if what a mention stands for is of the class playing `part`."""
        return self.lexicon.is_a(root(self.mentions, mention.id).type, part)

    def are_one(self, one: Mention, other: Mention) -> bool:
        return root(self.mentions, one.id).id == root(self.mentions, other.id).id

    def allowed(self, relation: RelationType, subject: Mention, other: Mention) -> bool:
        """True if a relation may tie the two."""
        first, second = root(self.mentions, subject.id), root(self.mentions, other.id)
        if relation.is_literal or first.id == second.id:
            return False
        if any(self.ontology.is_a(second.type, barred) for barred in relation.barred):
            return False
        return self.ontology.is_a(first.type, relation.domain) and self.ontology.is_a(second.type, relation.range)

    def text(self, tree: Tree, start: int, end: int) -> Literal:
        """Words [start, end) on one line."""
        return Literal(" ".join(tree.span(start, end).of(self.mentions.document.text).split()))


def is_past(tree: Tree, noun: int) -> bool:
    """True of "the former president", "the ousted president", "the ex-prime minister", "a former navy officer"."""
    if noun + 1 < len(tree) and tree[noun + 1].xpos == "VBN" and tree[noun + 1].text.lower() in PAST:
        return True  # "the prime minister ousted in 2019"
    beside = tree.children(noun, "amod", "advmod", "compound")
    below = [c for w in beside if w < noun for c in tree.children(w, "amod", "advmod", "compound")]
    return any(PAST & {tree[c].lemma.lower(), tree[c].text.lower()} for c in (*beside, *below))


def is_loose(tree: Tree, word: int) -> bool:
    """True of "Kenyan" in "pro-Kenyan rebels" and "ethnic Kenyan rebels", who need not be of Kenya, and of both words
    of "Bosnian Serb leader": a people of one state in another."""
    before = tree[word - 1].text if word else ""
    after = tree[word + 1].text if word + 1 < len(tree) else ""
    is_people = places.demonym(tree[word].text) and (places.demonym(before) or places.demonym(after))
    return before.lower() in {"-", "ethnic"} or bool(is_people)
