"""Who speaks the quotations of an article, and in which words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extract.attribution.quotes import find, inside, within
from kg.extract.attribution.speakers import Speakers
from kg.extract.attribution.voice import Voice
from kg.extract.tree import Tree
from kg.model import Document, Mention, Span

TOUCH = 3
"""Characters between a quotation and a sentence beside it."""


class Quotations:
    """The quotations of one article, each with its speaker."""

    def __init__(self, document: Document, trees: Sequence[Tree], speakers: Speakers) -> None:
        self.document, self.trees, self.speakers = document, trees, speakers
        self.spans = find(document)
        self._speakers: dict[Span, tuple[Mention, str] | None] = {}

    def give(self, tree: Tree, word: int, voice: Voice) -> None:
        """Give the voice its source, if the word stands in a quotation whose speaker is known."""
        quotation = inside(self.spans, tree[word].span)
        if quotation is None:
            return
        found = self.speaker_of(quotation)
        if found is not None:
            voice.sources.append(found[0])

    def speaker_of(self, quotation: Span) -> tuple[Mention, str] | None:
        """Who says a quotation: the subject of the nearest speech verb outside it, in its sentence or a neighbour."""
        if quotation not in self._speakers:
            self._speakers[quotation] = self._search(quotation)
        return self._speakers[quotation]

    def _search(self, quotation: Span) -> tuple[Mention, str] | None:
        best: tuple[int, Mention, str] | None = None
        for tree in self._around(quotation):
            for i, token in enumerate(tree.tokens):
                if not self.speakers.is_speech(tree, i) or inside(self.spans, token.span):
                    continue
                distance = min(abs(token.span.start - quotation.end), abs(quotation.start - token.span.end))
                speaker = self.speakers.of(tree, i)
                if speaker and distance < 200 and (best is None or distance < best[0]):
                    best = (distance, speaker, token.text)
        return None if best is None else (best[1], best[2])

    def _around(self, quotation: Span) -> Sequence[Tree]:
        """The sentences that the quotation stands in, and those it touches."""
        first = bisect_left(self.trees, quotation.start - TOUCH, key=lambda t: t.sentence.span.end)
        return self.trees[first : bisect_right(self.trees, quotation.end + TOUCH, key=lambda t: t.sentence.span.start)]

    def quote(self, tree: Tree, word: int, voice: Voice) -> str | None:
        """The words of the sentence's quotation, if the voice is the one that speaks it."""
        own = inside(self.spans, tree[word].span)
        here = [own] if own else within(self.spans, tree.sentence.span)
        speakers = {m.id for m in voice.sources}
        for quotation in here:
            found = self.speaker_of(quotation)
            if found and found[0].id in speakers:
                return self._here(quotation, tree.sentence.span)
        return None

    def _here(self, quotation: Span, sentence: Span) -> str:
        """The words of a quotation that stand in a sentence."""
        if sentence.contains(quotation):
            return self.words_of(quotation)
        part = Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))
        return part.of(self.document.text).strip()

    def words_of(self, quotation: Span) -> str:
        """A quotation's words, in the plainest spelling the article has of them: headlines capitalise theirs."""
        text = quotation.of(self.document.text)
        same = [t for q in self.spans if (t := q.of(self.document.text)).casefold() == text.casefold()]
        return max(same, key=lambda t: (sum(c.islower() for c in t), t))
