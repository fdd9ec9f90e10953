"""What an apposition stands beside: in "Roe, an analyst at CNA, a think tank", the think tank is no person."""

from dataclasses import replace

from kg import places
from kg.extract.dependencies import INDEFINITE
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import head_of, with_words
from kg.extract.tree import Tree
from kg.model import NamedSpan

CLOSING = frozenset({",", ".", ";", ")"})
SEVERAL = frozenset({"were", "are", "have"})


def rehung(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with every apposition that a parser set beside a person, but that only what was named right before it
    can be, beside that, and the other way round; and what is said of a person besides, listed with an apposition and
    not with the person."""
    tree = _parted(tree, lexicon)
    tokens = list(tree.tokens)
    for i, token in enumerate(tree.tokens):
        if (first := _further(tree, lexicon, i)) is not None:
            tokens[i] = replace(token, head=first)
        if (office := _office_of(tree, lexicon, i)) is not None:
            tokens[i] = replace(token, head=office)
        if (place := _place_of(tree, lexicon, i)) is not None:
            tokens[i] = replace(token, head=place, deprel="appos")
        if token.deprel != "appos" or token.upos != "NOUN" or not _is_of_person(tree, lexicon, token.head):
            continue
        name = _before(tree, lexicon, tree.phrase(i)[0])
        if name is not None and _may_be(tree, lexicon, i, name):
            tokens[i] = replace(token, head=head_of(tree, name.start, name.end))
    return with_words(tree, tokens)


def _parted(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with a name behind two offices of two states on the second: "the Malian leader and Chadian President
    Roe" are two people."""
    tokens = list(tree.tokens)
    for i, token in enumerate(tree.tokens):
        first, second = token.head, i - 1
        if token.deprel != "appos" or not _is_of_person(tree, lexicon, i) or not first < second:
            continue
        joint = next((c for c in range(first + 1, second) if tree[c].deprel == "cc"), None)
        owners = [_states(tree, first), _states(tree, second)]
        if joint is not None and tree[second].head in {first, i} and all(owners) and owners[0] != owners[1]:
            tokens[i] = replace(token, deprel="conj")
            tokens[second] = replace(tree[second], head=i, deprel="nmod:desc")
            tokens[joint] = replace(tree[joint], head=i)
    return with_words(tree, tokens)


def _states(tree: Tree, office: int) -> set[str]:
    """The states that an office is said to be of by a demonym."""
    return {state.code for c in tree.children(office, "amod") if (state := places.demonym(tree[c].text))}


def _office_of(tree: Tree, lexicon: Lexicon, i: int) -> int | None:
    """The noun that a person's name stands beside: "chairman" for "the chairman of the League, Roe, left"."""
    body = tree[i].head
    if tree[i].deprel != "appos" or not _is_of_person(tree, lexicon, i) or _is_of_person(tree, lexicon, body):
        return None
    office = tree[body].head
    is_holder = tree[body].deprel == "nmod" and tree[office].xpos == "NN" and _describes_person(tree, lexicon, office)
    is_body = tree[body].upos == "PROPN" or not _describes_person(tree, lexicon, body)
    is_behind = is_body and office < body < i and tree[i - 1].text == ","
    return office if is_holder and is_behind and lexicon.is_office(tree[office].lemma.lower()) else None


def _place_of(tree: Tree, lexicon: Lexicon, i: int) -> int | None:
    """The noun right before a name between commas that a parser hung elsewhere: "the capital" for "in the capital,
    Lakeford, he said"."""
    noun = i - 2
    if tree[i].upos != "PROPN" or noun < 0 or tree[i - 1].text != "," or tree.children(i, "case", "compound"):
        return None
    end = max([i, *tree.children(i, "flat")]) + 1
    type_ = lexicon.of_noun(tree[noun].lemma.lower()) if tree[noun].xpos == "NN" else None
    is_place = type_ is not None and lexicon.is_a(type_, "settlement") and tree.preposition(noun) is not None
    is_closed = end == len(tree) or tree[end].text in CLOSING
    is_elsewhere = tree[i].head not in {noun, i} and tree[i].deprel != "conj"
    return noun if is_place and is_closed and is_elsewhere else None


def _further(tree: Tree, lexicon: Lexicon, i: int) -> int | None:
    """The apposition that a description is listed with: "an analyst" for "Roe, an analyst and a former judge, said"."""
    token, joint = tree[i], tree.child(i, "cc")
    if token.deprel != "conj" or token.xpos != "NN" or joint is None or tree[joint - 1].text == ",":
        return None
    start, end = tree.phrase(i)
    is_closed = end == len(tree) or tree[end].text in CLOSING
    is_new = tree[start].text.lower() in INDEFINITE or not tree.children(i, "det", "nmod:poss")
    if not is_closed or not is_new or not _describes_person(tree, lexicon, i):
        return None
    if _is_of_person(tree, lexicon, token.head):
        is_one = not _has_plural(tree, token.head)
        return next((c for c in tree.children(token.head, "appos") if token.head < c < joint and is_one), None)
    above = next((w for w in (token.head, *tree.ancestors(token.head)) if _describes_person(tree, lexicon, w)), None)
    is_apposition = above is not None and above != token.head and tree[above].deprel == "appos"
    return above if is_apposition else None


def _describes_person(tree: Tree, lexicon: Lexicon, word: int) -> bool:
    type_ = lexicon.of_noun(tree[word].lemma.lower()) if tree[word].upos == "NOUN" else None
    return type_ is not None and lexicon.is_a(type_, "person")


def _has_plural(tree: Tree, subject: int) -> bool:
    """True of a subject that several are: "were killed"."""
    verb = tree[subject].head
    words = [verb, *tree.children(verb, "aux", "aux:pass", "cop")]
    return any(tree[w].text.lower() in SEVERAL or tree[w].xpos == "VBP" for w in words)


def _is_of_person(tree: Tree, lexicon: Lexicon, word: int) -> bool:
    return any(n.start <= word < n.end for n in tree.sentence.names if lexicon.names_person(n.type))


def _before(tree: Tree, lexicon: Lexicon, start: int) -> NamedSpan | None:
    """The name that ends right before the comma before a word."""
    names = (n for n in tree.sentence.names if n.end == start - 1 and lexicon.of_label(n.type))
    return next(names, None) if start > 1 and tree[start - 1].text == "," else None


def _may_be(tree: Tree, lexicon: Lexicon, noun: int, name: NamedSpan) -> bool:
    """True if a name is of the class that the noun describes, and that is no person's."""
    own, label = lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun)), lexicon.of_label(name.type)
    if own is None or label is None or lexicon.is_a(own, "person") or lexicon.is_a(own, "group"):
        return False
    return lexicon.ontology.is_a(own, label) or lexicon.ontology.are_kin(own, label)
