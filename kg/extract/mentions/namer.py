"""Named spans -> what they name: states by reference data, the narrower class by the words in and beside the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg import places
from kg.extract.cues import Cues
from kg.extract.lexicon import Lexicon
from kg.extract.mentions.again import Known, again
from kg.extract.mentions.craft import craft, explained, outlets, speakers, thing, unions, without_kind
from kg.extract.mentions.metonyms import Metonyms
from kg.extract.mentions.naming import MODIFIERS, Naming, head_of, is_people, particles_end, with_saint
from kg.extract.mentions.states import StateNames
from kg.extract.tree import Tree
from kg.model import Document, Kind, NamedSpan
from kg.ontology.honorifics import forms_of_address, given

NEVER_IN_NAMES = frozenset({"VERB", "AUX", "PRON", "SCONJ", "INTJ"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth")
"""Numbers of units that belong to their names."""
HALVES = frozenset({"North", "South"})
"""What "the North" leaves of a state's name."""


class Namer:
    """Reads the names of one article."""

    def __init__(self, document: Document, trees: Sequence[Tree], lexicon: Lexicon, cues: Cues) -> None:
        self.document, self.lexicon, self.cues = document, lexicon, cues
        self._states, self._metonyms = StateNames(document, lexicon), Metonyms(lexicon, cues)
        self._surnames = {
            w for t in trees for n in t.sentence.names if lexicon.names_person(n.type) for w in _parts(t, n)
        }

    def names(self, tree: Tree) -> list[Naming]:
        """The names that the annotator found in a sentence, the longest first."""
        states = self._states.ranges(tree)
        spans = [n for name in self._single(tree) if (n := self._states.without(tree, name, states))]
        found = (self._name(tree, n) for n in sorted(spans, key=lambda n: (n.start - n.end, n.start)))
        return [n for n in found if n is not None]

    def _single(self, tree: Tree) -> list[NamedSpan]:
        """The annotator's names without those that only string two others together: "Oslo as well as Rome"."""
        names = [n for n in tree.sentence.names if self.lexicon.of_label(n.type) and not self._is_list(tree, n)]
        return [part for n in names if len(_within(n, names)) < 2 for part in self._split(tree, n)]

    def _is_list(self, tree: Tree, name: NamedSpan) -> bool:
        """True of a person's name that holds a comma: an office and a name, or two names; and of a building's that goes
        on to another: "Lakeford and the Ora road"."""
        tokens, label = tree.tokens[name.start : name.end], self.lexicon.of_label(name.type)
        if label is not None and self.lexicon.is_a(label, "facility"):
            return any(t.upos == "CCONJ" and u.upos == "DET" for t, u in pairwise(tokens))
        return self.lexicon.names_person(name.type) and any(t.text == "," for t in tokens)

    def _split(self, tree: Tree, name: NamedSpan) -> list[NamedSpan]:
        """A place and the one around it are two names: "Lakeford, Ohio". Of "Cairo airport", a town alone is named."""
        label = self.lexicon.of_label(name.type)
        if label is not None and self.lexicon.is_a(label, "facility") and tree[name.end - 1].text.islower():
            if self.lexicon.is_happening(tree[name.end - 1].lemma.lower()):
                return []  # "Lisbon car bombing"
            if self._is_towns(tree, name):
                place = self.lexicon.label_of(self.lexicon.ontology.part("place"))
                return [replace(name, end=name.end - 1, type=place)]
        commas = [w for w in range(name.start + 1, name.end - 1) if tree[w].text == ","]
        if not commas or label is None or not self.lexicon.is_a(label, "place"):
            return [name]
        return [replace(name, end=commas[0]), *self._split(tree, replace(name, start=commas[0] + 1))]

    def _is_towns(self, tree: Tree, name: NamedSpan) -> bool:
        """True of "Cairo airport": a capital or state, and what it has."""
        town = tree.span(name.start, max(name.start + 1, name.end - 1)).of(self.document.text)
        return bool(places.capital_of(town) or places.state(town))

    def told(self, tree: Tree) -> Iterator[Naming]:
        """What it passed over that the words beside it tell: names of ships and the like, media, parties."""
        yield from craft(tree, self.lexicon)
        yield from outlets(tree, self.lexicon)

    def others(self, tree: Tree, known: Known) -> Iterator[Naming]:
        """What else it passed over: names known from other sentences, unions of states, capitals, states wherever they
        stand alone, and who else speaks."""
        yield from again(tree, known, self.lexicon)
        yield from unions(tree, self.lexicon)
        yield from (n for name in self._capitals(tree) if (n := self._name(tree, name)))
        yield from (self._states.naming(tree, start, end) for start, end in self._states.ranges(tree))
        yield from speakers(tree, self.lexicon, self.cues)

    def _capitals(self, tree: Tree) -> list[NamedSpan]:
        """Single words that name a capital and that the annotator has passed over."""
        label = self.lexicon.label_of(self.lexicon.ontology.part("place"))
        taken = {w for n in tree.sentence.names if self.lexicon.of_label(n.type) for w in range(n.start, n.end)}
        return [
            NamedSpan(i, i + 1, label, 0.7)
            for i, t in enumerate(tree.tokens)
            if t.upos == "PROPN" and i not in taken and places.capital_of(t.text)
        ]

    def halves(self, tree: Tree) -> list[int]:
        """Where "the North", "the South" stand for a state of that half, or could."""
        return [
            i
            for i, token in enumerate(tree.tokens)
            if token.text in HALVES
            and token.upos == "PROPN"
            and token.deprel not in MODIFIERS
            and not tree.children(i, "flat", "compound")
            and i > 0
            and tree[i - 1].text.lower() == "the"
        ]

    # --- other names ------------------------------------------------------------------------------------------

    def _name(self, tree: Tree, name: NamedSpan) -> Naming | None:
        start, end = self._without_noun(tree, *_trim(tree, name.start, name.end))
        label = self.lexicon.of_label(name.type)
        if label is not None and self.lexicon.is_a(label, "item"):
            start, end = without_kind(tree, start, end, self.lexicon)
        text = tree.span(start, end).of(self.document.text) if start < end else ""
        is_person = label is not None and self.lexicon.is_a(label, "person")
        if label is None or not self._is_proper(tree, start, end, is_person=is_person) or text in HALVES:
            return None
        if tree.is_headline and end - start == 1 and self.lexicon.of_noun(text.lower()):
            return None  # "Army" of "Chad's Army Says"
        if not self.lexicon.is_a(label, "person") and (first := with_saint(tree, start)) < start:
            start, text = first, tree.span(first, end).of(self.document.text)
        if self.lexicon.is_a(label, "organization"):
            end = self._without_people(tree, start, end)
            start = self._with_number(tree, self._with_adjective(tree, start, end), end)
            text = tree.span(start, end).of(self.document.text)
        elif end - start == 1 and self.lexicon.is_a(label, "facility") and self._is_states(tree, start):
            start, text = start - 1, tree.span(start - 1, end).of(self.document.text)  # "U.S. Embassy"
        if is_person:
            while end - start > 1 and tree[start].text.lower().removesuffix(".") in forms_of_address() - given():
                start += 1  # "Hon. Roe"
            end = _with_particles(tree, start, end)
            text = tree.span(start, end).of(self.document.text)
        head, kind, type_ = head_of(tree, start, end), Kind.NAME, self.lexicon.of_name(name.type, text) or label
        is_people_word = self.lexicon.names_people(text.lower().removesuffix("s")) and not self.lexicon.is_a(
            label, "person"
        )
        if is_people_word or self.lexicon.is_a(
            label, "state"
        ):  # a people without a state of its own: "Kurds"; its adjective is no name
            group = self.lexicon.ontology.part("group")
            return Naming(start, end, head, group, kind, name.score) if is_people(tree, head) else None
        if self.lexicon.is_a(type_, "event"):
            return None  # a named occasion is told of by the words around it
        is_surname = text in self._surnames and places.state(text) is None and tree.preposition(head) is None
        if is_surname and self.lexicon.is_a(type_, "place"):
            type_ = self.lexicon.ontology.part("person")  # "Paris said", where a Roe Paris is named
        is_person = self.lexicon.is_a(type_, "person") and (" " in text or text in self._surnames)
        if places.capital_of(text) and not is_person:
            if self._metonyms.stands_for_state(tree, head, text):
                type_, kind = self.lexicon.ontology.part("state"), Kind.METONYM
            else:
                type_ = self.lexicon.of_place(text) or self.lexicon.ontology.part("facility")  # "at the White House"
        elif self.lexicon.is_a(type_, "place"):
            told = explained(tree, end, head, self.lexicon) if places.kind(text) is None else None
            start, end, head, type_ = self._with_place_noun(tree, start, end, head, type_)
            type_ = told or type_
        else:
            is_one = end - start == 1 and text not in self._surnames
            may_be = is_one or not self.lexicon.is_a(type_, "person")
            found = thing(tree, start, end, head, self.lexicon) or (self._outlet(tree, head) if may_be else None)
            type_ = found or self._described(tree, head, type_)
        return Naming(start, end, head, type_, kind, name.score)

    def _without_noun(self, tree: Tree, start: int, end: int) -> tuple[int, int]:
        """A place's name less the noun that says what it is: "city of Raqqah"."""
        if end - start > 2 and tree[start].text[0].islower() and tree[start + 1].text == "of":
            type_ = self.lexicon.of_noun(tree[start].lemma.lower())
            return (start + 2, end) if type_ and self.lexicon.is_a(type_, "place") else (start, end)
        return start, end

    def _without_people(self, tree: Tree, start: int, end: int) -> int:
        """Where a name ends that the annotator has go on to its people: "Lakes Front" of "Lakes Front fighters"."""
        last = tree[end - 1]
        is_common = last.text.islower() or tree.is_headline
        type_ = self.lexicon.of_noun(last.lemma.lower(), plural=True) if is_common else None
        is_people = type_ is not None and self.lexicon.is_a(type_, "agent") and last.xpos in {"NNS", "NNPS"}
        return end - 1 if is_people and end - start > 1 else end

    @staticmethod
    def _with_adjective(tree: Tree, start: int, end: int) -> int:
        """Where a name begins whose capitalised adjective the annotator left out: "Baltic" of "Baltic Central Bank"."""
        before = start - 1
        if (
            before < 0
            or end - start < 2
            or not tree[before].text[0].isupper()
            or tree[before].upos not in {"ADJ", "PROPN"}
        ):
            return start
        belongs = tree[before].head in range(start, end) and tree[before].deprel in {"amod", "compound"}
        longer = " ".join(t.text for t in tree.tokens[max(0, before - 1) : start])  # "South Korean"
        return before if belongs and not places.demonym(tree[before].text) and not places.demonym(longer) else start

    @staticmethod
    def _is_states(tree: Tree, word: int) -> bool:
        """True if the name of the state that has it stands right before a word."""
        before = tree[word - 1]
        return word > 0 and before.head == word and before.deprel == "compound" and bool(places.state(before.text))

    def _with_number(self, tree: Tree, start: int, end: int) -> int:
        """Where a unit's name begins whose number the annotator left out: "7th" of "7th Armoured Brigade"."""
        text = tree.span(start, end).of(self.document.text)
        type_ = self.lexicon.of_name(self.lexicon.label_of(self.lexicon.ontology.part("organization")), text)
        is_unit = type_ is not None and self.lexicon.is_a(type_, "unit")
        return start - 1 if start and is_unit and ORDINAL.fullmatch(tree[start - 1].text) else start

    @staticmethod
    def _is_proper(tree: Tree, start: int, end: int, *, is_person: bool) -> bool:
        words = [tree[w] for w in range(start, end)]
        text = "".join(t.text for t in words)
        if len(text) < 2 or "/" in text or not any(c.isupper() for c in text):
            return False
        marks = [i for i, t in enumerate(words) if t.text in '“”"']
        is_nickname = is_person and len(marks) == 2 and marks[0] > 0 and marks[1] < len(words) - 1
        is_clause = any(t.upos in NEVER_IN_NAMES and t.text[0].islower() for t in words)
        return not is_clause and (not marks or is_nickname)

    def _with_place_noun(self, tree: Tree, start: int, end: int, head: int, type_: str) -> tuple[int, int, int, str]:
        """ "Lyon" + "region" is one name."""
        outer = tree[head].head
        if tree[head].deprel in MODIFIERS and outer == end and tree[outer].upos in {"NOUN", "PROPN"}:
            noun = self.lexicon.of_noun(tree[outer].lemma.lower())
            if noun and self.lexicon.is_a(noun, "state") and tree[outer].xpos not in {"NNS", "NNPS"}:
                noun = self.lexicon.ontology.part("region")  # "Lagos state" is one of several
            is_place = noun and self.lexicon.is_a(noun, "place") and not self.lexicon.is_a(noun, "state")
            if noun and self.lexicon.is_a(noun, "settlement") and self.lexicon.is_a(type_, "region"):
                return start, end, head, type_  # "the West Bank town of Lakeford"
            if noun and is_place and not self.lexicon.is_a(type_, "state"):
                return start, outer + 1, outer, noun
        return start, end, head, type_

    def _outlet(self, tree: Tree, head: int) -> str | None:
        """The class of media, for a name that stands before such a noun: "the Al-Sahil news outlet"."""
        noun = tree[head].head
        if tree[head].deprel not in {"compound", "nmod:desc"} or tree[noun].upos != "NOUN" or noun < head:
            return None
        type_ = self.lexicon.of_noun(tree[noun].lemma.lower(), tree.modifiers(noun))
        return type_ if type_ and self.lexicon.follows_name(tree[noun].lemma.lower(), type_) else None

    def _described(self, tree: Tree, head: int, type_: str) -> str:
        """The narrower class a noun beside the name gives it: "the newspaper X", "the X news agency"."""
        words = tree.children(head, "compound", "nmod:desc", "appos", "flat")
        if tree[head].deprel in {"compound", "appos", "flat", "nmod:desc"}:
            words.append(tree[head].head)
        for word in words:
            if tree[word].upos in {"NOUN", "PROPN"}:
                noun = self.lexicon.of_noun(tree[word].lemma.lower(), tree.modifiers(word))
                is_other = noun is not None and self.lexicon.is_a(type_, "unit") and self.lexicon.is_a(noun, "company")
                if noun and noun != type_ and (is_other or self.lexicon.ontology.is_a(noun, type_)):
                    return noun  # also "the oil company Ora", which the annotator takes for a unit
        return type_


