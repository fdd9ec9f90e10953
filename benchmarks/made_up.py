"""Made-up graphs of any size, of the shape of news: a fifth of the nodes are events, some 2.5 statements per node, and
ties prefer those who have many."""

import datetime as dt
import hashlib
import random
from collections.abc import Iterable

from kg.model import (
    Claim,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Granularity,
    Kind,
    Mention,
    MentionId,
    Modality,
    Relation,
    Resolution,
    Role,
    Span,
    TimeBounds,
)
from kg.ontology import Ontology

PER_ARTICLE = 25
SYLLABLES = "ba den for gil ha jor kel lum mar nor os pel rin sto tal ver wes yan zor qui".split()
MODALITIES = [Modality.ASSERTED] * 6 + [Modality.REPORTED] * 3 + [Modality.SPECULATIVE, Modality.DENIED]
NEW_YEAR = dt.date(2031, 1, 1)


def resolution(size: int, ontology: Ontology, *, seed: int = 7) -> Resolution:
    """Return a resolution with `size` nodes, their publisher not counted."""
    rng = random.Random(seed)
    kinds = [t.name for t in ontology.entities.values() if t.parents][:12]
    people = [Entity(EntityId(f"e{n}"), rng.choice(kinds), _name(n, rng)) for n in range(size - size // 5)]
    paper = Entity(EntityId("paper"), ontology.part("medium"), "The Paper")
    ties = [r.name for r in ontology.relations.values() if r.range in ontology.entities]
    writer = _Writer({p.id: p.name for p in people}, rng)
    popular = [people[0].id]
    relations, events = [], []
    for n in range(size * 3 // 2):
        ends = (people[n % len(people)].id, rng.choice(popular))
        if ends[0] != ends[1]:
            relations.append(Relation(rng.choice(ties), *ends, (writer.claim(ends),)))
        popular += ends
    for n in range(size // 5):
        type_ = rng.choice([e for e in ontology.events.values() if e.roles])
        who = tuple(dict.fromkeys(rng.choices(popular, k=3)))
        day = NEW_YEAR + dt.timedelta(days=rng.randrange(365))
        time = TimeBounds(day, None, None, day, "that day", Granularity.DAY)
        roles = tuple(Role(role, filler) for role, filler in zip([*type_.roles] * 3, who, strict=False))
        claim = writer.claim(who)
        events.append(Event(EventId(f"event-{n}"), type_.name, claim.spans[0], roles, (claim,), time=time))
    documents = writer.documents()
    return Resolution(
        documents, tuple(writer.mentions), (*people, paper), writer.refers_to, tuple(relations), tuple(events),
        {d.id: paper.id for d in documents},
    )  # fmt: skip


def _name(number: int, rng: random.Random) -> str:
    return " ".join("".join(rng.choices(SYLLABLES, k=2)).title() for _ in range(2)) + f" {number}"


class _Writer:
    """Writes a sentence for every claim, so many to an article."""

    def __init__(self, names: dict[EntityId, str], rng: random.Random) -> None:
        self.mentions: list[Mention] = []
        self.refers_to: dict[MentionId, EntityId] = {}
        self._names, self._rng = names, rng
        self._speakers = list(names)[:50]
        self._texts: list[list[str]] = []
        self._length = self._count = 0

    def claim(self, who: Iterable[EntityId]) -> Claim[EntityId]:
        if self._count % PER_ARTICLE == 0:
            self._texts.append([])
            self._length = 0
        self._count += 1
        document = DocumentId(f"doc-{len(self._texts) - 1}")
        start = self._length
        for n, person in enumerate(who):
            self._add(" and " if n else "")
            self._mention(document, person)
        self._add(f" were in it together, officials said on day {self._rng.randrange(365)}. ")
        modality = self._rng.choice(MODALITIES)
        sources = () if modality is Modality.ASSERTED else (self._rng.choice(self._speakers),)
        score = self._rng.choice([0.6, 0.8, 0.9])
        return Claim(document, (Span(start, self._length - 1),), modality, sources, score=score)

    def documents(self) -> tuple[Document, ...]:
        return tuple(
            Document(
                DocumentId(f"doc-{n}"), "".join(parts), hashlib.sha256(str(n).encode()).hexdigest(), f"{n}.txt",
                title=f"Article {n}", reference_date=NEW_YEAR + dt.timedelta(days=n % 365),
            )
            for n, parts in enumerate(self._texts)
        )  # fmt: skip

    def _add(self, words: str) -> None:
        self._texts[-1].append(words)
        self._length += len(words)

    def _mention(self, document: DocumentId, person: EntityId) -> None:
        words = self._names[person]
        where = Span(self._length, self._length + len(words))
        id_ = MentionId(f"{document}:{where.start}-{where.end}")
        self.mentions.append(Mention(id_, document, where, words, "", Kind.NAME, 0.9, 0, 0))
        self.refers_to[id_] = person
        self._add(words)
