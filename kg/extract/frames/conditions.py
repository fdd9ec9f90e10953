"""What a frame asks of the words around its trigger, beyond its roles: what must stand there, and what must not."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.tree import Argument, Tree
from kg.ontology import Frame

ANYTHING = "*"
"""As a lemma: whatever stands there ("asked him to leave")."""

GOVERNED = ("xcomp", "ccomp", "advcl", "acl")
"""Relations of a clause to the verb that governs it."""

Words = Mapping[str, frozenset[str]]
"""Function -> the lemmas that head it."""


def hold(tree: Tree, i: int, frame: Frame, arguments: Iterable[Argument]) -> bool:
    """True if a trigger has around it all that a frame asks for, and nothing that it forbids."""
    infinitives = [Argument("infinitive", c) for c in tree.children(i, *GOVERNED) if tree.has_mark(c, "to")]
    if frame.infinitive and not infinitives:
        return False
    around = [*arguments, *infinitives, *(Argument("clause", c) for c in tree.children(i, "ccomp"))]
    around += [Argument("verb", tree[i].head)] if tree[i].deprel == "obj" else []
    around += [Argument("passive", i)] if tree.is_passive(i) else []
    around += [
        Argument(f"object {tree.preposition(c)}", c)
        for a in arguments
        if a.function == "object"
        for c in tree.children(a.head, "nmod")
    ]
    return (
        (not frame.modifiers or is_modified(tree, i, frame.modifiers))
        and all(_named(tree, {function: lemmas}, around) for function, lemmas in frame.where.items())
        and not _named(tree, frame.unless, around)
    )


def absorbed(tree: Tree, frame: Frame, arguments: Iterable[Argument]) -> frozenset[int]:
    """The words that tell of the event together with its trigger: "came under attack", "opened fire"."""
    return frozenset(w for w in _named(tree, frame.where, arguments))


def is_modified(tree: Tree, i: int, words: frozenset[str]) -> bool:
    """True if one of the words stands before the noun: "joint" exercise."""
    return not words.isdisjoint(tree.modifiers(i))


def _named(tree: Tree, named: Words, arguments: Iterable[Argument]) -> list[int]:
    """The words that stand in a function with one of the lemmas named for it, or that only count such a word."""
    return [
        a.head
        for a in arguments
        if (lemmas := named.get(a.function))
        and (ANYTHING in lemmas or any(tree[w].lemma.lower() in lemmas for w in _kernels(tree, a)))
    ]


def _kernels(tree: Tree, argument: Argument) -> Iterator[int]:
    """The word, and what it may only count: "hundreds of marchers"."""
    yield argument.head
    yield from (c for c in tree.children(argument.head, "nmod") if tree.preposition(c) == "of")
