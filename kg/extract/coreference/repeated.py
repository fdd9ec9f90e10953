"""What a description repeats: "the two soldiers", "the fisheries bureau", "police"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.extract.coreference import bare
from kg.extract.coreference.antecedents import root
from kg.extract.coreference.holders import POINTING, codes
from kg.extract.dependencies import INDEFINITE
from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import PAST
from kg.extract.tree import Tree
from kg.model import Kind, Mention, MentionId, Token

NEW = INDEFINITE | {"another"}
"""What a description begins with that repeats nothing."""
REACH = 4
"""Sentences that a bare definite noun looks back over for whatever the noun describes."""
FAR = 40
"""Sentences over which the very same words are the same thing."""
LASTING = ("facility", "vehicle", "settlement", "body")
"""Of these, a bare noun means the one of its kind in the article, however far back."""


@dataclass(frozen=True)
class Description:
    """A mention as its words tell of it."""

    mentions: Mentions
    tree: Tree
    mention: Mention

    @cached_property
    def tokens(self) -> list[Token]:
        """The words that make it up: determiners and punctuation left out."""
        return [t for t in self.tree.tokens if self.mention.span.contains(t.span) and t.upos not in POINTING]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Their lemmas, states as their codes."""
        return tuple(word for word in codes(self.tokens) if word != "same")

    @property
    def noun(self) -> str:
        return self.tree[self.mention.head].lemma.lower()

    @property
    def is_several(self) -> bool:
        token = self.tree[self.mention.head]
        return token.xpos in {"NNS", "NNPS"} and token.text.lower() != self.noun  # "police" are one body

    @property
    def is_new(self) -> bool:
        return self._first in NEW

    @property
    def _first(self) -> str:
        return self.tree[self.tree.phrase(self.mention.head)[0]].text.lower()

    @cached_property
    def is_national(self) -> bool:
        """True of a state's own: "Burma's junta"."""
        return self.is_a("body") and self.words[0].isupper()

    @cached_property
    def _is_alone(self) -> bool:
        """True of a body that its noun alone tells of: "police", but not that of an "agency official"."""
        is_whole = len(self.words) == 1 and self._first == self.noun
        return is_whole and self.is_a("body") and self.tree[self.mention.head].deprel != "compound"

    @cached_property
    def is_definite(self) -> bool:
        """True of what means one or those known: "the minister", "Burma's junta", "police"."""
        return self._is_alone or self.is_national or bare.is_definite(self.tree, self.mention.head)

    @cached_property
    def is_lasting(self) -> bool:
        """True of a bare noun for what an article has one of."""
        is_one = self.tree[self.mention.head].xpos == "NN" or self._is_alone
        return self.is_definite and len(self.words) == 1 and is_one and any(map(self.is_a, LASTING))

    @cached_property
    def is_side(self) -> bool:
        """True of a bare plural for people who are one side of what an article is about: "rebels"."""
        return self.is_several and len(self.words) == 1 and self.noun in self.mentions.cues.sides

    def is_a(self, part: str) -> bool:
        return self.mentions.lexicon.is_a(self.mention.type, part)

    def is_kin(self, other: "Description") -> bool:
        return self.mentions.lexicon.ontology.are_kin(self.mention.type, other.mention.type)

    def repeats(self, other: "Description") -> bool:
        """True if it tells of what the other, of the same noun, told of."""
        if self.is_a("organization") and other.is_a("organization") and not self.is_kin(other):
            return False  # "the Russian agency" is no news agency
        mine, theirs = set(self.words), set(other.words)
        distance = self.mention.sentence - other.mention.sentence
        if self.words == other.words:
            return self.is_definite or distance < FAR
        if self.is_national and other.is_national:
            return mine <= theirs or theirs <= mine
        return self.is_definite and (mine <= theirs if len(mine) > 1 else distance <= REACH)


def find(
    mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention], trees: Mapping[int, Tree]
) -> Mention | None:
    """The latest earlier mention a definite description repeats: "two soldiers captured ..." <- "the two soldiers"."""
    it = Description(mentions, tree, mention)
    alike: dict[MentionId, Mention] = {}
    """Things farther back that the same noun describes, the latest mention of each."""
    for candidate in earlier if not it.is_new else ():
        target = root(mentions, candidate.id)
        if candidate.kind is Kind.PRONOUN or target.id == mention.id or candidate.span.overlaps(mention.span):
            continue
        other = Description(mentions, trees[candidate.sentence], candidate)
        if candidate.kind is not Kind.NOMINAL:
            if _is_called(it, other):
                return candidate
        elif (other.noun, other.is_several) == (it.noun, it.is_several) and not set(other.words) & PAST - set(it.words):
            if it.repeats(other):
                return candidate
            alike.setdefault(target.id, candidate)
    return next(iter(alike.values())) if (it.is_lasting or it.is_side) and len(alike) == 1 else None


def _is_called(it: Description, named: Description) -> bool:
    """True of "the fisheries bureau" where the Bureau of Fisheries and Forests is named."""
    lexicon, name = it.mentions.lexicon, named.mention
    if name.kind is not Kind.NAME or not lexicon.is_a(it.mention.type, "organization"):
        return False
    mine, theirs = ([{t.text.lower(), t.lemma.lower()} for t in d.tokens] for d in (it, named))
    return len(mine) > 1 and it.is_kin(named) and all(any(word & other for other in theirs) for word in mine)
