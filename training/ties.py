"""Ties of the corpora -> relations of the ontology; needs no torch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from kg.annotate.couples import Bools, Couples
from kg.extract.lexicon import lexicon
from kg.model import NamedSpan, NamedTie, Sentence
from kg.ontology import Ontology
from training.related import Fact, Related
from training.spans import fix_place

UNKNOWN = -1
SHARED = 0.5
"""Share of its words that a name found must have in common with an annotated one to be it."""

Meaning = tuple[str, bool]
"""A relation of the ontology; True if subject and object change places."""
End = int | tuple[int, int]
"""What a name names, as the corpus numbers it; else the name's place, as sentence and name."""
Triple = tuple[End, str, End]


@cache
def meanings(ontology: Ontology) -> dict[str, list[Meaning]]:
    """What each kind of tie may mean: properties of Wikidata by their numbers, relations by their names."""
    out: dict[str, list[Meaning]] = {}
    for name, relation in ontology.relations.items():
        for kinds, is_inverse in (((name, *relation.wikidata), False), (relation.inverse_wikidata, True)):
            for kind in kinds:
                out.setdefault(kind, []).append((name, is_inverse))
    return out


def meaning(ontology: Ontology, kind: str, subject: str | None, object_: str | None) -> Meaning | None:
    """The relation that a tie between things of these classes is: of those that fit, the one of the narrowest ends."""
    best: tuple[int, Meaning] | None = None
    for name, is_inverse in meanings(ontology).get(kind, ()):
        relation = ontology.relations[name]
        a, b = (object_, subject) if is_inverse else (subject, object_)
        if relation.is_literal or not a or not b:
            continue
        if ontology.is_a(a, relation.domain) and ontology.is_a(b, relation.range):
            depth = sum(len(ontology.ancestors(end)) for end in (relation.domain, relation.range))
            best = max(best or (-1, (name, is_inverse)), (depth, (name, is_inverse)), key=lambda x: x[0])
    return best[1] if best else None


def class_of(ontology: Ontology, label: str, text: str) -> str | None:
    """The class of what a named span of this label names; a demonym names its state."""
    return lexicon(ontology).of_name(fix_place(label, text), text)


def aligned(document: Related, sentence: int, name: NamedSpan) -> int | None:
    """What a name found names: by its words, else by the annotated name that shares most of them."""
    exact = document.names.get((sentence, name.start, name.end))
    if exact is not None:
        return exact
    shared = [
        (2 * (min(e, name.end) - max(s, name.start)) / (e - s + name.end - name.start), thing)
        for (i, s, e), thing in document.names.items()
        if i == sentence and s < name.end and name.start < e
    ]
    return max(shared)[1] if shared and max(shared)[0] > SHARED else None


