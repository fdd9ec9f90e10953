"""Offices and ranks before a person's name: "border guard commander Major General Roe" is one person.

Parsers hang such words now on the name, now on the verb; here they are read in the order they stand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import places
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import MODIFIERS, head_of
from kg.extract.tree import Tree
from kg.model import NamedSpan, Token
from kg.ontology.honorifics import abbreviations, forms_of_address, given

LONGEST = 5
"""Words of the longest office that is listed, its hyphens counted."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
OF = frozenset({"of", "for"})
PAST = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "toppled", "overthrown"})
"""Of who held an office before."""
OPPOSING = frozenset({"anti", "co"})
"""What a hyphen ties to the field of an office: "anti-corruption prosecutor"."""
PASSING = frozenset(
    "new current longtime incoming outgoing embattled exiled popular powerful prominent unnamed anonymous "
    "top renowned famous noted leading influential controversial".split()
)
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
        self._words = [spelt(token) for token in tree.tokens]
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

    def address(self, start: int) -> list[Office]:
        """The form of address right before a word: "Hon." of "Hon. Roe"."""
        is_there = start > 0 and self._words[start - 1] in forms_of_address()
        return [Office(start - 1, start, start - 1, self._words[start - 1])] if is_there else []

    def _next(self, at: int, *, is_first: bool) -> Office | None:
        if at and self._words[at - 1] in forms_of_address() and not self.ending(at):
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
            is_word = self.tree[start].upos in NOMINAL or self.tree[start].xpos == "VBG"  # "managing director"
            if not is_word or self.tree[start].text == "-":
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
        while start and (self._narrows(start - 1) or self._is_deputys(start - 1)):
            start -= 3 if start > 2 and self.tree[start - 2].text == "-" else 1
        if start > 1 and self.tree[start - 1].text == "-" and self._words[start - 2] == "co":
            return self._narrowed(start - 2)  # "co-chair"
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
        if word > 1 and self.tree[word - 1].text == "-" and self._is_of_rank(word - 2):
            return False
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
        is_free = type_ is None or not self.lexicon.is_a(type_, "agent") or self._is_of_people(word, type_)
        return not self.is_office(word) and is_free

    def _is_of_rank(self, word: int) -> bool:
        """True of what a hyphen ties to a word into a description of somebody: "far" of "far-right", "four" of
        "four-term"."""
        is_describing = self.tree[word].upos in {"ADJ", "ADV", "NUM"}
        return is_describing and not self.lexicon.is_deputy(self._words[word]) and self._words[word] not in OPPOSING

    def _is_deputys(self, word: int) -> bool:
        """True of "department" in "deputy department director", which is no department of its own."""
        before = self.tree[word - 1].lemma.lower() if word else ""
        return self.lexicon.is_deputy(before) and self.tree[word].xpos == "NN" and word not in self._named

    def _is_of_people(self, word: int, type_: str) -> bool:
        """True of "student leader" and "Public Security Minister": whom an office is about, and not whose it is."""
        token, after = self.tree[word], self.tree[word + 1]
        if self.lexicon.is_a(type_, "person"):
            return token.xpos == "NN" and bool(self.lexicon.offices_called(after.lemma.lower()))
        return self.lexicon.is_a(type_, "group") and token.text[0].isupper() and after.text[0].isupper()

    def body(self, office: Office) -> tuple[int, int] | None:
        """Words [start, end) that describe whose office it is: "Kenyan foreign ministry" before "spokesman"; of several
        ("Kenyan army officers") all words tell who they are."""
        head = office.start - 1
        if self.tree[office.head].xpos in {"NNS", "NNPS"}:
            return None
        if head < 0 or self.tree[head].upos not in NOMINAL or head in self._named:
            return None
        start = head
        while start and self.tree[start - 1].upos in NOMINAL and not self.is_office(start - 1):
            if self.tree[start - 1].lemma.lower() in PAST:
                break  # "a former navy officer" is of the navy that is
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


def spelt(token: Token) -> str:
    """The word as the offices are listed: "Gen." is "general"."""
    word = (token.text if token.xpos == "VBG" else token.lemma).lower().removesuffix(".") or token.text
    return abbreviations().get(word, word)
