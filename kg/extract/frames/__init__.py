"""Events: the ontology's frames matched on the tree, roles filled by type, one event a trigger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import cues
from kg.extract.coreference.antecedents import identity, root
from kg.extract.coreference.tallies import counted, people
from kg.extract.frames import choice, conditions, nominals
from kg.extract.frames.arguments import gathered
from kg.extract.frames.match import Filler, Match
from kg.extract.frames.nominals import Carriers
from kg.extract.frames.surroundings import enclosing, of_object, topics
from kg.extract.mentions import Mentions
from kg.extract.tree import Argument, Tree
from kg.model import Kind
from kg.ontology import EventType, Frame, Ontology

__all__ = ["Filler", "Frames", "Match", "frames"]

FALLBACKS = {"subject": ("possessor", "by"), "demonym": ("compound",), "undergoer": ("of", "on", "against")}
"""Where a frame says nothing of a function, it stands for these: a support verb's subject owns the noun's event."""

TOPIC = "topic"
"""The function of the subject of a clause that is said, where that does nothing itself."""


class Frames:
    """The frames of an ontology, by the word that triggers them."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        words = cues.load()
        self.carriers = Carriers(
            ontology.support_verbs, words.undergoing, words.occurrence, words.stretches, words.witnessing
        )
        self._verbs: dict[str, list[tuple[EventType, Frame]]] = {}
        self._nouns: dict[str, list[tuple[EventType, Frame]]] = {}
        self._adjectives: dict[str, list[tuple[EventType, Frame]]] = {}
        for event in ontology.events.values():
            for frame in event.frames:
                tables = ((self._verbs, frame.verbs), (self._nouns, frame.nouns), (self._adjectives, frame.adjectives))
                for table, lemmas in tables:
                    for lemma in lemmas:
                        table.setdefault(lemma, []).append((event, frame))

    def match(self, tree: Tree, mentions: Mentions) -> list[Match]:
        """The best match of every trigger word of a sentence, in order."""
        found = []
        for i in range(len(tree)):
            matches = list(self._at(tree, i, mentions))
            if matches:
                found.append(choice.best(self.ontology, matches))
        return choice.told_once(self.ontology, tree, found, self.carriers.occurrence)

    def bare(self, tree: Tree, i: int, mentions: Mentions) -> list[Match]:
        """The matches of a noun, the fullest first, though it may lack what its frames need: "the blast" by itself."""
        if self._is_name(tree, i, mentions):
            return []
        arguments = nominals.arguments(tree, i, self.carriers)
        frames = self._noun_frames(tree, i)
        found = (self._fill(tree, i, *frame, arguments, mentions, is_whole=False) for frame in frames)
        return sorted((m for m in found if m), key=lambda m: choice.fit(self.ontology, m), reverse=True)

    def refilled(self, tree: Tree, verb: int, match: Match, mentions: Mentions) -> Match:
        """The match with the roles that another verb's arguments fill: "It took place near the port"."""
        around = [a for a in tree.arguments(verb) if a.function not in {"subject", "object", "complement"}]
        found = self._fill(tree, verb, match.type, match.frame, around, mentions, is_whole=False)
        return found or replace(match, trigger=verb, roles=())

    def _at(self, tree: Tree, i: int, mentions: Mentions) -> Iterator[Match]:
        token = tree[i]
        if token.upos == "VERB":
            candidates: Sequence[tuple[EventType, Frame]] = self._verbs.get(tree.lemma(i), ())
            candidates = self._verbs.get(tree.hyphened(i) or "", candidates)
            arguments = tree.arguments(i)
            if not candidates and (particle := tree.child(i, "compound:prt")) is not None:
                candidates, arguments = self._without_particle(tree, i, particle, arguments)
            candidates = self._verbs.get(tree.with_adverb(i) or "", candidates)
        elif token.upos == "NOUN":
            candidates = self._noun_frames(tree, i)
            arguments = nominals.arguments(tree, i, self.carriers)
        elif token.upos == "ADJ":
            lemma = token.lemma.lower()  # "injured" may be read as an adjective with the lemma of the verb
            candidates = self._adjectives.get(lemma, self._adjectives.get(token.text.lower(), ()))
            arguments = tree.arguments(i)
        else:
            return
        if self._is_name(tree, i, mentions) or _is_hyphenated(tree, i):
            return
        found = [m for e, f in candidates if (m := self._fill(tree, i, e, f, arguments, mentions))]
        if not found and tree.may_be_passive(i):  # "were dragged away and executed"
            undone = [Argument("object", a.head) if a.function == "subject" else a for a in arguments]
            found = [m for e, f in candidates if (m := self._fill(tree, i, e, f, undone, mentions))]
        yield from found
        if token.upos == "VERB":
            yield from self._with_preposition(tree, i, arguments, mentions)

    def _without_particle(
        self, tree: Tree, i: int, particle: int, arguments: list[Argument]
    ) -> tuple[Sequence[tuple[EventType, Frame]], list[Argument]]:
        """ "The ship sank off the cape", where the tree takes the preposition for a part of the verb."""
        preposition = tree[particle].lemma.lower()
        if all(a.function != preposition for a in arguments):
            arguments = [Argument(preposition, a.head) if a.function == "object" else a for a in arguments]
        return self._verbs.get(tree[i].lemma.lower(), ()), arguments

    def _with_preposition(
        self, tree: Tree, i: int, arguments: Sequence[Argument], mentions: Mentions
    ) -> Iterator[Match]:
        """ "Call for", "fire on": what stands under the preposition is the object, unless the verb names something:
        "called it a blow on Instagram"."""
        if {"object", "complement"} <= {a.function for a in arguments}:
            return
        for preposition in sorted({a.function for a in arguments} - {"subject", "object", "indirect", "complement"}):
            others = (a for a in arguments if a.function != "object")  # "called Roe on Monday" calls on nobody
            moved = [Argument("object", a.head) if a.function == preposition else a for a in others]
            for event, frame in self._verbs.get(f"{tree[i].lemma.lower()} {preposition}", ()):
                if match := self._fill(tree, i, event, frame, moved, mentions):
                    yield match

    def _noun_frames(self, tree: Tree, i: int) -> Sequence[tuple[EventType, Frame]]:
        lemma = tree[i].text.lower() if tree[i].text.lower() in self._nouns else tree[i].lemma.lower()  # "shelling"
        for c in reversed(tree.children(i, "compound", "amod")):
            if found := self._nouns.get(f"{tree[c].lemma.lower()} {lemma}"):
                return found
        if tree[i].deprel in {"compound", "nmod:desc"} and not tree.children(i, "nmod", "nmod:poss"):
            return ()
        return self._nouns.get(lemma, ())

    @staticmethod
    def _is_name(tree: Tree, i: int, mentions: Mentions) -> bool:
        key = mentions.at.get((tree.sentence.index, i))
        return key is not None and mentions[key].kind is Kind.NAME

    def _fill(
        self, tree: Tree, i: int, event: EventType, frame: Frame, arguments: Iterable[Argument], mentions: Mentions, *,
        is_whole: bool = True,
    ) -> Match | None:  # fmt: skip
        arguments = list(arguments)
        if frame.barred and conditions.is_modified(tree, i, frame.barred):
            return None
        if is_whole and not conditions.hold(tree, i, frame, arguments):
            return None
        absorbed = conditions.absorbed(tree, frame, arguments)
        arguments = gathered(tree, i, frame, arguments, mentions)
        roles: dict[tuple[str, str], tuple[str, Filler]] = {}
        for argument in arguments:
            for role, filler in self._roles(tree, i, event, frame, argument, mentions):
                roles.setdefault((role, root(mentions, filler.mention.id).id), (role, filler))
        more = [*self._inner(tree, i, event, list(roles.values())), *self._topics(tree, i, frame)]
        for other, argument in more:
            for role, filler in self._roles(tree, i, event, other, argument, mentions):
                if not self._is_cast(role, filler, roles.values(), mentions):
                    roles.setdefault((role, root(mentions, filler.mention.id).id), (role, filler))
        for role, filler in [*self._outer(tree, list(roles.values()), mentions)]:
            roles.setdefault((role, root(mentions, filler.mention.id).id), (role, filler))
        if not is_whole:
            return Match(event, frame, i, tuple(roles.values()))
        filled = {role for role, _ in roles.values()}
        if any(not need & filled for need in frame.needs):
            return None
        wanted = {role for need in frame.needs for role in need}
        if sum(role in wanted for role, _ in roles.values()) < frame.min_fillers:
            return None
        return Match(event, frame, i, tuple(roles.values()), absorbed)

    def _roles(
        self, tree: Tree, i: int, event: EventType, frame: Frame, argument: Argument, mentions: Mentions
    ) -> Iterator[tuple[str, Filler]]:
        mention = mentions.of(tree, argument.head)
        function = argument.function
        if function == "compound" and mention is not None and mention.kind is Kind.DEMONYM:
            function = "demonym"
        options = frame.arguments.get(function)
        for other in FALLBACKS.get(function, ()):
            options = frame.arguments.get(other) if options is None else options
        if mention is None and options and any(role in event.counts for role, _ in options):
            mention = counted(mentions, tree, argument.head) or people(mentions, tree, argument.head)
        if mention is None and options and function == "compound":
            mention = mentions.goods(tree, argument.head)
        if mention is None or not options or argument.head == i:
            return
        if any(role in event.counts for role, _ in options):
            mention = mentions.whole(tree, argument.head) or mention
        type_ = root(mentions, mention.id).type
        for role, types in options:
            allowed = types or event.roles[role].types or frozenset({self.ontology.roles[role].range})
            if any(self.ontology.is_a(type_, t) for t in allowed):
                yield from ((role, Filler(argument.head, part)) for part in mentions.parts(mention))
                return

    def _outer(
        self, tree: Tree, roles: Sequence[tuple[str, Filler]], mentions: Mentions
    ) -> Iterator[tuple[str, Filler]]:
        """The places that a place is said to be in: "at a factory in Dhaka", "in Giza's Haram district"."""
        place = self.ontology.part("place")
        for role, filler in roles:
            if self.ontology.is_a(self.ontology.roles[role].range, place):
                for word in enclosing(tree, filler.word):
                    mention = mentions.of(tree, word)
                    if mention and self.ontology.is_a(root(mentions, mention.id).type, place):
                        yield role, Filler(word, mention)

    def _is_cast(self, role: str, filler: Filler, roles: Iterable[tuple[str, Filler]], mentions: Mentions) -> bool:
        """True of one who takes part already: who clears mines in a region of their own helps nobody else."""
        kind = self.ontology.roles[role].range
        others = [f for r, f in roles if self.ontology.are_kin(self.ontology.roles[r].range, kind)]
        who = identity(mentions, filler.mention.id)
        return any(identity(mentions, f.mention.id) == who for f in others)

    def _topics(self, tree: Tree, i: int, frame: Frame) -> Iterator[tuple[Frame, Argument]]:
        """What is said of whom: "said that the bridge was safe"; an event told in the clause says that better."""
        if TOPIC in frame.arguments:
            clauses = (c for c in tree.children(i, "ccomp") if tree.lemma(c) not in self._verbs)
            yield from ((frame, Argument(TOPIC, word)) for c in clauses for word in topics(tree, c))

    @staticmethod
    def _inner(
        tree: Tree, i: int, event: EventType, roles: Sequence[tuple[str, Filler]]
    ) -> Iterator[tuple[Frame, Argument]]:
        """Arguments of a purpose clause that fill roles of the event: "troops to fight for X"."""
        if not event.inner:
            return
        clauses = tree.children(i, "advcl", "xcomp", "acl")
        clauses += [c for _, f in roles for c in tree.children(f.word, "acl")]
        for clause in clauses:
            for frame in event.inner:
                if not frame.verbs or tree.lemma(clause) in frame.verbs:
                    own = tree.arguments(clause)
                    around = [*own, *of_object(tree, own)]
                    for argument in [*around, *_owners(tree, around)]:
                        if argument.head != i and all(argument.head != f.word for _, f in roles):
                            yield frame, argument


@cache
def frames(ontology: Ontology) -> Frames:
    """One look-up per ontology."""
    return Frames(ontology)


def _is_hyphenated(tree: Tree, i: int) -> bool:
    """True within "self-appointed", "rebel-held": what is told of there is told in passing, if at all."""
    return i > 0 and tree[i - 1].text == "-" and tree[i - 1].span.end == tree[i].span.start and tree[i].deprel == "amod"


def _owners(tree: Tree, arguments: Iterable[Argument]) -> list[Argument]:
    """Who owns what a verb acts on ("to support Chad's campaign" supports Chad), or where it does ("in owner")."""
    names = {"object": "object", "in": "in owner"}
    owned = [(names[a.function], a.head) for a in arguments if a.function in names]
    return [Argument(name, c) for name, head in owned for c in tree.children(head, "nmod:poss")]
