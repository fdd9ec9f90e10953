"""Other names that a text gives to what it names: "Roe, better known as Moe", "a group called the Lakes Front"."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.tree import Tree
from kg.model import Kind, Mention

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions


def aliases(tree: Tree, mentions: "Mentions") -> Iterator[tuple[Mention, Mention]]:
    """(what is named, the name that it is said to have), where both may be one thing."""
    for i, token in enumerate(tree.tokens):
        if token.xpos != "VBN" or token.lemma.lower() not in mentions.cues.naming:
            continue
        if (bearer := _bearer(tree, i, mentions)) is None:
            continue
        for word in _given(tree, i):
            named, alias = (mentions.at.get((tree.sentence.index, w)) for w in (bearer, word))
            if named is None or alias is None or named == alias:
                continue
            if mentions[alias].kind is Kind.NAME and _may_be_one(mentions, mentions[named], mentions[alias]):
                yield mentions[named], mentions[alias]


def other_names(tree: Tree, mentions: "Mentions") -> Iterator[tuple[Mention, Mention]]:
    """(name of a place, another one in brackets behind it), of one noun or with the name in another script: "Ora Island
    (Moe Island)"."""
    text = mentions.document.text
    places = [m for m in mentions.inside(tree) if m.kind is Kind.NAME and mentions.lexicon.is_a(m.type, "place")]
    ends = {m.span.end: m for m in places}
    for alias in places:
        named = ends.get(len(text[: alias.span.start].removesuffix("(").rstrip()))
        if named is None or text[alias.span.start - 1] != "(":
            continue
        more = text[alias.span.end :].partition(")")[0]
        is_foreign = any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in more)
        if is_foreign or (" " in alias.text and alias.text.split()[-1] == named.text.split()[-1]):
            yield named, alias


def _bearer(tree: Tree, participle: int, mentions: "Mentions") -> int | None:
    """Whom a participle names: what it is behind, also in "which is known as Moe" and "believed to be called Moe"."""
    verb = participle
    if tree[verb].deprel == "xcomp" and tree.is_passive(verb):
        verb = tree[verb].head
        if tree[verb].lemma.lower() not in mentions.cues.speculative.passive_only:
            return None
    if tree[verb].deprel == "parataxis" and verb > 1 and tree[verb - 1].text == ",":
        return verb - 2
    is_behind = tree[verb].deprel == "acl" or (tree[verb].deprel == "acl:relcl" and tree.is_passive(verb))
    return tree[verb].head if is_behind else None


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
