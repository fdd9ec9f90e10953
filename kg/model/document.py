"""An article as read, and what the annotator saw in it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)


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
