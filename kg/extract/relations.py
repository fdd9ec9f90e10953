"""Ties between two mentions: offices, family, membership, nationality, place; by construction, not by co-occurrence."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from kg.extract import counterparts
from kg.extract.attribution import Attribution
from kg.extract.coreference import root
from kg.extract.hedging import Voice
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mentions
from kg.extract.ties import Tie
from kg.extract.tree import Tree
from kg.model import Kind, Literal, Mention, MentionId, Relation
from kg.ontology import Ontology, RelationType, VerbPattern

BESIDE = frozenset({"compound", "nmod:desc", "flat", "appos", "nmod", "amod"})
COMPLEMENTS = frozenset({"of", "for", "at", "with"})


class Relations:
    """Finds the relations of one article."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon, mentions: Mentions, voices: Attribution) -> None:
        self.ontology, self.lexicon, self.mentions, self.voices = ontology, lexicon, mentions, voices
        self._nouns: dict[str, list[RelationType]] = {}
        self._inverse: dict[str, list[RelationType]] = {}
        self._participles: dict[str, list[RelationType]] = {}
        self._prepositions: dict[str, list[RelationType]] = {}
        for relation in ontology.relations.values():
            for table, words in (
                (self._nouns, relation.nouns), (self._inverse, relation.inverse_nouns),
                (self._participles, relation.participles), (self._prepositions, relation.prepositions),
            ):  # fmt: skip
                for word in words:
                    table.setdefault(word, []).append(relation)

    def find(self, trees: Sequence[Tree]) -> list[Relation[MentionId]]:
        """Every stated tie, one relation per construction; the same tie may come from several sentences."""
        stated = [(tree, list(self._ties(tree))) for tree in trees]
        held = counterparts.offices((tie for _, ties in stated for tie in ties), self.mentions)
        return [
            relation
            for tree, ties in stated
            for tie in _distinct([*ties, *counterparts.ties(tree, held, self.mentions)])
            if (relation := self._claimed(tree, tie))
        ]

    def _claimed(self, tree: Tree, tie: Tie) -> Relation[MentionId] | None:
        voice = self._voice(tree, tie)
        if voice.hypothetical:
            return None
        score = 0.85 if tie.in_phrase else 0.75
        claim = self.voices.claim(tree, tie.word, voice, f"relation:{tie.type.name}", score)
        target = tie.object if isinstance(tie.object, Literal) else tie.object.id
        return Relation(tie.type.name, tie.subject.id, target, (claim,))

    def _voice(self, tree: Tree, tie: Tie) -> Voice:
        if not tie.in_phrase:
            return self.voices.voice(tree, tie.word)
        voice = Voice()  # a title or an apposition is the writer's own, unless it stands in a quotation
        self.voices.from_quotation(tree, tie.word, voice)
        return voice

    def _ties(self, tree: Tree) -> Iterator[Tie]:
        for i, token in enumerate(tree.tokens):
            if token.upos in {"NOUN", "PROPN"} or (token.upos == "ADJ" and token.deprel in {"nmod:desc", "compound"}):
                yield from self._by_noun(tree, i)
            if token.upos in {"NOUN", "PROPN"}:
                yield from self._by_preposition(tree, i)
                yield from self._by_modifier(tree, i)
                yield from self._in_name(tree, i)
            if token.upos in {"VERB", "ADJ", "NOUN"} and token.deprel in {"amod", "acl", "compound"}:
                yield from self._by_participle(tree, i)
            if token.upos == "VERB":
                yield from self._by_verb(tree, i)
        yield from self._by_comma(tree)

    # --- relational nouns -------------------------------------------------------------------------------------

    def _by_noun(self, tree: Tree, i: int) -> Iterator[Tie]:
        lemma = tree[i].lemma.lower()
        two = [f"{tree[c].lemma.lower()} {lemma}" for c in tree.children(i, "compound", "amod") if c < i]
        name = next((w for w in [*two, lemma] if w in self._nouns or w in self._inverse), None)
        if name is None:
            return
        holder, is_clause = self._holder(tree, i)
        if holder is None:
            return
        former = self._is_former(tree, i)
        others = self._complements(tree, i, holder)
        for table, inverse in ((self._nouns, False), (self._inverse, True)):
            for relation in table.get(name, ()):
                if relation.is_literal:
                    if self.lexicon.is_a(holder.type, "person"):
                        value = f"former {name}" if former else name
                        yield Tie(relation, holder, Literal(value), i, not is_clause)
                    continue
                for other in others:
                    subject, object_ = (other, holder) if inverse else (holder, other)
                    if former or not self._allowed(relation, subject, object_):
                        continue
                    if relation.state_nouns and name not in relation.state_nouns and self._is_state(object_):
                        yield from self._of_state(subject, object_, i)
                    else:
                        yield Tie(relation, subject, object_, i, not is_clause)

    def _is_state(self, mention: Mention) -> bool:
        return self.lexicon.is_a(root(self.mentions, mention.id).type, "state")

    def _of_state(self, subject: Mention, state: Mention, i: int) -> Iterator[Tie]:
        """ "The Ugandan opposition leader" leads no state, but is of it."""
        for relation in self.ontology.relations.values():
            if relation.demonym and state.kind is Kind.DEMONYM:
                yield Tie(relation, subject, state, i, True)

    @staticmethod
    def _is_former(tree: Tree, i: int) -> bool:
        return any(
            tree[c].lemma.lower() in {"former", "ex", "late", "then"} for c in tree.children(i, "amod", "advmod")
        )

    def _holder(self, tree: Tree, i: int) -> tuple[Mention | None, bool]:
        """Who a relational noun describes, and whether a clause says so ("X is the leader")."""
        near = tree.children(i, "appos", "flat")
        if tree[i].deprel in BESIDE:
            near.append(tree[i].head)
        if tree[i].deprel == "conj" and tree[tree[i].head].deprel == "appos":
            near.append(tree[tree[i].head].head)
        for word in near:
            mention = self._name_at(tree, word)
            if (
                mention
                and self._counts_as_one(tree, i, mention)
                and (self.lexicon.is_a(mention.type, "person") or tree[i].deprel == "appos" or word in tree.children(i))
            ):
                return mention, False
        if tree.child(i, "cop") is not None:
            subject = next((a.head for a in tree.arguments(i) if a.function == "subject"), None)
            mention = self.mentions.of(tree, subject) if subject is not None else None
            if mention is not None:
                return mention, True
        own = self._own(tree, i)
        if own is not None and root(self.mentions, own.id).kind is Kind.NAME:
            return own, False
        return None, False

    def _counts_as_one(self, tree: Tree, i: int, mention: Mention) -> bool:
        """A plural noun describes no single person."""
        return tree[i].xpos not in {"NNS", "NNPS"} or not self.lexicon.is_a(mention.type, "person")

    def _own(self, tree: Tree, i: int) -> Mention | None:
        key = self.mentions.at.get((tree.sentence.index, i))
        mention = self.mentions[key] if key else None
        is_unknown = mention is not None and mention.kind is Kind.PRONOUN and mention.antecedent is None
        return None if is_unknown else mention

    def _name_at(self, tree: Tree, word: int) -> Mention | None:
        mention = self._own(tree, word)
        return mention if mention and root(self.mentions, mention.id).kind in {Kind.NAME, Kind.METONYM} else None

    def _complements(self, tree: Tree, i: int, holder: Mention) -> list[Mention]:
        """Possessors, demonyms and "of ..." of a relational noun; for "Turkish leader Roe" also what is before it."""
        words = tree.children(i, "nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked")
        words += [c for c in tree.children(i, "nmod", "obl") if tree.preposition(c) in COMPLEMENTS]
        if tree[i].deprel in {"compound", "nmod:desc", "flat", "amod"} and i < holder.head:
            near = [w for w in self._before(tree, i) if self._own(tree, w)]
            after = [c for c in tree.children(holder.head, "nmod") if tree.preposition(c) == "of"]
            words = [*words, *near[-1:], *after]
        found = [m for w in words for x in tree.conjuncts(w) if (m := self._own(tree, x)) and m.id != holder.id]
        return [m for m in found if root(self.mentions, m.id).id != root(self.mentions, holder.id).id]

    @staticmethod
    def _before(tree: Tree, i: int) -> list[int]:
        """The words of the noun phrase that stand before an office: "Turkish" in "Turkish President Roe"."""
        start = i
        while start > 0 and tree[start - 1].upos in {"ADJ", "NOUN", "PROPN", "PART", "NUM"} and i - start < 6:
            start -= 1
        return list(range(start, i))

    # --- other constructions ----------------------------------------------------------------------------------

    def _by_participle(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "state-run X", "a unit led by Y"."""
        relations = self._participles.get(tree[i].lemma.lower(), ()) or self._participles.get(tree[i].text.lower(), ())
        subject = self._own(tree, tree[i].head)
        if not relations or subject is None:
            return
        for word in tree.children(i, "compound", "obl", "obl:agent", "nmod", "obl:unmarked", "nsubj", "amod"):
            other = self._own(tree, word)
            for relation in relations:
                if other and self._allowed(relation, subject, other):
                    yield Tie(relation, subject, other, i, tree[i].deprel != "acl")

    def _by_verb(self, tree: Tree, i: int) -> Iterator[Tie]:
        lemma = tree.lemma(i)
        for relation in self.ontology.relations.values():
            for pattern in relation.verbs:
                if lemma not in pattern.lemmas:
                    continue
                arguments = tree.arguments(i)
                if relation.is_literal:
                    yield from self._in_words(tree, i, relation, pattern)
                    continue
                pairs = [
                    (self.mentions.of(tree, s.head), self.mentions.of(tree, o.head))
                    for s in arguments if s.function == pattern.subject
                    for o in arguments if o.function == pattern.object and o.head != s.head
                ]  # fmt: skip
                for subject, other in pairs:
                    if subject and other and self._allowed(relation, subject, other):
                        yield Tie(relation, subject, other, i, False)

    def _in_words(self, tree: Tree, i: int, relation: RelationType, pattern: VerbPattern) -> Iterator[Tie]:
        """ "described the treaty as a mistake": the object is the words themselves."""
        arguments = tree.arguments(i)
        for subject in (self.mentions.of(tree, a.head) for a in arguments if a.function == pattern.subject):
            for head in (a.head for a in arguments if a.function == pattern.object):
                start, end = tree.phrase(head)
                text = tree.span(start, end).of(self.mentions.document.text)
                if subject and self.ontology.is_a(root(self.mentions, subject.id).type, relation.domain):
                    yield Tie(relation, subject, Literal(" ".join(text.split())), i, False)

    def _by_preposition(self, tree: Tree, i: int) -> Iterator[Tie]:
        subject = self._own(tree, i)
        if subject is None or (self.lexicon.is_a(subject.type, "person") and subject.kind is Kind.NAME):
            return
        if self._is_former(tree, i):
            return
        for c in tree.children(i, "nmod"):
            other = self._own(tree, c)
            for relation in self._prepositions.get(tree.preposition(c) or "", ()):
                if other and self._allowed(relation, subject, other) and self._settled(relation, subject, other):
                    yield Tie(relation, subject, other, i, True)

    def _settled(self, relation: RelationType, subject: Mention, other: Mention) -> bool:
        """ "soldiers in France" happen to be there; "the plant in France" stands there."""
        if relation.range != self.ontology.part("place"):
            return True
        return self.lexicon.is_a(subject.type, "place") or self.lexicon.is_a(subject.type, "organization")

    def _by_modifier(self, tree: Tree, i: int) -> Iterator[Tie]:
        """Demonyms and possessors: "Turkish forces", "Turkey's army", "Oslo's harbour"."""
        subject = self._own(tree, i)
        if subject is None or subject.head != i or self._is_state(subject):
            return
        for c in (x for w in tree.children(i, "amod", "compound", "nmod:poss", "nmod:desc") for x in tree.conjuncts(w)):
            other = self._own(tree, c)
            if other is None or other.id == subject.id:
                continue
            part = self.mentions.part_of(subject, other.id)
            is_possessor = tree[c].deprel == "nmod:poss"
            for relation in self.ontology.relations.values():
                is_stated = (is_possessor and relation.possessive) or (other.kind is Kind.DEMONYM and relation.demonym)
                if is_stated and self._allowed(relation, part, other) and self._is_placed(relation, part):
                    yield Tie(relation, part, other, i, True)

    def _in_name(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The Chilean Navy" is Chile's: units and bodies of a state that their name begins with."""
        subject = self._own(tree, i)
        if subject is None or subject.head != i or subject.kind is not Kind.NAME:
            return
        if any(self.lexicon.is_a(subject.type, part) for part in ("unit", "body")):
            for relation in self.ontology.relations.values():
                state = self.mentions.state_in(subject) if relation.demonym else None
                if state is not None and self._allowed(relation, subject, state):
                    yield Tie(relation, subject, state, i, True)

    def _is_placed(self, relation: RelationType, subject: Mention) -> bool:
        """ "Turkey's coast" lies in Turkey; "Turkey's parliament" is its own."""
        is_named_place = subject.kind is Kind.NAME and self.lexicon.is_a(subject.type, "place")
        return relation.range != self.ontology.part("place") or is_named_place

    def _by_comma(self, tree: Tree) -> Iterator[Tie]:
        """ "Bergen, Norway": a place and the place around it."""
        places = [m for m in self._here(tree) if m.kind is Kind.NAME and self.lexicon.is_a(m.type, "place")]
        for left, right in itertools.pairwise(places):
            between = self.mentions.document.text[left.span.end : right.span.start]
            for relation in self.ontology.relations.values():
                if not relation.appositive or between != ", " or self.lexicon.is_a(left.type, "state"):
                    continue
                if tree[right.head].deprel in {"nmod:poss", "compound", "amod"}:
                    continue  # "in the Black Sea, Ukraine's navy said"
                if left.type != right.type and self._allowed(relation, left, right) and not self._listed(tree, right):
                    yield Tie(relation, left, right, left.head, True)

    @staticmethod
    def _listed(tree: Tree, mention: Mention) -> bool:
        return tree[mention.head].deprel == "conj" and tree.child(mention.head, "cc") is not None

    def _here(self, tree: Tree) -> list[Mention]:
        return sorted(self.mentions.inside(tree), key=lambda m: m.span.start)

    def _allowed(self, relation: RelationType, subject: Mention, other: Mention) -> bool:
        first, second = root(self.mentions, subject.id), root(self.mentions, other.id)
        if relation.is_literal or first.id == second.id:
            return False
        return self.ontology.is_a(first.type, relation.domain) and self.ontology.is_a(second.type, relation.range)


def _distinct(ties: Iterable[Tie]) -> list[Tie]:
    return list({(t.type.name, t.subject.id, t.object, t.word): t for t in ties}.values())
