"""Findings on given words -> counts -> rates: trees as in the CoNLL 2018 shared task, names as in that of 2003."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kg.annotate.neural import Found
from training.spans import as_annotated

WORD_ROWS = ("upos", "lemma", "uas", "las", "full_las")


@dataclass(slots=True)
class Score:
    """What was right in the sentences added so far; spans by type.

    Every word counts, punctuation too. A lemma that the treebank leaves open ("_") is right whatever is found. LAS
    compares relations without their subtype ("nmod", not "nmod:poss"), `full_las` with it.
    """

    sentences: int = 0
    words: int = 0
    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def add(self, sentence: dict[str, Any], found: Found) -> None:
        """Count one prepared sentence (see `training.documents`); what its corpus does not annotate is left out."""
        self.sentences += 1
        if "head" in sentence:
            self._add_words(sentence, found)
        gold = {(a, b, t) for a, b, t in sentence["spans"]}
        types = sentence["types"]
        seen = ((s.start, s.end, as_annotated(s.type, types)) for s in found.spans)
        guess = {span for span in seen if span[2] in types}
        for counter, spans in ((self.gold, gold), (self.found, guess), (self.hit, gold & guess)):
            counter.update(t for _, _, t in spans)

    def _add_words(self, sentence: dict[str, Any], found: Found) -> None:
        self.words += len(sentence["words"])
        for i, gold in enumerate(sentence["head"]):
            is_attached = found.heads[i] == (gold - 1 if gold else i)
            relation, guess = sentence["deprel"][i], found.relations[i]
            self.right["upos"] += found.upos[i] == sentence["upos"][i]
            self.right["lemma"] += sentence["lemma"][i] in {"_", found.lemma[i]}
            self.right["uas"] += is_attached
            self.right["las"] += is_attached and relation.partition(":")[0] == guess.partition(":")[0]
            self.right["full_las"] += is_attached and relation == guess

    def share(self, row: str) -> float:
        """The words that are right in one of WORD_ROWS, between 0 and 1."""
        return self.right[row] / max(1, self.words)

    def precision(self, types: Iterable[str]) -> float:
        return _sum(self.hit, types) / max(1, _sum(self.found, types))

    def recall(self, types: Iterable[str]) -> float:
        return _sum(self.hit, types) / max(1, _sum(self.gold, types))

    def f1(self, types: Iterable[str]) -> float:
        """Of the spans of these types together."""
        return 2 * _sum(self.hit, types) / max(1, _sum(self.gold, types) + _sum(self.found, types))

    @property
    def types(self) -> list[str]:
        """The types of span that occur, most frequent first."""
        return sorted(self.gold | self.found, key=lambda t: (-self.gold[t], t))

    def rates(self) -> dict[str, float]:
        """{"upos", "lemma", "uas", "las", "full_las"} of a treebank and {"f1"} of names, four digits."""
        out = {row: round(self.share(row), 4) for row in WORD_ROWS} if self.words else {}
        return out | ({"f1": round(self.f1(self.types), 4)} if self.gold else {})


def _sum(counter: Counter[str], types: Iterable[str]) -> int:
    return sum(counter[t] for t in types)
