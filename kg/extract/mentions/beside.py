"""The name that a description stands beside: "Roe, a spokesman", "the tanker Ora", "the town of Lakeford"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.dependencies import INDEFINITE
from kg.extract.tree import Tree
from kg.model import Kind, Mention

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

EDGES = frozenset("coast coastline shore border frontier bank".split())
"""Nouns for what is beside a place: "the coast of Chile" is not Chile."""


def named(mentions: "Mentions", tree: Tree, noun: int) -> tuple[Mention, str] | None:
    """The name that the description of a noun is of, and the class of both."""
    lexicon = mentions.lexicon
    own = lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
    if own is None:
        return None
    is_place = lexicon.is_a(own, "place") and not lexicon.is_a(own, "agent")
    for word in _near(mentions, tree, noun, own):
        key = mentions.at.get((tree.sentence.index, word))
        is_described = key is not None and mentions[key].kind is Kind.NOMINAL and tree[noun].deprel == "appos"
        if key is not None and is_described and _is_new(tree, noun):
            key = mentions[key].antecedent  # "his father, Roe, a farmer"
        if key is None or mentions[key].kind is not Kind.NAME:
            continue
        name = mentions[key]
        if tree[noun].xpos in {"NNS", "NNPS"} and lexicon.is_a(name.type, "person"):
            continue  # "lawyers for Roe" are several, and not Roe
        if is_place and word in tree.children(noun, "appos") and lexicon.is_a(name.type, "state"):
            continue  # "the coast of Aceh, Indonesia"
        if lexicon.ontology.are_kin(own, name.type):
            return name, own if lexicon.ontology.is_a(own, name.type) else name.type
        if word in _of(tree, noun) and tree[noun].xpos in {"NN", "NNP"} and lexicon.is_a(name.type, "place"):
            if lexicon.is_a(own, "region") and not lexicon.is_a(name.type, "state"):
                return name, own  # "the province of Lakeford"
            if lexicon.is_a(own, "state") and lexicon.is_a(name.type, "region"):
                return name, name.type  # "the state of Kansas" is one of several
    return None


def _near(mentions: "Mentions", tree: Tree, noun: int, own: str) -> Iterator[int]:
    """The words that may head a name of what the noun describes."""
    yield from (c for c in tree.children(noun, "compound") if _is_behind(mentions, tree, (noun, own), c))
    yield from tree.children(noun, "appos", "flat", "nmod:desc")
    before = [*tree.children(noun, "compound"), _first(tree, noun) - 1]
    yield from (c for c in before if c >= 0 and _is_one(mentions, tree, (noun, own), c))
    if tree[noun].deprel in {"appos", "flat", "nmod:desc"}:
        yield tree[noun].head
    elif (first := tree.first_conjunct(noun)) != noun and tree[first].deprel == "appos" and _is_new(tree, noun):
        yield tree[first].head  # "Roe, a lawyer and a former judge"
    if mentions.lexicon.is_a(own, "person"):
        yield from _of_partner(tree, noun)
    if mentions.lexicon.is_a(own, "place") and tree[noun].lemma.lower() not in EDGES | mentions.cues.inside:
        yield from _of(tree, noun)


def _first(tree: Tree, noun: int) -> int:
    """Where a noun of two words begins: "news" of "news outlet"."""
    return noun - 1 if noun and tree[noun - 1].upos == "NOUN" and tree[noun - 1].head == noun else noun


def _of_partner(tree: Tree, noun: int) -> Iterator[int]:
    """ "Roe" for "friend" in "his friend and ally Roe": two nouns with one determiner, and one name behind them."""
    partner, is_determined = noun + 2, bool(tree.children(noun, "det", "nmod:poss"))
    is_pair = partner + 1 < len(tree) and tree[noun + 1].text == "and" and tree[noun].xpos == tree[partner].xpos == "NN"
    if is_pair and is_determined:
        yield from (c for c in tree.children(partner, "appos", "flat") if c == partner + 1)
        yield from (h for h in [tree[partner].head] if h == partner + 1 and tree[partner].deprel == "nmod:desc")


def _is_new(tree: Tree, noun: int) -> bool:
    """True of "a judge" and "judge", not of "the judge"."""
    determiners = [tree[c].text.lower() for c in tree.children(noun, "det", "nmod:poss")]
    return tree[noun].xpos == "NN" and all(word in INDEFINITE for word in determiners)


def _of(tree: Tree, noun: int) -> list[int]:
    return [c for c in tree.children(noun, "nmod") if tree.preposition(c) == "of"]


def _is_one(mentions: "Mentions", tree: Tree, described: tuple[int, str], name: int) -> bool:
    """ "The Ora news agency", "the Ora tanker" is Ora; "the Ora subsidiary" is not."""
    key, (noun, own) = mentions.at.get((tree.sentence.index, name)), described
    if key is None:
        return False
    if mentions.lexicon.is_a(own, "vehicle"):
        return mentions.lexicon.ontology.are_kin(mentions[key].type, own)
    return mentions.lexicon.follows_name(tree[noun].lemma.lower(), own) and mentions[key].type == own


def _is_behind(mentions: "Mentions", tree: Tree, described: tuple[int, str], name: int) -> bool:
    """ "The Ora group" is Ora, whatever is listed behind it."""
    key, (noun, own) = mentions.at.get((tree.sentence.index, name)), described
    is_noun = tree[noun].lemma.lower() in mentions.cues.behind_names and tree[noun].xpos == "NN" and name == noun - 1
    types = (own, mentions[key].type) if key else ()
    return is_noun and bool(types) and all(mentions.lexicon.is_a(t, "organization") for t in types)
