"""The arguments a frame may draw on: those of its trigger, and those that stand near by in the tree."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.frames.settings import setting
from kg.extract.frames.surroundings import MOVING, PLACING, clause_subjects, neighbouring, of_object
from kg.extract.mentions import Mentions
from kg.extract.quantities.units import CURRENCIES
from kg.extract.tree import Argument, Tree
from kg.ontology import Frame

CROSSING = frozenset({"across", "through", "over", "past", "via", "along", "beyond"})
"""Prepositions of what somebody passes on the way to a place."""


def gathered(tree: Tree, i: int, frame: Frame, own: Iterable[Argument], mentions: Mentions) -> list[Argument]:
    """The trigger's own arguments and then those that its frame may find further away, in order of trust."""
    out = [b for a in own for b in _each(tree, a, mentions)]
    if "indirect" not in frame.arguments and all(a.function != "object" for a in out):
        out = [Argument("object", a.head) if a.function == "indirect" else a for a in out]
    out += _worth(tree, i, out)
    out += list(_counted_together(tree, out, mentions))
    out += [
        *of_object(tree, out),
        *_of_noun(tree, i, out),
        *_beyond(tree, out, mentions),
        *_of_agent(tree, i, out),
        *_of_item(tree, out, mentions),
        *_aimed(tree, out),
    ]
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
    words = mentions.cues
    is_theirs = not tree.children(i, "nmod:poss") if frame.carrier else tree.lemma(tree[i].head) in words.attending
    is_there = is_theirs or tree[i].deprel != "obj"
    around = setting(tree, i, words, is_carrier=frame.carrier) if is_there else []
    carriers = {a.head for a in around if a.function == "published by"}
    return [a for a in out if a.head not in carriers] + around


def _each(tree: Tree, argument: Argument, mentions: Mentions) -> Iterator[Argument]:
    """Those that a plural noun gives the names of, in its place: "the villages of Lisse and Anwil"."""
    noun = argument.head
    names = [n for c in tree.children(noun, "nmod") if tree.preposition(c) == "of" for n in tree.conjuncts(c)]
    is_list = len(names) > 1 and tree[noun].xpos == "NNS" and all(tree[n].upos == "PROPN" for n in names)
    class_, listed = mentions.of(tree, noun), [mentions.of(tree, n) for n in names]
    are_kin = mentions.lexicon.ontology.are_kin
    if is_list and class_ and all(m is not None and are_kin(m.type, class_.type) for m in listed):
        yield from (Argument(argument.function, n) for n in names)
    else:
        yield argument


def sum_of(tree: Tree, word: int) -> int | None:
    """The money that what is given is worth: "$" of "gave $5 million in aid", for "aid"."""
    if tree.preposition(word) != "in":
        return None
    above = tree[word].head
    return next((w for w in (above, *tree.children(above, "obj")) if _is_money(tree, w)), None)


def _is_money(tree: Tree, word: int) -> bool:
    return tree[word].text in CURRENCIES or tree[word].text.lower() in CURRENCIES.values()


def _worth(tree: Tree, i: int, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """What is given, where the verb's object is the money for it: "gave $5 million in aid to Chad"."""
    for money in (a.head for a in arguments if a.function == "object" and _is_money(tree, a.head)):
        for c in (*tree.children(money, "nmod"), *tree.children(i, "obl")):
            if sum_of(tree, c) == money:
                yield Argument("object", c)
                inner = ((d, tree.preposition(d)) for d in tree.children(c, "nmod"))
                yield from (Argument(preposition, d) for d, preposition in inner if preposition)


def _counted_together(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> Iterator[Argument]:
    """All that a noun which only counts is of: "shells" of "sent hundreds of rifles and shells"."""
    for a in arguments:
        if tree[a.head].lemma.lower() in mentions.cues.pass_through:
            first = next((c for c in tree.children(a.head, "nmod") if tree.preposition(c) == "of"), a.head)
            yield from (Argument(a.function, w) for w in tree.conjuncts(first)[1:] if first != a.head)


def _of_noun(tree: Tree, i: int, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Where it leads, though the tree hangs that on what moves: "the withdrawal of troops from Chad"."""
    for a in arguments:
        if tree[i].upos == "NOUN" and a.function == "of":
            yield from _led(tree, a.head)


def _beyond(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> Iterator[Argument]:
    """Where it leads, though the tree hangs that on a noun that names nothing: "fled across the border into Chad"."""
    for a in arguments:
        is_event = mentions.lexicon.is_happening(tree[a.head].lemma.lower())  # "arrested over clashes in Chad"
        if a.function in CROSSING and not is_event and mentions.of(tree, a.head) is None:
            yield from _led(tree, a.head)


def _led(tree: Tree, noun: int) -> Iterator[Argument]:
    """Where what hangs on a noun says that it leads."""
    inner = ((c, tree.preposition(c)) for c in tree.children(noun, "nmod") if c > noun)
    yield from (Argument(preposition, c) for c, preposition in inner if preposition in MOVING)


def _of_agent(tree: Tree, i: int, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Where it happens, though the tree hangs the place on who does it: "shelling by the army in Mali"."""
    for a in arguments:
        if a.function in {"by", "subject"} and a.head > i and tree.preposition(a.head) == "by":
            yield from (Argument("in", c) for c in tree.children(a.head, "nmod") if tree.preposition(c) in PLACING)


def _of_item(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> Iterator[Argument]:
    """Where it happens, though the tree hangs the place on what does it: "a bomb in Mali killed nine"."""
    for a in arguments:
        item = mentions.of(tree, a.head) if a.function == "subject" else None
        if item is not None and mentions.lexicon.is_a(item.type, "item"):
            inner = ((c, tree.preposition(c)) for c in tree.children(a.head, "nmod") if c > a.head)
            yield from (Argument(preposition, c) for c, preposition in inner if preposition in PLACING)


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
        Argument(f"object {tree.preposition(w)}", w)
        for a in arguments
        if a.function == "object"
        for c in tree.children(a.head, "nmod")
        for w in tree.conjuncts(c)
    ]


def _owners(tree: Tree, arguments: Iterable[Argument], mentions: Mentions) -> Iterator[Argument]:
    """Whose things act or are acted on: "two Syrian planes" are Syria's, "army positions" the army's; whose troops a
    noun tells of: "the withdrawal of Syrian troops"."""
    is_a = mentions.lexicon.is_a
    for argument in arguments:
        thing = mentions.of(tree, argument.head)
        is_thing = argument.function in {"subject", "object"} and (thing is None or is_a(thing.type, "item"))
        is_force = argument.function == "of" and thing is not None and is_a(thing.type, "unit")
        if is_thing or is_force:
            for c in tree.children(argument.head, "nmod:poss", "compound", "amod"):
                yield Argument(f"{argument.function} owner", c)
