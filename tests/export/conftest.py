"""A small resolution made by hand: two articles of our own about places that do not exist."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kg import pipeline
from kg.export.source import Source, read
from kg.graph import Graph, build
from kg.model import (
    Basis,
    Bound,
    Claim,
    Count,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Granularity,
    Kind,
    Literal,
    Mention,
    MentionId,
    Modality,
    Quantity,
    Relation,
    Resolution,
    Role,
    Span,
    TimeBounds,
)
from kg.ontology import Ontology, load
from kg.query import PREFIXES

HARBOUR = """Shells hit Port Sall harbour
The Norland army shelled the harbour of Port Sall on Tuesday, and at least 12 dock workers died, the Estmark defence \
ministry said. President Ana Reyl denied it. “We did not fire a single shot,” Reyl told Radio Vest.
Colonel Ivo Marr of the Norland army is believed to be an ally of Reyl.
"""
BRIDGE = """Estmark sent 400 engineers to Port Sall in April. Estmark and its ally Sudland want to rebuild the bridge.
Norland shelled Port Sall harbour, officials in Estmark said.
"""


def article(text: str, path: str, **more: object) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(DocumentId(f"doc-{digest[:12]}"), text, digest, path, **more)  # type: ignore[arg-type]


def span(document: Document, words: str, nth: int = 0) -> Span:
    """Where the words stand in the article."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Span(start, start + len(words))


def claim(document: Document, words: str, modality: Modality, *sources: str, **more: object) -> Claim[EntityId]:
    who = tuple(EntityId(s) for s in sources)
    return Claim(document.id, (span(document, words),), modality, who, **more)  # type: ignore[arg-type]


def mention(document: Document, words: str, entity: str, kind: Kind, *, nth: int = 0) -> tuple[Mention, EntityId]:
    where = span(document, words, nth)
    name = MentionId(f"{document.id}:{where.start}-{where.end}")
    sentence = document.text[: where.start].count(". ") + document.text[: where.start].count("\n")
    return Mention(name, document.id, where, words, "-", kind, 0.9, sentence, 0), EntityId(entity)


def entity(id_: str, type_: str, name: str, *aliases: str, links: Iterable[str] = ()) -> Entity:
    return Entity(EntityId(id_), type_, name, aliases, links=tuple(links))


A = article(
    HARBOUR,
    "harbour.txt",
    title="Shells hit Port Sall harbour",
    url="https://news.example/harbour?a=1&b=2",
    reference_date=dt.date(2031, 3, 5),
    reference_basis=Basis.INFERRED,
)
B = article(BRIDGE, "bridge.txt", reference_date=dt.date(2031, 5, 2), reference_basis=Basis.EXPLICIT)

SHELLING = "The Norland army shelled the harbour of Port Sall on Tuesday"
DEATHS = "at least 12 dock workers died, the Estmark defence ministry said"
DENIAL = "President Ana Reyl denied it"
QUOTE = "“We did not fire a single shot,” Reyl told Radio Vest."
ALLY = "Colonel Ivo Marr of the Norland army is believed to be an ally of Reyl."

ENTITIES = (
    entity("ana-reyl", "Person", "Ana Reyl", "Reyl", links=["http://www.wikidata.org/entity/Q0"]),
    entity("ivo-marr", "Person", "Ivo Marr"),
    entity("norland", "State", "Norland"),
    entity("estmark", "State", "Estmark"),
    entity("sudland", "State", "Sudland"),
    entity("port-sall", "Settlement", "Port Sall"),
    entity("norland-army", "MilitaryUnit", "Norland army"),
    entity("estmark-defence-ministry", "GovernmentBody", "Estmark defence ministry"),
    entity("dock-workers", "Group", "dock workers"),
    entity("engineers", "Group", "engineers"),
    entity("officials-in-estmark", "Group", "officials in Estmark"),
    entity("harbour-post", "MediaOrganization", "Harbour Post"),
    entity("radio-vest", "MediaOrganization", "Radio Vest"),
)

ATTACK, KILLING, STATEMENT, DEPLOYMENT = (
    EventId(name) for name in ("attack-0001", "killing-0002", "publicstatement-0003", "deployment-0004")
)
TUESDAY = TimeBounds(
    dt.date(2031, 3, 4),
    not_after=dt.date(2031, 3, 4),
    text="on Tuesday",
    granularity=Granularity.DAY,
    basis=Basis.RESOLVED,
)
APRIL = TimeBounds(
    dt.date(2031, 4, 1),
    not_after=dt.date(2031, 4, 30),
    text="in April",
    granularity=Granularity.MONTH,
    basis=Basis.RESOLVED,
)


def role(name: str, filler: str, *claims: Claim[EntityId]) -> Role[EntityId]:
    return Role(name, EntityId(filler), claims)


