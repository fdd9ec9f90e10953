"""Events that are the setting of a clause: who speaks in a speech, who waves at a parade, who published a letter."""

from kg.extract.cues import Cues
from kg.extract.tree import Argument, Tree

PLACING = frozenset({"at", "in", "outside"})


def setting(tree: Tree, i: int, cues: Cues, *, is_carrier: bool) -> list[Argument]:
    """People of the clause that a speech or ceremony is the setting of ("said in a speech", "waved at a parade"),
    and who published it ("a letter carried by the agency")."""
    after = [i + 2] if i + 2 < len(tree) and tree[i + 1].text == "," and tree[i + 2].xpos == "VBN" else []
    published = [c for c in {*tree.children(i, "acl", "acl:relcl"), *after} if tree.is_passive(c)]
    carriers = [
        Argument("published by", a.head) for c in published for a in tree.arguments(c) if a.function == "subject"
    ]
    return carriers + (_people(tree, i, cues, is_carrier=is_carrier) or _attending(tree, i))


def _attending(tree: Tree, i: int) -> list[Argument]:
    """Who is somewhere for it, and where: "Roe was in Rabat for talks"."""
    place = tree[i].head
    is_there = tree.child(place, "cop") is not None and tree.preposition(place) in PLACING
    if not is_there or tree.preposition(i) != "for":
        return []
    return [*(a for a in tree.arguments(place) if a.function == "subject"), Argument("in", place)]


def _people(tree: Tree, i: int, cues: Cues, *, is_carrier: bool) -> list[Argument]:
    """Who speaks and to whom, for a carrier; else who is there, and where.

    Of "a parade and a speech in Rabat", both are the setting, and both in Rabat.
    """
    first = _first(tree, i)
    near = next((w for w in range(i - 1, max(-1, i - 5), -1) if tree[w].upos == "VERB"), tree[first].head)
    verb, is_object = near if is_carrier else tree[first].head, tree[first].deprel == "obj"
    if tree[first].deprel not in {"obl", "obj", "nmod"} or tree[verb].upos != "VERB":
        return []
    is_met_for = not is_carrier and tree.preposition(first) == "for" and tree.lemma(verb) in cues.assembling
    if not is_object and not is_met_for and tree.preposition(first) not in {"in", "during", "at", "with"}:
        return []
    around = tree.arguments(verb)
    companions = {"subject", "alongside"} if is_object else {"subject", "alongside", "with"}
    companions |= {"object"} if is_met_for else set()
    people = [Argument("subject", a.head) for a in around if a.function in companions]
    if is_carrier and tree[verb].lemma.lower() in cues.addressing and not is_object:
        people += [Argument("addressed", a.head) for a in around if a.function == "object"]
    places = [] if is_carrier else [a for a in around if a.function in PLACING and a.head not in {i, first}]
    beside = [w for w in tree.conjuncts(first) if w != i]
    shared = [Argument(p, c) for w in beside for c in tree.children(w, "nmod") if (p := tree.preposition(c)) in PLACING]
    return people + places + shared


def _first(tree: Tree, noun: int) -> int:
    """The first of the nouns that one is coordinated with."""
    while tree[noun].deprel == "conj" and tree[tree[noun].head].upos == "NOUN":
        noun = tree[noun].head
    return noun
