"""Bare numbers of people, and whom they count: "thousands more wounded", "at least 25 killed"."""

from dataclasses import replace

from kg.extract.enumeration import MAGNITUDES
from kg.extract.mentions import Mentions
from kg.extract.mentions.naming import Naming
from kg.extract.quantities.numbers import SCALES, value
from kg.extract.tree import Tree
from kg.model import Kind, Mention

REACH = 2
"""Sentences over which "others" looks back for those whom they are others of."""
DOING = ("er", "or", "ist", "ee")
"""Endings of nouns for who does something, or to whom it is done."""
THINGS = frozenset(
    "number order letter paper computer container matter trailer tower border quarter offer power finger shoulder "
    "river water center centre chapter corner counter cover daughter disaster door error factor flower floor layer "
    "meter mirror monitor motor motorcycle office other paper pointer poster printer register sector server shelter "
    "sister brother mother father sticker tractor tree weather winter year list committee degree fee knee coffee "
    "speaker locker cracker marker reactor processor sensor generator detector cluster newsletter charter semester "
    "member wrapper boulder cylinder drawer hammer ladder lighter starter".split()
)
"""Nouns with such an ending that are no people."""
OUTCOMES = frozenset({"VBN", "VBD", "JJ"})
"""Kinds of words that tell what became of somebody."""
CHANCE = 2
"""A number up to this may count others who are as many."""


def counted(mentions: Mentions, tree: Tree, word: int) -> Mention | None:
    """The people of a bare number: of the force counted last in the sentence, or people like those counted last; else
    those whom the article counts elsewhere as as many, or simply people: "dozens were hurt", "40 lives"."""
    token = tree[word]
    if token.upos == "NUM" and _value(tree, word) is None:
        return None  # "Rs10 million"
    if token.upos == "NUM" and _is_of_things(mentions, tree, word):
        return None
    is_lives = token.lemma.lower() in mentions.cues.lives and tree.child(word, "nummod") is not None
    if token.upos != "NUM" and token.lemma.lower() not in mentions.cues.pass_through and not is_lives:
        return None
    start, end = tree.phrase(word)[0], word + 1 + (word + 1 < len(tree) and tree[word + 1].text.lower() == "more")
    group = mentions.lexicon.ontology.part("group")
    mention = mentions.make(tree, Naming(start, end, word, group, Kind.NOMINAL, 0.6))
    before = [m for m in mentions.inside(tree) if m.span.end <= mention.span.start and _number(mentions, tree, m)]
    if not before and token.text == "others" and how_many(tree, word) is not None:
        before = _counted_before(mentions, tree)
        if not before:
            return mentions.add(replace(mention, form=f"{mention.text.removesuffix('s')} people"))
    if not before:
        if token.upos == "NUM":
            return mentions.add(_elsewhere(mentions, tree, mention))
        is_told = tree.sentence.index > 0 or tree[len(tree) - 1].text == "."  # a headline's are told of below
        is_many = token.lemma.lower() in MAGNITUDES and is_told
        return mentions.add(replace(mention, form=_told(tree, mention))) if is_many or is_lives else None
    last = max(before, key=lambda m: m.span.start)
    if mentions.lexicon.is_a(last.type, "unit") and tree.exact_number(last.head) is None:  # losses of one force
        return mentions.add(replace(mention, antecedent=last.id, type=last.type, form=last.form or last.text))
    # other people of the same kind
    there = next(t for t in mentions.trees if t.sentence.index == last.sentence)
    noun = " ".join(there[w].text for w in (*there.children(last.head, "compound"), last.head))
    words = mention.text.removesuffix("s") if token.text == "others" else mention.text
    joint = " " if token.upos == "NUM" or token.text == "others" else " of "
    return mentions.add(replace(mention, type=last.type, form=f"{words}{joint}{noun}"))


def _is_of_things(mentions: Mentions, tree: Tree, word: int) -> bool:
    """True of the 47 of "attacked 217 ships and captured 47": as many ships."""
    verb = tree[word].head
    if tree[word].deprel != "obj" or tree[verb].deprel != "conj":
        return False
    first = tree.child(tree[verb].head, "obj")
    thing = None if first is None or tree.child(first, "nummod") is None else mentions.of(tree, first)
    return thing is not None and mentions.lexicon.is_a(thing.type, "item")


def _told(tree: Tree, mention: Mention) -> str:
    """What many people are called by what became of them, as other ones may be as many: "dozens injured"."""
    verb = tree[mention.head].head
    near = (*tree.children(mention.head, "amod", "acl"), *tree.children(verb, "xcomp"), verb)
    told = next((tree[w] for w in near if tree[w].xpos in OUTCOMES), None)
    return mention.text if told is None else f"{mention.text} {told.text}"


def _counted_before(mentions: Mentions, tree: Tree) -> list[Mention]:
    """The people counted in the sentences just before."""
    near = [t for t in mentions.trees if 0 < tree.sentence.index - t.sentence.index <= REACH]
    return [m for t in near for m in mentions.inside(t) if _number(mentions, t, m)]


def people(mentions: Mentions, tree: Tree, word: int) -> Mention | None:
    """Those whom a noun calls by what they do, though no list has it: "hikers", "settlers"."""
    token = tree[word]
    noun = token.lemma.lower()
    is_doer = noun.endswith(DOING) and noun not in THINGS and mentions.lexicon.of_noun(noun) is None
    if token.xpos != "NNS" or not is_doer:
        return None
    start, end = tree.phrase(word)
    group = mentions.lexicon.ontology.part("group")
    return mentions.add(mentions.make(tree, Naming(start, end, word, group, Kind.NOMINAL, 0.6)))


def _elsewhere(mentions: Mentions, tree: Tree, mention: Mention) -> Mention:
    """The number as those whom the article first counts as as many, if it does."""
    number = _value(tree, mention.head)
    trees = {t.sentence.index: t for t in mentions.trees}
    same = [m for m in mentions.all.values() if _number(mentions, trees[m.sentence], m) == number]
    others = [m for m in same if m.sentence != mention.sentence]
    if number is None or number <= CHANCE or not others:
        return replace(mention, form=f"{mention.text} people")
    first = min(others, key=lambda m: (m.span.start, m.id))
    return replace(mention, antecedent=first.id, type=first.type, form=first.form or first.text)


def _number(mentions: Mentions, tree: Tree, mention: Mention) -> int | float | None:
    """How many people a description counts."""
    is_people = mentions.lexicon.is_a(mention.type, "group") or mentions.lexicon.is_a(mention.type, "unit")
    if not is_people or mention.kind is not Kind.NOMINAL:
        return None
    return _value(tree, mention.head) if tree[mention.head].upos == "NUM" else how_many(tree, mention.head)


def how_many(tree: Tree, noun: int) -> int | float | None:
    """The number that counts a noun."""
    number = tree.child(noun, "nummod")
    return None if number is None else _value(tree, number)


def _value(tree: Tree, numeral: int) -> int | float | None:
    """The number that a numeral and those before it on it make: "8" and "million"."""
    words = [*(c for c in tree.children(numeral, "nummod", "compound") if c < numeral), numeral]
    text = " ".join(tree[w].text for w in words)
    return None if text.lower() in SCALES else value(text)
