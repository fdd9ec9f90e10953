"""Who speaks: the agents that a reporting verb has for its subject, or that its subject is by."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.coreference.antecedents import root
from kg.extract.coreference.bare import DEFINITE
from kg.extract.cues import Cues
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Mention

REACH = 10
"""Sentences over which "the statement" looks back for an earlier one."""

SIGNS = frozenset({":", "-", "–", "—"})
"""What stands between a headline and who says so."""
ENDS = frozenset({".", "!", "?", '"', "”"})
LABEL = 6
"""The longest name that stands there, in words."""


class Speakers:
    """Finds the speakers in the sentences of one article."""

    def __init__(self, mentions: Mentions, trees: Sequence[Tree], cues: Cues) -> None:
        self.mentions, self.trees, self.cues = mentions, trees, cues

    def is_speech(self, tree: Tree, verb: int) -> bool:
        """True of a verb whose subject says something."""
        carries = tree.lemma(verb) in self.cues.reporting or tree[verb].lemma.lower() in self.cues.denying
        return tree[verb].upos == "VERB" and carries

    def of(self, tree: Tree, verb: int) -> Mention | None:
        """The subject of a reporting verb, as a mention; if it is a text, its author; who is quoted "as saying"."""
        citing = self._citing(tree, verb)
        function = "subject" if citing is None else "object"
        around = tree.arguments(verb if citing is None else citing)
        subjects = [a.head for a in around if a.function == function]
        agents = (self.agent(tree, word) for word in subjects)
        authors = (self.author(tree, word) for word in subjects if tree[word].upos == "NOUN")
        return next((m for m in (*agents, *authors) if m), None)

    def quoting(self, tree: Tree, verb: int) -> Mention | None:
        """Who quotes somebody "as saying" it."""
        citing = self._citing(tree, verb)
        around = [] if citing is None else tree.arguments(citing)
        return next((m for a in around if a.function == "subject" and (m := self.agent(tree, a.head))), None)

    def _citing(self, tree: Tree, verb: int) -> int | None:
        """The verb of "quoted Roe as saying"."""
        head = tree[verb].head
        is_quoted = tree.has_mark(verb, "as") and tree[head].lemma.lower() in self.cues.citing
        return head if is_quoted and tree[verb].deprel == "advcl" else None

    def label(self, tree: Tree, word: int) -> Mention | None:
        """Who is set beside what a headline tells: "Minister: rebels seize airport", "Rebels seize port - police"."""
        if tree[len(tree) - 1].text in ENDS:
            return None
        signs = [i for i, t in enumerate(tree.tokens) if t.text in SIGNS and not _is_hyphen(tree, i)]
        if signs and word < signs[-1]:
            return self._alone(tree, signs[-1] + 1, len(tree))
        if signs and tree[signs[0]].text == ":" and word > signs[0]:
            first = self._alone(tree, 0, signs[0])
            is_place = first is not None and self.mentions.lexicon.is_a(first.type, "state")
            return None if is_place else first
        return None

    def _alone(self, tree: Tree, start: int, end: int) -> Mention | None:
        """The agent that the words [start, end) name, and nothing else."""
        words = range(start, end)
        tops = [i for i in words if tree[i].head not in words or tree[i].head == i]
        is_name = 0 < len(words) <= LABEL and not any(tree[i].upos in {"VERB", "AUX"} for i in words)
        return self.agent(tree, tops[0]) if is_name and len(tops) == 1 else None

    def all(self, tree: Tree, verb: int, first: Mention) -> Iterator[Mention]:
        """The first speaker, and who else says it: "the army and the police said"; each of a pair by itself."""
        yield from self.mentions.parts(first)
        if self._citing(tree, verb) is not None:
            return
        for argument in tree.arguments(verb):
            word = argument.head
            more = self.agent(tree, word) or (self.author(tree, word) if tree[word].upos == "NOUN" else None)
            if argument.function == "subject" and more and more.id != first.id:
                yield from self.mentions.parts(more)

    def agent(self, tree: Tree, word: int) -> Mention | None:
        """The mention at a word, if it is somebody who can speak."""
        mention = self.mentions.of(tree, word)
        if mention is None or not self.mentions.lexicon.is_a(root(self.mentions, mention.id).type, "agent"):
            return None
        return mention

    def author(self, tree: Tree, noun: int) -> Mention | None:
        """Who says what a text says: "a report by Roe", "testimonies from soldiers", "pictures released by Roe",
        "the ministry's statement"; "the statement" is of whom an earlier one was, or who was quoted last."""
        maker = self._maker(tree, noun)
        is_known = tree[tree.phrase(noun)[0]].text.lower() in DEFINITE and self._is_text(tree, noun)
        return self._earlier(tree, noun) if maker is None and is_known else maker

    def _is_text(self, tree: Tree, noun: int) -> bool:
        return tree[noun].upos == "NOUN" and tree[noun].lemma.lower() in self.cues.utterances

    def _maker(self, tree: Tree, noun: int) -> Mention | None:
        """Who made a text, as the words around it say."""
        clauses = [c for c in tree.children(noun, "acl") if tree.is_passive(c)]
        clauses = [c for c in clauses if tree[c].lemma.lower() not in self.cues.perusing]
        makers = [a.head for c in clauses for a in tree.arguments(c) if a.function == "subject"]
        makers += [c for c in tree.children(noun, "nmod") if tree.preposition(c) == "by"]
        makers += [
            c for c in tree.children(noun, "nmod") if tree.preposition(c) == "from" and not self._is_where(tree, c)
        ]
        if self._is_text(tree, noun):
            makers += [c for c in tree.children(noun, "nmod:poss", "nmod") if tree.preposition(c) in {None, "of"}]
            makers += tree.children(noun, "compound")
        return next((m for w in makers if (m := self.agent(tree, w))), None)

    def _is_where(self, tree: Tree, word: int) -> bool:
        """True of Chad in "reports from Chad", which anybody there may have made."""
        mention = self.mentions.of(tree, word)
        return mention is not None and self.mentions.lexicon.is_a(mention.type, "state")

    def _earlier(self, tree: Tree, noun: int) -> Mention | None:
        """Who made the last such text before, or said something in it; else who is quoted in the sentence before."""
        at = bisect_left(self.trees, tree.sentence.span.start, key=lambda t: t.sentence.span.start)
        for before in reversed(self.trees[max(0, at - REACH) : at]):
            same = [i for i in range(len(before)) if self._is_text(before, i) and before[i].lemma == tree[noun].lemma]
            made = (self._maker(before, i) or self._sayer(before, i) for i in reversed(same))
            if found := next((m for m in made if m), None):
                return found
        last = self.trees[at - 1] if at else None
        said = (self.of(last, i) for i in reversed(range(len(last))) if self.is_speech(last, i)) if last else ()
        return next((m for m in said if m), None)

    def _sayer(self, tree: Tree, noun: int) -> Mention | None:
        """Who says something in a text: "the ministry said in a statement"."""
        verb = tree[noun].head
        is_said = tree[noun].deprel in {"obl", "obj"} and self.is_speech(tree, verb)
        subjects = [a.head for a in tree.arguments(verb) if a.function == "subject"] if is_said else []
        return next((m for w in subjects if (m := self.agent(tree, w))), None)


def _is_hyphen(tree: Tree, i: int) -> bool:
    """True within a word: "ex-minister"."""
    is_tight = i > 0 and tree[i - 1].span.end == tree[i].span.start
    return is_tight and i + 1 < len(tree) and tree[i + 1].span.start == tree[i].span.end
