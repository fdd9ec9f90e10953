"""Counting: what of the gold was found, what of the built graph is right, and every slip in words."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from kg.evaluate import align, clusters, items
from kg.evaluate.align import contains, normal
from kg.evaluate.counts import Accuracy, Count, Fault, Part, Slip, Used
from kg.evaluate.facts import OWN_VOICE, Facts, Happening, Key, Said, Thing, Tie
from kg.evaluate.items import Item, Node, Statement, differ
from kg.ontology import Ontology

_Kept = TypeVar("_Kept", Thing, Happening)


def score(gold: Facts, built: Facts, used: Used, ontology: Ontology, *, document: str = "") -> tuple[Part, list[Slip]]:
    """Return the scores of a built graph against the gold of the same articles, and all slips.

    Both must already be restricted to these articles; `document` is what the slips call them.
    """
    scorer = _Scorer(gold, built, used, ontology, _Tally(document))
    scorer.score_things()
    scorer.score_ties()
    scorer.score_happenings()
    scorer.score_claims()
    scorer.tally.counts[clusters.WITHIN] = clusters.within(gold, built)
    return scorer.tally.part(), scorer.tally.slips


@dataclass(slots=True)
class _Tally:
    """Grows while scoring."""

    document: str
    counts: dict[str, Count] = field(default_factory=dict)
    accuracies: dict[str, Accuracy] = field(default_factory=dict)
    by_type: dict[str, Count] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)

    def part(self) -> Part:
        return Part(self.counts, self.accuracies, dict(sorted(self.by_type.items())))

    def compare(self, row: str, gold: Sequence[Item], built: Sequence[Item], pairs: Mapping[Any, Hashable]) -> None:
        """Count a row: `pairs` are the keys found to be the same, gold to built."""
        right = set(pairs.values())
        self.counts[row] = Count()
        for item in gold:
            self._add(row, item, Count(found=int(item.key in pairs), gold=1))
        for item in built:
            self._add(row, item, Count(right=int(item.key in right), built=1))
        self._slip(row, Fault.MISSED, (i for i in gold if i.key not in pairs))
        self._slip(row, Fault.SPURIOUS, (i for i in built if i.key not in right))

    def _add(self, row: str, item: Item, count: Count) -> None:
        self.counts[row] += count
        of_type = f"{row}/{item.type}"
        self.by_type[of_type] = self.by_type.get(of_type, Count()) + count

    def _slip(self, row: str, fault: Fault, found: Iterable[Item]) -> None:
        self.slips += sorted(Slip(self.document, row, fault, i.words) for i in found)

    def judge(self, row: str, verdicts: Iterable[tuple[bool, str]]) -> None:
        """Count an accuracy: (is right, what differs in words) for each matched item."""
        verdicts = list(verdicts)
        self.accuracies[row] = Accuracy(sum(right for right, _ in verdicts), len(verdicts))
        self.slips += sorted(Slip(self.document, row, Fault.DIFFERS, words) for right, words in verdicts if not right)


class _Scorer:
    """Aligns once, then scores row by row."""

    def __init__(self, gold: Facts, built: Facts, used: Used, ontology: Ontology, tally: _Tally) -> None:
        self.gold, self.used, self.ontology, self.tally = gold, used, ontology, tally
        things = align.things(gold, built, ontology)
        self.same = {**things, **align.happenings(gold, built, things, ontology)}
        self.built = self._in_scope(built)
        self.ties = self._match_ties()
        self.ours, self.theirs = items.namer(gold), items.namer(built)

    def _in_scope(self, built: Facts) -> Facts:
        """The built graph without the classes and properties that the gold does not use, and without publishers that no
        words name: they stand for the article's own voice."""
        used = self.used.properties
        linked = {node for a in built.articles for node in a.nodes}
        things = (t for t in built.things if t.mentions or t.id not in linked or t.id in self.same.values())
        return Facts(
            articles=built.articles,
            things=self._counting(tuple(things)),
            ties=tuple(t for t in built.ties if t.predicate in used),
            happenings=tuple(
                replace(
                    h,
                    slots=frozenset(s for s in h.slots if s.role in used),
                    figures=tuple(f for f in h.figures if f.count in used),
                )
                for h in self._counting(built.happenings)
            ),
        )

    def _counting(self, nodes: tuple[_Kept, ...]) -> tuple[_Kept, ...]:
        matched = set(self.same.values())
        return tuple(n for n in nodes if n.id in matched or self.used.covers(n.type, self.ontology))

    def _pairs(self, gold: tuple[_Kept, ...], built: tuple[_Kept, ...]) -> list[tuple[_Kept, _Kept]]:
        there = {n.id: n for n in built}
        return [(n, there[self.same[n.id]]) for n in gold if n.id in self.same]

    def _same_class(self, pairs: Iterable[tuple[_Kept, _Kept]]) -> Iterator[bool]:
        """Whether the class of each, as the gold knows it, is the gold's."""
        return (g.type == self.used.nearest(b.type, self.ontology) for g, b in pairs)

    # ------------------------------------------------------------ entities

    def score_things(self) -> None:
        """All entities, those with a name apart, and whether the class is right."""
        ours, theirs = (list(map(items.of_thing, f.things)) for f in (self.gold, self.built))
        self.tally.compare("entities", ours, theirs, self.same)
        told = len(self.tally.slips)
        ours, theirs = ([items.of_thing(t) for t in f.things if t.is_named] for f in (self.gold, self.built))
        self.tally.compare("named entities", ours, theirs, self.same)
        del self.tally.slips[told:]  # they are among the entities' slips
        pairs = self._pairs(self.gold.things, self.built.things)
        words = [differ(self.ours(g.id), g.type, b.type) for g, b in pairs]
        kin = [align.related(g.type, b.type, self.ontology) for g, b in pairs]
        self.tally.judge("entity class", zip(self._same_class(pairs), words, strict=True))
        told = len(self.tally.slips)
        self.tally.judge("entity class or kin", zip(kin, words, strict=True))
        del self.tally.slips[told:]

    # ------------------------------------------------------------ relations

    def score_ties(self) -> None:
        """Relations that are plain triples."""
        ours = [items.of_tie(t, self.ours) for t in self.gold.ties if t.is_direct]
        theirs = [items.of_tie(t, self.theirs) for t in self.built.ties if t.is_direct]
        direct = {i.key for i in ours}, {i.key for i in theirs}
        pairs = {g: b for g, b in self.ties.items() if g in direct[0] and b in direct[1]}
        self.tally.compare("relations", ours, theirs, pairs)

    def _match_ties(self) -> dict[Key, Key]:
        """Relations with the same ends, one to one: the same property first, then one that implies it."""
        candidates = sorted(
            (distance, g.is_direct != b.is_direct, i, j)
            for i, g in enumerate(self.gold.ties)
            for j, b in enumerate(self.built.ties)
            if (distance := self._distance(g, b)) is not None
        )
        found: dict[Key, Key] = {}
        for _, _, i, j in candidates:
            g, b = self.gold.ties[i].key, self.built.ties[j].key
            if g not in found and b not in found.values():
                found[g] = b
        return found

    def _distance(self, gold: Tie, built: Tie) -> int | None:
        """0 for the same statement, more for one that says as much in other words, None for another statement."""
        implied = int(gold.predicate != built.predicate)
        if implied and gold.predicate not in self.ontology.super_relations(built.predicate):
            return None
        subject = self.same.get(gold.subject)
        if gold.is_literal:
            ours, theirs = normal(gold.object), normal(built.object)
            alike = contains(ours, theirs) or contains(theirs, ours)
            return implied + 2 * (ours != theirs) if alike and subject == built.subject else None
        ends, there = (subject, self.same.get(gold.object)), (built.subject, built.object)
        turned = self.ontology.relations[built.predicate].symmetric and ends[::-1] == there
        return implied if turned or ends == there else None

    # ------------------------------------------------------------ events

    def score_happenings(self) -> None:
        """Events by class, then their roles, quantities and date bounds."""
        ours, theirs = self.gold.happenings, self.built.happenings
        self.tally.compare(
            "events",
            [items.of_happening(h, self.ours) for h in ours],
            [items.of_happening(h, self.theirs) for h in theirs],
            self.same,
        )
        pairs = self._pairs(ours, theirs)
        words = [differ(items.title(g), g.type, b.type) for g, b in pairs]
        self.tally.judge("event class", zip(self._same_class(pairs), words, strict=True))
        self._compare("roles", items.slots(ours, self.ours), items.slots(theirs, self.theirs))
        self._compare("quantities", items.figures(ours), items.figures(theirs))
        self._compare("date bounds", items.bounds(ours), items.bounds(theirs))

    def _compare(self, row: str, gold: Iterable[Item], built: Iterable[Item]) -> None:
        """Count a row whose keys are equal once the gold's nodes are translated."""
        ours, theirs = list(gold), list(built)
        there = {i.key for i in theirs}
        pairs = {i.key: key for i in ours if (key := self._translated(i.key)) in there}
        self.tally.compare(row, ours, theirs, pairs)

    def _translated(self, key: Hashable) -> Hashable:
        """A gold key in terms of the built graph; a node without a counterpart becomes None."""
        if isinstance(key, Node):
            node = self.same.get(key.id)
            return Node(node) if node is not None else None
        if isinstance(key, Statement):
            statement = self.ties.get(key.key)
            return Statement(statement) if statement is not None else None
        return tuple(map(self._translated, key)) if isinstance(key, tuple) else key

    # ------------------------------------------------------------ claims

    def score_claims(self) -> None:
        """Who says what how firmly: whole claims, then source and modality where the statement was matched."""
        self._compare("claims", items.claims(self.gold, self.ours), items.claims(self.built, self.theirs))
        pairs = [(words, *pair) for words, ours, theirs in self._matched() for pair in self._paired(ours, theirs)]
        self.tally.judge(
            "source",
            (
                (self._same_source(g, b), differ(words, items.voices(g, self.ours), items.voices(b, self.theirs)))
                for words, g, b in pairs
            ),
        )
        self.tally.judge(
            "modality", ((g.modality == b.modality, differ(words, g.modality, b.modality)) for words, g, b in pairs)
        )

    def _matched(self) -> Iterator[tuple[str, tuple[Said, ...], tuple[Said, ...]]]:
        """Every statement that both make, in words, with the claims of both."""
        theirs = {t.key: t for t in self.built.ties}
        for tie in self.gold.ties:
            if tie.key in self.ties:
                yield items.of_tie(tie, self.ours).words, tie.claims, theirs[self.ties[tie.key]].claims
        for g, b in self._pairs(self.gold.happenings, self.built.happenings):
            yield items.title(g), g.claims, b.claims

    def _paired(self, gold: tuple[Said, ...], built: tuple[Said, ...]) -> Iterator[tuple[Said, Said]]:
        """One to one, the most alike first; what is left over on one side counts in "claims" only."""
        order = sorted((-self._alike(g, b), i, j) for i, g in enumerate(gold) for j, b in enumerate(built))
        ours, theirs = set(range(len(gold))), set(range(len(built)))
        for _, i, j in order:
            if i in ours and j in theirs:
                ours.remove(i)
                theirs.remove(j)
                yield gold[i], built[j]

    def _alike(self, gold: Said, built: Said) -> int:
        same_modality, same_document = gold.modality == built.modality, gold.document == built.document
        return 4 * self._same_source(gold, built) + 2 * same_modality + same_document

    def _same_source(self, gold: Said, built: Said) -> bool:
        return any((s if s == OWN_VOICE else self.same.get(s)) in built.sources for s in gold.sources)
