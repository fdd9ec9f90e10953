"""What stands around a noun as its arguments: "the army's attack on the port", "carried out an attack"."""

from kg.extract.dependencies import OBLIQUES, SUBJECTS
from kg.extract.tree import Argument, Tree


def arguments(tree: Tree, i: int, support: frozenset[str], occurrence: frozenset[str] = frozenset()) -> list[Argument]:
    """Every (function, word) of a noun: possessor, compound, prepositions, and what a verb around it adds.

    "carried out an attack on the port": subject of the support verb, "on" port.
    "clashes continued in the town": "in" town, of the verb that only says that they took place.
    """
    found = []
    for c in tree.children(i):
        token = tree[c]
        if token.deprel == "nmod:poss":
            found.append(Argument("possessor", c))
        elif token.deprel in {"compound", "amod", "nmod:desc", "nmod:unmarked", "flat"} and c < i:
            found.append(Argument("compound", c))
        elif token.deprel in OBLIQUES and (preposition := tree.preposition(c)):
            found.append(Argument(preposition, c))
        elif token.deprel in SUBJECTS and tree.preposition(i) == "in":  # "is in talks with"
            found.append(Argument("subject", c))
        elif token.deprel in {"acl", "acl:relcl"} and tree.lemma(c) in support:
            found.extend(a for a in tree.arguments(c) if a.head != i)
        elif token.deprel in {"acl", "acl:relcl", "parataxis"} and tree.lemma(c) in occurrence:
            found.extend(_scene(tree, c, i))
    found.extend(_support(tree, i, support))
    verb = tree[i].head
    if tree[i].deprel in SUBJECTS and tree.lemma(verb) in occurrence:
        found.extend(_scene(tree, verb, i))
    return [Argument(a.function, w) for a in found for w in tree.conjuncts(a.head)]


def _scene(tree: Tree, verb: int, noun: int) -> list[Argument]:
    """Where the verb says that its subject takes place: "the quake struck the coast", so it was there."""
    around = [a for a in tree.arguments(verb) if a.function not in {"subject", "complement"} and a.head != noun]
    return [Argument("in", a.head) if a.function == "object" else a for a in around]


def _support(tree: Tree, i: int, support: frozenset[str]) -> list[Argument]:
    token = tree[i]
    verb = token.head
    if token.deprel == "conj":
        verb, token = tree[verb].head, tree[verb]
    if verb == i or tree[verb].upos != "VERB":
        return []
    if token.deprel == "obl" and f"{tree.lemma(verb)} {tree.preposition(i)}" in support:  # "went on trial"
        return [a for a in tree.arguments(verb) if a.head != i]
    if token.deprel not in {"obj", "nsubj:pass"} or tree.lemma(verb) not in support:
        return []
    return [a for a in tree.arguments(verb) if a.function != "object" and a.head != i]
