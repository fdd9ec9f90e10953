"""Which of the matches of a sentence tell of an event: the best of each word, and one of words that tell of one."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.dependencies import AGENTIVE_SUBJECTS, OBLIQUES
from kg.extract.frames.match import Match
from kg.extract.tree import Tree
from kg.ontology import Ontology


def best(ontology: Ontology, matches: Sequence[Match]) -> Match:
    """The fullest match of a word, of a class that asks for certain words around the trigger if there is one and no kin
    of it: "declared a state of emergency" is more than a declaration."""
    classes = {m.type.name for m in matches}
    asking = {m.type.name for m in matches if m.frame.where}
    asking = {a for a in asking if not any(a != c and ontology.are_kin(a, c) for c in classes)}
    return max(matches, key=lambda m: (m.type.name in asking, *fit(ontology, m)))


def fit(ontology: Ontology, match: Match) -> tuple[int, int, bool]:
    """How many roles it fills, how narrow its class is, and whether its frame asks for certain words."""
    frame, depth = match.frame, len(ontology.ancestors(match.type.name))
    return len({role for role, _ in match.roles}), depth, bool(frame.where) or frame.infinitive


def told_once(ontology: Ontology, tree: Tree, matches: Sequence[Match], occurrence: frozenset[str]) -> list[Match]:
    """The matches without those that only name somebody, belong to another one or, being verbs of `occurrence`, say
    that another one took place; a noun has its "of" taken in: "a barrage of strikes on the port" is one attack."""
    found = [m for m in matches if not _is_epithet(tree, m)]
    kin = {m.trigger: [o for o in found if ontology.are_kin(m.type.name, o.type.name)] for m in found}
    whole = [
        m for m in found if not any(_is_part(tree, m, o) or _occurs(tree, m, o, occurrence) for o in kin[m.trigger])
    ]
    out = {m.trigger: m for m in whole}
    for match in reversed(whole):
        outer = out.get(tree[match.trigger].head)
        if outer is None or outer is match or tree.preposition(match.trigger) != "of":
            continue
        if ontology.are_kin(match.type.name, outer.type.name):
            out[outer.trigger] = replace(outer, roles=(*outer.roles, *out.pop(match.trigger).roles))
    return list(out.values())


def _is_part(tree: Tree, match: Match, other: Match) -> bool:
    """True for a word that belongs to another event of its kind: a part of its trigger ("came under attack"), or a noun
    that it has as a filler, the "supplies" that somebody sends."""
    is_filler = tree[match.trigger].upos == "NOUN" and match.trigger in {f.word for _, f in other.roles}
    return is_filler or match.trigger in other.absorbed


def _occurs(tree: Tree, match: Match, other: Match, occurrence: frozenset[str]) -> bool:
    """True of the verb of "an air strike hit the port" and "it was hit by an air strike"."""
    deed = tree[other.trigger]
    is_doer = deed.head == match.trigger and deed.deprel in AGENTIVE_SUBJECTS | {"obl:agent"}
    return match is not other and is_doer and deed.upos == "NOUN" and tree.lemma(match.trigger) in occurrence


def _is_epithet(tree: Tree, match: Match) -> bool:
    """True of "banned groups in Mali", "the exiled leader": a word for what they are, if it tells nothing more."""
    i = match.trigger
    is_before = tree[i].deprel == "amod" and tree[i].xpos in {"VBN", "JJ"} and tree[i].head > i
    if not is_before or tree.children(i, *OBLIQUES):
        return False
    return {f.word for _, f in match.roles} <= set(tree.subtree(tree[i].head))
