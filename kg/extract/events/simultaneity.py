"""What happens at the same time, as the grammar of a sentence says: what is told of one holds for the other."""

from collections.abc import Iterator

from kg.extract.dependencies import AGENTIVE_SUBJECTS, OBLIQUES
from kg.extract.events.attachment import is_meanwhile
from kg.extract.tree import Tree

WITHIN = frozenset({"in", "during", "amid"})
_IN_CLAUSE = frozenset({"obj", "iobj", "obl", "conj", "xcomp"})
"""Relations that do not leave the clause of a verb."""

Pair = tuple[int, int]


def together(tree: Tree, triggers: list[int], lasting: frozenset[int], spoken: frozenset[int]) -> Iterator[Pair]:
    """Pairs of triggers of which the second has the time of the first. Much else happens while `lasting` ones do;
    what `spoken` ones speak of is another thing than they."""
    for trigger in triggers:
        if trigger not in lasting:
            for whole in _wholes(tree, trigger, is_spoken=trigger in spoken):
                if whole not in lasting:
                    yield from ((whole, trigger), (trigger, whole))
        yield from _coordinate(tree, trigger)
        yield from _meanwhile(tree, trigger)


def preceding(tree: Tree, triggers: list[int], commemorating: frozenset[str]) -> Iterator[Pair]:
    """Pairs of a word and what is told to have happened before it: "captured after being wounded", "a speech marking
    the return"."""
    for trigger in triggers:
        verb = tree[trigger].head
        if tree[trigger].deprel == "obj" and tree[verb].lemma.lower() in commemorating:
            above = tree[verb].head
            hosts = (above, *tree.children(above, "obj", "obl"), *tree.children(verb, *AGENTIVE_SUBJECTS))
            yield from ((w, trigger) for w in hosts if w not in {verb, trigger})
        is_clause = tree[trigger].deprel == "advcl" and tree.has_mark(trigger, "after")
        if is_clause or (tree[trigger].deprel in OBLIQUES and tree.preposition(trigger) == "after"):
            yield tree[trigger].head, trigger


def _wholes(tree: Tree, trigger: int, *, is_spoken: bool) -> Iterator[int]:
    """The attack in "killed in an attack", "wounded in shelling", "the attack killed ten" and "an attack that killed
    ten"; the ceremony at which something is said."""
    within = WITHIN | {"at"} if is_spoken else WITHIN
    if tree[trigger].deprel == "acl:relcl" and not is_spoken and tree.has_relative_subject(trigger):
        yield tree[trigger].head
    for c in tree.children(trigger):
        is_inside = tree[c].deprel in OBLIQUES and tree.preposition(c) in within
        is_inside |= tree[c].deprel == "advcl" and tree.has_mark(c, "in")
        is_cut_off = any(min(trigger, c) < a < max(trigger, c) for a in tree.ancestors(trigger))
        is_subject = tree[c].deprel in AGENTIVE_SUBJECTS and not is_spoken
        if (is_inside or is_subject) and not is_cut_off:
            yield c


def _coordinate(tree: Tree, trigger: int) -> Iterator[Pair]:
    """ "Troops entered the town on Monday and captured nine men"."""
    head, token = tree[trigger].head, tree[trigger]
    if token.deprel == "conj" and token.upos != "NOUN" and not tree.children(trigger, *AGENTIVE_SUBJECTS):
        yield from ((head, trigger), (trigger, head))


def _meanwhile(tree: Tree, trigger: int) -> Iterator[Pair]:
    """The verb that a participle or an "as" or "while" clause with the trigger goes with; if the trigger is that
    clause's own verb, the time of the one is the time of the other."""
    for word in (trigger, *tree.ancestors(trigger)):
        token = tree[word]
        if token.deprel == "advcl":
            marked = is_meanwhile(tree, word)
            if marked or not tree.children(word, "mark"):
                yield from ((giver, trigger) for giver in _clause(tree, token.head))
            if marked and word == trigger:
                yield trigger, token.head
            return
        if token.deprel not in _IN_CLAUSE:
            return


def _clause(tree: Tree, verb: int) -> Iterator[int]:
    """The verb, and those that it only completes: "fall" and "caused" of "caused a crane to fall"."""
    yield verb
    if tree[verb].deprel == "xcomp":
        yield from _clause(tree, tree[verb].head)
