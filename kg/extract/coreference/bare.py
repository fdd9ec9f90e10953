"""What "the city", "the country" and "the group" mean: the one of its class that the article just named."""

from collections.abc import Iterable

from kg.extract.coreference.antecedents import code, root
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

REACH = 2
"""Sentences a bare noun looks back over."""
PARTS = ("state", "settlement", "vehicle", "unit", "organization")
"""Of these, news names one and then calls it by its class; a unit is described and then called so ("the unit")."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
BESIDE = frozenset({"det", "case", "punct", "nummod", "cc", "conj", "appos", "acl:relcl", "cop", "nsubj", "advmod"})
"""Relations to a bare noun that say nothing of which one it is."""


def is_definite(tree: Tree, word: int) -> bool:
    """True of a noun that means one or those known: "the minister", also in "the minister's father"."""
    start, _ = tree.phrase(word)
    is_owner = tree[word].deprel == "nmod:poss" and start > 0 and tree[start - 1].text.lower() in DEFINITE
    return tree[start].text.lower() in DEFINITE or is_owner


def is_bare(tree: Tree, word: int) -> bool:
    """True of a noun that nothing narrows down: "the two countries"."""
    return all(tree[c].deprel in BESIDE for c in tree.children(word))


def is_state(mentions: Mentions, tree: Tree, mention: Mention) -> bool:
    """True of a bare noun for states: "both countries"."""
    return mentions.lexicon.is_a(mention.type, "state") and is_bare(tree, mention.head)


def named(mentions: Mentions, tree: Tree, mention: Mention, earlier: Iterable[Mention]) -> Mention | None:
    """The last mention of what a bare definite noun means, if one thing, and only one, of its class is named in reach:
    before it in its sentence or, if none is, in the nearest sentence; of organizations, in all sentences in reach.

    `earlier` are the mentions before it, the last first.
    """
    part = next((p for p in PARTS if mentions.lexicon.is_a(mention.type, p)), None)
    is_one = tree[mention.head].xpos == "NN" and is_definite(tree, mention.head)
    if part is None or not is_one or not is_bare(tree, mention.head):
        return None
    near: dict[str, Mention] = {}
    nearest, acting = REACH, _acting(mentions, tree, mention.head)
    for candidate in earlier:
        distance = mention.sentence - candidate.sentence
        if distance > nearest:
            break
        thing = _thing(mentions, tree, mention, candidate, part)
        if thing is not None and not acting & {thing, root(mentions, candidate.id).text}:
            near.setdefault(thing, candidate)
            nearest = nearest if part == "organization" else distance
    return next(iter(near.values())) if len(near) == 1 else None


def _acting(mentions: Mentions, tree: Tree, word: int) -> set[str]:
    """What goes by other words in the same clause: "Chad sent troops to the country", "Chad's refusal to enter the
    country"."""
    verb = tree[word].head
    owners = tree.children(tree[verb].head, "nmod:poss") if tree[verb].deprel == "acl" else []
    things = doers(mentions, tree, word, owners)
    return {called for thing in things for called in (thing.text, code(thing))}


def doers(mentions: Mentions, tree: Tree, word: int, others: Iterable[int] = ()) -> list[Mention]:
    """Who does what is done to a word, and which that is not; the `others` do it, too."""
    verb = tree[word].head
    if tree[word].deprel not in {"obj", "iobj", "obl"} or tree[verb].upos != "VERB":
        return []
    words = [*(a.head for a in tree.arguments(verb) if a.function == "subject"), *others]
    return [root(mentions, m.id) for w in words if (m := mentions.of(tree, w))]


def _thing(mentions: Mentions, tree: Tree, mention: Mention, candidate: Mention, part: str) -> str | None:
    """What a mention of the named thing that the noun may mean is of; None if it may not mean it."""
    target, lexicon = root(mentions, candidate.id), mentions.lexicon
    if candidate.span == mentions.document.dateline and tree[mention.head].lemma.lower() not in mentions.cues.bureaus:
        return None  # "OSLO - Soldiers burned the village"
    if part == "state":
        is_named = candidate.kind not in {Kind.NOMINAL, Kind.PRONOUN} and lexicon.is_a(candidate.type, part)
        return code(target) if is_named else None
    if part == "unit":
        return target.id if _is_unit(mentions, tree[mention.head].lemma.lower(), target) else None
    if part == "organization":
        return target.text if _is_called(mentions, tree[mention.head].lemma.lower(), mention, candidate) else None
    return target.text if target.kind is Kind.NAME and lexicon.is_a(target.type, part) else None


def _is_unit(mentions: Mentions, noun: str, target: Mention) -> bool:
    """True if "the unit" may be this regiment: the noun fits any unit, and the other tells of one."""
    if noun not in mentions.cues.unit_nouns:
        return False
    tree = next(t for t in mentions.trees if t.sentence.index == target.sentence)
    head = tree[target.head]
    is_command = head.lemma.lower() in mentions.cues.commands
    return head.xpos in {"NN", "NNP"} and mentions.lexicon.is_a(target.type, "unit") and not is_command


def _is_called(mentions: Mentions, noun: str, mention: Mention, candidate: Mention) -> bool:
    """True if "the newspaper", "the company" fits the organization named."""
    target, lexicon = root(mentions, candidate.id), mentions.lexicon
    if mentions.document.text[: candidate.span.start].endswith("(") and candidate.id == target.id:
        return False  # "LIMA (NFA) -": nothing is told of it
    if candidate.kind is not Kind.NAME or target.type != mention.type:
        return False
    if noun in mentions.cues.state_nouns:
        return noun in target.text.lower().split()  # an agency's letters are no government
    is_narrow = lexicon.is_a(mention.type, "body") or lexicon.is_a(mention.type, "medium")
    return not is_narrow or lexicon.may_be_called(target.text, noun)
