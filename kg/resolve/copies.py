"""Wire copies and near-duplicates: articles that are mostly one text, and so one source.

Every article is known by a sample of its shingles (runs of five words), those whose hash is divisible by four: the same
words are in the sample of every article that has them, so that a cut copy is found in the whole (Broder 1997, "mod m").
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from kg.model import Document, DocumentId

_Sample = npt.NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_RUN = 5
_SAMPLE = 4
_FACTOR = 0x9E3779B97F4A7C15
"""Odd, and in disorder: a shingle's hash is a polynomial in it, modulo 2**64."""
_SHARED = 0.5
"""Part of the shorter article's sample that must be in the other: a long quotation in common is less."""
_FEWEST = 4
"""Shingles in common below which two articles may be alike by chance."""
_EVERYWHERE = 50
"""Articles beyond which a run of words is furniture."""


def origins(documents: Iterable[Document]) -> dict[DocumentId, DocumentId]:
    """{article: the one it has its text from} for those that are copies; the earliest of each group is the original."""
    ordered = sorted(documents, key=_age)
    words = _Words()
    samples = [_sample(d, words) for d in ordered]
    home = list(range(len(ordered)))
    for first, second in _alike(samples):
        low, high = sorted((_root(home, first), _root(home, second)))
        home[high] = low
    return {ordered[i].id: ordered[root].id for i in range(len(ordered)) if (root := _root(home, i)) != i}


def _age(document: Document) -> tuple[str, str]:
    day = document.published or document.reference_date
    return (day.isoformat() if day else "9999", document.id)


class _Words(dict[str, int]):
    """The hash of every word met, worked out once."""

    def __missing__(self, word: str) -> int:
        value = self[word] = zlib.crc32(word.encode("utf-8", "replace"))
        return value


def _sample(document: Document, words: _Words) -> _Sample:
    """The hashes (n,) of an article's sampled shingles, each once."""
    said = [words[w] for span in document.body for w in _WORD.findall(span.of(document.text).casefold())]
    hashes = np.array(said, np.uint64)
    runs = np.zeros(max(len(said) - _RUN + 1, 0), np.uint64)
    for n in range(_RUN):
        runs = runs * np.uint64(_FACTOR) + hashes[n : n + len(runs)]
    mixed = runs * np.uint64(_FACTOR)
    return np.unique(mixed[mixed < np.uint64(2**64 // _SAMPLE)])


def _alike(samples: Sequence[_Sample]) -> Iterator[tuple[int, int]]:
    """Pairs of articles that are mostly one text, in order."""
    codes, numbers = np.unique(_together(samples), return_counts=True)
    sizes = np.array([len(s) for s in samples], np.intp)
    first, second = np.divmod(codes, max(len(samples), 1))
    enough = np.maximum(_FEWEST, _SHARED * np.minimum(sizes[first], sizes[second]))
    is_one = numbers >= enough
    yield from zip(first[is_one].tolist(), second[is_one].tolist(), strict=True)


def _together(samples: Sequence[_Sample]) -> npt.NDArray[np.intp]:
    """For every telling shingle that two articles have, their numbers as one: first x articles + second."""
    shingles = np.concatenate([*samples, np.empty(0, np.uint64)])
    holders = np.repeat(np.arange(len(samples)), [len(s) for s in samples])
    order = np.argsort(shingles, kind="stable")
    _, which, held = np.unique(shingles[order], return_inverse=True, return_counts=True)
    telling = ((held > 1) & (held <= _EVERYWHERE))[which]
    which, holders = which[telling], holders[order][telling]
    codes = [np.empty(0, np.intp)]
    for gap in range(1, _EVERYWHERE):  # those that have one shingle stand side by side
        same = which[gap:] == which[:-gap]
        codes.append(holders[:-gap][same] * len(samples) + holders[gap:][same])
    return np.concatenate(codes)


def _root(home: list[int], i: int) -> int:
    while home[i] != i:
        i = home[i]
    return i
