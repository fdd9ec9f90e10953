"""Ties that the annotator's network holds for stated, between names that no construction of the tree ties."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.coreference.antecedents import root
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.relations.ties import Ends, Tie, is_loose
from kg.extract.tree import Tree
from kg.model import Literal, Mention, MentionId, NamedTie

Pair = frozenset[MentionId]


class Learned:
    """Turns the ties of one article's `Parse` into ties of its mentions."""

    def __init__(self, ends: Ends, ties: Sequence[NamedTie]) -> None:
        self.ends = ends
        self._by_sentence: dict[int, list[NamedTie]] = {}
        for tie in sorted(ties, key=self._rank):
            self._by_sentence.setdefault(tie.sentence, []).append(tie)

    def _rank(self, tie: NamedTie) -> tuple[int, float]:
        """The narrowest relation first, of two alike the surer one."""
        is_known = tie.type in self.ends.ontology.relations
        return -len(self.ends.ontology.super_relations(tie.type)) if is_known else 0, -tie.score

    def pairs(self, ties: Iterable[Tie]) -> set[Pair]:
        """Who is tied to whom, whatever the tie."""
        return {self._pair(t.subject, t.object) for t in ties if not isinstance(t.object, Literal)}

    def ties(self, tree: Tree, known: set[Pair]) -> Iterator[Tie]:
        """What is new in a sentence, the narrowest tie of each pair; `known` are pairs that constructions tie."""
        seen = set(known)
        for found in self._by_sentence.get(tree.sentence.index, ()):
            relation = self.ends.ontology.relations.get(found.type)
            subject, other = self._named(tree, found.subject), self._named(tree, found.object)
            if relation is None or subject is None or other is None or not self.ends.allowed(relation, subject, other):
                continue
            pair, meeting = self._pair(subject, other), _meeting(tree, subject.head, other.head)
            if pair not in seen and meeting is not None and self._may_tie(tree, other.head, meeting[0]):
                seen.add(pair)
                word, is_clause = meeting
                yield Tie(relation, subject, other, word, not is_clause, found.score)

    def _may_tie(self, tree: Tree, word: int, meeting: int) -> bool:
        """False where a construction would tie nothing: for colonies, adjectives of two states, titles of others."""
        is_outlying = tree[meeting].lemma.lower() in self.ends.mentions.cues.outlying
        return not is_outlying and not is_loose(tree, word) and not self._is_of_another(tree, word, meeting)

    def _is_of_another(self, tree: Tree, word: int, meeting: int) -> bool:
        """True of what stands inside somebody's name or title: "the fund's head Roe is there, along with Moe"."""
        inside = {"nmod:poss", "compound", "nmod:desc", "amod", "flat"}
        while word != meeting and tree[word].deprel in inside:
            word = tree[word].head
            mention = self.ends.named(tree, word)
            if word != meeting and mention is not None and self.ends.is_a(mention, "person"):
                return True
        return False

    def _pair(self, one: Mention, other: Mention) -> Pair:
        return frozenset(root(self.ends.mentions, m.id).id for m in (one, other))

    def _named(self, tree: Tree, place: int) -> Mention | None:
        """The mention of a name of the sentence."""
        name = tree.sentence.names[place]
        span = tree.span(name.start, name.end)
        found = (self.ends.at(tree, word) for word in reversed(range(name.start, name.end)))
        return next((mention for mention in found if mention and mention.span.overlaps(span)), None)


def _meeting(tree: Tree, one: int, other: int) -> tuple[int, bool] | None:
    """The word below which both stand, and whether one is its subject: then a clause says what it says. None if one
    only describes somebody listed with the other: "Roe and the Kenyan minister"."""
    above, below = [one, *tree.ancestors(one)], [other, *tree.ancestors(other)]
    meeting = next(word for word in above if word in below)
    way = (*above[: above.index(meeting)], *below[: below.index(meeting)])
    if any(tree[word].deprel == "conj" for word in way if word not in {one, other}):
        return None
    return meeting, any(tree[word].deprel in AGENTIVE_SUBJECTS for word in way)
