"""Who speaks: the agents that a reporting verb has for its subject, or that its subject is by."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.coreference.antecedents import root
from kg.extract.coreference.bare import DEFINITE
from kg.extract.cues import Cues
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Mention


class Speakers:
    """Finds the speakers in the sentences of one article."""

    def __init__(self, mentions: Mentions, trees: Sequence[Tree], cues: Cues) -> None:
        self.mentions, self.trees, self.cues = mentions, trees, cues

    def is_speech(self, tree: Tree, verb: int) -> bool:
        """True of a verb whose subject says something."""
        carries = tree.lemma(verb) in self.cues.reporting or tree[verb].lemma.lower() in self.cues.denying
        return tree[verb].upos == "VERB" and carries

    def of(self, tree: Tree, verb: int) -> Mention | None:
        """The subject of a reporting verb, as a mention; if it is a text, its author."""
        subjects = [a.head for a in tree.arguments(verb) if a.function == "subject"]
        agents = (self.agent(tree, word) for word in subjects)
        authors = (self.author(tree, word) for word in subjects if tree[word].upos == "NOUN")
        return next((m for m in (*agents, *authors) if m), None)

    def all(self, tree: Tree, verb: int, first: Mention) -> Iterator[Mention]:
        """The first speaker, and who else says it: "the army and the police said"; each of a pair by itself."""
        yield from self.mentions.parts(first)
        for argument in tree.arguments(verb):
            if argument.function == "subject" and (m := self.agent(tree, argument.head)) and m.id != first.id:
                yield from self.mentions.parts(m)

    def agent(self, tree: Tree, word: int) -> Mention | None:
        """The mention at a word, if it is somebody who can speak."""
        mention = self.mentions.of(tree, word)
        if mention is None or not self.mentions.lexicon.is_a(root(self.mentions, mention.id).type, "agent"):
            return None
        return mention

    def author(self, tree: Tree, noun: int) -> Mention | None:
        """Who says what a text says: "a report by Roe", "testimonies from soldiers", "pictures released by Roe",
        "the ministry's statement"; "the statement" is of whom the sentence before quoted last."""
        clauses = [c for c in tree.children(noun, "acl") if tree.is_passive(c)]
        makers = [a.head for c in clauses for a in tree.arguments(c) if a.function == "subject"]
        makers += [c for c in tree.children(noun, "nmod") if tree.preposition(c) in {"by", "from"}]
        is_text = tree[noun].lemma.lower() in self.cues.utterances
        if is_text:
            makers += [c for c in tree.children(noun, "nmod:poss", "nmod") if tree.preposition(c) in {None, "of"}]
        if not makers and is_text and tree[tree.phrase(noun)[0]].text.lower() in DEFINITE:
            return self._last(tree)
        return next((m for w in makers if (m := self.agent(tree, w))), None)

    def _last(self, tree: Tree) -> Mention | None:
        """Who is quoted last in the sentence before."""
        at = bisect_left(self.trees, tree.sentence.span.start, key=lambda t: t.sentence.span.start)
        if at == 0:
            return None
        before = self.trees[at - 1]
        said = (self.of(before, i) for i in reversed(range(len(before))) if self.is_speech(before, i))
        return next((m for m in said if m), None)
