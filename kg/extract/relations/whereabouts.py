"""Where things lie, as noun phrases say it: "Gulu, Uganda", "the plant in Lviv", "the Greek island of Lesbos"."""

import itertools
from collections.abc import Iterator

from kg import places
from kg.extract.coreference.antecedents import root
from kg.extract.dependencies import OBLIQUES
from kg.extract.relations.ties import Ends, Tie, is_loose
from kg.extract.tree import Tree
from kg.model import Kind, Mention

QUARTERS = frozenset(
    f"{first}{second}" for first in ("north", "south", "") for second in ("east", "west", "") if first or second
)
OWNERS = ("nmod:poss", "amod", "compound", "nmod")


class Whereabouts:
    """Reads the places of one article's things."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        place = ends.ontology.part("place")
        self.relations = tuple(r for r in ends.relations if r.range == place and r.prepositions)
        self._appositive = tuple(r for r in ends.relations if r.appositive)

    def by_preposition(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The plant in Lviv"; "Dalby in Norway's south" lies in Norway."""
        subject = self.ends.at(tree, i)
        if subject is None or not self._is_settled(subject) or self._is_met(tree, i, subject):
            return
        nested = {inner for _, inner in self._chained(tree)}
        for c in tree.children(i, "nmod"):
            is_crowd = self.ends.is_a(subject, "group") and tree.child(i, "nummod") is not None
            if c not in nested and not is_crowd:  # "80 people in the town" are there today
                yield from self._within(tree, subject, c, i)

    def _is_met(self, tree: Tree, i: int, subject: Mention) -> bool:
        """True of "spoke with the Red Cross in Dalby": that is where it was done, not where the Red Cross is."""
        is_body = subject.kind is Kind.NAME and self.ends.is_a(subject, "organization")
        return is_body and tree.preposition(i) == "with" and tree[tree[i].head].upos == "VERB"

    def by_chain(self, tree: Tree) -> Iterator[Tie]:
        """ "Arrested in Dalby in southern Norway": Dalby is in Norway, whatever else both hang on."""
        for first, second in self._chained(tree):
            inner, outer = self.ends.named(tree, first), self._around(tree, second)
            is_inside = inner is not None and outer is not None and not self.ends.is_a(outer, "facility")
            if inner is not None and is_inside and not self.ends.is_a(inner, "state"):
                yield from self._within(tree, inner, second, first)

    def _chained(self, tree: Tree) -> Iterator[tuple[int, int]]:
        """Two phrases of place right behind each other."""
        words = [i for i, t in enumerate(tree.tokens) if t.deprel in OBLIQUES and self._around(tree, i)]
        for first, second in itertools.pairwise(words):
            if tree.preposition(first) and tree.phrase(first)[1] == tree.subtree(second)[0]:
                yield first, second

    def _within(self, tree: Tree, subject: Mention, c: int, word: int) -> Iterator[Tie]:
        preposition, other = tree.preposition(c), self._around(tree, c)
        for relation in self.relations:
            if other and preposition in relation.prepositions and self.ends.allowed(relation, subject, other):
                yield Tie(relation, subject, other, word, True)

    def by_owner(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Turkey's Van province", "the Greek island of Lesbos": a named place and whose it is."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.head != i:
            return
        if not self._is_named_place(subject):
            yield from self._of_town(tree, subject, i)
            return
        for c in (x for w in tree.children(i, *OWNERS[:3]) for x in tree.conjuncts(w)):
            other = self.ends.at(tree, c)
            if other is None or other.id == subject.id or self.ends.is_a(subject, "state") or is_loose(tree, c):
                continue
            if tree[i].lemma.lower() in self.ends.mentions.cues.outlying:
                continue
            is_demonym = other.kind is Kind.DEMONYM and not self.ends.is_a(subject, "facility")
            for relation in self.relations if is_demonym or tree[c].deprel == "nmod:poss" else ():
                if relation.possessive and self.ends.allowed(relation, subject, other):
                    yield Tie(relation, subject, other, i, True)

    def _of_town(self, tree: Tree, subject: Mention, i: int) -> Iterator[Tie]:
        """ "The Tbilisi airport", "Kiev's main square", "Chile's plants": a building without a name and whose it is."""
        if not self.ends.is_a(subject, "facility") or subject.kind is not Kind.NOMINAL:
            return
        for c in tree.children(i, "nmod:poss", "compound"):
            town = self.ends.at(tree, c)
            is_town = town is not None and town.kind is Kind.NAME and self.ends.is_a(town, "settlement")
            is_state = town is not None and self.ends.is_a(town, "state") and self._is_at_home(tree, i, c)
            for relation in self.relations if is_town or is_state else ():
                if town and self.ends.allowed(relation, subject, town):
                    yield Tie(relation, subject, town, i, True)

    def _is_at_home(self, tree: Tree, i: int, owner: int) -> bool:
        """True of a state's buildings, unless they are such as it has abroad, or said to be elsewhere."""
        is_elsewhere = any(tree.preposition(c) not in {None, "of"} for c in tree.children(i, "nmod"))
        is_outlying = tree[i].lemma.lower() in self.ends.mentions.cues.outlying
        return tree[owner].deprel == "nmod:poss" and not is_outlying and not is_elsewhere

    def in_name(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Southern Iraq" lies in Iraq."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.head != i or not self._is_named_place(subject):
            return
        state = self.ends.mentions.state_in(subject) if places.whole(subject.text) else None
        for relation in self.relations if state else ():
            if state and self.ends.allowed(relation, subject, state):
                yield Tie(relation, subject, state, i, True)

    def by_comma(self, tree: Tree) -> Iterator[Tie]:
        """ "Bergen, Norway": a place and the place around it."""
        here = sorted(self.ends.mentions.inside(tree), key=lambda m: m.span.start)
        named = [m for m in here if m.kind is Kind.NAME and self.ends.lexicon.is_a(m.type, "place")]
        for left, right in itertools.pairwise(named):
            if self._is_chain(tree, left, right):
                allowed = (r for r in self._appositive if self.ends.allowed(r, left, right))
                yield from (Tie(r, left, right, left.head, True) for r in allowed)

    def _is_chain(self, tree: Tree, left: Mention, right: Mention) -> bool:
        between = self.ends.mentions.document.text[left.span.end : right.span.start]
        if between != ", " or self.ends.lexicon.is_a(left.type, "state") or left.type == right.type:
            return False
        if tree[right.head].deprel in {"nmod:poss", "compound", "amod"}:
            return False  # "in the Black Sea, Ukraine's navy said"
        if tree[right.head].deprel != "conj":
            return True
        first = tree.first_conjunct(right.head)
        is_last = tree.child(right.head, "cc") is not None
        is_list = any(tree.child(c, "cc") is not None for c in tree.conjuncts(first)[1:] if c > right.head)
        return not is_last and (not is_list or _is_known(left, right))  # not in "Quebec, Panama and Ghana"

    def _is_settled(self, subject: Mention) -> bool:
        """ "Soldiers in France" happen to be there, "the plant in France" stands there; "a spot" may be anywhere."""
        if self.ends.is_a(subject, "state") or (self.ends.is_a(subject, "unit") and subject.kind is Kind.NOMINAL):
            return False
        target = root(self.ends.mentions, subject.id)
        is_anywhere = target.kind is Kind.NOMINAL and target.type == self.ends.ontology.part("place")
        return any(self.ends.is_a(subject, part) for part in ("organization", "group")) or (
            self.ends.is_a(subject, "place") and not is_anywhere
        )

    def _is_named_place(self, subject: Mention) -> bool:
        return root(self.ends.mentions, subject.id).kind is Kind.NAME and self.ends.is_a(subject, "place")

    def _around(self, tree: Tree, word: int) -> Mention | None:
        """The place at a word; of a mere quarter of one, the whole: "northeast" of "China's northeast"."""
        if tree[word].lemma.lower() in QUARTERS:
            owners = (self.ends.at(tree, c) for c in tree.children(word, *OWNERS))
            return next((m for m in owners if m and self.ends.is_a(m, "place")), None)
        found = self.ends.at(tree, word)
        is_known = found is not None and root(self.ends.mentions, found.id).kind is not Kind.NOMINAL
        return found if found and is_known and self.ends.is_a(found, "place") else None


def _is_known(place: Mention, state: Mention) -> bool:
    """True if reference data has the place in the state."""
    known = places.around(place.text)
    return known is not None and known == places.owner(state.text)
