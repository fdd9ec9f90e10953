"""What happens at the same time, as the grammar of a sentence says: what is told of one holds for the other."""

from collections.abc import Iterator

from kg.extract import cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS, OBLIQUES
from kg.extract.events.attachment import is_meanwhile
from kg.extract.tree import Tree

WITHIN = frozenset({"in", "during", "amid"})
_IN_CLAUSE = frozenset({"obj", "iobj", "obl", "conj", "xcomp"})
"""Relations that do not leave the clause of a verb."""

_TENSES = ({"VBD", "VBZ"}, {"VBD", "VBP"})
"""Forms of two verbs that cannot tell of one time: "tested a device in May, and says it has more"."""

Pair = tuple[int, int]


def together(
    tree: Tree, triggers: list[int], lasting: frozenset[int], spoken: frozenset[int], achieving: frozenset[str]
) -> Iterator[Pair]:
    """Pairs of triggers of which the second has the time of the first. Much else happens while `lasting` ones do;
    what `spoken` ones speak of is another thing than they. `achieving`: verbs whose purpose is reached with them
    ("gathered on Monday to protest")."""
    for trigger in triggers:
        if trigger not in lasting:
            for whole in _wholes(tree, trigger, triggers, is_spoken=trigger in spoken):
                is_denied = tree.lemma(trigger) in cues.load().denying and whole not in spoken  # "denied a part in it"
                if whole not in lasting and not is_denied:
                    yield from ((whole, trigger), (trigger, whole))
        yield from _coordinate(tree, trigger)
        yield from _meanwhile(tree, trigger, achieving)
        yield from _beside(tree, trigger, triggers)
        yield from _done_by(tree, trigger, triggers)


def _wholes(tree: Tree, trigger: int, triggers: list[int], *, is_spoken: bool) -> Iterator[int]:
    """The attack in "killed in an attack", "wounded in shelling", "the attack killed ten" and "an attack that killed
    ten"; the ceremony at which something is said. What does it must be an event: the man of "a man who was held in May
    was freed" ties no day to another."""
    within = WITHIN | {"at"} if is_spoken else WITHIN
    is_relative = tree[trigger].deprel == "acl:relcl" and tree.has_relative_subject(trigger)
    if is_relative and not is_spoken and tree[trigger].head in triggers:
        yield tree[trigger].head
    for c in tree.children(trigger):
        is_inside = tree[c].deprel in OBLIQUES and tree.preposition(c) in within
        is_inside |= tree[c].deprel == "advcl" and tree.has_mark(c, "in")
        is_cut_off = any(min(trigger, c) < a < max(trigger, c) for a in tree.ancestors(trigger))
        is_subject = tree[c].deprel in AGENTIVE_SUBJECTS and not is_spoken and c in triggers
        if is_spoken and tree.preposition(c) == "in" and any(trigger < o < c for o in tree.children(trigger, "obj")):
            continue  # "accused Roe in the 1976 bombing"
        if (is_inside or is_subject) and not is_cut_off:
            yield c


def _coordinate(tree: Tree, trigger: int) -> Iterator[Pair]:
    """ "Troops entered the town on Monday and captured nine men"; a day at the end of two passives is that of both:
    "One man was killed and nine were wounded on Monday"."""
    head, token = tree[trigger].head, tree[trigger]
    if token.deprel != "conj" or token.upos == "NOUN" or {token.xpos, tree[head].xpos} in _TENSES:
        return
    is_apart = any(tree[m].xpos == "IN" for m in tree.children(trigger, "mark"))  # "of leaving, and of having left"
    if not tree.children(trigger, *AGENTIVE_SUBJECTS) and not is_apart:
        yield from ((head, trigger), (trigger, head))
    elif tree.children(trigger, "aux:pass") and tree.is_passive(head):
        yield trigger, head


def _meanwhile(tree: Tree, trigger: int, achieving: frozenset[str]) -> Iterator[Pair]:
    """The verb that a participle or an "as" or "while" clause with the trigger goes with, or that did it; if it is
    that clause's own verb, the time of the one is the time of the other."""
    for word in (trigger, *tree.ancestors(trigger)):
        token = tree[word]
        if token.deprel == "advcl":
            marked = is_meanwhile(tree, word)
            is_done = tree.has_mark(word, "to") and tree[token.head].lemma.lower() in achieving
            if marked or is_done or not tree.children(word, "mark"):
                yield from ((giver, trigger) for giver in _clause(tree, token.head))
            if marked and word == trigger:
                yield trigger, token.head
            return
        if token.deprel not in _IN_CLAUSE:
            return


def _beside(tree: Tree, trigger: int, triggers: list[int]) -> Iterator[Pair]:
    """What a noun is told with: "as the games began on Monday, they agreed", "the killing of nine men on Monday, the
    worst attack in years", "on Monday they fired into a square where men were protesting"."""
    token = tree[trigger]
    if token.deprel in AGENTIVE_SUBJECTS and token.head not in triggers and is_meanwhile(tree, token.head):
        yield trigger, tree[token.head].head
    if token.deprel == "acl:relcl" and token.xpos == "VBG" and _is_there(tree, trigger):
        yield from ((w, trigger) for w in tree.ancestors(token.head) if tree[w].upos == "VERB")
    if token.deprel == "appos":
        yield from ((token.head, trigger), (trigger, token.head))


def _is_there(tree: Tree, verb: int) -> bool:
    return any(tree[c].lemma.lower() == "where" for c in tree.children(verb, "advmod"))


def _done_by(tree: Tree, trigger: int, triggers: list[int]) -> Iterator[Pair]:
    """ "Nine men were killed by rebels who attacked their base on Monday"."""
    agent = tree.child(trigger, "obl:agent")
    if agent is not None:
        deeds = (c for c in tree.children(agent, "acl:relcl") if c in triggers and tree[c].xpos == "VBD")
        yield from (pair for deed in deeds for pair in ((trigger, deed), (deed, trigger)))


def _clause(tree: Tree, verb: int) -> Iterator[int]:
    """The verb, and those that it only completes: "fall" and "caused" of "caused a crane to fall"."""
    yield verb
    if tree[verb].deprel == "xcomp":
        yield from _clause(tree, tree[verb].head)
