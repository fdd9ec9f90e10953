"""Offices and ranks before a person's name: "border guard commander Major General Roe" is one person.

Parsers hang such words now on the name, now on the verb; here they are read in the order they stand in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg import places
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import MODIFIERS, head_of
from kg.extract.tree import Tree
from kg.model import NamedSpan, Token
from kg.ontology.honorifics import abbreviations, given, honorifics, particles

LONGEST = 5
"""Words of the longest office that is listed, its hyphens counted."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
OF = frozenset({"of", "for"})
PAST = frozenset({"former", "ex", "late", "then", "ousted", "deposed"})
"""Of who held an office before."""
PASSING = frozenset("new current longtime incoming outgoing embattled exiled popular powerful prominent".split())
"""What is said of who holds an office, and is no part of it."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office or rank at words [start, end) of a sentence; `head` is its noun, `term` the listed words in it."""

    start: int
    end: int
    head: int
    term: str


class Offices:
    """Reads the offices of one sentence."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree, self.lexicon = tree, lexicon
        self._words = [_spelt(token) for token in tree.tokens]
        labelled = [n for n in tree.sentence.names if lexicon.of_label(n.type)]
        self._named = {w for n in labelled for w in range(n.start, n.end) if not self._begins_with_office(n, w)}

    def _begins_with_office(self, name: NamedSpan, word: int) -> bool:
        return self.lexicon.names_person(name.type) and word < self.proper(name)

    def proper(self, name: NamedSpan) -> int:
        """Where a person's name begins that the annotator has begin with an office, now and then: "Minister Roe"."""
        within = range(name.start, min(name.end, name.start + LONGEST))
        start = max((w + 1 for w in within if self._leads(name.start, w)), default=name.start)
        start = max(start, name.start + title_end(self._words[name.start : name.end], self.lexicon))
        is_given = start + 1 == name.end and self._words[start - 1] in given()
        return start - 1 if is_given and start > name.start else start

    def _leads(self, start: int, word: int) -> bool:
        """True of an office that a name from `start` on begins with; "Hassan Sheikh Omar" is all name."""
        is_name = word > start and self._words[word] in given() and not self.is_office(word - 1)
        is_title = self.lexicon.is_title(" ".join(self._words[word - 1 : word + 1]))
        return self.is_office(word) and (not is_name or is_title)

    def is_office(self, word: int) -> bool:
        return self.lexicon.is_office(self._words[word])

    def at(self, noun: int) -> Office | None:
        """The office whose noun stands there: "deputy defence minister", "secretary of state"."""
        for end in range(min(len(self.tree), noun + 4), noun, -1):
            office = self.ending(end)
            if office is not None and end - len(office.term.split()) <= noun:
                return office if office.head == noun else None  # no "secretary" in "secretary general"
        return None

    def before(self, start: int) -> list[Office]:
        """The offices right before a word, the nearest first: a rank, an office, another one joined to it by "and"."""
        found: list[Office] = []
        at = start
        while (office := self._next(at, is_first=not found)) is not None:
            found.append(office)
            at = office.start
        return found

    def _next(self, at: int, *, is_first: bool) -> Office | None:
        if at and self._words[at - 1] in honorifics() - abbreviations().keys() and not self.ending(at):
            return self._next(at - 1, is_first=is_first)  # "Governor Dr. Roe"
        found = self.ending(at) or (self._of(at) if is_first else None)
        if found is None and at > 1 and not is_first and self.tree[at - 1].text == "and":
            joined = self.ending(at - 1)
            return joined if joined and self.tree.child(joined.head, "det") is None else None
        return found

    def ending(self, end: int) -> Office | None:
        """The office whose last word stands before `end`, with what narrows it down."""
        if end == 0 or not self.lexicon.ends_title(self._words[end - 1]):
            return None
        for start in range(max(0, end - LONGEST), end):
            if self.tree[start].upos not in NOMINAL or self.tree[start].text == "-":
                continue
            words = [w for w in range(start, end) if self.tree[w].text != "-"]
            if self.tree[start].text[0].islower() and any(self.tree[w].text[0].isupper() for w in words):
                continue  # "director General Roe"
            term = " ".join(self._words[w] for w in words)
            if self.lexicon.is_title(term):
                head = next((w for w in range(start + 1, end) if self.tree[w].text in OF), end) - 1
                return Office(self._narrowed(start), end, head, term)
        return None

    def _of(self, end: int) -> Office | None:
        """ "Governor of the Lakes" before a name."""
        start = end
        while start and (self.tree[start - 1].upos in {*NOMINAL, "DET"}) and not self.ending(start):
            start -= 1
        if start < 2 or start == end or self.tree[start - 1].text not in OF:
            return None
        office = self.ending(start - 1)
        return replace(office, end=end) if office else None

    def _narrowed(self, start: int) -> int:
        """Where the words begin that narrow an office down: "exercise director", "deputy trade minister"."""
        while start and self._narrows(start - 1):
            start -= 3 if start > 2 and self.tree[start - 2].text == "-" else 1
        if start > 1 and self.tree[start - 1].text == "and" and self._shares(start - 2, start):
            return self._narrowed(start - 2)
        return start

    def _shares(self, word: int, start: int) -> bool:
        """True of "interior" in "interior and overseas minister": an office by itself with the same noun."""
        return any(
            self.lexicon.is_office(f"{self._words[word]} {self._words[w]}")
            for w in range(start, min(start + 3, len(self.tree)))
        )

    def _narrows(self, word: int) -> bool:
        token = self.tree[word]
        is_joined = token.deprel == "conj" and self.tree[word - 1].text == "and"
        is_modifier = is_joined or token.deprel in MODIFIERS | {"nmod:unmarked"}
        if token.upos not in NOMINAL or not is_modifier or word in self._named:
            return False
        if token.text[0].isupper() and self.tree[word + 1].text[0].islower():
            return False  # "English captain"
        is_state = any(known(token.text) for known in (places.demonym, places.state, places.union, places.capital_of))
        if is_state or token.lemma.lower() in PAST | PASSING:
            return False
        if self.lexicon.is_deputy(token.lemma.lower()):
            return True
        type_ = self.lexicon.of_noun(token.lemma.lower())
        return not self.is_office(word) and (type_ is None or not self.lexicon.is_a(type_, "agent"))

    def body(self, office: Office) -> tuple[int, int] | None:
        """Words [start, end) that describe whose office it is: "Kenyan foreign ministry" before "spokesman"."""
        head = office.start - 1
        if head < 0 or self.tree[head].upos not in NOMINAL or head in self._named:
            return None
        start = head
        while start and self.tree[start - 1].upos in NOMINAL and not self.is_office(start - 1):
            start -= 1
        words = [self.tree[w].lemma.lower() for w in range(start, head)]
        type_ = self.lexicon.of_noun(self.tree[head].lemma.lower(), words[-1:])
        is_body = type_ is not None and self.lexicon.is_a(type_, "organization")
        return (start, office.start) if is_body else None

    def owner(self, office: Office) -> int | None:
        """The head of the name right before an office: "the Lake Board spokeswoman"."""
        name = next(
            (n for n in self.tree.sentence.names if n.end == office.start and self.lexicon.of_label(n.type)), None
        )
        return head_of(self.tree, name.start, name.end) if name else None


