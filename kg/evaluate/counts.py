"""What scoring gives back: counts, accuracies, and slips in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.evaluate.facts import Facts
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Count:
    """Two fractions: `found` of `gold` (recall), `right` of `built` (precision); whole numbers of items, or sums of
    what is found and right of each."""

    found: float = 0
    gold: int = 0
    right: float = 0
    built: int = 0

    def __add__(self, other: "Count") -> "Count":
        found, gold = self.found + other.found, self.gold + other.gold
        return Count(found, gold, self.right + other.right, self.built + other.built)

    @property
    def precision(self) -> float | None:
        """None if nothing was built."""
        return self.right / self.built if self.built else None

    @property
    def recall(self) -> float | None:
        """None if the gold has nothing of the kind."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None if there is nothing to compare on either side."""
        if not self.gold and not self.built:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`right` of `total` matched items."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Accuracy") -> "Accuracy":
        return Accuracy(self.right + other.right, self.total + other.total)

    @property
    def share(self) -> float | None:
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Part:
    """The scores of some articles; rows stand in the order of reporting."""

    counts: Mapping[str, Count] = field(default_factory=dict)
    accuracies: Mapping[str, Accuracy] = field(default_factory=dict)
    by_type: Mapping[str, Count] = field(default_factory=dict)
    """Row and class or property ("events/...") to its count."""

    def __add__(self, other: "Part") -> "Part":
        return Part(
            {k: self.counts.get(k, Count()) + other.counts.get(k, Count()) for k in {**self.counts, **other.counts}},
            {
                k: self.accuracies.get(k, Accuracy()) + other.accuracies.get(k, Accuracy())
                for k in {**self.accuracies, **other.accuracies}
            },
            {
                k: self.by_type.get(k, Count()) + other.by_type.get(k, Count())
                for k in sorted({*self.by_type, *other.by_type})
            },
        )


class Fault(StrEnum):
    """MISSED: in the gold only; SPURIOUS: in the built graph only; DIFFERS: matched, but not alike in one respect."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """One disagreement, in words; `row` is the score it counts in."""

    document: str
    row: str
    fault: Fault
    words: str


@dataclass(frozen=True, slots=True)
class Scores:
    """`total` is the sum over the gold files; a file of several articles is scored as one there, merges included."""

    total: Part
    documents: tuple[tuple[str, Part], ...]
    """Every article by itself."""
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """The classes and properties that the gold uses: only these count."""

    classes: frozenset[str]
    properties: frozenset[str]

    @classmethod
    def by(cls, gold: Iterable[Facts]) -> "Used":
        """Return what any of the gold files uses."""
        facts = list(gold)
        happenings = [h for f in facts for h in f.happenings]
        roles = {s.role for h in happenings for s in h.slots} | {q.count for h in happenings for q in h.figures}
        return cls(
            classes=frozenset({t.type for f in facts for t in f.things} | {h.type for h in happenings}),
            properties=frozenset(roles | {t.predicate for f in facts for t in f.ties}),
        )

    def nearest(self, type_: str, ontology: Ontology) -> str:
        """The class itself if the gold uses it, else the nearest superclass that it uses: gold of an older ontology
        cannot say "Vessel" where it says "Item"."""
        return next((c for c in (type_, *ontology.ancestors(type_)) if c in self.classes), type_)

    def covers(self, type_: str, ontology: Ontology) -> bool:
        """True if the gold uses the class or one of its superclasses."""
        return type_ in self.classes or any(a in self.classes for a in ontology.ancestors(type_))
