"""What an article says: who is mentioned, which ties and events are stated, who states them and how firmly."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NewType, TypeVar

from kg.model.changes import changed
from kg.model.document import Basis, Document, DocumentId, Kind, Span

MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
EventId = NewType("EventId", str)
"""An event of one article before resolving, a node of the graph after."""

Ref = TypeVar("Ref", MentionId, EntityId)
"""Who a statement is about: a mention before resolving, an entity after."""


class Granularity(StrEnum):
    DAY = "Day"
    MONTH = "Month"
    YEAR = "Year"
    UNDATED = "Undated"


class Modality(StrEnum):
    """From the firmest to the one that says it is not so; `strength` orders them."""

    ASSERTED = "Asserted"
    REPORTED = "Reported"
    SPECULATIVE = "Speculative"
    PLANNED = "Planned"
    DENIED = "Denied"

    @property
    def is_fact(self) -> bool:
        """True if a claim of this modality puts a plain triple into the graph."""
        return self is Modality.ASSERTED or self is Modality.REPORTED

    @property
    def strength(self) -> int:
        return _STRENGTHS[self]


_STRENGTHS = {modality: -n for n, modality in enumerate(Modality)}


class Bound(StrEnum):
    EXACT = "Exact"
    AT_LEAST = "AtLeast"
    AT_MOST = "AtMost"
    ABOUT = "About"
    BETWEEN = "Between"
    VAGUE = "Vague"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a thing is named. `name` is the span of the name proper inside a longer phrase."""

    id: MentionId
    document: DocumentId
    span: Span
    text: str
    type: str
    kind: Kind
    score: float
    sentence: int
    head: int
    """Index of the head word in the sentence."""
    antecedent: MentionId | None = None
    """A mention the text itself equates with this one (apposition, bracketed acronym, title before a name)."""
    form: str | None = None
    """What it would be called alone, where it shares words: "British forces" of "British and Japanese forces"."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[Ref]):
    """Who says so, how firmly, on which words. `sources` empty: the article's own voice."""

    document: DocumentId
    spans: tuple[Span, ...]
    modality: Modality
    sources: tuple[Ref, ...] = ()
    via: Ref | None = None
    cue: str | None = None
    """Words carrying attribution or modality; they occur literally in one of the spans."""
    quote: str | None = None
    """The source's words from quotation marks; they occur literally in one of the spans."""
    made_in: EventId | None = None
    as_of: dt.date | None = None
    score: float = 0.9
    method: str = ""

    @property
    def identity(self) -> tuple[DocumentId, tuple[Ref, ...], Modality, EventId | None]:
        """What makes two claims of one statement the same: read twice in an article, it is made once."""
        return self.document, self.sources, self.modality, self.made_in


def claims_made(claims: Iterable[Claim[Ref]]) -> int:
    """How many different claims of one statement these are."""
    return len({claim.identity for claim in claims})


@dataclass(frozen=True, slots=True)
class TimeBounds:
    """SEM's four bounds, inclusive days: it began in [not_before, started_by] and ended in [ongoing_on, not_after]."""

    not_before: dt.date | None = None
    started_by: dt.date | None = None
    ongoing_on: dt.date | None = None
    not_after: dt.date | None = None
    text: str | None = None
    granularity: Granularity = Granularity.UNDATED
    basis: Basis = Basis.INFERRED
    duration: str | None = None
    """xsd:duration, such as P120D."""

    @property
    def is_bounded(self) -> bool:
        return any((self.not_before, self.started_by, self.ongoing_on, self.not_after))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with inclusive bounds: "at least 600 soldiers" = minimum 600, no maximum, unit "soldiers"."""

    text: str
    bound: Bound
    minimum: int | float | None = None
    maximum: int | float | None = None
    value: int | float | None = None
    unit: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation(Generic[Ref]):
    """A stated tie; `object` is a Ref, or a `Literal` for literal-valued relations."""

    type: str
    subject: Ref
    object: "Ref | Literal"
    claims: tuple[Claim[Ref], ...]


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A string value of a literal-valued relation such as a title."""

    value: str


@dataclass(frozen=True, slots=True)
class Role(Generic[Ref]):
    """One filler of an event's role; `claims` only where its source or modality is not the event's."""

    name: str
    filler: Ref
    claims: tuple[Claim[Ref], ...] = ()


@dataclass(frozen=True, slots=True)
class Count(Generic[Ref]):
    """A quantity on an event ("killed": 600), with the claims that say so."""

    name: str
    quantity: Quantity
    claims: tuple[Claim[Ref], ...] = ()


@dataclass(frozen=True, slots=True)
class Event(Generic[Ref]):
    """Something talked about; not a promise that it happened. `trigger` is where it is named."""

    id: EventId
    type: str
    trigger: Span
    roles: tuple[Role[Ref], ...]
    claims: tuple[Claim[Ref], ...]
    counts: tuple[Count[Ref], ...] = ()
    time: TimeBounds = field(default_factory=TimeBounds)
    label: str | None = None
    content: tuple[str, ...] = ()
    """What was said or ordered, in order of the text."""
    purpose: str | None = None
    links: tuple[tuple[str, EventId], ...] = ()
    """Event-to-event roles: (role, event), such as ("partOf", ...)."""

    def fillers(self, *names: str) -> tuple[Ref, ...]:
        """The fillers of the named roles, in order; of all roles if none is named."""
        return tuple(r.filler for r in self.roles if not names or r.name in names)

    @property
    def is_told_as_fact(self) -> bool:
        """True if somebody asserts or reports it."""
        return any(claim.modality.is_fact for claim in self.claims)

    def cast(self, more: Iterable[Role[Ref]]) -> "Event[Ref]":
        """The event with further roles, each filler once."""
        held = {(r.name, r.filler) for r in self.roles}
        new: dict[tuple[str, Ref], Role[Ref]] = {(r.name, r.filler): r for r in more if (r.name, r.filler) not in held}
        return changed(self, roles=(*self.roles, *new.values())) if new else self


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing that an article tells of: its mentions, and what the article makes of it."""

    mentions: tuple[int, ...]
    """Their places among the mentions of the extraction."""
    type: str
    name: str
    key: tuple[str, ...]
    """What the same thing has in every article."""
    aliases: tuple[str, ...]
    reasons: tuple[str, ...]
    """Why the mentions are one thing."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """One back-end's findings in one article."""

    document: Document
    mentions: tuple[Mention, ...]
    relations: tuple[Relation[MentionId], ...]
    events: tuple[Event[MentionId], ...]
    unread: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    """The sentences that were read, in order of the text."""
    referents: tuple[Referent, ...] = ()
    """Who is who among the mentions, once that was asked (`kg.resolve.local.settled`)."""
