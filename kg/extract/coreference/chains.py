"""The annotator's chains as antecedents of mentions: the earlier place that a phrase is most likely to mean."""

from collections.abc import Iterator, Sequence

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
                yield self.mentions[key]