EVENTS = (
    Event(
        ATTACK,
        "Attack",
        span(A, "shelled"),
        (
            role("actor", "norland-army"),
            role("actor", "norland", claim(B, "Norland shelled", Modality.SPECULATIVE, "officials-in-estmark")),
            role("place", "port-sall"),
        ),
        (
            claim(A, SHELLING, Modality.REPORTED, "estmark-defence-ministry", cue="said"),
            claim(
                A,
                QUOTE,
                Modality.DENIED,
                "ana-reyl",
                via=EntityId("radio-vest"),
                cue="told",
                quote="We did not fire a single shot",
                made_in=STATEMENT,
            ),
            claim(B, "officials in Estmark said", Modality.REPORTED, "officials-in-estmark", score=0.8),
        ),
        time=TUESDAY,
    ),
    Event(
        KILLING,
        "Killing",
        span(A, "died"),
        (role("target", "dock-workers"),),
        (claim(A, DEATHS, Modality.REPORTED, "estmark-defence-ministry", cue="said"),),
        (
            Count(
                "killed",
                Quantity("at least 12", Bound.AT_LEAST, minimum=12, unit="dock workers", span=span(A, "at least 12")),
                (claim(A, DEATHS, Modality.REPORTED, "estmark-defence-ministry", as_of=dt.date(2031, 3, 5)),),
            ),
        ),
        time=TimeBounds(not_after=dt.date(2031, 3, 5), granularity=Granularity.DAY),
        links=(("partOf", ATTACK),),
    ),
    Event(
        STATEMENT,
        "PublicStatement",
        span(A, "told"),
        (role("actor", "ana-reyl"), role("recipient", "radio-vest"), role("via", "radio-vest")),
        (claim(A, QUOTE, Modality.ASSERTED),),
        label="Ana Reyl's denial",
        content=("We did not fire a single shot",),
    ),
    Event(
        DEPLOYMENT,
        "Deployment",
        span(B, "sent"),
        (role("actor", "estmark"), role("force", "engineers"), role("destination", "port-sall")),
        (claim(B, "Estmark sent 400 engineers to Port Sall in April", Modality.ASSERTED),),
        (Count("strength", Quantity("400", Bound.EXACT, 400, 400, 400, "engineers", span(B, "400"))),),
        time=APRIL,
    ),
)


def relation(type_: str, subject: str, target: str | Literal, *claims: Claim[EntityId]) -> Relation[EntityId]:
    ends = target if isinstance(target, Literal) else EntityId(target)
    return Relation(type_, EntityId(subject), ends, claims)


RELATIONS = (
    relation("title", "ana-reyl", Literal("President"), claim(A, "President Ana Reyl", Modality.ASSERTED)),
    relation("worksFor", "ivo-marr", "norland-army", claim(A, ALLY, Modality.ASSERTED)),
    relation("ofState", "norland-army", "norland", claim(A, "The Norland army", Modality.ASSERTED)),
    relation("alliedWith", "ivo-marr", "ana-reyl", claim(A, ALLY, Modality.SPECULATIVE, cue="is believed")),
    relation("alliedWith", "sudland", "estmark", claim(B, "Estmark and its ally Sudland", Modality.ASSERTED)),
)

MENTIONS = (
    mention(A, "Port Sall", "port-sall", Kind.NAME),
    mention(A, "The Norland army", "norland-army", Kind.NOMINAL),
    mention(A, "Norland", "norland", Kind.DEMONYM),
    mention(A, "the Estmark defence ministry", "estmark-defence-ministry", Kind.NAME),
    mention(A, "Ana Reyl", "ana-reyl", Kind.NAME),
    mention(A, "Reyl", "ana-reyl", Kind.NAME, nth=1),
    mention(A, "Radio Vest", "radio-vest", Kind.NAME),
    mention(A, "Ivo Marr", "ivo-marr", Kind.NAME),
    mention(B, "Estmark", "estmark", Kind.NAME),
    mention(B, "Sudland", "sudland", Kind.NAME),
)


def sample() -> Resolution:
    return Resolution(
        documents=(A, B),
        mentions=tuple(m for m, _ in MENTIONS),
        entities=ENTITIES,
        refers_to={m.id: e for m, e in MENTIONS},
        relations=RELATIONS,
        events=EVENTS,
        publishers={A.id: EntityId("harbour-post")},
        datelines={A.id: EntityId("port-sall")},
    )


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load()


@pytest.fixture
def resolution() -> Resolution:
    return sample()


@pytest.fixture
def graph(resolution: Resolution, ontology: Ontology) -> Graph:
    return build(resolution, ontology)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> Path:
    """An output folder with the graph of the resolution."""
    out = tmp_path_factory.mktemp("out")
    pipeline.write(sample(), ontology, out)
    return out


@pytest.fixture(scope="session")
def source(folder: Path) -> Source:
    """That graph read back."""
    return read(folder)


@pytest.fixture(scope="session")
def turtle_source(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Source]:
    """Reads Turtle written in a test; the usual prefixes are known."""

    def make(text: str) -> Source:
        file = tmp_path_factory.mktemp("turtle") / "graph.ttl"
        prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
        file.write_text(prefixes + text, encoding="utf-8")
        return read(file)

    return make
