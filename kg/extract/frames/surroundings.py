"""What a clause takes from the words around it: "the port, where it sent troops"."""

from collections.abc import Iterable

from kg.extract.dependencies import AGENTIVE_SUBJECTS, PASSIVE_SUBJECTS
from kg.extract.tree import Argument, Tree

PLACING = frozenset({"in", "at", "near", "outside"})
"""Prepositions under which a place stands for several verbs in a row."""
MOVING = PLACING | {"to", "from", "into"}
"""Prepositions that show that a verb has a place of its own."""


def neighbouring(tree: Tree, verb: int, own: list[Argument]) -> list[Argument]:
    """Places that a verb shares with the noun its clause describes, or with the verbs beside it."""
    if tree[verb].deprel == "acl:relcl" and any(tree[c].lemma.lower() == "where" for c in tree.children(verb)):
        return [Argument("in", tree[verb].head)]
    cause = outcome_of(tree, verb)
    if cause is not None:
        return [Argument("in", a.head) for a in tree.arguments(cause) if a.function in PLACING | {"into"}]
    return _trailing(tree, verb, own)


def outcome_of(tree: Tree, verb: int) -> int | None:
    """The verb whose outcome a participle tells: "exploded" for "killing" in "It exploded in a market, killing 12"."""
    token = tree[verb]
    first = verb if token.deprel != "conj" else token.head  # "killing 12 and wounding 30"
    is_outcome = tree[first].deprel == "advcl" and token.xpos == tree[first].xpos == "VBG"
    if not is_outcome or tree.children(first, "mark", "aux") or tree[first].head > first:
        return None
    return tree[first].head


def _trailing(tree: Tree, verb: int, own: list[Argument]) -> list[Argument]:
    """What stands under the last of several verbs that are told as one: no subject and no auxiliary of its own."""
    last = tree.conjuncts(verb)[-1]
    if last <= verb or tree[verb].upos not in {"VERB", "ADJ"} or any(a.function in MOVING for a in own):
        return []
    both_done_to = tree.is_passive(last) and tree.is_passive(verb)
    if tree.children(last, *AGENTIVE_SUBJECTS) and not both_done_to:
        return []
    if tree.children(last, "aux", "aux:pass"):
        return []
    own = tree.arguments(last)
    return [a for a in (*own, *of_object(tree, own)) if a.function in PLACING and a.head > last]


def of_object(tree: Tree, arguments: Iterable[Argument]) -> list[Argument]:
    """Where it happens, though the tree hangs the place on the object: "killed three officers in Quetta"."""
    return [
        Argument(preposition, c)
        for a in arguments
        if a.function in {"object", "with"} and tree[a.head].upos in {"NOUN", "PROPN"}
        for w in tree.children(a.head, "nmod")
        for c in tree.conjuncts(w)
        if (preposition := tree.preposition(c)) in PLACING | {"to"}
    ]


def clause_subjects(tree: Tree, word: int) -> list[int]:
    """Who is to do what is said: "demanded that the army leave"."""
    inner = tree.children(word, "ccomp", "acl")
    return [w for c in inner for s in tree.children(c, *AGENTIVE_SUBJECTS) for w in tree.conjuncts(s)]


def topics(tree: Tree, clause: int) -> list[int]:
    """Whom or what a clause describes, or says what was done to: its subject, unless that does something itself."""
    relations = PASSIVE_SUBJECTS if tree[clause].upos == "VERB" else AGENTIVE_SUBJECTS
    return [w for s in tree.children(clause, *relations) for w in tree.conjuncts(s)]


def clauses(tree: Tree, trigger: int, words: frozenset[str]) -> list[int]:
    """The verbs of the clauses under a trigger that begin with one of the words: "killed when a bridge fell"."""
    below = tree.children(trigger, "advcl")
    return [c for c in below if words & {tree[m].text.lower() for m in tree.children(c, "mark", "advmod")}]


def enclosing(tree: Tree, place: int) -> list[int]:
    """Where a place is said to be, nearest first: "factory" -> "Dhaka" of "a factory in Dhaka, Bangladesh"."""
    after = (c for c in tree.children(place, "nmod", "obl") if c > place)
    outer = [c for c in after if tree.preposition(c) in PLACING | {"on"}]
    outer += tree.children(place, "nmod:poss", "appos", "nmod:unmarked")
    return [w for c in outer for w in (c, *enclosing(tree, c))]
