"""Offices hung on the name that they stand before, and names that only their office gives away."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses import above
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import head_of, with_words
from kg.extract.mentions.offices import Office, Offices, spelt
from kg.extract.tree import Tree
from kg.model import NamedSpan, Token
from kg.ontology.honorifics import particles


def attached(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with every office before a person's name hung on the name, and with names that only their office gives
    away."""
    offices = Offices(tree, lexicon)
    people = _people(tree, lexicon, offices)
    tokens = list(tree.tokens)
    for i, token in enumerate(tree.tokens):
        if token.upos in {"NOUN", "PROPN"} and (office := offices.at(i)):
            if (body := offices.body(office)) is not None:
                _gather(tokens, range(*body), office.head)
            elif (owner := offices.owner(office)) is not None and tree[owner].deprel == "appos":
                tokens[owner] = replace(tokens[owner], head=office.head, deprel="compound")
    for name in people:
        found = offices.before(name.start) or offices.address(name.start)
        if found:
            _hang(tokens, tree, name, found)
    missing = tuple(n for n in people if n not in tree.sentence.names and n.score < 1)
    return with_words(tree, tokens, missing)


def _people(tree: Tree, lexicon: Lexicon, offices: Offices) -> list[NamedSpan]:
    """The names of people, less the offices the annotator has them begin with."""
    found = []
    for name in tree.sentence.names:
        if lexicon.names_person(name.type) and not _is_listed(tree, name):
            start = offices.proper(name)
            if start < name.end:
                found.append(name if start == name.start else replace(name, start=start, score=1.0))
    return sorted([*found, *_unnamed(tree, lexicon, offices)], key=lambda n: n.start)


def _is_listed(tree: Tree, name: NamedSpan) -> bool:
    """True of a span that strings an office and a name, or two names, together."""
    return any(tree[w].text == "," for w in range(name.start, name.end))


def _unnamed(tree: Tree, lexicon: Lexicon, offices: Offices) -> Iterator[NamedSpan]:
    """Two words or more after an office, or set beside a person, that the parser reads as a name and the annotator
    passed over."""
    label = lexicon.label_of(lexicon.ontology.part("person"))
    taken = {w for n in tree.sentence.names if lexicon.of_label(n.type) for w in range(n.start, n.end)}
    for i, token in enumerate(tree.tokens):
        end = i + 1
        while end < len(tree) and _goes_on(tree, end):
            end += 1
        words = range(i, end)
        is_name = (
            token.upos == "PROPN"
            and len(words) > 1
            and all(tree[w].text[0].isupper() or tree[w].text in {"-", *particles()} for w in words)
        )
        if not is_name or not taken.isdisjoint(words):
            continue
        office = next(iter(offices.before(i)), None)
        is_held = office is not None and tree[office.head].text[0].isupper()
        nouns = [w for w in words if lexicon.of_noun(spelt(tree[w]))]
        is_surname = nouns == [i] and offices.ending(i) is not None  # "President Park Min-ho"
        if (is_held and (not nouns or is_surname)) or (not nouns and _renames_a_person(tree, lexicon, i)):
            yield NamedSpan(i, end, label, 0.6)


def _renames_a_person(tree: Tree, lexicon: Lexicon, word: int) -> bool:
    """True of an apposition to who can only be a person: "her counterpart, Jo Roe"."""
    token = tree[word]
    type_ = lexicon.of_noun(tree[token.head].lemma.lower()) if token.deprel == "appos" else None
    return type_ is not None and lexicon.is_a(type_, "person") and tree[word - 1].text == ","


def _gather(tokens: list[Token], body: range, office: int) -> None:
    """Make a body the one modifier of its office, and what hung on the office before it a modifier of the body."""
    head = body[-1]
    for w in body[:-1]:
        if tokens[w].head not in body[:-1]:
            tokens[w] = replace(tokens[w], head=head)
    tokens[head] = replace(tokens[head], head=office, deprel="compound")


def _goes_on(tree: Tree, word: int) -> bool:
    """True of a further word of a person's name, and of a hyphen or particle inside one."""
    token = tree[word]
    if token.text == "-" or token.text in particles():
        return word + 1 < len(tree) and (tree[word + 1].upos == "PROPN" or _goes_on(tree, word + 1))
    return token.upos == "PROPN" and (token.deprel == "flat" or tree[word - 1].text in {"-", *particles()})


def _hang(tokens: list[Token], tree: Tree, name: NamedSpan, offices: list[Office]) -> None:
    """Make the name the head of its offices, and heir to whatever they hung on."""
    head = head_of(tree, name.start, name.end)
    run = {*range(min(o.start for o in offices), name.start)}
    top = head
    while tokens[top].head in {*run, *range(name.start, name.end)} and tokens[top].head != top:
        top = tokens[top].head
    if top != head:
        over = tokens[top].head
        tokens[head] = replace(tokens[head], head=head if over == top else over, deprel=tokens[top].deprel)
        for i, token in enumerate(tokens):
            if token.head == top and i >= name.start and i != head:
                tokens[i] = replace(token, head=head)
    for office in offices:
        if office.head in above(tokens, head):
            continue  # "a member of the Roe administration" is not Roe
        tokens[office.head] = replace(tokens[office.head], head=head, deprel="nmod:desc")
        for w in range(office.start, office.end):
            if w != office.head and tokens[w].head not in range(office.start, office.end):
                tokens[w] = replace(tokens[w], head=office.head, deprel="compound")
