"""Where a building or a town is, hung on it: "a barracks in Goma" is there, whatever is done to it, and where."""

from dataclasses import replace

from kg.extract.dependencies import OBLIQUES
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import with_words
from kg.extract.tree import Tree

_ROLES = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "conj"})
_PARTS = ("facility", "settlement")


def settled(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with every named place that a parser hung on the verb, though it stands right behind what lies in it, on
    that."""
    tokens = list(tree.tokens)
    for place in {n.end - 1 for n in tree.sentence.names if lexicon.names_place(n.type)}:
        token = tree[place]
        if token.deprel not in OBLIQUES or tree.preposition(place) != "in" or tree[token.head].upos != "VERB":
            continue
        start = tree.subtree(place)[0]
        noun = next((i for i in range(start - 1, -1, -1) if tree[i].head == token.head and i != token.head), None)
        if noun is not None and tree.phrase(noun)[1] == start and _is_settled(tree, lexicon, noun):
            tokens[place] = replace(token, head=noun, deprel="nmod")
    return with_words(tree, tokens)


def _is_settled(tree: Tree, lexicon: Lexicon, noun: int) -> bool:
    """True of a common noun for what stays where it is."""
    token = tree[noun]
    type_ = lexicon.of_noun(token.lemma.lower(), tree.modifiers(noun)) if token.upos == "NOUN" else None
    is_object = token.deprel in _ROLES and noun > token.head
    return is_object and type_ is not None and any(lexicon.is_a(type_, part) for part in _PARTS)
