"""States, their peoples and adjectives, by reference data: where they are named, and what else a name holds."""

from dataclasses import replace

from kg import places
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import MODIFIERS, Naming, head_of, is_people
from kg.extract.mentions.offices import title_end
from kg.extract.tree import Tree
from kg.model import Document, Kind, NamedSpan
from kg.ontology.honorifics import abbreviations, given

LANDS = frozenset({"North", "South", "Latin", "Central", "Native"})
"""Words before "American" that make it a people of many states."""
PEOPLES = ("ch", "sh", "ese", "ss")
"""How the adjectives end that with "the" name a whole people."""
BETWEEN = frozenset({"inter", "pan", "trans", "afro", "ibero", "latin"})
"""What "-American" or "-African" is of many states after."""
LONGEST = 6
"""Words of the longest name of a state that is looked for."""


class StateNames:
    """Finds the states that one article names."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self._ranges: dict[int, list[tuple[int, int]]] = {}

    def ranges(self, tree: Tree) -> list[tuple[int, int]]:
        """Word ranges that name a state or its people, the longest at each place; other names keep their words."""
        index = tree.sentence.index
        if index not in self._ranges:
            self._ranges[index] = self._find(tree)
        return self._ranges[index]

    def _find(self, tree: Tree) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(tree):
            ends = range(min(len(tree), start + LONGEST), start, -1)
            end = next((e for e in ends if self._names_state(tree, start, e)), None)
            if end is not None and not self._is_inside_name(tree, start, end):
                found.append((self._with_quarter(tree, start, end), end))
            start = end or start + 1
        return found

    def _names_state(self, tree: Tree, start: int, end: int) -> bool:
        if not tree[start].text[0].isupper() or tree[start].upos == "DET":
            return False
        if start and tree[start - 1].text in LANDS and tree[start - 1].deprel in MODIFIERS | {"advmod"}:
            return False  # "South American" is of no state
        if start > 1 and tree[start - 1].text == "-" and tree[start - 2].text.lower() in BETWEEN:
            return False
        if not tree[end - 1].text[-1].isalnum() and tree[end - 1].text[-1] != ".":
            return False
        text = tree.span(start, end).of(self.document.text)
        return places.state(text) is not None or places.demonym(text) is not None

    def _with_quarter(self, tree: Tree, start: int, end: int) -> int:
        """Where a state's name begins with the quarter of it that is meant: "southern Iraq"."""
        text = tree.span(start - 1, end).of(self.document.text) if start else ""
        return start - 1 if places.whole(text) and tree[end - 1].deprel not in MODIFIERS else start

    def _is_inside_name(self, tree: Tree, start: int, end: int) -> bool:
        """True within a longer name ("Indian Space Agency") or a person's ("Jordan Roe", "Chad")."""
        for name in tree.sentence.names:
            label = self.lexicon.of_label(name.type)
            if label is None or not (name.start <= start and end <= name.end):
                continue
            rest = [i for i in range(name.start, name.end) if not start <= i < end]
            is_proper = tree[name.end - 1].text[0].isupper() and tree[name.start].upos != "DET"
            if start == name.start and self.lexicon.is_a(label, "person") and self._is_led(tree, end, name.end - 1):
                continue  # "Kenyan Prime Minister Roe"
            if rest and is_proper and any(tree[i].upos in {"PROPN", "NOUN"} for i in rest):
                return True
            if self.lexicon.is_a(label, "person") and end - start == 1:
                return True
        return False

    def _is_led(self, tree: Tree, start: int, last: int) -> bool:
        """True if an office begins there, before the last word of a name: "Foreign Minister" of "Foreign Minister
        Roe"."""
        words = [tree[w].lemma.lower() for w in range(start, last)]
        return any(self.lexicon.is_title(" ".join(words[:n])) for n in (1, 2))

    def without(self, tree: Tree, name: NamedSpan, states: list[tuple[int, int]]) -> NamedSpan | None:
        """The name less the state and the office it begins with ("Turkish leader Roe"); None if nothing is left."""
        start = name.start
        for first, end in states:
            if first <= start < end:
                start = end
            elif start < end and first < name.end:
                return None
        if self.lexicon.names_person(name.type):
            offices = [w for w in range(start, min(name.end, start + 5)) if self._leads(tree, start, w)]
            spelt = title_end([t.lemma.lower() for t in tree.tokens[start : name.end]], self.lexicon)
            start = start + spelt if spelt else offices[-1] + 1 if offices else start
            if offices and start + 1 == name.end and tree[start - 1].lemma.lower() in given():
                start -= 1  # "Dean Roe"
            return replace(name, start=start) if start < name.end else None
        end = self._before_office(tree, start, name.end)
        return replace(name, start=start, end=end) if start < end else None

    def _before_office(self, tree: Tree, start: int, end: int) -> int:
        """Where a name ends whose last words begin an office: no "Defence" of "Defence Minister" is an organization,
        and "Harbour Board Press" of "Harbour Board Press Secretary" has a word too many."""
        if end == len(tree):
            return end
        words = [tree[w].lemma.lower() for w in range(start, end + 1)]
        offices = (w for w in range(end - start) if self.lexicon.is_title(" ".join(words[w:])))
        return start + next((w for w in offices if not self._is_body(words[w])), end - start)

    def _is_body(self, lemma: str) -> bool:
        type_ = self.lexicon.of_noun(lemma)
        return type_ is not None and self.lexicon.is_a(type_, "organization")

    def _leads(self, tree: Tree, start: int, word: int) -> bool:
        """True of an office that a name from `start` on begins with; "Hassan Sheikh Omar" is all name."""
        is_name = word > start and tree[word].lemma.lower() in given() and not self._is_office(tree, word - 1)
        return self._is_office(tree, word) and (not is_name or self.lexicon.is_title(_pair(tree, word - 1)))

    def _is_office(self, tree: Tree, word: int) -> bool:
        token = tree[word]
        if token.upos in {"ADJ", "DET"} and token.text.islower():
            return True
        if token.upos not in {"NOUN", "PROPN"}:
            return False
        short = token.lemma.lower().removesuffix(".")
        lemma = abbreviations().get(short, token.lemma.lower())
        return self.lexicon.of_noun(lemma) is not None and (token.text.islower() or self.lexicon.is_office(lemma))

    def naming(self, tree: Tree, start: int, end: int) -> Naming:
        text = tree.span(start, end).of(self.document.text)
        head = head_of(tree, start, end)
        type_, kind = self.lexicon.ontology.part("state"), Kind.NAME
        if places.whole(text):
            type_ = self.lexicon.ontology.part("region")
        elif places.demonym(text) and (places.state(text) is None or tree[head].deprel in MODIFIERS):
            kind = Kind.DEMONYM
            if is_people(tree, head):
                type_, kind = self.lexicon.ontology.part("group"), Kind.NOMINAL
            elif tree.child(head, "det", "nummod") is not None and tree[head].deprel not in MODIFIERS:
                is_all = text.endswith(PEOPLES)
                is_several = text.endswith("s") and places.demonym(text[:-1]) is not None
                people = self.lexicon.ontology.part("group" if is_several else "person")
                type_ = type_ if is_all else people
                kind = Kind.METONYM if is_all else Kind.NOMINAL  # "the French" are France, "the Iraqi" is a man
                start -= not is_all and start > 0 and tree[start - 1].deprel in {"det", "nummod"}
        return Naming(start, end, head, type_, kind, 0.98)


def _pair(tree: Tree, word: int) -> str:
    return f"{tree[word].lemma.lower()} {tree[word + 1].lemma.lower()}"
