"""Whom a text describes before it names them: "a Danish diplomat was killed ... the Danish diplomat Jo Roe"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.coreference.bare import DEFINITE
from kg.extract.coreference.holders import coded
from kg.extract.dependencies import INDEFINITE
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

"""What a description begins with that tells of somebody new."""


def link(mentions: Mentions, trees: Sequence[Tree]) -> None:
    """Give a description of somebody new the name that a later one of the same words stands beside."""
    by_index = {t.sentence.index: t for t in trees}
    found = [m for m in mentions.all.values() if m.kind is Kind.NOMINAL and m.antecedent is None]
    new = {m.id: (m, words) for m in found if (words := _new(mentions, by_index[m.sentence], m))}
    for name, noun, words in _named(mentions, by_index):
        before = [
            m for m, theirs in new.values() if m.span.end <= name.span.start and _fits(by_index, m, noun, theirs, words)
        ]
        if len(before) == 1 and mentions.lexicon.ontology.are_kin(before[0].type, name.type):
            del new[before[0].id]
            mentions.update(replace(before[0], antecedent=name.id, type=name.type))


def _new(mentions: Mentions, tree: Tree, mention: Mention) -> frozenset[str]:
    """The content words of a description of one that is new; none if it is no such."""
    start, _ = tree.phrase(mention.head)
    is_new = tree[start].text.lower() in INDEFINITE and tree[mention.head].xpos == "NN"
    return coded(tree.tokens[start : mention.head + 1]) if is_new else frozenset()


def _fits(
    trees: Mapping[int, Tree], mention: Mention, noun: str, theirs: frozenset[str], words: frozenset[str]
) -> bool:
    return trees[mention.sentence][mention.head].lemma.lower() == noun and words <= theirs


def _named(mentions: Mentions, trees: Mapping[int, Tree]) -> Iterator[tuple[Mention, str, frozenset[str]]]:
    """(name, noun, words) of "the Danish diplomat Jo Roe", in order of the text."""
    names = (m for m in mentions.all.values() if m.kind is Kind.NAME and m.antecedent is None)
    for name in sorted(names, key=lambda m: m.span.start):
        tree = trees[name.sentence]
        first, start = words_before(tree, name)
        if first < start and first and tree[first - 1].text.lower() in DEFINITE and tree[start - 1].xpos == "NN":
            yield name, tree[start - 1].lemma.lower(), coded(tree.tokens[first:start])


def words_before(tree: Tree, name: Mention) -> tuple[int, int]:
    """Words [start, end) right before a name that describe it: "Danish diplomat" of "the Danish diplomat Jo Roe"."""
    end = next((i for i, t in enumerate(tree.tokens) if t.span.start == name.span.start), 0)
    start = end
    while start and tree[start - 1].upos in {"ADJ", "NOUN", "PROPN"}:
        start -= 1
    return start, end