@dataclass(frozen=True, slots=True)
class Labels:
    """What the network shall say of couples of names, types of these being the annotator's."""

    ontology: Ontology
    relations: tuple[str, ...]
    types: tuple[str, ...]

    def fits(self) -> Bools:
        """(r, types, types): whether names of these types may be subject and object of a relation."""
        classes = [class_of(self.ontology, t, "") for t in self.types]
        return np.array([[[self._fit(r, a, b) for b in classes] for a in classes] for r in self.relations])

    def _fit(self, name: str, subject: str | None, object_: str | None) -> bool:
        relation, is_a = self.ontology.relations[name], self.ontology.is_a
        ends = ((subject, relation.domain), (object_, relation.range))
        return all(a and any(is_a(c, a) and is_a(c, b) for c in self.ontology.entities) for a, b in ends)

    def of(self, document: Related, sentences: Sequence[Sentence], found: Couples) -> Any:
        """(m, r): 1 stated, 0 not, UNKNOWN."""
        out = np.zeros((len(found), len(self.relations)), np.int8)
        for row, couple in zip(out, found.each, strict=True):
            sentence = sentences[couple.sentence]
            names = [sentence.names[n] for n in (couple.subject, couple.object)]
            things = [aligned(document, couple.sentence, n) for n in names]
            classes = [self._class(document, t, sentence, n) for t, n in zip(things, names, strict=True)]
            self._leave_open(row, document, *classes)
            if things[0] is not None and things[0] == things[1]:
                row[:] = UNKNOWN
            elif None not in things:
                self._tell(row, document, couple.sentence, things, classes)
        return out

    def _class(self, document: Related, thing: int | None, sentence: Sentence, name: NamedSpan) -> str | None:
        """The annotated class of a thing, else that of the name found."""
        if thing is not None and document.things:
            return class_of(self.ontology, *document.things[thing])
        return class_of(self.ontology, name.type, " ".join(t.text for t in sentence.tokens[name.start : name.end]))

    def _leave_open(self, row: Any, document: Related, a: str | None, b: str | None) -> None:
        """Relations that the corpus may have left out between things of these classes are not known."""
        if document.kinds is None:
            return
        searched, left = (self._meant(kinds, a, b) for kinds in (document.kinds, document.open))
        for r, name in enumerate(self.relations):
            line = {name, *self.ontology.super_relations(name)}
            if name in left or not line & (searched - left):
                row[r] = UNKNOWN

    def _meant(self, kinds: Iterable[str], a: str | None, b: str | None) -> set[str]:
        both = [(meaning(self.ontology, k, a, b), meaning(self.ontology, k, b, a)) for k in kinds]
        return {
            m[0] for pair in both for m, is_turned in zip(pair, (False, True), strict=True) if m and m[1] == is_turned
        }

    def _tell(self, row: Any, document: Related, sentence: int, things: Sequence[Any], classes: Sequence[Any]) -> None:
        for facts, value in ((document.denied, 0), (document.facts, 1)):
            for name, fact in self._between(facts, things, classes):
                for one in self._following(name, value):
                    self._put(row, one, fact, sentence, value)

    def _following(self, name: str, value: int) -> Iterator[str]:
        """A relation, and wider ones if it is stated; if it is not, narrower ones."""
        for one in self.relations:
            narrow, wide = (name, one) if value else (one, name)
            if one == name or wide in self.ontology.super_relations(narrow):
                yield one

    def _put(self, row: Any, name: str, fact: Fact, sentence: int, value: int) -> None:
        """A tie that other sentences state may or may not be stated here."""
        if row[r := self.relations.index(name)] != 1:
            row[r] = value if sentence in fact.sentences or not fact.sentences else UNKNOWN

    def _between(
        self, facts: Iterable[Fact], things: Sequence[Any], classes: Sequence[Any]
    ) -> Iterator[tuple[str, Fact]]:
        """The facts that are ties of the first thing to the second, with the relation each is."""
        (a, b), (first, second) = things, classes
        for fact in facts:
            if (fact.subject, fact.object) not in {(a, b), (b, a)}:
                continue
            is_turned = fact.subject == b
            meant = meaning(self.ontology, fact.kind, *((second, first) if is_turned else (first, second)))
            if meant and (meant[1] == is_turned or self.ontology.relations[meant[0]].symmetric):
                yield meant[0], fact


def stated(document: Related, ontology: Ontology) -> set[Triple]:
    """The ties that the corpus annotates between things of the document, as relations of the ontology."""
    out: set[Triple] = set()
    for fact in document.facts:
        classes = [class_of(ontology, *document.things[end]) for end in (fact.subject, fact.object)]
        if meant := meaning(ontology, fact.kind, *classes):
            a, b = (fact.object, fact.subject) if meant[1] else (fact.subject, fact.object)
            out.add((a, meant[0], b))
            if ontology.relations[meant[0]].symmetric:
                out.add((b, meant[0], a))
    return out


def told(document: Related, sentences: Sequence[Sentence], ties: Iterable[NamedTie]) -> dict[Triple, float]:
    """The ties found between things of the document, each with its best score."""
    out: dict[Triple, float] = {}
    for tie in ties:
        places = ((tie.sentence, n) for n in (tie.subject, tie.object))
        things = [(aligned(document, i, sentences[i].names[n]), (i, n)) for i, n in places]
        a, b = (place if thing is None else thing for thing, place in things)
        if a != b:
            out[a, tie.type, b] = max(tie.score, out.get((a, tie.type, b), 0.0))
    return out


def with_wider(triples: Iterable[Triple], ontology: Ontology) -> set[Triple]:
    """The triples, and those of the relations that theirs are special cases of."""
    return {(a, one, b) for a, name, b in triples for one in (name, *ontology.super_relations(name))}
