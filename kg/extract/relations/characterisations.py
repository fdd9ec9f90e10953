"""What things are said to be, in words: "Ora is a danger to shipping", "Ora, a converted ferry"."""

from collections.abc import Iterator

from kg.extract.coreference.antecedents import root
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.mentions.descriptions import STRETCHES
from kg.extract.relations.ties import Ends, Tie
from kg.extract.tree import Tree
from kg.model import Kind, Mention
from kg.ontology import RelationType, VerbPattern

STOPS = frozenset(',;:.!?()—–”"')
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
"""What stands between the article and the noun of a description, but for hyphens."""
MANY = 20
"""Words of the longest description that is kept."""


class Characterisations:
    """Reads what the words of one article say that its things are."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self._stately = frozenset(word for r in ends.relations for word in r.modifiers)
        self._open = tuple(r for r in ends.relations if r.is_literal and r.copular)

    def by_copula(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The Ora was the third ferry to sink": of something with a name, and of more than a class."""
        if tree[i].upos not in {"NOUN", "PROPN"} or tree.child(i, "cop") is None or tree.child(i, "case") is not None:
            return
        for subject in self._subjects(tree, i):
            is_one = tree[i].xpos != "NNS" or (subject and not self.ends.is_a(subject, "person"))
            if subject and is_one and self._has_name(subject) and self._says_more(tree, i):
                yield from self._tied(tree, subject, i, in_phrase=False)

    def _subjects(self, tree: Tree, i: int) -> list[Mention | None]:
        """Of whom a clause of its own says it: not of who acts in the clause around it, nor of "being a danger"."""
        own = set(tree.children(i, *AGENTIVE_SUBJECTS))
        is_finite = all(tree[c].xpos != "VBG" for c in tree.children(i, "cop"))
        reporting = self.ends.mentions.cues.reporting
        is_beside = tree[i].deprel == "conj" and tree.lemma(tree[i].head) not in reporting
        is_told = is_finite and (bool(own) or is_beside or tree[i].deprel == "acl:relcl")
        arguments = tree.arguments(i) if is_told else []
        return [self.ends.mentions.of(tree, a.head) for a in arguments if a.function == "subject"]

    def by_apposition(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The Ora, a converted ferry"."""
        start = tree.phrase(i)[0]
        if tree[i].upos != "NOUN" or tree[i].deprel != "appos" or tree[i].head > i or tree[start - 1].text != ",":
            return
        if tree[i].lemma.lower() in STRETCHES or self._is_of_another_class(tree, i):
            return  # "Notes on Chad, week to 20 May"
        subject = self.ends.named(tree, tree[i].head)
        is_inside = subject is not None and subject.head == i
        is_one = tree[i].xpos != "NNS" or (
            subject and not self.ends.is_a(subject, "state")
        )  # "Mali and Chad, both poor states"
        if subject and is_one and not is_inside and self._has_name(subject) and self._says_more(tree, i):
            yield from self._tied(tree, subject, i, in_phrase=True)

    def _is_of_another_class(self, tree: Tree, i: int) -> bool:
        """True of "a car carrier" behind a person's name: of something named between them that nobody found."""
        subject, own = self.ends.at(tree, tree[i].head), self.ends.at(tree, i)
        is_person = subject is not None and self.ends.is_a(subject, "person")
        return is_person and own is not None and not self.ends.is_a(own, "agent")

    def before_name(self, tree: Tree, i: int) -> Iterator[Tie]:
        """ "The converted ferry Ora": of a craft or an organization, in more words than its class and its state."""
        subject = self.ends.at(tree, i + 1) if i + 1 < len(tree) and tree[i].xpos == "NN" else None
        if subject is None or subject.kind is not Kind.NAME or subject.span.start != tree[i + 1].span.start:
            return
        start = i
        while start and (tree[start - 1].upos in DESCRIBING or tree[start - 1].xpos in {"HYPH", "VBN"}):
            if (owner := self.ends.at(tree, start - 1)) and self.ends.is_a(owner, "state"):
                break
            start -= 1
        is_thing = any(self.ends.is_a(subject, part) for part in ("vehicle", "organization"))
        if is_thing and tree[i].deprel != "appos" and self._is_more_than_class(tree, start, i):
            words = self.ends.text(tree, start, i + 1)
            yield from (Tie(r, subject, words, i, True) for r in self._open if self._fits(r, subject))

    def _is_more_than_class(self, tree: Tree, start: int, i: int) -> bool:
        """True of "advocacy group", but not of "news agency", "state news agency" and "-owned group"."""
        of_noun, lemma, before = self.ends.lexicon.of_noun, tree[i].lemma.lower(), tree[i - 1].lemma.lower()
        own = i - 1 if of_noun(f"{before} {lemma}") else i
        if of_noun(lemma, [before]) is None or start >= own or tree[start].text == "-":
            return False
        return start < own - 1 or tree[start].text.lower() not in self._stately

    def in_words(self, tree: Tree, i: int, relation: RelationType, pattern: VerbPattern) -> Iterator[Tie]:
        """ "Described the treaty as a mistake": the object is the words themselves, which are no name of it."""
        arguments = tree.arguments(i)
        heads = [a.head for a in arguments if a.function == pattern.object and tree[a.head].upos != "VERB"]
        for subject in (self.ends.mentions.of(tree, a.head) for a in arguments if a.function == pattern.subject):
            for head in heads:
                start, end = tree.phrase(head)
                said = self.ends.at(tree, head)
                is_name = subject is not None and said is not None and self.ends.are_one(said, subject)
                if subject and not is_name and self._fits(relation, subject):
                    end += tree[end - 1].text == "-"  # "a non-profit"
                    yield Tie(relation, subject, self.ends.text(tree, start, end), i, False)

    def _tied(self, tree: Tree, subject: Mention, i: int, *, in_phrase: bool) -> Iterator[Tie]:
        start, end = tree.phrase(i)
        start = next((w for w in range(start, i) if tree[w].upos != "ADV"), i)
        whole = [w for w in tree.subtree(i, frozenset({"conj", "parataxis", "list"})) if w >= start]
        stop = next((w for w in range(end, len(tree)) if w not in whole or tree[w].text in STOPS), len(tree))
        if tree[stop - 1].upos in {"ADP", "SCONJ"} or stop - start > MANY:
            stop = i + 1  # what follows is in quotation marks, or is too much
        text = self.ends.text(tree, start, stop)
        yield from (Tie(r, subject, text, i, in_phrase) for r in self._open if self._fits(r, subject))

    def _fits(self, relation: RelationType, subject: Mention) -> bool:
        return self.ends.ontology.is_a(root(self.ends.mentions, subject.id).type, relation.domain)

    def _has_name(self, subject: Mention) -> bool:
        return root(self.ends.mentions, subject.id).kind in {Kind.NAME, Kind.METONYM}

    def _says_more(self, tree: Tree, i: int) -> bool:
        """True of a description with words of its own beside the noun, and other ones than a state's."""
        words = tree.children(i, "amod", "compound", "nmod", "acl", "acl:relcl", "nmod:poss")
        return any((m := self.ends.at(tree, w)) is None or m.kind is not Kind.DEMONYM for w in words)
