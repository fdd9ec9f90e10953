"""Lines an article prints twice, such as captions: what was found in the first stands in the second too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions import mention_id
from kg.model import Claim, Document, Extraction, Mention, MentionId, Span

Claims = tuple[Claim[MentionId], ...]


def with_copies(found: Extraction) -> Extraction:
    """The extraction with the copies of its mentions, and with the repeated sentences as further evidence."""
    document = found.document
    if not document.repeats:
        return found
    return replace(
        found,
        mentions=(*found.mentions, *_copies(document, found.mentions)),
        relations=tuple(replace(r, claims=_claims(document, r.claims)) for r in found.relations),
        events=tuple(
            replace(
                e,
                claims=_claims(document, e.claims),
                counts=tuple(replace(c, claims=_claims(document, c.claims)) for c in e.counts),
            )
            for e in found.events
        ),
    )


def _copies(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        for span in _again(document, mention.span):
            yield replace(mention, id=mention_id(document, span), span=span, antecedent=mention.id)


def _claims(document: Document, claims: Claims) -> Claims:
    """One claim, several spans."""
    return tuple(replace(c, spans=(*c.spans, *(a for s in c.spans for a in _again(document, s)))) for c in claims)


def _again(document: Document, span: Span) -> Iterator[Span]:
    """Where the words of a span stand again."""
    for first, second in document.repeats:
        if first.contains(span):
            shift = second.start - first.start
            yield Span(span.start + shift, span.end + shift)
