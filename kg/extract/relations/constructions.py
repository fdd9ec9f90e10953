"""Ties that other constructions than a relational noun state: participles, verbs, possessors, demonyms and more."""

from collections.abc import Iterator

from kg import places
from kg.extract.relations.characterisations import Characterisations
from kg.extract.relations.ties import Ends, Tie, is_loose, is_past
from kg.extract.tree import Tree
from kg.model import Kind, Mention, Span
from kg.ontology import RelationType, VerbPattern

WITH = frozenset({"between", "with"})


class Constructions:
    """Reads the constructions of one article."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self._in_words = Characterisations(ends).in_words
        place = ends.ontology.part("place")
        self._participles: dict[str, list[RelationType]] = {}
        for relation in ends.relations:
            for word in relation.participles:
                self._participles.setdefault(word, []).append(relation)
        self._prepositional = tuple(r for r in ends.relations if r.prepositions and r.range != place)
        self._owning = tuple(r for r in ends.relations if r.range != place and (r.possessive or r.demonym))
        self._belonging = tuple(r for r in ends.relations if r.belonging)
        self._insiders = tuple(r for r in ends.relations if r.insiders)
        self._demonymic = tuple(r for r in ends.relations if r.demonym)
        self._mutual = tuple(r for r in ends.relations if r.mutual)
        self._stately = tuple(r for r in ends.relations if r.modifiers)

    def by_participle(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "State-run X", "a unit led by Y"."""
        relations = self._participles.get(tree[i].lemma.lower(), ()) or self._participles.get(tree[i].text.lower(), ())
        subject = self.ends.at(tree, tree[i].head)
        if not relations or subject is None:
            return
        for word in tree.children(i, "compound", "obl", "obl:agent", "nmod", "obl:unmarked", "nsubj", "amod"):
            other = self.ends.at(tree, word)
            for relation in relations:
                if other and self.ends.allowed(relation, subject, other):
                    yield Tie(relation, subject, other, i, tree[i].deprel != "acl")

    def by_verb(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Y runs X"."""
        lemma = tree.lemma(i)
        for relation, pattern in ((r, p) for r in self.ends.relations for p in r.verbs if lemma in p.lemmas):
            if relation.is_literal:
                yield from self._in_words(tree, i, relation, pattern)
            else:
                yield from self._between(tree, i, relation, pattern)

    def _between(self, tree: Tree, i: int, relation: RelationType, pattern: VerbPattern) -> Iterator[Tie]:
        arguments, of = tree.arguments(i), self.ends.mentions.of
        pairs = [
            (of(tree, s.head), of(tree, o.head))
            for s in arguments if s.function == pattern.subject
            for o in arguments if o.function == pattern.object and o.head != s.head
        ]  # fmt: skip
        for subject, other in pairs:
            if subject and other and self.ends.allowed(relation, subject, other):
                yield Tie(relation, subject, other, i, False)

    def by_preposition(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The Institute for Polar Research at Uppsala University"."""
        subject = self.ends.at(tree, i)
        if subject is None or (self.ends.lexicon.is_a(subject.type, "person") and subject.kind is Kind.NAME):
            return
        is_apart = self.ends.is_a(subject, "person")
        if is_past(tree, i):
            return
        for c in tree.children(i, "nmod"):
            is_guest = is_apart and not self.ends.lexicon.is_office(tree[i].lemma.lower())
            if is_apart and (tree.preposition(c) == "of" or is_guest):
                continue  # "a critic of the party" is not in it, nor need its founder be, nor "a guest at the fund"
            preposition, other = tree.preposition(c), self.ends.at(tree, c)
            for relation in self._prepositional:
                if other and preposition in relation.prepositions and self.ends.allowed(relation, subject, other):
                    yield Tie(relation, subject, other, i, True)

    def by_belonging(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Roe of the Coastal Herald", "the Coastal Herald's Ana Roe": a person's name and an organization's."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.kind is not Kind.NAME or not self.ends.is_a(subject, "person"):
            return
        for c in tree.children(i, "nmod", "nmod:poss"):
            other, preposition = self.ends.at(tree, c), tree.preposition(c)
            if other is None or other.kind is not Kind.NAME or not self.ends.is_a(other, "organization"):
                continue
            for relation in self._belonging:
                is_stated = tree[c].deprel == "nmod:poss" or preposition in relation.belonging
                if is_stated and self.ends.allowed(relation, subject, other):
                    yield Tie(relation, subject, other, i, True)

    def by_insiders(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Taliban militants", "officials of NATO": people described as those of an organization with a name."""
        subject, lemma = self.ends.at(tree, i), tree[i].lemma.lower()
        if subject is None or subject.head != i or not self.ends.is_a(subject, "group"):
            return
        for relation in (r for r in self._insiders if lemma in r.insiders):
            for c in tree.children(i, "compound", "nmod:poss", "nmod"):
                other = self.ends.at(tree, c)
                is_stated = tree[c].deprel != "nmod" or tree.preposition(c) in relation.belonging
                is_body = other and other.kind is Kind.NAME and self.ends.is_a(other, "organization")
                if other and is_body and is_stated and not is_loose(tree, c):
                    yield Tie(relation, subject, other, i, True)

    def by_mutual(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The alliance between Kenya and Rwanda", "Kenya's alliance with Rwanda": the first two with a name."""
        relations = [r for r in self._mutual if tree[i].lemma.lower() in r.mutual]
        words = [*tree.children(i, "nmod:poss"), *(c for c in tree.children(i, "nmod") if tree.preposition(c) in WITH)]
        sides = [m for w in words for x in tree.conjuncts(w) if relations and (m := self.ends.named(tree, x))]
        for relation in relations if len(sides) > 1 else ():
            if self.ends.allowed(relation, sides[0], sides[1]):
                yield Tie(relation, sides[0], sides[1], i, False)

    def by_origin(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Migrants from Eritrea and Yemen": people described by the state they come from."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.head != i or not any(self.ends.is_a(subject, p) for p in ("group", "person")):
            return
        words = (x for w in tree.children(i, "nmod") if tree.preposition(w) == "from" for x in tree.conjuncts(w))
        states = [m for w in words if (m := self.ends.named(tree, w)) and self.ends.is_a(m, "state")]
        for state in states:
            allowed = (r for r in self._demonymic if self.ends.allowed(r, subject, state))
            yield from (Tie(r, subject, state, i, True) for r in allowed)

    def in_people(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "Three Chileans", "a Chilean" are of Chile: people called by nothing but their state's adjective."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.head != i or subject.kind is not Kind.NOMINAL or tree.has_none(i):
            return
        plain = subject.text.split(" ", 1)[-1] if tree[i].text[-1] != "s" else subject.text
        is_people = any(self.ends.is_a(subject, part) for part in ("group", "person"))
        if is_people and places.demonym(plain) and plain.removesuffix("s") != subject.text:
            span = Span(subject.span.end - len(plain), subject.span.end - plain.endswith("s"))
            yield from (Tie(r, subject, self.ends.mentions.inner(subject, span), i, True) for r in self._demonymic)

    def by_modifier(self, tree: Tree, i: int) -> Iterator[Tie]:
        """Demonyms and possessors: "Turkish forces", "Turkey's army"; of media, "Turkish state television"."""
        subject = self.ends.at(tree, i)
        is_owned = subject and subject.head == i and not self.ends.is_a(subject, "state")
        if subject is None or not is_owned or self._is_opposite(tree, i) or tree.has_none(i):
            return
        for c in (x for w in tree.children(i, "amod", "compound", "nmod:poss", "nmod:desc") for x in tree.conjuncts(w)):
            other = self.ends.at(tree, c)
            if other is not None and other.id != subject.id and not is_loose(tree, c):
                part = self.ends.mentions.part_of(subject, other.id)
                stated = [r for r in self._owning if self._states(r, subject, other, tree[c].deprel)]
                stated += [r for r in self._stately if self._is_stately(tree, i, r, subject)]
                yield from (Tie(r, part, other, i, True) for r in stated if self.ends.allowed(r, part, other))

    def _states(self, relation: RelationType, subject: Mention, other: Mention, deprel: str) -> bool:
        """True of possessors, of demonyms, and of a state's name before a body of people: "a Malta company"."""
        if deprel == "nmod:poss":
            return relation.possessive
        is_name = deprel == "compound" and self.ends.is_a(subject, "organization")
        return relation.demonym and (other.kind is Kind.DEMONYM or is_name)

    def _is_opposite(self, tree: Tree, i: int) -> bool:
        """True of "its allies" and "Kenya's rivals", who are of other states."""
        return self.ends.lexicon.is_other_side(tree[i].lemma.lower())

    def _is_stately(self, tree: Tree, i: int, relation: RelationType, subject: Mention) -> bool:
        """True of "Norway's official gazette": a medium or company whose noun such a word stands before."""
        is_kind = self.ends.is_a(subject, "medium") or self.ends.is_a(subject, "company")
        return is_kind and any(tree[c].text.lower() in relation.modifiers for c in tree.children(i, "amod", "compound"))

    def in_name(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The Chilean Navy" is Chile's: units and bodies of a state that their name begins with."""
        subject = self.ends.at(tree, i)
        if subject is None or subject.head != i or subject.kind is not Kind.NAME:
            return
        if any(self.ends.lexicon.is_a(subject.type, part) for part in ("unit", "body")):
            for relation in self._owning:
                state = self.ends.mentions.state_in(subject) if relation.demonym else None
                if state is not None and self.ends.allowed(relation, subject, state):
                    yield Tie(relation, subject, state, i, True)
