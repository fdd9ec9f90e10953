"""Which event of a sentence a time expression dates: the one whose clause it hangs in."""

import re

from kg.extract.dependencies import AGENTIVE_SUBJECTS, RELATIVES
from kg.extract.tree import Tree
from kg.model import Span

MEANWHILE = frozenset({"as", "while", "whilst", "when"})
"""Conjunctions of a clause that is true at the time of the clause it stands beside."""
LANDMARKS = frozenset({"before", "after", "since", "until", "till", "by", "following", "ahead of", "prior to"})
"""Words that count from what follows them."""
_SOON = re.compile(
    r"(?i)\b(?:shortly|soon|immediately|just|right|hours|minutes|moments) (?P<tie>after|before) [^,;.:]{0,40}\Z"
)
_CLOSE = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "xcomp", "acl"})


def owner(tree: Tree, span: Span, triggers: list[int]) -> int | None:
    """The trigger that the expression dates, else the verb whose clause it stands in, if any."""
    inside = [i for i, t in enumerate(tree.tokens) if span.overlaps(t.span)]
    if not inside:
        return None
    top = next((i for i in inside if tree[i].head not in inside), inside[0])
    if top in triggers:
        return top
    if _belongs_to_object(tree, top, triggers) or _is_landmark(tree, top, triggers):
        return None
    below = top
    for above in tree.ancestors(top):
        if _is_apart(tree, below, triggers):
            return None
        if (content := _content_before(tree, above, top)) is not None:
            return _dated(tree, content, top, triggers)
        if (at := _dated(tree, above, top, triggers)) is not None:
            return at
        below = above
    return None


def soon_after(tree: Tree, span: Span, text: str, triggers: list[int]) -> int | None:
    """The trigger of what came on the same day as what the expression dates: "met hours after Monday's vote"."""
    start = tree.sentence.span.start
    found = _SOON.search(text[start : span.start])
    if found is None:
        return None
    tie = next((i for i, t in enumerate(tree.tokens) if t.span.start == start + found.start("tie")), None)
    above = () if tie is None else tree.ancestors(tree[tie].head)
    return next((a for a in above if a in triggers), None)


def is_meanwhile(tree: Tree, verb: int) -> bool:
    """True of the verb of an "as", "while" or "when" clause."""
    marks = tree.children(verb, "mark", "advmod")
    return tree[verb].deprel == "advcl" and any(tree[m].text.lower() in MEANWHILE for m in marks)


def _content_before(tree: Tree, verb: int, top: int) -> int | None:
    """What is said to have happened, if the time stands behind it: "police say a blast hit the port, Friday"."""
    return next((c for c in tree.children(verb, "ccomp") if verb < c < top), None)


def _dated(tree: Tree, at: int, top: int, triggers: list[int]) -> int | None:
    """What the expression headed by `top` dates if it reaches up to the word `at` and no further."""
    if at in triggers:
        return at
    if tree[at].deprel == "acl:relcl" and tree[at].head in triggers and _is_how(tree, at):
        return tree[at].head
    if near := [t for t in triggers if tree[t].head == at and (tree[t].deprel in _CLOSE or is_meanwhile(tree, t))]:
        return min(near, key=lambda t: abs(t - top))
    is_clause = tree[at].upos == "VERB" and bool(tree.children(at, *AGENTIVE_SUBJECTS))
    return _told_in(tree, at, top, triggers) if is_clause and not is_meanwhile(tree, at) else None


def _belongs_to_object(tree: Tree, word: int, triggers: list[int]) -> bool:
    """ "Denounced Monday's drills": Monday is the drills' day, and says nothing of the denouncing."""
    noun = tree[word].head
    return tree[word].deprel == "nmod:poss" and tree[noun].deprel == "obj" and noun not in triggers


def _is_landmark(tree: Tree, word: int, triggers: list[int]) -> bool:
    """ "Came before the 2014 protests": the year is that of the protests, which only bound what came."""
    noun = tree[word].head
    return tree[noun].upos == "NOUN" and noun not in triggers and tree.preposition(noun) in LANDMARKS


def _is_apart(tree: Tree, clause: int, triggers: list[int]) -> bool:
    """True of a clause that tells of another time than the one it hangs on: what is said, done after, or agreed to be
    done, or known of a thing ("a plan backed in May was dropped")."""
    marks = {tree[m].text.lower() for m in tree.children(clause, "mark")}
    token = tree[clause]
    is_known = token.deprel == "acl" and token.xpos == "VBN" and token.head not in triggers
    is_to_come = token.deprel == "xcomp" and token.xpos == "VB" and "to" in marks and token.head in triggers
    return is_known or is_to_come or token.deprel == "ccomp" or (token.deprel == "advcl" and bool(marks & LANDMARKS))


def _is_how(tree: Tree, verb: int) -> bool:
    """True of "that ripped through a church" of a blast: the clause tells how it happened."""
    subject = tree.child(verb, *AGENTIVE_SUBJECTS)
    return subject is None or tree[subject].lemma.lower() in RELATIVES


def _told_in(tree: Tree, verb: int, top: int, triggers: list[int]) -> int:
    """The noun nearest before an expression at the end of a clause, "answered the killing of nine men last week", if
    there is one; else the clause's verb."""
    nouns = [t for t in triggers if verb < t < top and tree[t].upos == "NOUN"]
    return max((t for t in nouns if verb in _up_to_verb(tree, t)), default=verb)


def _up_to_verb(tree: Tree, noun: int) -> list[int]:
    """The words above a noun up to the first verb."""
    above = list(tree.ancestors(noun))
    stop = next((i for i, w in enumerate(above) if tree[w].upos == "VERB"), len(above))
    return above[: stop + 1]
