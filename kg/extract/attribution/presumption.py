"""What is taken to have happened, whatever is planned, thought or denied around it: "was not hurt in the attack"."""

from kg.extract.cues import Cues
from kg.extract.dependencies import DEFINITE, OBLIQUES
from kg.extract.tree import Tree

TOWARDS = frozenset({"to", "into", "under", "on"})
"""Prepositions under which a thing that is not known yet comes to be by the verb: "agreed to a truce"."""


class Presumption:
    """Tells what hedges of a clause reach no event that is told of in it."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    def is_presumed(self, tree: Tree, below: int, above: int) -> bool:
        """True of the talks in "agreed to leave after talks", the attacks in "vowed to end the attacks" and the murder
        in "will be tried for the murder". What is to come may wait for something else to come ("will leave after the
        vote")."""
        if tree[below].deprel == "obj":
            is_evaded = tree.lemma(above) in self.cues.evading and tree[below].lemma.lower() in self.cues.standing
            return is_evaded or tree.lemma(above) in self.cues.ending
        if self._is_answered(tree, below, above) or self._is_linked(tree, below, above):
            return True
        words = {tree[c].text.lower() for c in tree.children(below, "mark")} | {tree.preposition(below)}
        is_to_come = any(tree[c].lemma.lower() in self.cues.planned.modals for c in tree.children(above, "aux"))
        return not is_to_come and not words.isdisjoint(self.cues.presuming)

    def is_denied_with(self, tree: Tree, below: int, above: int) -> bool:
        """False of what a clause that is denied happened beside: "was not hurt in the attack", "is not affected by the
        sanctions"; true of "did not agree to a truce" and "did not engage in talks"."""
        if tree[below].deprel not in OBLIQUES:
            return True
        preposition = tree.preposition(below)
        if preposition == "in":
            return tree[above].lemma.lower() in self.cues.engaging
        return preposition in TOWARDS and not is_definite(tree, below)

    def _is_linked(self, tree: Tree, below: int, above: int) -> bool:
        """True of the attack in "allegedly linked to the attack"."""
        return (
            tree[below].deprel in OBLIQUES
            and tree[above].lemma.lower() in self.cues.linking
            and is_definite(tree, below)
        )

    def _is_answered(self, tree: Tree, below: int, above: int) -> bool:
        """True of the deed that somebody is to answer for, or that is spoken about."""
        if tree[below].deprel not in OBLIQUES or not is_definite(tree, below):
            return False
        if tree.preposition(below) not in {"for", "in"}:
            return tree.preposition(below) in self.cues.concerning
        words = {tree[w].lemma.lower() for w in (above, *tree.children(above, "obj", "xcomp"))}
        return not words.isdisjoint(self.cues.answering)


def is_definite(tree: Tree, noun: int) -> bool:
    """True of "the attack" and "his arrest"."""
    is_known = any(tree[c].text.lower() in DEFINITE for c in tree.children(noun, "det"))
    return is_known or bool(tree.children(noun, "nmod:poss"))
