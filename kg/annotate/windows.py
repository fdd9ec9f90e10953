"""Words -> word pieces with letter shapes, and sentences packed into windows the encoder reads at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

LOWER, TITLE, UPPER, MIXED, DIGIT, MARK = range(6)

POSITIONS = 512
"""Pieces that the encoder can tell apart by their place, [CLS] and [SEP] among them."""


def shape(word: str) -> int:
    """The letter-case class of a word: the vocabulary is lower-cased, so case travels beside it.

    >>> [shape(w) for w in ("troops", "Oslo", "NATO", "iPhone", "9", "--")]
    [0, 1, 2, 3, 4, 5]
    """
    if not any(c.isalnum() for c in word):
        return MARK
    if any(c.isdigit() for c in word):
        return DIGIT
    if word.islower() or not any(c.isupper() for c in word):
        return LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return TITLE
    return UPPER if word.isupper() else MIXED


class Pieces:
    """Word pieces of single words, remembered: news repeats its words."""

    def __init__(self, tokenizer: Tokenizer, limit: int = 12) -> None:
        tokenizer.no_padding()  # sentence encoders ship with a fixed length switched on
        tokenizer.no_truncation()
        self._tokenizer, self._limit = tokenizer, limit
        self._known: dict[str, list[int]] = {}
        self.cls, self.sep, self.unknown, self.pad = (
            tokenizer.token_to_id(t) or 0 for t in ("[CLS]", "[SEP]", "[UNK]", "[PAD]")
        )

    def __call__(self, word: str) -> list[int]:
        """At least one piece; a word of more than `limit` pieces keeps its first ones (it stays one word)."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 200_000:
                self._known.clear()
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[: self._limit]
            found = self._known[word] = ids or [self.unknown]
        return found


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences as the encoder sees them.

    pieces, shapes: one per piece, with [CLS] and [SEP]; first: the index of each word's first piece;
    sentences: (index of the sentence, first word, end word) with word positions inside this window.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    sentences: list[tuple[int, int, int]]


def parts(sentence: Sequence[str], pieces: Pieces, room: int = POSITIONS - 2) -> Iterator[tuple[int, int]]:
    """The (start, end) of the stretches in which a sentence can be read: nearly always one, the whole.

    With room for 4 pieces, ["a", "b", "c", "d", "e"] gives (0, 4), (4, 5).
    """
    start = filled = 0
    for i, word in enumerate(sentence):
        size = len(pieces(word))
        if filled and filled + size > room:
            yield start, i
            start, filled = i, 0
        filled += size
    yield start, len(sentence)


def pack(sentences: Iterable[Sequence[str]], pieces: Pieces, budget: int) -> Iterator[Window]:
    """Windows of consecutive sentences of up to `budget` pieces; a longer sentence gets a window of its own."""
    ids: list[int] = [pieces.cls]
    shapes, first, spans = [MARK], [], []  # type: list[int], list[int], list[tuple[int, int, int]]
    for number, words in enumerate(sentences):
        encoded = [pieces(w) for w in words]
        if spans and len(ids) + 1 + sum(map(len, encoded)) > budget:
            yield Window([*ids, pieces.sep], [*shapes, MARK], first, spans)
            ids, shapes, first, spans = [pieces.cls], [MARK], [], []
        spans.append((number, len(first), len(first) + len(words)))
        for word, parts in zip(words, encoded, strict=True):
            first.append(len(ids))
            ids.extend(parts)
            shapes.extend([shape(word)] * len(parts))
    if spans:
        yield Window([*ids, pieces.sep], [*shapes, MARK], first, spans)
