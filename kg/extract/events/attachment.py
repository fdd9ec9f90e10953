"""Which event of a sentence a time expression dates: the one whose clause it hangs in."""

from collections.abc import Iterable

from kg.extract.dependencies import AGENTIVE_SUBJECTS, OBLIQUES, RELATIVES
from kg.extract.tree import Tree
from kg.model import Span

MEANWHILE = frozenset({"as", "while", "whilst", "when"})
"""Conjunctions of a clause that is true at the time of the clause it stands beside."""
LANDMARKS = frozenset({"before", "after", "since", "until", "till", "by", "following", "ahead of", "prior to"})
"""Words that count from what follows them."""
_HOURS = frozenset({"midnight", "noon", "midday", "dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall"})
"""Hours of a day that is named beside them: "before dawn on Friday"."""
_DURING = frozenset({"during", "amid", "throughout"})
_INSIDE = _DURING | {"in", "at", "on", "within"}
_CLOSE = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "xcomp", "acl"})


def owner(tree: Tree, span: Span, triggers: list[int], stretches: frozenset[str] = frozenset()) -> int | None:
    """The trigger that the expression dates, else the verb whose clause it stands in, if any. `stretches`: nouns that
    only part an event ("a series of attacks")."""
    inside = [i for i, t in enumerate(tree.tokens) if span.overlaps(t.span)]
    if not inside:
        return None
    top = next((i for i in inside if tree[i].head not in inside), inside[0])
    if top in triggers:
        return top
    if (within := _told_of(tree, top, triggers)) is not None:
        return within
    host = _host(tree, top, inside[0])
    if host is None and any(is_other(tree, top, triggers) for is_other in (_belongs_to_noun, _is_landmark, _is_aside)):
        return None
    above = tree.ancestors(top) if host is None else (host, *tree.ancestors(host))
    return _first_dated(tree, above, top, triggers, stretches, is_since=tree[inside[0]].lemma.lower() == "since")


def _first_dated(
    tree: Tree, words: Iterable[int], top: int, triggers: list[int], stretches: frozenset[str], *, is_since: bool
) -> int | None:
    """What the expression headed by `top` dates, of the words above it, nearest first."""
    below = top
    for above in words:
        is_blamed = below != top and below not in triggers and tree[below].upos == "NOUN"
        if is_blamed and tree.preposition(below) == "for":  # "blamed Roe for the partition in 1947"
            return None
        if _is_apart(tree, below, triggers) or (is_since and _is_superlative(tree, above)):
            return None
        if (content := _content_before(tree, above, top)) is not None:
            return _dated(tree, content, top, triggers, stretches)
        if (at := _dated(tree, above, top, triggers, stretches)) is not None:
            return at
        below = above
    return None


def blamed_for(tree: Tree, span: Span, verb: int) -> int | None:
    """The deed that somebody is blamed for right before an expression: "accused him of killing nine men in 2003"."""
    stop = next((i for i, t in enumerate(tree.tokens) if span.overlaps(t.span)), 0)
    gerunds = (c for c in tree.children(verb, "advcl", "acl") if verb < c < stop and tree[c].xpos == "VBG")
    deeds = [c for c in gerunds if tree.has_mark(c, "of") or tree.has_mark(c, "for")]
    return deeds[-1] if deeds and all(t.text != "," for t in tree.tokens[deeds[-1] : stop]) else None


def is_meanwhile(tree: Tree, verb: int) -> bool:
    """True of the verb of an "as", "while" or "when" clause."""
    marks = tree.children(verb, "mark", "advmod")
    return tree[verb].deprel == "advcl" and any(tree[m].text.lower() in MEANWHILE for m in marks)


