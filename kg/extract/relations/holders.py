"""Whom a relational noun describes: "Roe, the head of X", "Presidents Roe and Moe", "members including Mali"."""

import itertools
import re
from collections.abc import Iterator

from kg.extract.coreference.antecedents import root
from kg.extract.relations.ties import Ends
from kg.extract.tree import Tree
from kg.model import Kind, Mention

BESIDE = frozenset({"compound", "nmod:desc", "flat", "appos", "nmod", "amod"})
NAMING = frozenset({"including", "like", "such as"})
"""Prepositions that name some of those whom a plural noun describes."""
PLURAL = frozenset({"NNS", "NNPS"})
_BETWEEN = re.compile(r",? (?:and )?(?:the )?")


class Holders:
    """Finds the holders of the relational nouns of one article."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends

    def of(self, tree: Tree, i: int) -> tuple[list[Mention], bool]:
        """Whom the noun describes, and whether a clause says so ("X is the leader")."""
        if tree[i].xpos in PLURAL and (several := self._several(tree, i)):
            return several, False
        if (one := self._beside(tree, i)) is not None:
            return [one], False
        if subjects := self._subjects(tree, i):
            return subjects, True
        own = self.ends.at(tree, i)
        is_named = own is not None and root(self.ends.mentions, own.id).kind is Kind.NAME
        return [own] if own is not None and is_named else [], False

    def _beside(self, tree: Tree, i: int) -> Mention | None:
        near = tree.children(i, "appos", "flat")
        if tree[i].deprel in BESIDE and (tree[i].deprel != "nmod" or tree.preposition(i) is None):
            near.append(tree[i].head)
        if (first := _first(tree, i)) != i and tree[first].deprel == "appos":
            near.append(tree[first].head)
        for word in near:
            mention = self.ends.named(tree, word)
            is_held = tree[i].deprel == "appos" or word in tree.children(i)
            if mention and self._counts_as_one(tree, i, mention) and (is_held or self._is_person(mention)):
                return mention
        return None

    def _subjects(self, tree: Tree, i: int) -> list[Mention]:
        """Of "Roe is the founder and chair of X" Roe, for both nouns; of "Roe and Moe are members" both."""
        words = self._told(tree, _first(tree, i))
        found = [m for w in words if (m := self.ends.mentions.of(tree, w)) is not None]
        return found if tree[i].xpos in PLURAL else found[:1]

    def _told(self, tree: Tree, noun: int) -> list[int]:
        """Of whom a clause says it: the subject of "is head", "became head", "was named head", "serves as head"; the
        object of "elected him head"."""
        if tree.child(noun, "cop") is not None:
            return [a.head for a in tree.arguments(noun) if a.function == "subject"]
        verb, cues = tree[noun].head, self.ends.mentions.cues
        roles = [c for c in tree.children(verb, "obl") if tree.preposition(c) == "as"]
        is_complement = tree[noun].deprel in {"xcomp", "obj"} and tree.preposition(noun) is None
        if not is_complement and noun not in roles:
            return []
        if noun in roles[1:]:  # "named Roe as minister and Moe as head"
            between = range(roles[roles.index(noun) - 1] + 1, noun)
            return [w for w in between if tree[w].deprel == "conj" and self.ends.named(tree, w)][:1]
        whose = ["subject"] if tree.lemma(verb) in cues.holding else []
        whose += ["object", "indirect"] if tree.lemma(verb) in cues.installing else []
        return [a.head for a in tree.arguments(verb) if a.function in whose and a.head != noun]

    def _several(self, tree: Tree, i: int) -> list[Mention]:
        """Those whom a plural noun stands before, as their office, and those who are listed behind it."""
        if tree[i].deprel in {"nmod:desc", "compound"} and tree[i].head > i:
            first = self.ends.named(tree, tree[i].head)
            found = (self.ends.named(tree, w) for w in tree.conjuncts(tree[i].head))
            return [m for m in found if m and self._is_person(m)] if first and self._is_person(first) else []
        listed = [c for c in tree.children(i, "nmod", "appos") if c > i]
        firsts = [c for c in listed if tree[c].deprel == "appos" or tree.preposition(c) in NAMING]
        first = self.ends.named(tree, firsts[0]) if firsts else None
        names = list(self._run(tree, first)) if first is not None else []
        is_told = bool(firsts) and tree.preposition(firsts[0]) in NAMING
        return names if len(names) > 1 or is_told else []

    def _run(self, tree: Tree, first: Mention) -> Iterator[Mention]:
        """A name and those of its class that are listed with it: "Mali, Chad and Niger"."""
        text = self.ends.mentions.document.text
        here = sorted(self.ends.mentions.inside(tree), key=lambda m: m.span.start)
        names = [m for m in here if m.kind is Kind.NAME and m.type == first.type and m.span.start >= first.span.start]
        yield from names[:1]
        for left, right in itertools.pairwise(names):
            if not _BETWEEN.fullmatch(text[left.span.end : right.span.start]):
                return
            yield right

    def _is_person(self, mention: Mention) -> bool:
        return self.ends.lexicon.is_a(mention.type, "person")

    def _counts_as_one(self, tree: Tree, i: int, mention: Mention) -> bool:
        """A plural noun describes no single person."""
        return tree[i].xpos not in PLURAL or not self._is_person(mention)


def _first(tree: Tree, i: int) -> int:
    """The first of the nouns that a noun is coordinated with."""
    while tree[i].deprel == "conj" and tree.child(i, "cop") is None:
        i = tree[i].head
    return i
