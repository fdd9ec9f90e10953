"""Whose a clause is that has no subject of its own: shared, controlled, or the owner's of a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from kg.extract import cues
from kg.extract.dependencies import OBLIQUES, PASSIVE_SUBJECTS, RELATIVES, SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Tree


GOVERNED = frozenset({"xcomp", "advcl", "conj", "ccomp"})
"""Relations of a clause to the verb whose subject or object it may share."""
BETWEEN = frozenset({"cc", "advmod", "aux"})
"""Relations of what may stand between two verbs that share an object."""
DEPTH = 8


def lacking(tree: Tree, i: int, functions: Collection[str]) -> Iterator[tuple[str, int]]:
    """(function, word) of whom and what a verb shares, if none of its own words has the function: of a passive, its
    subject is the object."""
    missing = "object" if tree.is_passive(i) else "subject"
    if missing not in functions and (shared := subject(tree, i)) is not None:
        yield missing, shared
    if missing == "subject" and "object" not in functions and (common := _common(tree, i)) is not None:
        yield "object", common


def _common(tree: Tree, i: int) -> int | None:
    """The object of either verb in "shot and killed nine men"."""
    other = tree[i].head if tree[i].deprel == "conj" else tree.child(i, "conj")
    words = cues.load().paired
    if other is None or not {tree.lemma(i), tree.lemma(other)} <= words:
        return None
    first, second = sorted((i, other))
    shared = tree.child(other, "obj")
    is_apart = any(tree[w].deprel not in BETWEEN for w in range(first + 1, second))
    return shared if shared is not None and shared > second and not is_apart else None


def subject(tree: Tree, i: int, depth: int = 0) -> int | None:
    """The subject that a clause without one of its own shares with another word; None if nobody can tell."""
    token = tree[i]
    if token.head == i or depth > DEPTH:
        return None
    if token.deprel == "amod":
        return token.head
    if token.deprel == "acl":
        return _described(tree, i)
    if token.deprel == "acl:relcl":
        return token.head if not tree.children(i, *SUBJECTS, *PASSIVE_SUBJECTS) else None
    if token.deprel not in GOVERNED or _is_apart(tree, i):
        return None
    controller = _controller(tree, i)
    return _inherited(tree, i, depth) if controller is None else controller


def _described(tree: Tree, i: int) -> int | None:
    """Whom a clause that hangs on a noun describes: "the men killed", or who is to do it: "his plan to leave"."""
    token, noun = tree[i], tree[i].head
    if tree.has_mark(i, "of") and tree[noun].deprel == "obl:agent":  # "accused by Roe of leaving"
        return tree.child(tree[noun].head, *PASSIVE_SUBJECTS)
    if tree.has_mark(i, "of") and token.xpos == "VBG":  # "accused Roe and two aides of leaving"
        return _charged(tree, noun) if tree[noun].lemma.lower() in cues.load().charges else tree.first_conjunct(noun)
    is_done = token.xpos in {"VBG", "VBN"} or token.upos == "ADJ"
    is_planned = tree.has_mark(i, "to")
    if is_planned and tree.is_passive(i):  # "the papers to be released"
        return noun
    return noun if is_done and not is_planned else _owner(tree, noun)


def _charged(tree: Tree, noun: int) -> int | None:
    """Who is said to have done it in "Roe faces charges of spying", "arrested Roe on charges of spying"."""
    verb, relation = tree[noun].head, tree[noun].deprel
    if relation == "obj" and tree.lemma(verb) in cues.load().facing:
        own = tree.child(verb, *SUBJECTS)
        return subject(tree, verb) if own is None else own
    if relation in OBLIQUES and tree.preposition(noun) == "on":
        return tree.child(verb, *PASSIVE_SUBJECTS) if tree.is_passive(verb) else tree.child(verb, "obj")
    return None


def _is_apart(tree: Tree, i: int) -> bool:
    """True of a clause that has its own tense, and of what became of an object: "a war that left some 900 dead"."""
    token, head = tree[i], tree[i].head
    if token.deprel == "ccomp" and token.xpos not in {"VB", "VBG"}:
        return True
    return token.upos == "ADJ" and tree.lemma(head) in cues.load().rendering and tree.child(head, "obj") is None


def _controller(tree: Tree, i: int) -> int | None:
    """Who is told of or asked: Roe in "accused Roe of leaving", "quoted Roe as saying", "called on Roe to leave"."""
    token, head = tree[i], tree[i].head
    marked = tree.has_mark(i, "of") or (token.xpos == "VBG" and (tree.has_mark(i, "for") or tree.has_mark(i, "as")))
    is_urged = tree.has_mark(i, "to") and tree.lemma(head) in cues.load().urging
    is_controlled = token.deprel == "xcomp" or marked or is_urged
    controlled = tree.child(head, "obj", "iobj") if is_controlled and token.deprel != "conj" else None
    if controlled is None and tree.has_mark(i, "to"):
        return _addressed(tree, head)
    return controlled


def _inherited(tree: Tree, i: int, depth: int) -> int | None:
    """The subject of the verb above, or what that one shares; of "as they failed to stop it, killing ten" that of the
    verb above both."""
    head = tree[i].head
    is_missed = tree[i].xpos == "VBG" and tree.lemma(head) in cues.load().denied.verbs
    own = None if is_missed else tree.child(head, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own is None:
        return subject(tree, head, depth + 1)
    is_relative = tree[own].lemma.lower() in RELATIVES and tree[head].deprel == "acl:relcl"
    return tree[head].head if is_relative else own


def _addressed(tree: Tree, verb: int) -> int | None:
    """Who is to do it in "called on Mali to leave"."""
    under = ((c, f"{tree.lemma(verb)} {tree.preposition(c)}") for c in tree.children(verb, "obl"))
    return next((c for c, words in under if words in cues.load().asking_under), None)


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose plan it is in "his plan to leave": the possessor or maker ("a plan by Mali to leave"), else the subject of
    the verb that it is object of or comes with ("in addition to selling arms, they"), unless that only judges it
    ("discussed the plan to leave")."""
    possessor = tree.child(noun, "nmod:poss")
    if possessor is not None:
        return possessor
    maker = next((c for c in tree.children(noun, "nmod") if tree.preposition(c) == "by"), None)
    if maker is not None:
        return maker
    verb = tree[noun].head
    is_taken = tree[noun].deprel in {"obj", "xcomp", "obl"} and verb != noun
    if is_taken and tree.lemma(verb) not in cues.load().judging:
        return tree.child(verb, *SUBJECTS)
    return None
