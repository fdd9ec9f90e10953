"""The nouns every stage speaks: frozen values, no behaviour beyond what follows from their fields.

Type names (classes, relations, roles) are plain strings here; only the ontology says which exist.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, Generic, NewType, TypeVar, cast

DocumentId = NewType("DocumentId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
EventId = NewType("EventId", str)
"""An event of one article before resolving, a node of the graph after."""

Ref = TypeVar("Ref", MentionId, EntityId)
"""Who a statement is about: a mention before resolving, an entity after."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Basis(StrEnum):
    """How a date is known; the values are the ontology's individuals."""

    EXPLICIT = "Explicit"
    RESOLVED = "Resolved"
    INFERRED = "Inferred"


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


class Kind(StrEnum):
    """How a mention names its thing."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    METONYM = "Metonym"
    DEMONYM = "Demonym"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `text` is what every offset counts in; `body` are the spans worth reading, in order
    (title, captions once, paragraphs), without page furniture. `sha256` is of the file's bytes (or of the record's
    text), `path` the name shown to users."""

    id: DocumentId
    text: str
    sha256: str
    path: str
    body: tuple[Span, ...] = ()
    repeats: tuple[tuple[Span, Span], ...] = ()
    """(as read, again): lines printed twice, such as captions; what the first says, the second says too."""
    title: str | None = None
    source: str | None = None
    """The publisher as named by the page ("Reuters"), if it says."""
    agency: str | None = None
    """The news agency whose text this is ("AFP" in "Source: AFP/ac"), if it says."""
    byline: str | None = None
    url: str | None = None
    dateline: Span | None = None
    """The place of the dateline, as written ("ERBIL")."""
    published: dt.date | None = None
    reference_date: dt.date | None = None
    """The day relative expressions count from."""
    reference_basis: Basis | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `head` is the index of its head in `Sentence.tokens`, its own index for the root."""

    span: Span
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name or expression the annotator found: words [start, end) of a sentence, type, probability."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tree; `index` is its number in the article."""

    index: int
    span: Span
    tokens: tuple[Token, ...]
    names: tuple[NamedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase in a chain: words [start, end) of a sentence (by its index), and the head word of the phrase."""

    sentence: int
    start: int
    end: int
    head: int
    kind: Kind
    antecedent: int | None = None
    """The earlier link of the chain that most speaks for this one, as its place in the chain; None for the first."""
    score: float = 1.0
    """The probability that the phrase belongs to the chain as far as it was read; 1 for the first."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Two or more phrases that name the same thing, in order of the text."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NamedTie:
    """A tie that a sentence is likely to state between two of its names, given by their places in `Sentence.names`."""

    sentence: int
    subject: int
    object: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Parse:
    """What the annotator saw in one article. `unread` are spans it could not take in; `chains` and `ties` are empty if
    they were not asked for."""

    document: DocumentId
    sentences: tuple[Sentence, ...]
    unread: tuple[Span, ...] = ()
    chains: tuple[Chain, ...] = ()
    ties: tuple[NamedTie, ...] = ()


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
class Extraction:
    """One back-end's findings in one article."""

    document: Document
    mentions: tuple[Mention, ...]
    relations: tuple[Relation[MentionId], ...]
    events: tuple[Event[MentionId], ...]
    unread: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    """The sentences that were read, in order of the text."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world: `mentions` name it, `reasons` say why they were brought together."""

    id: EntityId
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[MentionId, ...] = ()
    links: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything extracted, with mentions replaced by entities: what the graph is built from."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    refers_to: dict[MentionId, EntityId]
    relations: tuple[Relation[EntityId], ...]
    events: tuple[Event[EntityId], ...]
    publishers: dict[DocumentId, EntityId] = field(default_factory=dict)
    """Whose voice an article's unattributed sentences are: its publisher, else its agency."""
    agencies: dict[DocumentId, EntityId] = field(default_factory=dict)
    datelines: dict[DocumentId, EntityId] = field(default_factory=dict)
    origins: dict[DocumentId, DocumentId] = field(default_factory=dict)
    """Articles that are mostly the text of another one: the two are one source."""

    def voiceless(self) -> Iterator[Document]:
        """The articles that name neither publisher nor agency."""
        known = {*self.publishers, *self.agencies}
        return (document for document in self.documents if document.id not in known)


_Noun = TypeVar("_Noun")


def changed(noun: _Noun, **changes: Any) -> _Noun:
    """The noun with other values in some fields: `dataclasses.replace`, at half the time for what a graph has many of.

    >>> changed(Span(3, 5), end=9)
    Span(start=3, end=9)
    """
    kind: Any = type(noun)
    names = _names(kind)
    if not changes.keys() <= names.keys():
        raise TypeError(f"{type(noun).__name__} has no {', '.join(sorted(changes.keys() - names.keys()))}")
    return cast(_Noun, kind(*[changes[name] if name in changes else getattr(noun, name) for name in names]))


@cache  # in their order; keys, so that sets of names can be compared with them
def _names(kind: Any) -> dict[str, None]:
    return dict.fromkeys(f.name for f in fields(kind))
