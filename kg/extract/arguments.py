"""The arguments a frame may draw on: those of its trigger, and those that stand near by in the tree."""

from collections.abc import Iterable

from kg.extract.mentions import Mentions
from kg.extract.settings import setting
from kg.extract.surroundings import clause_subjects, neighbouring
from kg.extract.tree import Argument, Tree
from kg.ontology import Frame


def gathered(tree: Tree, i: int, frame: Frame, own: Iterable[Argument], mentions: Mentions) -> list[Argument]:
    """The trigger's own arguments and then those that its frame may find further away, in order of trust."""
    out = list(own)
    if "indirect" not in frame.arguments and all(a.function != "object" for a in out):
        out = [Argument("object", a.head) if a.function == "indirect" else a for a in out]
    out += _loose(tree, out)
    if tree[i].upos != "NOUN":
        out += neighbouring(tree, i, out)
    if "clause subject" in frame.arguments:
        out += [Argument("clause subject", s) for s in clause_subjects(tree, i)]
    if "indirect" in frame.arguments:
        out += _unmarked(tree, out, mentions)
    if any(f.startswith("object ") for f in frame.arguments):
        out += [a for a in _of_object(tree, out) if mentions.of(tree, a.head) != mentions.of(tree, tree[a.head].head)]
    if not frame.carrier and not frame.occasion:
        return out
    around = setting(tree, i, mentions.cues.addressing if frame.carrier else None)
    carriers = {a.head for a in around if a.function == "published by"}
    return [a for a in out if a.head not in carriers] + around


def _loose(tree: Tree, arguments: Iterable[Argument]) -> list[Argument]:
    """Where it happens, though the tree hangs the place on the object: "killed three officers in Quetta"."""
    return [
        Argument(preposition, c)
        for a in arguments
        if a.function == "object" and tree[a.head].upos == "NOUN"
        for c in tree.children(a.head, "nmod")
        if (preposition := tree.preposition(c)) in {"in", "at", "near", "outside", "to"}
    ]


def _unmarked(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> list[Argument]:
    """A receiver that the tree takes for part of the gift: "is sending Chad medical aid"."""
    return [
        Argument("indirect", c)
        for a in arguments
        if a.function == "object"
        for c in tree.children(a.head, "compound", "nmod:poss")
        if tree[c].xpos in {"NNP", "NNPS"} and tree.child(c, "case") is None and mentions.split(tree, a.head, c)
    ]


def _of_object(tree: Tree, arguments: Iterable[Argument]) -> list[Argument]:
    return [
        Argument(f"object {tree.preposition(c)}", c)
        for a in arguments
        if a.function == "object"
        for c in tree.children(a.head, "nmod")
    ]
