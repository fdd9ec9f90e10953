"""Extractions by hand: a draft takes mentions and statements in order and makes its text of them."""

import datetime as dt
import hashlib
from collections.abc import Callable

import pytest

from kg.model import (
    Bound,
    Claim,
    Count,
    Document,
    DocumentId,
    Event,
    EventId,
    Extraction,
    Kind,
    Literal,
    Mention,
    MentionId,
    Modality,
    Quantity,
    Relation,
    Role,
    Span,
    TimeBounds,
)


class Draft:
    """One article in the making."""

    def __init__(self, name: str, source: str | None = "Desk Wire", agency: str | None = None) -> None:
        self.id, self.source, self.agency = DocumentId(name), source, agency
        self.text = ""
        self.mentions: list[Mention] = []
        self.relations: list[Relation[MentionId]] = []
        self.events: list[Event[MentionId]] = []

    def _write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + ". "
        return Span(start, start + len(words))

    def mention(self, words: str, type_: str, kind: Kind = Kind.NAME, antecedent: MentionId | None = None) -> MentionId:
        span = self._write(words)
        key = MentionId(f"{self.id}:{span.start}-{span.end}")
        self.mentions.append(Mention(key, self.id, span, words, type_, kind, 0.9, len(self.mentions), 0, antecedent))
        return key

    def person(self, words: str) -> MentionId:
        return self.mention(words, "Person")

    def state(self, words: str, kind: Kind = Kind.NAME) -> MentionId:
        return self.mention(words, "State", kind)

    def organization(self, words: str, type_: str = "Organization") -> MentionId:
        return self.mention(words, type_)

    def described(self, words: str, type_: str, antecedent: MentionId | None = None) -> MentionId:
        return self.mention(words, type_, Kind.NOMINAL, antecedent)

    def claim(self, *sources: MentionId, **more: object) -> Claim[MentionId]:
        modality = Modality.REPORTED if sources else Modality.ASSERTED
        return Claim(self.id, (Span(0, 1),), modality, sources, **more)  # type: ignore[arg-type]

    def relation(self, type_: str, subject: MentionId, target: MentionId | Literal, *claims: Claim[MentionId]) -> None:
        self.relations.append(Relation(type_, subject, target, claims or (self.claim(),)))

    def event(
        self,
        type_: str,
        roles: dict[str, MentionId],
        *claims: Claim[MentionId],
        killed: int | None = None,
        **more: object,
    ) -> EventId:
        span = self._write(type_.lower())
        key = EventId(f"{self.id}:{type_}:{span.start}")
        claims = claims or (self.claim(),)
        quantity = Quantity(str(killed), Bound.EXACT, killed, killed, killed)
        counts = () if killed is None else (Count("killed", quantity, claims),)
        fillers = tuple(Role(name, filler) for name, filler in roles.items())
        self.events.append(Event(key, type_, span, fillers, claims, counts, **more))  # type: ignore[arg-type]
        return key

    def extraction(self) -> Extraction:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        body = (Span(0, len(self.text)),)
        document = Document(self.id, self.text, digest, f"{self.id}.txt", body, source=self.source, agency=self.agency)
        return Extraction(document, tuple(self.mentions), tuple(self.relations), tuple(self.events))


@pytest.fixture(scope="session")
def draft() -> Callable[..., Draft]:
    return Draft


@pytest.fixture
def day() -> Callable[[int], TimeBounds]:
    """The bounds of a day in May 2024."""
    return lambda n: TimeBounds(not_before=dt.date(2024, 5, n), not_after=dt.date(2024, 5, n), text=f"May {n}")
