"""Whether "he" or "she" may mean somebody: his wife is no "he", Mr. Roe no "she"."""

from collections.abc import Sequence

from kg.extract.coreference.antecedents import root
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention
from kg.ontology.honorifics import genders


class Genders:
    """What one article's words for its people say: kin, titles."""

    def __init__(self, mentions: Mentions, trees: Sequence[Tree]) -> None:
        self.mentions, self._trees = mentions, {t.sentence.index: t for t in trees}
        self._of: dict[str, set[str]] = {}
        for mention in mentions.all.values():
            if (found := self._told(mention)) is not None:
                self._of.setdefault(root(mentions, mention.id).text, set()).add(found)

    def may_be(self, pronoun: Mention, other: Mention) -> bool:
        """True unless the article says that the other is a woman, and the pronoun a man, or the other way round."""
        mine, told = genders().get(pronoun.text.lower()), self._told(other)
        known = self._of.get(root(self.mentions, other.id).text, set()) | ({told} if told else set())
        return mine is None or not known or mine in known

    def _told(self, mention: Mention) -> str | None:
        if mention.kind is Kind.NOMINAL:
            return genders().get(self._trees[mention.sentence][mention.head].lemma.lower())
        if mention.kind is not Kind.NAME:
            return None
        before = self.mentions.document.text[max(0, mention.span.start - 20) : mention.span.start].split()
        return genders().get(before[-1].lower().removesuffix(".")) if before else None
