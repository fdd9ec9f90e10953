"""Other names that a text gives to what it names: "Roe, better known as Moe", "a group called the Lakes Front"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.tree import Tree
from kg.model import Kind, Mention

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions


def aliases(tree: Tree, mentions: "Mentions") -> Iterator[tuple[Mention, Mention]]:
    """(what is named, the name that it is said to have), where both may be one thing."""
    for i, token in enumerate(tree.tokens):
        if token.deprel != "acl" or token.xpos != "VBN" or token.lemma.lower() not in mentions.cues.naming:
            continue
        for word in _given(tree, i):
            named, alias = (mentions.at.get((tree.sentence.index, w)) for w in (token.head, word))
            if named is None or alias is None or named == alias:
                continue
            if mentions[alias].kind is Kind.NAME and _may_be_one(mentions, mentions[named], mentions[alias]):
                yield mentions[named], mentions[alias]


def _given(tree: Tree, participle: int) -> Iterator[int]:
    """The words that a participle gives as a name: "known as Moe", "known by the name Moe"."""
    for word in tree.children(participle, "obl", "obl:agent", "obj", "xcomp"):
        preposition = tree.preposition(word)
        if preposition in {None, "as"}:
            yield word
        elif preposition == "by":
            yield from tree.children(word, "appos", "flat", "nmod:desc")


def _may_be_one(mentions: "Mentions", named: Mention, alias: Mention) -> bool:
    is_vague = alias.type == mentions.lexicon.ontology.part("agent")
    return mentions.lexicon.ontology.are_kin(named.type, alias.type) or (
        is_vague and mentions.lexicon.is_a(named.type, "agent")
    )
