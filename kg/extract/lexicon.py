"""Which class a word or a name belongs to: the ontology's word lists and the reference data, as look-ups."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kg import places
from kg.agencies import is_agency
from kg.ontology import Ontology
from kg.ontology.honorifics import honorifics


class Lexicon:
    """Look-ups from words to entity classes of one ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._singular: dict[str, str] = {}
        self._plural: dict[str, str] = {}
        self._pronouns: dict[str, tuple[str, ...]] = {}
        self._labels: dict[str, str] = {}
        self._reference: dict[str, str] = {}
        self._name_words: dict[str, list[str]] = {}
        self._prefixes: dict[str, str] = {}
        self._happenings = {n for e in ontology.events.values() for f in e.frames for n in f.nouns}
        literal = [r for r in ontology.relations.values() if r.is_literal]
        nouns = {noun for r in literal for noun in r.nouns}
        self._titles = nouns
        self._title_ends = frozenset(noun.split()[-1] for noun in nouns)
        self._offices = frozenset(
            {_noun_of(office) for office in nouns} | nouns | {h + s for h in honorifics() for s in ("", ".")}
        )
        self._mutual = frozenset(noun for r in ontology.relations.values() for noun in r.mutual)
        self._called = {r.inverse: r.state_nouns for r in ontology.relations.values() if r.inverse in r.nouns}
        self._deputies = frozenset(word for r in ontology.relations.values() for word in r.deputies)
        for name, entity in ontology.entities.items():
            self._singular |= dict.fromkeys(entity.heads, name)
            self._plural |= dict.fromkeys(entity.plural_heads, name)
            for word in entity.pronouns:
                self._pronouns[word] = (*self._pronouns.get(word, ()), name)
            for label in entity.annotator:
                self._labels[label] = name
            for word in entity.name_words:
                self._name_words.setdefault(word, []).append(name)
            self._prefixes |= dict.fromkeys(entity.name_prefixes, name)
            if entity.reference:
                self._reference[entity.reference] = name

    def is_a(self, type_: str, part: str) -> bool:
        """True if `type_` is the class playing `part`, or below it."""
        return self.ontology.is_a(type_, self.ontology.part(part))

    def of_label(self, label: str) -> str | None:
        """The class of one of the annotator's span labels."""
        return self._labels.get(label)

    def names_person(self, label: str) -> bool:
        """True if the annotator's label is that of people's names."""
        return self._names(label, "person")

    def names_place(self, label: str) -> bool:
        """True if the annotator's label is one of the names of places."""
        return self._names(label, "place")

    def _names(self, label: str, part: str) -> bool:
        type_ = self.of_label(label)
        return type_ is not None and self.is_a(type_, part)

    def label_of(self, type_: str) -> str:
        """The annotator's label for a class; the class itself if it has none."""
        return next((label for label, name in self._labels.items() if name == type_), type_)

    def of_pronoun(self, form: str) -> tuple[str, ...]:
        """The classes a pronoun can stand for; empty for words that are none."""
        return self._pronouns.get(form.lower(), ())

    def of_noun(self, lemma: str, modifiers: Iterable[str] = (), *, plural: bool = False) -> str | None:
        """The class a noun describes, two-word heads ("prime minister") first; None if no class has such a noun."""
        tables: tuple[Mapping[str, str], ...] = (
            (self._plural, self._singular) if plural else (self._singular, self._plural)
        )
        for word in [*(f"{m} {lemma}" for m in modifiers), lemma]:
            for table in tables:
                if word in table:
                    return table[word]
        return None

    def of_name(self, label: str, text: str) -> str | None:
        """The class of a named span: states and towns by reference data, sub-classes by words in the name."""
        base = self.of_label(label)
        if base is None:
            return None
        if self.is_a(base, "person"):
            return base
        if places.union(text) or is_agency(text):
            return self.ontology.part("organization" if places.union(text) else "medium")
        if places.body(text):
            return self.ontology.part("body")
        if self.is_a(base, "place"):
            if places.state(text):
                return self.ontology.part("state")
            return self._by_word(base, text) or self.of_place(text) or base
        if self.is_a(base, "organization") and places.state(text):
            return self.ontology.part("state")
        if self.is_a(base, "organization") and " " in text and places.is_known_region(text):
            return self.ontology.part("region")
        if self.is_a(base, "event"):
            return self._by_word(self.ontology.part("entity"), text.rsplit(maxsplit=1)[-1]) or base
        return self._by_word(base, text) or self._by_noun(base, text) or base

    def is_happening(self, lemma: str) -> bool:
        """True for nouns that name an event: a "bomb blast" is no bomb."""
        return lemma in self._happenings

    def is_tie(self, lemma: str) -> bool:
        """True for nouns for a tie itself: an "alliance with Chad" is nobody."""
        return lemma in self._mutual

    def of_prefix(self, word: str) -> str | None:
        """The class of names that begin with these capitals: "HMS"."""
        return self._prefixes.get(word)

    def follows_name(self, noun: str, type_: str) -> bool:
        """True of nouns behind the name of a medium, a company or a plain organization: "the Ora party"."""
        is_plain = type_ == self.ontology.part("organization") or self.is_a(type_, "company")
        return self.is_a(type_, "medium") or (is_plain and type_ in self._name_words.get(noun, ()))

    def of_actor(self, word: str) -> str | None:
        """The class of organizations whose names hold the word, if it names more than what they meet in: "church"."""
        return next((c for c in self._name_words.get(word, ()) if self.is_a(c, "organization")), None)

    def may_be_called(self, name: str, noun: str) -> bool:
        """True unless the name says itself what else it is, or all know it: neither a "Fisheries Council" nor the
        Knesset is "the ministry"."""
        known = places.body(name)
        words = (known[1] if known else name).lower().replace("-", " ").split()
        return noun in words or not (known or any(word in self._singular for word in words))

    def is_other_side(self, lemma: str) -> bool:
        """True for nouns that say what an agent is to another one, and nothing else: "ally", "rival"."""
        return lemma in self.ontology.entities[self.ontology.part("agent")].heads

    def names_people(self, lemma: str) -> bool:
        """True for the name of one of a faith or people: "muslim"."""
        return lemma in self.ontology.entities[self.ontology.part("group")].name_words

    def is_plain(self, lemma: str) -> bool:
        """True for nouns that name the people of any force ("troops", "soldiers"), not a kind of unit."""
        unit = self.ontology.entities[self.ontology.part("unit")]
        return lemma in unit.plural_heads and lemma not in unit.name_words

    def is_office(self, lemma: str) -> bool:
        """True for words of the offices and honorifics that stand before a person's name."""
        return lemma in self._offices

    def is_title(self, office: str) -> bool:
        """True of a whole office as it is listed: "prime minister"."""
        return office in self._titles

    def ends_title(self, word: str) -> bool:
        """True of the last word of some office."""
        return word in self._title_ends

    def offices_called(self, noun: str) -> frozenset[str]:
        """The offices of states whose holders a noun names, whichever they hold: "leader" for presidents and kings."""
        return self._called.get(noun, frozenset())

    def is_deputy(self, lemma: str) -> bool:
        """True for words that make any office another's deputy: "vice"."""
        return lemma in self._deputies

    def _by_word(self, base: str, text: str) -> str | None:
        """The narrower class that the last telling word or two before "of" and "for" decide: "Ministry of Armed
        Forces"; if none does, the last word of all: "House of Representatives"."""
        kernel, *rest = re.split(r" (?:of|for|in|at) ", text.lower(), maxsplit=1)
        words = [word.strip(".,'’") for word in kernel.replace("-", " ").split()]
        told = [t for i in range(len(words) - 1, -1, -1) for t in (" ".join(words[max(0, i - 1) : i + 1]), words[i])]
        for word in dict.fromkeys([*told, *(last for part in rest for last in part.split()[-1:])]):
            candidates = self._name_words.get(word, ())
            if base in candidates:
                return None
            for candidate in candidates:
                if self.ontology.is_a(candidate, base):
                    return candidate
        return None

    def _by_noun(self, base: str, text: str) -> str | None:
        """The narrower class that a common noun at the end of a name tells: "the Asad regime"."""
        before, _, last = text.rpartition(" ")
        found = self._singular.get(last) if before and last.islower() else None
        return found if found and self.ontology.is_a(found, base) else None

    def of_place(self, text: str) -> str | None:
        """The class the reference data gives a place of this name."""
        kind = places.kind(text)
        return self._reference.get(kind.value) if kind else None


def _noun_of(office: str) -> str:
    """ "secretary of state" -> secretary, "prime minister" -> minister."""
    return re.split(r" (?:of|in) ", office)[0].split()[-1]


@cache
def lexicon(ontology: Ontology) -> Lexicon:
    """One look-up per ontology."""
    return Lexicon(ontology)