def _host(tree: Tree, top: int, first: int) -> int | None:
    """The verb of the clause that an expression ends, where the tree hangs it on a later word: "said Monday the port
    remains closed", "a bill passed last month was dropped"."""
    head, last, relation = tree[top].head, first - 1, tree[top].deprel
    if head <= top or last < 0 or tree[last].upos == "PUNCT" or relation in {"nmod:poss", "compound"}:
        return None
    for word in (last, *tree.ancestors(last)):
        if tree[word].upos == "VERB" and word < top:
            is_said = word == last and relation == "obl:unmarked" and word in tree.ancestors(head)
            between = [w for w in (word, *tree.ancestors(word)) if w not in (head, *tree.ancestors(head))]
            is_inside = any(tree[w].deprel in {"acl", "acl:relcl"} for w in between)
            return word if is_said or is_inside else None
    return None


def _told_of(tree: Tree, word: int, triggers: list[int]) -> int | None:
    """What happened in what the date names: "the 1991 festival, in which nine were trampled", "the April 7 uprising
    that ousted the king"."""
    noun = tree[word].head
    if tree[word].deprel not in {"compound", "nummod", "nmod:unmarked", "amod"} or noun in triggers:
        return None
    clauses = (c for above in (noun, tree[noun].head) for c in tree.children(above, "acl:relcl") if c > noun)
    happened = (c for c in clauses if c in triggers and (tree[c].xpos == "VBD" or tree.children(c, "aux:pass")))
    return next((c for c in happened if _has_relative_setting(tree, c) or tree.has_relative_subject(c)), None)


def _has_relative_setting(tree: Tree, verb: int) -> bool:
    """True of "in which", "during which", "when" and "where" clauses."""
    return any(tree[c].lemma.lower() in {"which", "when", "where"} for c in tree.children(verb, "obl", "advmod"))


def _content_before(tree: Tree, verb: int, top: int) -> int | None:
    """What is said to have happened, if the time stands behind it: "police say a blast hit the port, Friday", "is said
    to have left on Friday"."""
    is_passive = tree.is_passive(verb)  # "are expected to attend"
    contents = (c for c in tree.children(verb, "ccomp", "xcomp") if verb < c < top)
    return next((c for c in contents if tree[c].deprel == "ccomp" or is_passive or _is_past_infinitive(tree, c)), None)


def _is_past_infinitive(tree: Tree, verb: int) -> bool:
    return tree.has_mark(verb, "to") and any(tree[c].lemma == "have" for c in tree.children(verb, "aux"))


def _dated(tree: Tree, at: int, top: int, triggers: list[int], stretches: frozenset[str]) -> int | None:
    """What the expression headed by `top` dates if it reaches up to the word `at` and no further."""
    if at in triggers:
        return at
    if tree[at].deprel == "acl:relcl" and tree[at].head in triggers and _is_how(tree, at):
        return tree[at].head
    if near := [t for t in triggers if _is_close(tree, t, at, stretches)]:
        return min(near, key=lambda t: abs(t - top))
    is_clause = tree[at].upos == "VERB" and (_is_past_infinitive(tree, at) or tree.children(at, *AGENTIVE_SUBJECTS))
    return _told_in(tree, at, top, triggers) if is_clause and not is_meanwhile(tree, at) else None


def _is_close(tree: Tree, trigger: int, verb: int, stretches: frozenset[str]) -> bool:
    """True of what a verb tells of: its subject or object, a series of it, troops that it "has deployed", a "when"
    clause."""
    head, relation = tree[trigger].head, tree[trigger].deprel
    if head == verb:
        return relation in _CLOSE or is_meanwhile(tree, trigger)
    if tree[head].head != verb or tree[head].deprel not in {*_CLOSE, "obl:agent"}:
        return False
    is_held = tree[verb].lemma == "have" and tree[head].deprel == "obj" and relation == "acl"
    return is_held or (relation == "nmod" and tree[head].lemma.lower() in stretches)


