"""What resolution found, as statements: one per triple, the claims of all articles together.

The rule of the direct triple lives here: a statement stands only if some claim for it is Asserted or Reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.errors import ExportError
from kg.model import (
    Claim,
    DocumentId,
    EntityId,
    Event,
    EventId,
    Literal,
    Modality,
    Quantity,
    Relation,
    changed,
)

NodeId = EntityId | EventId
Object = EntityId | EventId | Literal | Quantity
Claims = tuple[Claim[EntityId], ...]
Voices = Mapping[DocumentId, EntityId]
"""Who speaks in a document's unattributed sentences."""

Origins = Mapping[DocumentId, DocumentId]
"""Whose text an article is, if it is mostly that of another."""

_Key = tuple[NodeId, str, Object]
_Part = tuple[str, Object]
"""The name of a role or count, and what fills it."""


class RelationType(Protocol):
    @property
    def symmetric(self) -> bool: ...


class RelationTypes(Protocol):
    """What statements ask of the ontology."""

    @property
    def relations(self) -> Mapping[str, RelationType]: ...
    def super_relations(self, relation: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple about an entity or event. Without claims it rests on those of its event (a role of the frame)."""

    subject: NodeId
    predicate: str
    object: Object
    claims: Claims = ()
    is_stated: bool = True
    is_symmetric: bool = False
    source_count: int = 0
    """How many independent articles say so: copies of one text count once, those that deny it not at all."""

    def place(self) -> tuple[str, str, str]:
        """What orders statements."""
        target = self.object
        return (self.subject, self.predicate, target if isinstance(target, str) else _text(target))


def claims_of(about: str, claims: Iterable[Claim[EntityId]], voices: Voices) -> Claims:
    """The claims with their sources filled in, each once and in order."""
    found = [_voiced(about, claim, voices) for claim in claims]
    if not found:
        raise ExportError(f"graph: nobody claims {about}; every relation and event needs a claim")
    return _ordered(found)


def _ordered(claims: Sequence[Claim[EntityId]]) -> Claims:
    """The claims, each once, in an order that depends on nothing but themselves."""
    return tuple(claims) if len(claims) == 1 else tuple(sorted(set(claims), key=_claim_key))


def _voiced(about: str, claim: Claim[EntityId], voices: Voices) -> Claim[EntityId]:
    """The claim with its source: the article's voice, if it names none."""
    if claim.document not in voices:
        raise ExportError(f"graph: a claim about {about} is in '{claim.document}', which is no document")
    sources = claim.sources or (voices[claim.document],)
    if len(sources) > 1:
        sources = tuple(sorted(set(sources)))
    if sources == claim.sources:
        return claim
    return Claim(
        claim.document, claim.spans, claim.modality, sources, claim.via, claim.cue, claim.quote, claim.made_in,
        claim.as_of, claim.score, claim.method,
    )  # fmt: skip


def _claim_key(claim: Claim[EntityId]) -> tuple[object, ...]:
    rest = (claim.via or "", claim.cue or "", claim.quote or "", claim.made_in or "", str(claim.as_of or ""))
    return (claim.document, claim.spans, claim.modality, claim.sources, *rest, -claim.score, claim.method)


def _facts(claims: Claims) -> Claims:
    return tuple([c for c in claims if c.modality.is_fact])


def _is_fact(claims: Claims) -> bool:
    return any(c.modality.is_fact for c in claims)


def firmest(claims: Claims) -> Modality:
    """The strongest modality of one or more claims."""
    if len(claims) == 1:
        return claims[0].modality
    return max({c.modality for c in claims}, key=lambda m: m.strength)


def count_sources(claims: Claims, origins: Origins) -> int:
    """How many independent articles say so, however firmly."""
    if len(claims) == 1:
        return int(claims[0].modality is not Modality.DENIED)
    return len({origins.get(c.document, c.document) for c in claims if c.modality is not Modality.DENIED})


def _text(value: Object) -> str:
    return value if isinstance(value, str) else value.value if isinstance(value, Literal) else repr(value)


def relations(
    ties: Iterable[Relation[EntityId]], types: RelationTypes, *, voices: Voices, origins: Origins
) -> list[Statement]:
    """One statement per tie, the claims of all articles together; a symmetric tie is kept in one direction."""
    together: dict[_Key, list[Claim[EntityId]]] = defaultdict(list)
    for tie in ties:
        ends: tuple[NodeId, Object] = (tie.subject, tie.object)
        if types.relations[tie.type].symmetric and isinstance(tie.object, str):
            ends = (min(tie.subject, tie.object), max(tie.subject, tie.object))
        together[ends[0], tie.type, ends[1]].extend(tie.claims)
    claimed = {key: claims_of(f"{key[0]} {key[1]} {_text(key[2])}", c, voices) for key, c in together.items()}
    return [
        Statement(
            *key, all_claims, _is_fact(all_claims), types.relations[key[1]].symmetric,
            count_sources(all_claims, origins),
        )
        for key, all_claims in _with_entailed(claimed, types).items()
    ]  # fmt: skip


def _with_entailed(claimed: Mapping[_Key, Claims], types: RelationTypes) -> dict[_Key, Claims]:
    """A doubtful tie that a firm, narrower one entails is firm: who says "works for" says "member of" as well."""
    result = dict(claimed)
    for (subject, predicate, object_), claims in claimed.items():
        for wider in types.super_relations(predicate):
            key = (subject, wider, object_)
            if key in claimed and not _is_fact(claimed[key]):
                result[key] = _ordered([*result[key], *_facts(claims)])
    return result


def parts(events: Iterable[Event[EntityId]], *, voices: Voices, origins: Origins) -> Iterator[Statement]:
    """The roles, quantities and links of every event."""
    for event in events:
        held: list[tuple[str, Object, Claims]] = [(r.name, r.filler, r.claims) for r in event.roles]
        held += [(c.name, changed(c.quantity, span=None), c.claims) for c in event.counts]
        covered: dict[_Part, None] = dict.fromkeys([(name, filler) for name, filler, claims in held if not claims])
        claimed: dict[_Part, list[Claim[EntityId]]] = defaultdict(list)
        for name, filler, claims in held:
            if claims:
                claimed[name, filler] += claims_of(f"{event.id} {name}", claims, voices)
        for part, found in claimed.items():
            yield _claimed(event, part, _ordered(found), origins, is_covered=part in covered)
        for part in dict.fromkeys((*covered, *event.links)):
            if part not in claimed:
                yield Statement(event.id, *part)


def _claimed(event: Event[EntityId], part: _Part, claims: Claims, origins: Origins, *, is_covered: bool) -> Statement:
    """A part with claims of its own; one that the event's claims cover as well stands whatever else is said of it."""
    is_stated = _is_fact(claims)
    if is_covered and not is_stated:
        facts = _facts(event.claims)
        claims = _ordered([*claims, *facts]) if facts else ()
    return Statement(event.id, *part, claims, is_covered or is_stated, source_count=count_sources(claims, origins))
