"""The arguments a frame may draw on: those of its trigger, and those that stand near by in the tree."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.frames.settings import setting
from kg.extract.frames.surroundings import PLACING, clause_subjects, neighbouring
from kg.extract.mentions import Mentions
from kg.extract.tree import Argument, Tree
from kg.ontology import Frame


def gathered(tree: Tree, i: int, frame: Frame, own: Iterable[Argument], mentions: Mentions) -> list[Argument]:
    """The trigger's own arguments and then those that its frame may find further away, in order of trust."""
    out = list(own)
    if "indirect" not in frame.arguments and all(a.function != "object" for a in out):
        out = [Argument("object", a.head) if a.function == "indirect" else a for a in out]
    out += [*_loose(tree, out), *_of_agent(tree, i, out), *_aimed(tree, out)]
    if tree[i].upos != "NOUN":
        out += neighbouring(tree, i, out)
    if "clause subject" in frame.arguments:
        out += [Argument("clause subject", s) for s in clause_subjects(tree, i)]
    if "indirect" in frame.arguments:
        out += _unmarked(tree, out, mentions)
    if any(f.startswith("object ") for f in frame.arguments):
        out += [a for a in _of_object(tree, out) if mentions.of(tree, a.head) != mentions.of(tree, tree[a.head].head)]
    out += [a for a in _owners(tree, out, mentions) if a.function in frame.arguments]
    out += _of_occasion(tree, out, mentions)
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
        if (preposition := tree.preposition(c)) in PLACING | {"to"}
    ]


def _of_agent(tree: Tree, i: int, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Where it happens, though the tree hangs the place on who does it: "shelling by the army in Mali"."""
    for a in arguments:
        if a.function in {"by", "subject"} and a.head > i and tree.preposition(a.head) == "by":
            yield from (Argument("in", c) for c in tree.children(a.head, "nmod") if tree.preposition(c) in PLACING)


def _aimed(tree: Tree, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """What the thing used was aimed at: "fired rounds aimed at a loudspeaker"."""
    for a in arguments:
        if a.function == "object":
            aims = (b for c in tree.children(a.head, "acl") for b in tree.arguments(c))
            yield from (b for b in aims if b.function in {"at", "against"})


def _of_occasion(tree: Tree, arguments: Sequence[Argument], mentions: Mentions) -> list[Argument]:
    """Where it happens, by way of the occasion, if nothing nearer says so: "killed in a stampede near the bridge"."""
    lexicon = mentions.lexicon
    near = [(a, mentions.of(tree, a.head)) for a in arguments if a.function in PLACING | {"during", "amid"}]
    if any(m is not None and lexicon.is_a(m.type, "place") for _, m in near):
        return []
    occasions = [a.head for a, m in near if m is None]
    occasions += [c for o in occasions for c in tree.children(o, "nmod") if tree.preposition(c) == "during"]
    return [Argument("in", c) for o in occasions for c in tree.children(o, "nmod") if tree.preposition(c) in PLACING]


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


def _owners(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> Iterator[Argument]:
    """Whose things act or are acted on: "two Syrian planes" are Syria's, "army positions" the army's."""
    item = mentions.lexicon.ontology.part("item")
    for argument in arguments:
        thing = mentions.of(tree, argument.head)
        is_thing = thing is not None and mentions.lexicon.ontology.is_a(thing.type, item)
        if argument.function in {"subject", "object"} and (is_thing or thing is None):
            for c in tree.children(argument.head, "nmod:poss", "compound", "amod"):
                yield Argument(f"{argument.function} owner", c)
