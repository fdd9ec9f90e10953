"""What is compared: the things, ties and happenings of some articles, read from Turtle or from compact gold."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kg.model import Modality

OWN_VOICE = ""
"""Source of what an article says itself, whether a graph names the publisher, the agency or nobody for it."""


Key = tuple[str, str, str]
"""Subject, property, object."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Some words of an article; compact gold does not say where they stand (start -1)."""

    text: str
    document: str
    start: int = -1
    end: int = -1

    @property
    def is_located(self) -> bool:
        return self.start >= 0


@dataclass(frozen=True, slots=True)
class Article:
    """One document; `path` is the name shown to users, `sha256` of the file's bytes, if known."""

    id: str
    path: str
    sha256: str | None = None
    nodes: frozenset[str] = frozenset()
    """What the document is linked to: its publisher, its agency, the place of its dateline."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its most specific class, its label first among its names, and where it is mentioned."""

    id: str
    type: str
    names: tuple[str, ...]
    mentions: tuple[Passage, ...]
    is_named: bool
    """False for descriptions such as "three border guards"."""

    @property
    def surfaces(self) -> frozenset[str]:
        """All strings that stand for it."""
        return frozenset(self.names) | {m.text for m in self.mentions}


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: on which words of which article, by whom, how firmly."""

    document: str
    sources: frozenset[str]
    modality: Modality
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation with the claims for it; `is_direct` if the graph also holds it as a plain triple."""

    subject: str
    predicate: str
    object: str
    is_literal: bool
    is_direct: bool
    claims: tuple[Said, ...]

    @property
    def key(self) -> Key:
        """Tells it from the other relations of its graph."""
        return self.subject, self.predicate, self.object


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One filler of a role. `documents`: the articles that say so, empty if nothing finer than the event is known."""

    role: str
    filler: str
    is_event: bool = False
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of an event, by what it counts and its inclusive bounds."""

    count: str
    bound: str
    minimum: float | None
    maximum: float | None
    text: str
    documents: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str, float | None, float | None]:
        """Two figures with the same key say the same."""
        return self.count, self.bound, self.minimum, self.maximum


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its most specific class, who fills which role, and the words it rests on."""

    id: str
    type: str
    label: str
    slots: frozenset[Slot]
    figures: tuple[Figure, ...]
    bounds: frozenset[tuple[str, str]]
    """(name of the bound, ISO date), without the bounds that another one implies."""
    claims: tuple[Said, ...]
    words: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything comparable about some articles."""

    articles: tuple[Article, ...]
    things: tuple[Thing, ...]
    ties: tuple[Tie, ...]
    happenings: tuple[Happening, ...]


def united(ties: Iterable[Tie], symmetric: Collection[str]) -> tuple[Tie, ...]:
    """Return the relations with one per statement: repeated ones, and both directions of symmetric ones, as one."""
    found: dict[Key, Tie] = {}
    for tie in ties:
        one, other = sorted((tie.subject, tie.object)) if tie.predicate in symmetric else (tie.subject, tie.object)
        tie = replace(tie, subject=one, object=other)
        before = found.get(tie.key)
        if before:
            tie = replace(tie, claims=before.claims + tie.claims, is_direct=before.is_direct or tie.is_direct)
        found[tie.key] = tie
    return tuple(found.values())


def telling(bounds: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Return the bounds that no other one implies, so that two ways of writing one day compare as equal.

    What ended by a day had begun by it, and what began on or after a day still went on then:

    >>> sorted(telling({"notBefore": "2025-12-27", "startedBy": "2025-12-27", "notAfter": "2025-12-27"}))
    [('notAfter', '2025-12-27'), ('notBefore', '2025-12-27')]
    """
    implied = {("startedBy", bounds.get("notAfter")), ("ongoingOn", bounds.get("notBefore"))}
    return frozenset(item for item in bounds.items() if item not in implied)


def restrict(facts: Facts, documents: Iterable[str]) -> Facts:
    """Return only what the given documents say: their claims, mentions, and the fillers that these leave standing."""
    wanted = frozenset(documents)
    ties = tuple(tie for t in facts.ties if (tie := _tie_within(t, wanted)).claims)
    happenings = [happening for h in facts.happenings if (happening := _happening_within(h, wanted)).claims]
    articles = tuple(a for a in facts.articles if a.id in wanted)
    used = {node for a in articles for node in a.nodes} | {s.filler for h in happenings for s in h.slots}
    used |= {end for t in ties for end in (t.subject, t.object)}
    claims = [c for t in ties for c in t.claims] + [c for h in happenings for c in h.claims]
    used |= {source for c in claims for source in c.sources}
    things = tuple(
        replace(t, mentions=tuple(m for m in t.mentions if m.document in wanted))
        for t in facts.things
        if any(m.document in wanted for m in t.mentions) or (not t.mentions and t.id in used)
    )
    standing = {t.id for t in things} | {h.id for h in happenings}
    return Facts(
        articles=articles,
        things=things,
        ties=tuple(t for t in ties if t.subject in standing and (t.is_literal or t.object in standing)),
        happenings=tuple(
            replace(h, slots=frozenset(s for s in h.slots if s.filler in standing)) for h in happenings
        ),
    )  # fmt: skip


def _tie_within(tie: Tie, wanted: frozenset[str]) -> Tie:
    claims = tuple(c for c in tie.claims if c.document in wanted)
    return replace(tie, claims=claims, is_direct=tie.is_direct and any(c.modality.is_fact for c in claims))


def _happening_within(happening: Happening, wanted: frozenset[str]) -> Happening:
    return replace(
        happening,
        claims=tuple(c for c in happening.claims if c.document in wanted),
        slots=frozenset(s for s in happening.slots if not s.documents or s.documents & wanted),
        figures=tuple(f for f in happening.figures if not f.documents or f.documents & wanted),
        words=tuple(w for w in happening.words if w.document in wanted),
    )


def rename_documents(facts: Facts, names: dict[str, str]) -> Facts:
    """Return the same facts with documents called as in `names`; others keep theirs."""

    def passage(p: Passage) -> Passage:
        return replace(p, document=names.get(p.document, p.document))

    def said(claims: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(
            replace(c, document=names.get(c.document, c.document), evidence=tuple(map(passage, c.evidence)))
            for c in claims
        )

    def among(documents: frozenset[str]) -> frozenset[str]:
        return frozenset(names.get(d, d) for d in documents)

    return Facts(
        articles=tuple(replace(a, id=names.get(a.id, a.id)) for a in facts.articles),
        things=tuple(replace(t, mentions=tuple(map(passage, t.mentions))) for t in facts.things),
        ties=tuple(replace(t, claims=said(t.claims)) for t in facts.ties),
        happenings=tuple(
            replace(
                h,
                claims=said(h.claims),
                words=tuple(map(passage, h.words)),
                slots=frozenset(replace(s, documents=among(s.documents)) for s in h.slots),
                figures=tuple(replace(f, documents=among(f.documents)) for f in h.figures),
            )
            for h in facts.happenings
        ),
    )
