"""The annotator's chains as antecedents of mentions: the earlier place that a phrase is most likely to mean."""

from collections.abc import Iterator, Sequence

from kg.extract.coreference.antecedents import root
from kg.extract.mentions import Mentions
from kg.model import Chain, Kind, Link, Mention

LEAST = {Kind.PRONOUN: 0.5, Kind.NOMINAL: 0.8}
"""Probability from which a link of this kind is believed; from there on nine in ten links in news are right (model
card)."""


class Chains:
    """Looks up who a pronoun or description means."""

    def __init__(self, chains: Sequence[Chain], mentions: Mentions) -> None:
        self.mentions = mentions
        self._at: dict[tuple[int, int], tuple[Chain, Link]] = {
            (link.sentence, link.head): (chain, link) for chain in chains for link in chain.links
        }

    def antecedents(self, mention: Mention) -> Iterator[Mention]:
        """The mentions that this one may go back to, best first: where its link points, and on from there."""
        found = self._at.get((mention.sentence, mention.head))
        if found is None or found[1].score < LEAST.get(mention.kind, 1.1):
            return
        chain, link = found
        seen: set[int] = set()
        while link.antecedent is not None and link.antecedent not in seen:
            seen.add(link.antecedent)
            link = chain.links[link.antecedent]
            key = self.mentions.at.get((link.sentence, link.head))
            if key is not None and key != mention.id:
                yield self._later(chain, self.mentions[key], mention)

    def _later(self, chain: Chain, found: Mention, mention: Mention) -> Mention:
        """The mention found; what the chain names last after it, if it is a pronoun that means somebody else."""
        keys = (self.mentions.at.get((link.sentence, link.head)) for link in chain.links)
        members = [self.mentions[key] for key in keys if key is not None]
        if found.kind is not Kind.PRONOUN or root(self.mentions, found.id).id in {m.id for m in members}:
            return found
        between = (m for m in members if found.span.end <= m.span.start < mention.span.start)
        named = [m for m in between if m.kind is not Kind.PRONOUN]
        return max(named, key=lambda m: m.span.start, default=found)