def _belongs_to_noun(tree: Tree, word: int, triggers: list[int]) -> bool:
    """ "Denounced Monday's drills", "Monday's talks follow an attack": Monday is the day of those, and says nothing of
    the denouncing, nor of the attack."""
    noun, verb = tree[word].head, tree[tree[word].head].head
    is_subject = tree[noun].deprel in AGENTIVE_SUBJECTS and verb not in triggers and bool(tree.children(verb, "obj"))
    is_object = tree[noun].deprel == "obj"
    return tree[word].deprel == "nmod:poss" and noun not in triggers and (is_object or is_subject)


def _is_aside(tree: Tree, word: int, triggers: list[int]) -> bool:
    """ "Criticised for the July 22 killing", "accused him in the 1976 bombing": a date before a noun is that of the
    noun, and of what happens in it, but of nothing that is only told with it."""
    noun, verb = tree[word].head, tree[tree[word].head].head
    if word > noun or noun in triggers or tree[noun].deprel not in {*OBLIQUES, "obj"}:
        return False
    if tree[noun].deprel == "obj":
        return verb not in triggers  # "fled, using the 1947 law"; "won the 2004 vote" was in that year
    is_after_object = any(verb < c < noun for c in tree.children(verb, "obj"))
    return tree.preposition(noun) not in (_DURING if is_after_object else _INSIDE)


def _is_landmark(tree: Tree, word: int, triggers: list[int]) -> bool:
    """ "Came before the 2014 protests": the year is that of the protests, which only bound what came."""
    noun = tree[word].head
    is_noun = tree[noun].upos == "NOUN" and noun not in triggers and tree[noun].lemma.lower() not in _HOURS
    return is_noun and tree.preposition(noun) in LANDMARKS


def _is_apart(tree: Tree, clause: int, triggers: list[int]) -> bool:
    """True of a clause that tells of another time than the one it hangs on: what is said, done after, or agreed to be
    done, known of a thing ("a plan backed in May was dropped"), or what somebody is blamed for."""
    marks = {tree[m].text.lower() for m in tree.children(clause, "mark")}
    token = tree[clause]
    is_known = token.deprel == "acl" and token.xpos == "VBN" and token.head not in triggers
    is_to_come = token.deprel == "xcomp" and token.xpos == "VB" and "to" in marks and token.head in triggers
    is_deed = token.xpos == "VBG" and token.deprel in {"acl", "advcl"} and bool(marks & {"of", "for"})
    return (
        is_known
        or is_to_come
        or is_deed
        or token.deprel == "ccomp"
        or (token.deprel == "advcl" and bool(marks & LANDMARKS))
    )


def _is_superlative(tree: Tree, noun: int) -> bool:
    """True of "the worst unrest since 1979", "the first since May": the day is that of the one before."""
    return any(tree[c].xpos == "JJS" or tree[c].lemma.lower() == "first" for c in tree.children(noun, "amod"))


def _is_how(tree: Tree, verb: int) -> bool:
    """True of "that ripped through a church" of a blast: the clause tells how it happened."""
    subject = tree.child(verb, *AGENTIVE_SUBJECTS)
    return subject is None or tree[subject].lemma.lower() in RELATIVES


def _told_in(tree: Tree, verb: int, top: int, triggers: list[int]) -> int:
    """The noun nearest before an expression at the end of a clause, "answered the killing of nine men last week", if
    there is one; else the clause's verb."""
    nouns = (t for t in triggers if verb < t < top and tree[t].upos == "NOUN" and verb in tree.ancestors(t))
    return max((t for t in nouns if _is_in_one_breath(tree, t, verb, top)), default=verb)


def _is_in_one_breath(tree: Tree, noun: int, verb: int, top: int) -> bool:
    """True if no verb stands over the noun below the one of its clause, or nothing parts it from the time: "lost an eye
    after being struck in a protest last week"."""
    first = next((w for w in tree.ancestors(noun) if tree[w].upos == "VERB"), verb)
    return first == verb or all(tree[w].upos not in {"PUNCT", "VERB", "CCONJ"} for w in range(noun, top))
