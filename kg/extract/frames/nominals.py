"""What stands around a noun as its arguments: "the army's attack on the port", "carried out an attack"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.dependencies import OBLIQUES, PASSIVE_SUBJECTS, SUBJECTS
from kg.extract.tree import Argument, Tree

HOLDING = frozenset({"in", "on", "at"})
"""Prepositions of an event that its subject does: "is in talks with", "is on strike"."""
PLACING = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "on", "along", "off"})
"""Prepositions of where something is noticed."""
BESIDE = frozenset({"for", "in"})
"""Prepositions of an event that was, though its verb is denied: "did not claim responsibility for the attack"."""
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Carriers:
    """Words that carry a noun's event without telling of one themselves."""

    support: frozenset[str] = NONE
    """Verbs whose subject does it: "carried out an attack", "claimed responsibility for an attack"."""
    undergoing: frozenset[str] = NONE
    """Verbs whose subject it is done to: "survived an attack"."""
    occurrence: frozenset[str] = NONE
    """Verbs that say that it takes place: "the attack occurred in Gao"."""
    stretches: frozenset[str] = NONE
    """Nouns that it is told in parts with: "a round of talks"."""
    witnessing: frozenset[str] = NONE
    """Verbs that say that somebody noticed it: "gunfire was heard near the palace"."""


def arguments(tree: Tree, i: int, carriers: Carriers | None = None) -> list[Argument]:
    """Every (function, word) of a noun: possessor, compound, prepositions, and what a verb around it adds.

    "carried out an attack on the port": subject of the support verb, "on" port.
    "clashes continued in the town": "in" town, of the verb that only says that they took place.
    """
    carriers = carriers or Carriers()
    found = [a for c in tree.children(i) for a in _own(tree, i, c, carriers)]
    found.extend([] if found else _shared(tree, i))
    found.extend(_support(tree, i, carriers))
    verb = tree[i].head
    is_doer = tree[i].deprel in SUBJECTS or (tree[i].deprel == "obl:agent" and tree.is_passive(verb))
    if is_doer and (tree.lemma(verb) in carriers.occurrence or tree.takes_place(verb)):
        found.extend(_scene(tree, verb, i))
    elif tree[i].deprel in {"obj", *PASSIVE_SUBJECTS} and tree.lemma(verb) in carriers.witnessing:
        found.extend(a for a in _scene(tree, verb, i) if a.function in PLACING)
    return [Argument(a.function, w) for a in found for w in tree.conjuncts(a.head)]


def _own(tree: Tree, i: int, c: int, carriers: Carriers) -> Iterator[Argument]:
    """What a word that hangs on the noun adds."""
    token = tree[c]
    if token.deprel == "nmod:poss":
        yield Argument("possessor", c)
    elif token.deprel in {"compound", "amod", "nmod:desc", "nmod:unmarked", "flat"} and c < i:
        yield Argument("compound", c)
        yield from (Argument("by", w) for w in tree.children(c, "compound") if token.lemma == "lead")  # "Mali-led"
    elif token.deprel in OBLIQUES and (preposition := tree.preposition(c)):
        yield Argument(preposition, c)
    elif token.deprel in SUBJECTS and tree.preposition(i) in HOLDING:  # "is in talks with"
        yield Argument("subject", c)
    elif token.deprel in SUBJECTS and tree.preposition(i) == "under":  # "is under siege by"
        yield Argument("undergoer", c)
    elif token.deprel == "acl" and tree.has_mark(c, "that"):
        return  # who acts in what a statement says does not make it
    elif token.deprel in {"acl", "acl:relcl"} and _carries(tree, c, None, carriers.support):
        yield from (a for a in tree.arguments(c) if a.head != i and a.function != "object")
    elif _tells_of(tree, c) and tree.lemma(c) in carriers.occurrence:
        yield from _scene(tree, c, i)


def _tells_of(tree: Tree, clause: int) -> bool:
    """True of a clause on a noun that says more of it, and nothing of a subject of its own."""
    has_own = bool(tree.children(clause, *SUBJECTS)) and not tree.has_relative_subject(clause)
    return tree[clause].deprel == "parataxis" or (tree[clause].deprel in {"acl", "acl:relcl"} and not has_own)


def _shared(tree: Tree, i: int) -> Iterator[Argument]:
    """What a noun with nothing of its own shares with the first that it is listed with: "Roe's dismissal and arrest",
    "the arrest and trial of Roe"."""
    first = tree[i].head
    is_joined = tree[i].deprel == "conj" and i == first + 2 and not tree.children(i, "det", "case")
    if is_joined and tree[first].upos == "NOUN" and not tree.children(first, "compound"):
        yield from (Argument("possessor", c) for c in tree.children(first, "nmod:poss"))
        yield from (Argument("of", c) for c in tree.children(first, "nmod") if c > i and tree.preposition(c) == "of")


def _carries(tree: Tree, verb: int, preposition: str | None, support: frozenset[str]) -> bool:
    """True of a verb that stands in the list, alone, with its preposition, or with its object and a preposition."""
    lemma = tree.lemma(verb)
    if preposition is None and lemma in support:
        return True
    before = [lemma, *(f"{lemma} {tree[o].lemma.lower()}" for o in tree.children(verb, "obj"))]
    after = {preposition} if preposition else {a.function for a in tree.arguments(verb)}
    return any(f"{words} {word}" in support for words in before for word in after)


def _scene(tree: Tree, verb: int, noun: int) -> list[Argument]:
    """Where the verb says that its subject takes place, and whom it strikes: "the quake struck the coast"."""
    left_out = {"subject", "complement", "object"} if tree.takes_place(verb) else {"subject", "complement"}
    around = [a for a in tree.arguments(verb) if a.function not in left_out and a.head != noun]
    struck = [Argument("struck", a.head) for a in around if a.function == "object"]
    return [Argument("in", a.head) if a.function == "object" else a for a in around] + struck


def _support(tree: Tree, i: int, carriers: Carriers) -> list[Argument]:
    """What the verb adds that the noun stands under, if it only carries the noun's event."""
    i = tree[i].head if tree[i].deprel == "conj" else i
    outer = tree[i].head
    if tree.preposition(i) == "of" and tree[outer].lemma.lower() in carriers.stretches:  # "held a round of talks"
        i = outer
    token, verb = tree[i], tree[i].head
    is_oblique = token.deprel == "obl"
    if token.deprel == "nmod" and tree[verb].deprel == "obj":  # "responsibility for the attack"
        is_oblique, verb = True, tree[verb].head
    if is_oblique and tree.preposition(i) in BESIDE and tree.is_negated(verb):
        return []
    if verb == i or tree[verb].upos != "VERB":
        return []
    if is_oblique and _carries(tree, verb, tree.preposition(i), carriers.support):  # "went on trial"
        return [a for a in tree.arguments(verb) if a.head != i and a.function != "object" and not tree.has_none(a.head)]
    if token.deprel not in {"obj", "nsubj:pass"}:
        return []
    around = [a for a in tree.arguments(verb) if a.function != "object" and a.head != i]
    if tree.lemma(verb) in carriers.undergoing:
        return [Argument("undergoer", a.head) if a.function == "subject" else a for a in around]
    return around if tree.lemma(verb) in carriers.support else []
