"""Ties found in annotated documents -> counts -> rates, by relation; needs no torch."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import NamedTie, Sentence
from kg.ontology import Ontology
from training import ties
from training.related import Related


@dataclass(slots=True)
class TieScore:
    """Ties between things of a document, however often it states them.

    A tie found is right if it is annotated, or follows from an annotated one (whoever works for a body is a member of
    it); an annotated one is hit if it, or one that follows from it, is found. `near` are annotated ties of things
    that some sentence names both.
    """

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def add(
        self, document: Related, sentences: Sequence[Sentence], found: Iterable[NamedTie], ontology: Ontology
    ) -> None:
        gold, told = ties.stated(document, ontology), ties.told(document, sentences, found)
        right = ties.with_wider(gold, ontology)
        together = _together(document)
        self.found.update(name for _, name, _ in told)
        self.right.update(triple[1] for triple in told if triple in right)
        self.gold.update(name for _, name, _ in gold)
        self.near.update(name for a, name, b in gold if (a, b) in together)
        self.hit.update(triple[1] for triple in gold if not ties.with_wider([triple], ontology).isdisjoint(told))

    @property
    def relations(self) -> list[str]:
        """Those that are annotated or found, most frequent first."""
        return sorted(self.gold | self.found, key=lambda name: (-self.gold[name], name))

    def precision(self, names: Iterable[str]) -> float:
        return _share(self.right, self.found, names)

    def recall(self, names: Iterable[str]) -> float:
        return _share(self.hit, self.gold, names)

    def recall_near(self, names: Iterable[str]) -> float:
        """Of the ties of things that some sentence names both."""
        return _share(self.hit, self.near, names)

    def f1(self, names: Sequence[str]) -> float:
        precision, recall = self.precision(names), self.recall(names)
        return 2 * precision * recall / max(1e-9, precision + recall)


def _share(part: Counter[str], whole: Counter[str], names: Iterable[str]) -> float:
    each = list(names)
    return sum(part[n] for n in each) / max(1, sum(whole[n] for n in each))


def _together(document: Related) -> set[tuple[ties.End, ties.End]]:
    """Couples of things that a sentence names both."""
    by_sentence: dict[int, set[int]] = {}
    for (sentence, _, _), thing in document.names.items():
        by_sentence.setdefault(sentence, set()).add(thing)
    return {(a, b) for here in by_sentence.values() for a in here for b in here if a != b}