def title_end(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words of a name an office with "of" is that it begins with: "secretary of state roe" -> 3."""
    of = next((i for i, word in enumerate(words) if word in OF), 0)
    ends = range(min(len(words) - 1, of + 3), of + 1, -1) if of else ()
    return next((end for end in ends if any(lexicon.is_title(" ".join(words[s:end])) for s in range(of))), 0)


def _spelt(token: Token) -> str:
    """The word as the offices are listed: "Gen." is "general"."""
    word = token.lemma.lower().removesuffix(".") or token.text
    return abbreviations().get(word, word)


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
        found = offices.before(name.start)
        if found:
            _hang(tokens, tree, name, found)
    if any(i in _above(tokens, token.head) for i, token in enumerate(tokens) if token.head != i):
        tokens = list(tree.tokens)  # a word would hang below itself: leave the parser's tree as it is
    missing = tuple(n for n in people if n not in tree.sentence.names and n.score < 1)
    if tokens == list(tree.tokens) and not missing:
        return tree
    return Tree(replace(tree.sentence, tokens=tuple(tokens), names=(*tree.sentence.names, *missing)))


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
        nouns = [w for w in words if lexicon.of_noun(_spelt(tree[w]))]
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
        above = tokens[top].head
        tokens[head] = replace(tokens[head], head=head if above == top else above, deprel=tokens[top].deprel)
        for i, token in enumerate(tokens):
            if token.head == top and i >= name.start and i != head:
                tokens[i] = replace(token, head=head)
    for office in offices:
        if office.head in _above(tokens, head):
            continue  # "a member of the Roe administration" is not Roe
        tokens[office.head] = replace(tokens[office.head], head=head, deprel="nmod:desc")
        for w in range(office.start, office.end):
            if w != office.head and tokens[w].head not in range(office.start, office.end):
                tokens[w] = replace(tokens[w], head=office.head, deprel="compound")


def _above(tokens: list[Token], word: int) -> set[int]:
    """The words that a word hangs below."""
    found: set[int] = set()
    while tokens[word].head not in found | {word}:
        word = tokens[word].head
        found.add(word)
    return found
