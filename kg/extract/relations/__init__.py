"""Ties between two mentions: offices, family, membership, nationality, place; by construction, not by co-occurrence."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.attribution import Attribution
from kg.extract.attribution.voice import Voice
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mentions
from kg.extract.mentions.offices import Offices
from kg.extract.relations import counterparts
from kg.extract.relations.characterisations import Characterisations
from kg.extract.relations.constructions import Constructions
from kg.extract.relations.learned import Learned
from kg.extract.relations.mandates import Mandates
from kg.extract.relations.past import is_over
from kg.extract.relations.relational import RelationalNouns
from kg.extract.relations.ties import Ends, Tie
from kg.extract.relations.whereabouts import Whereabouts
from kg.extract.tree import Tree
from kg.model import Literal, MentionId, NamedTie, Relation
from kg.ontology import Ontology


class Relations:
    """Finds the relations of one article."""

    def __init__(
        self, ontology: Ontology, lexicon: Lexicon, mentions: Mentions, voices: Attribution,
        learned: Sequence[NamedTie] = (),
    ) -> None:  # fmt: skip
        self.lexicon, self.mentions, self.voices = lexicon, mentions, voices
        self._wider = ontology.super_relations
        ends = Ends(ontology, lexicon, mentions)
        self._nouns, self._whereabouts = RelationalNouns(ends), Whereabouts(ends)
        self._constructions, self._characterisations = Constructions(ends), Characterisations(ends)
        self._mandates, self._learned = Mandates(ends), Learned(ends, learned)

    def find(self, trees: Sequence[Tree]) -> list[Relation[MentionId]]:
        """Every stated tie, one relation per construction; the same tie may come from several sentences."""
        stated = [(tree, list(self._ties(tree))) for tree in trees]
        held = counterparts.offices((tie for _, ties in stated for tie in ties), self.mentions)
        stated = [
            (tree, self._distinct([*ties, *counterparts.ties(tree, held, self.mentions)])) for tree, ties in stated
        ]
        stated = self._with_mandates(stated)
        known = self._learned.pairs(tie for _, ties in stated for tie in ties)
        return [
            relation
            for tree, ties in stated
            for tie in (*ties, *self._learned.ties(tree, known))
            if (relation := self._claimed(tree, tie))
        ]

    def _with_mandates(self, stated: list[tuple[Tree, list[Tie]]]) -> list[tuple[Tree, list[Tie]]]:
        """The ties of every sentence, and what follows from its titles."""
        following: dict[int, list[Tie]] = {}
        for tie, title in self._mandates.ties([tie for _, ties in stated for tie in ties]):
            following.setdefault(id(title), []).append(tie)
        return [(tree, [t for tie in ties for t in (tie, *following.get(id(tie), ()))]) for tree, ties in stated]

    def _claimed(self, tree: Tree, tie: Tie) -> Relation[MentionId] | None:
        voice = self._voice(tree, tie)
        if voice.hypothetical:
            return None
        method, score = ("relation", 0.85 if tie.in_phrase else 0.75) if tie.score is None else ("annotator", tie.score)
        claim = self.voices.claim(tree, tie.word, voice, f"{method}:{tie.type.name}", score)
        target = tie.object if isinstance(tie.object, Literal) else tie.object.id
        return Relation(tie.type.name, tie.subject.id, target, (claim,))

    def _voice(self, tree: Tree, tie: Tie) -> Voice:
        if not tie.in_phrase:
            return self.voices.voice(tree, tie.word)
        voice = Voice()  # a title or an apposition is the writer's own, unless it stands in a quotation
        self.voices.quotations.give(tree, tie.word, voice)
        self.voices.hedging.phrase(tree, tie.word, voice)
        return voice

    def _ties(self, tree: Tree) -> Iterator[Tie]:
        """What a sentence states, but for what it tells of as over."""
        cues = self.mentions.cues
        return (t for t in self._stated(tree) if not (t.type.passing and is_over(tree, t.word, cues)))

    def _stated(self, tree: Tree) -> Iterator[Tie]:
        offices = self.mentions.offices(tree)
        for i, token in enumerate(tree.tokens):
            if token.upos in {"NOUN", "PROPN"} or (token.upos == "ADJ" and token.deprel in {"nmod:desc", "compound"}):
                yield from self._of_noun(tree, offices, i)
            if token.upos in {"VERB", "ADJ", "NOUN"} and token.deprel in {"amod", "acl", "compound"}:
                yield from self._constructions.by_participle(tree, i)
            if token.upos == "VERB":
                yield from self._constructions.by_verb(tree, i)
            yield from self._constructions.in_people(tree, i)
        yield from self._whereabouts.by_chain(tree)
        yield from self._whereabouts.by_comma(tree)

    def _of_noun(self, tree: Tree, offices: Offices, i: int) -> Iterator[Tie]:
        """What a noun states; one that says what somebody is to somebody is read as that alone."""
        yield from self._nouns.ties(tree, offices, i)
        is_relational = self._nouns.is_relational(tree, offices, i)
        if not is_relational:
            yield from self._constructions.by_preposition(tree, i)
        yield from self._whereabouts.by_preposition(tree, i)
        yield from self._constructions.by_belonging(tree, i)
        yield from self._constructions.by_insiders(tree, i)
        yield from self._constructions.by_mutual(tree, i)
        yield from self._constructions.by_origin(tree, i)
        yield from self._constructions.by_modifier(tree, i)
        yield from self._whereabouts.by_owner(tree, i)
        yield from self._whereabouts.in_name(tree, i)
        yield from self._constructions.in_name(tree, i)
        if not is_relational:
            yield from self._characterisations.by_copula(tree, i)
            yield from self._characterisations.by_apposition(tree, i)
            yield from self._characterisations.before_name(tree, i)

    def _distinct(self, ties: Iterable[Tie]) -> list[Tie]:
        """Every tie once, and none that a narrower one between the same two says already."""
        once = {(t.type.name, t.subject.id, t.object, t.word): t for t in ties}.values()
        said = {(wider, t.subject.id, t.object) for t in once for wider in self._wider(t.type.name)}
        return [t for t in once if (t.type.name, t.subject.id, t.object) not in said]
