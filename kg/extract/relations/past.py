"""Ties that are told of as over: "formerly led by Roe", "headed the bank until 2004", "had been its owner"."""

from kg.extract.cues import Cues
from kg.extract.dependencies import OBLIQUES
from kg.extract.tree import Tree

ENDING = frozenset({"until", "till"})
"""Prepositions of the time at which something ends."""


def is_over(tree: Tree, word: int, cues: Cues) -> bool:
    """True of the verb or noun of a tie that is told of as over.

    "led the party for two decades", but not "has led it for two decades".
    """
    beside = tree.children(word, "advmod", "case")
    if any(tree[c].lemma.lower() in cues.former for c in beside) or _used_to(tree, word):
        return True
    times = tree.children(word, *OBLIQUES, "obj", "obl:unmarked")
    if word + 1 < len(tree) and tree[word + 1].text.lower() in ENDING and tree[word].upos == "NOUN":
        return True  # "the army commander until Tuesday"
    is_perfect = any(tree[c].text.lower() in {"has", "have", "'s", "'ve"} for c in tree.children(word, "aux"))
    return _was_before(tree, word) or (not is_perfect and any(_ends(tree, c, cues) for c in times))


def _used_to(tree: Tree, verb: int) -> bool:
    """True of "used to lead", not of "used the money to lead"."""
    above = tree[verb].head
    is_habit = tree[above].lemma.lower() == "use" and tree.child(above, "obj") is None
    return tree[verb].deprel in {"xcomp", "advcl"} and is_habit and tree.has_mark(verb, "to")


def _was_before(tree: Tree, word: int) -> bool:
    """True of "had led", "had been its leader"."""
    return any(tree[c].text.lower() == "had" for c in tree.children(word, "aux"))


def _ends(tree: Tree, time: int, cues: Cues) -> bool:
    """True of "until 2004", "from 1994 to 2017", "between 1990 and 1999", "in the 1990s", "for two decades"."""
    preposition = tree.preposition(time)
    if preposition == "for":
        return tree[time].lemma.lower() in cues.terms
    years = [w for w in tree.subtree(time) if _is_year(tree[w].text)]
    is_told = tree[tree[time].head].upos == "VERB" or tree.child(tree[time].head, "cop") is not None
    is_then = preposition == "to" or (preposition in {"in", "during"} and is_told)
    return preposition in ENDING or (bool(years) and (is_then or len(years) > 1))


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()
