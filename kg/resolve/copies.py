"""Wire copies and near-duplicates: articles that are mostly one text, and so one source.

Every article is known by a sample of its shingles (runs of five words), those whose hash is divisible by four: the same
words are in the sample of every article that has them, so that a cut copy is found in the whole (Broder 1997, "mod m").
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations

from kg.model import Document, DocumentId

_WORD = re.compile(r"\w+")
_RUN = 5
_SAMPLE = 4
_SHARED = 0.5
"""Part of the shorter article's sample that must be in the other: a long quotation in common is less."""
_FEWEST = 4
"""Shingles in common below which two articles may be alike by chance."""
_EVERYWHERE = 50
"""Articles beyond which a run of words is furniture."""


def origins(documents: Iterable[Document]) -> dict[DocumentId, DocumentId]:
    """{article: the one it has its text from} for those that are copies; the earliest of each group is the original."""
    ordered = sorted(documents, key=_age)
    samples = [_sample(d) for d in ordered]
    home = list(range(len(ordered)))
    for first, second in _alike(samples):
        low, high = sorted((_root(home, first), _root(home, second)))
        home[high] = low
    return {ordered[i].id: ordered[root].id for i in range(len(ordered)) if (root := _root(home, i)) != i}


def _age(document: Document) -> tuple[str, str]:
    day = document.published or document.reference_date
    return (day.isoformat() if day else "9999", document.id)


def _sample(document: Document) -> frozenset[int]:
    words = [w for span in document.body for w in _WORD.findall(span.of(document.text).casefold())]
    said = [word.encode("utf-8", "replace") for word in words]
    text, ends = b" ".join(said), list(accumulate(len(word) + 1 for word in said))
    hashes = (zlib.crc32(text[start : end - 1]) for start, end in zip([0, *ends], ends[_RUN - 1 :], strict=False))
    return frozenset(h for h in hashes if h % _SAMPLE == 0)


def _alike(samples: Sequence[frozenset[int]]) -> Iterable[tuple[int, int]]:
    """Pairs of articles that are mostly one text."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, sample in enumerate(samples):
        for shingle in sample:
            holders[shingle].append(i)
    telling = (held for held in holders.values() if 1 < len(held) <= _EVERYWHERE)
    shared = Counter(pair for held in telling for pair in combinations(held, 2))
    for (a, b), number in sorted(shared.items()):
        if number >= max(_FEWEST, _SHARED * min(len(samples[a]), len(samples[b]))):
            yield a, b


def _root(home: list[int], i: int) -> int:
    while home[i] != i:
        i = home[i]
    return i