def _with_particles(tree: Tree, start: int, end: int) -> int:
    """Where a name ends that the annotator cut before a particle: "Abu Musab" of "Abu Musab al-Haddad"."""
    stop = particles_end(tree, end)
    is_cut = end < stop < len(tree) and tree[stop].upos == "PROPN" and tree[stop].text[0].isupper()
    is_one = is_cut and all(tree[w].deprel in {"flat", "punct"} and tree[w].head >= start for w in range(end, stop + 1))
    return stop + 1 if is_one else end


def _within(name: NamedSpan, names: Sequence[NamedSpan]) -> list[NamedSpan]:
    """The surer names inside a name that do not overlap."""
    inside = [n for n in names if name.start <= n.start and n.end <= name.end and n.score > name.score]
    return [n for n in inside if not any(o is not n and o.start <= n.start < o.end for o in inside)]


def _parts(tree: Tree, name: NamedSpan) -> list[str]:
    """The words of a name of several words: none of them, alone, is a town's."""
    return [t.text for t in tree.tokens[name.start : name.end]] if name.end - name.start > 1 else []


def _trim(tree: Tree, start: int, end: int) -> tuple[int, int]:
    while start < end and (tree[start].lemma.lower() == "the" or tree[start].upos == "PUNCT"):
        start += 1
    while end > start and (tree[end - 1].xpos == "POS" or tree[end - 1].upos == "PUNCT"):
        end -= 1
    closed = any(t.xpos == "-RRB-" for t in tree.tokens[start:end])  # "Ada Roe (L" of "Ada Roe (L)"
    return start, end if closed else next((i for i in range(start + 1, end) if tree[i].xpos == "-LRB-"), end)
