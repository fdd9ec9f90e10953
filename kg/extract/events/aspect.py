"""What the form of a verb says of its event: done, going on, begun or ended."""

from kg.extract.dependencies import AGENTIVE_SUBJECTS, INDEFINITE
from kg.extract.tree import Tree

_MAIN = frozenset({"root", "ccomp", "parataxis"})
"""Relations of the verb of a sentence and of what it says."""


def is_perfect(tree: Tree, verb: int) -> bool:
    """True of "has sent"."""
    return tree[verb].xpos == "VBN" and "have" in _auxiliaries(tree, verb)


def is_progressive(tree: Tree, verb: int) -> bool:
    """True of "is sending" and "has been sending"."""
    return tree[verb].xpos == "VBG" and bool(_auxiliaries(tree, verb) & {"be", "have"})


def is_pluperfect(tree: Tree, verb: int) -> bool:
    """True of "had sent" and "had been sending"."""
    return any(tree[c].lemma.lower() == "have" and tree[c].xpos == "VBD" for c in tree.children(verb, "aux"))


def is_simple_past(tree: Tree, verb: int) -> bool:
    """True of "sent" and "were sent" as verbs of their clause."""
    return "VBD" in {tree[w].xpos for w in (verb, *tree.children(verb, "aux:pass"))} and tree[verb].upos == "VERB"


def is_past(tree: Tree, verb: int) -> bool:
    """True if the nearest finite verb is in the past: "planned to leave", "had wanted a meeting"."""
    for word in (verb, *tree.ancestors(verb)):
        finite = {tree[w].xpos for w in (word, *tree.children(word, "aux", "aux:pass", "cop"))}
        if finite & {"VBD", "VBZ", "VBP", "MD"}:
            return "VBD" in finite
    return False


def goes_on(tree: Tree, word: int) -> bool:
    """True if the clause around the word is in the present perfect: "missile testing has increased"."""
    verb = next((w for w in (word, *tree.ancestors(word)) if tree[w].upos == "VERB"), word)
    return is_perfect(tree, verb) and not is_pluperfect(tree, verb)


def is_main(tree: Tree, verb: int) -> bool:
    """True of the verb of a sentence, of those beside it, and of what it says."""
    first = tree.first_conjunct(verb)
    return all(tree[w].deprel in _MAIN for w in (first, *tree.ancestors(first)))


def is_of_one_deed(tree: Tree, verb: int, stretches: frozenset[str]) -> bool:
    """True of "have been killed in a stampede": it is over, while those killed "in clashes" or "in a series of attacks"
    may become more."""
    causes = (c for c in tree.children(verb, "obl") if tree.preposition(c) in {"in", "by"} and tree[c].xpos == "NN")
    single = (c for c in causes if tree[c].lemma.lower() not in stretches)
    return any(INDEFINITE & {tree[d].text.lower() for d in tree.children(c, "det")} for c in single)


def may_be_said_again(tree: Tree, verb: int) -> bool:
    """True of the background "has been criticised" and "which both have criticised", not of the news "has warned"."""
    return is_perfect(tree, verb) and (tree.is_passive(verb) or tree[verb].deprel == "acl:relcl")


def is_accused(tree: Tree, verb: int) -> bool:
    """True of "accused of supplying arms": it has begun, and may go on."""
    return tree[verb].xpos == "VBG" and tree.has_mark(verb, "of")


def told_with(tree: Tree, trigger: int, verbs: frozenset[str]) -> int | None:
    """The "began" of "the trial began", "they began the trial" and "the trial, which began", for "begin"."""
    around = tree.children(trigger, "acl:relcl")
    if tree[trigger].deprel in {*AGENTIVE_SUBJECTS, "obj", "xcomp"}:
        around.append(tree[trigger].head)
    return next((w for w in around if tree.lemma(w) in verbs), None)


def is_over_with(tree: Tree, noun: int, finishing: frozenset[str]) -> bool:
    """True of the withdrawal in "completed the withdrawal" and "has completed the withdrawal"."""
    verb = told_with(tree, noun, finishing) if tree[noun].upos == "NOUN" else None
    return verb is not None and (is_perfect(tree, verb) or tree[verb].xpos == "VBD")


def finite(tree: Tree, trigger: int) -> int:
    """The verb whose tense is the event's: its own, that of what a noun is subject of ("clashes are continuing"), or
    that of the clause that a participle stands beside ("have been killed, with thousands wounded")."""
    token = tree[trigger]
    is_subject = token.upos == "NOUN" and token.deprel in AGENTIVE_SUBJECTS
    marks = {tree[c].text.lower() for c in tree.children(trigger, "mark", "case")}
    is_beside = token.deprel == "advcl" and token.xpos in {"VBN", "VBG", "JJ", "JJR"} and marks <= {"with"}
    return token.head if is_subject or (is_beside and not tree.children(trigger, "aux", "aux:pass", "cop")) else trigger


def _auxiliaries(tree: Tree, verb: int) -> set[str]:
    return {tree[c].lemma.lower() for c in tree.children(verb, "aux")}
