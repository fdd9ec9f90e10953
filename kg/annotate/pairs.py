"""Phrases -> numbers: what is known of each, and of a later and an earlier one together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from kg.annotate import traits
from kg.annotate.phrases import Phrase
from kg.model import Kind, Sentence, Token

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

KINDS = (Kind.NAME, Kind.NOMINAL, Kind.PRONOUN)
ROLES = tuple(
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc appos conj compound root vocative expl".split()
)
"""Relations that are told apart; all others are one more."""
CONTENT = 8
"""Words of a phrase that are compared with those of another: its head and what is nearest to it."""
NEAR = 60
"""Phrases that each one looks back over; further back only for those of the same head or last word ..."""
AGAIN = 20
"""... the latest so many of these."""
STEPS = np.array([0, 1, 2, 4, 7, 15, 31, 63])
"""The last distances of the steps in which distances are told apart."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of the n phrases of an article, in order of the text: (n,) if nothing else is said.

    start, end, word (the head), governor (the head's head) and speaker are positions in the article, -1: none.
    whole, last: numbers of all the content words, of the last word of a name, of the head of others; content
    (n, CONTENT) of single content words; 0 where there is none. initials, acronym: numbers, 0 none.
    """

    sentence: Ints
    start: Ints
    end: Ints
    word: Ints
    governor: Ints
    speaker: Ints
    kind: Ints
    type: Ints
    role: Ints
    pronoun: Ints
    number: Ints
    gender: Ints
    determiner: Ints
    whole: Ints
    last: Ints
    initials: Ints
    acronym: Ints
    content: Ints

    def __len__(self) -> int:
        return len(self.start)


def facts(sentences: Sequence[Sentence], phrases: Sequence[Phrase], types: Sequence[str]) -> Facts:
    """The facts about the phrases of an article; `types` are those of named spans, in the order of the model."""
    first = dict(zip((s.index for s in sentences), np.cumsum([0, *(len(s.tokens) for s in sentences)]), strict=False))
    tokens = {s.index: s.tokens for s in sentences}
    speakers = {s.index: traits.speakers(s.tokens) for s in sentences}
    numbers: dict[str, int] = {"": 0}
    known = {t: i for i, t in enumerate(types, 1)}
    rows = []
    for p in phrases:
        words, base = tokens[p.sentence], int(first[p.sentence])
        head, inside, speaker = words[p.head], words[p.start : p.end], speakers[p.sentence][p.head]
        pronoun, content = traits.pronoun(p, head), traits.content(p, words)
        texts = (
            " ".join(sorted(content)), (inside[-1] if p.kind is Kind.NAME else head).text.lower(),
            traits.initials(inside), traits.acronym(head), *content[:CONTENT], *[""] * (CONTENT - len(content)),
        )  # fmt: skip
        rows.append(
            [
                p.sentence, base + p.start, base + p.end, base + p.head,
                base + head.head if head.head != p.head else -1, base + speaker if speaker >= 0 else -1,
                KINDS.index(p.kind), known.get(p.type or "", 0),
                ROLES.index(head.deprel) if head.deprel in ROLES else len(ROLES),
                pronoun, traits.number(p, head, pronoun), traits.gender(inside, pronoun),
                traits.determiner(p, inside), *(numbers.setdefault(t, len(numbers)) for t in texts),
            ]
        )  # fmt: skip
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(fields(Facts)) - 1 + CONTENT)
    single = dict(zip((x.name for x in fields(Facts)), table[:, :-CONTENT].T, strict=False))
    return Facts(**single, content=table[:, -CONTENT:])


def each(f: Facts, sentences: Sequence[Sentence], phrases: Sequence[Phrase], types: int) -> Floats:
    """(n, columns): what the network is told of every phrase; `types` is the number of types of named spans."""
    head = f.content[:, 0]
    seen, whole = _seen(head), _seen(f.whole)
    has_words = head > 0
    marks = np.array(list(traits.quoted(sentences)), dtype=bool)
    by_index = {s.index: s.tokens for s in sentences}
    grammar = np.array([list(_grammar(p, by_index[p.sentence])) for p in phrases], dtype=np.float32)
    columns = [
        marks[f.word], f.speaker >= 0, np.minimum(f.sentence, 20) / 20, f.sentence == 0,
        np.log1p(f.end - f.start) / 2, has_words & (seen > 0), has_words * np.log1p(seen) / 2,
        has_words & (whole > 0), ~has_words,
    ]  # fmt: skip
    groups = [
        _one_hot(f.pronoun, traits.OTHER + 1), _one_hot(f.kind, len(KINDS)), _one_hot(f.number, 3),
        _one_hot(f.gender, 3), _one_hot(f.determiner, traits.POSSESSED + 1), _one_hot(f.role, len(ROLES) + 1),
        _one_hot(f.type, types + 1), grammar, np.stack(columns, 1).astype(np.float32),
    ]  # fmt: skip
    return np.concatenate(groups, 1)


def _grammar(phrase: Phrase, tokens: Sequence[Token]) -> Iterator[bool]:
    head = tokens[phrase.head]
    yield phrase.is_coordination
    yield phrase.start == 0
    yield head.xpos == "PRP$"
    yield head.text.lower().endswith(("self", "selves"))
    yield head.upos == "PROPN"
    yield head.upos == "NUM"
    yield any(t.deprel in {"acl:relcl", "acl"} for t in tokens[phrase.start : phrase.end])


def _seen(numbers: Ints) -> Ints:
    """How often each number stood before."""
    counts: dict[int, int] = defaultdict(int)
    out = np.zeros(len(numbers), dtype=np.int64)
    for i, number in enumerate(numbers.tolist()):
        out[i] = counts[number]
        counts[number] += 1
    return out


def candidates(f: Facts) -> tuple[Ints, Ints]:
    """The (later, earlier) phrases to be compared, by the later one, then by the earlier one."""
    later, earlier = [], []
    by_word: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, (head, last, pronoun) in enumerate(zip(f.content[:, 0], f.last, f.pronoun, strict=True)):
        near = max(0, i - NEAR)
        keys = [] if pronoun else [("head", int(head)), ("last", int(last))]
        again = {j for k in keys for j in by_word[k][-AGAIN:] if j < near}
        found = [*sorted(again), *range(near, i)]
        later.extend([i] * len(found))
        earlier.extend(found)
        for k in keys:
            by_word[k].append(i)
    return np.array(later, dtype=np.int64), np.array(earlier, dtype=np.int64)


def compare(f: Facts, i: Ints, j: Ints) -> Floats:
    """(m, columns): what the network is told of each later phrase i and earlier phrase j together."""
    groups = [_words(f, i, j), _places(f, i, j), _agreement(f, i, j)]
    flags = np.stack([c for g in groups for c in g], 1).astype(np.float32)
    apart = (_steps(f.sentence[i] - f.sentence[j]), _steps(i - j - 1))
    return np.concatenate([flags, *apart], 1)


def _words(f: Facts, i: Ints, j: Ints) -> Iterator[NDArray[np.generic]]:
    """How the content words of two phrases are alike."""
    a, b = f.content[i], f.content[j]
    same = (a[:, :, None] == b[:, None, :]) & (a[:, :, None] > 0)
    shared, size_i, size_j = same.any(2).sum(1), (a > 0).sum(1), (b > 0).sum(1)
    have_words = (size_i > 0) & (size_j > 0)
    same_head = have_words & (a[:, 0] == b[:, 0])
    are_names = (f.kind[i] == 0) & (f.kind[j] == 0)
    yield have_words & (f.whole[i] == f.whole[j])
    yield same_head
    yield have_words & (f.last[i] == f.last[j])
    yield have_words & (shared == size_i)
    yield have_words & (shared == size_j)
    yield shared / np.maximum(1, size_i + size_j - shared)
    yield same_head & are_names
    yield same_head & (shared < size_i) & (shared < size_j)
    yield (shared > 0) & are_names
    yield (shared == 0) & are_names
    yield _are_short(f, i, j) | _are_short(f, j, i)
    yield same.any(2)[:, 0] & ~same_head
    yield same.any(1)[:, 0] & ~same_head


def _are_short(f: Facts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """True where i is the acronym of j."""
    out: NDArray[np.bool_] = (f.acronym[i] > 0) & (f.acronym[i] == f.initials[j])
    return out


def _places(f: Facts, i: Ints, j: Ints) -> Iterator[NDArray[np.generic]]:
    """How two phrases stand in text and tree."""
    within_j = (f.start[j] <= f.start[i]) & (f.end[i] <= f.end[j])
    within_i = (f.start[i] <= f.start[j]) & (f.end[j] <= f.end[i])
    below_j, below_i = f.governor[i] == f.word[j], f.governor[j] == f.word[i]
    yield within_j
    yield within_i
    yield within_j & below_j
    yield within_i & below_i
    yield below_j
    yield below_i
    yield below_j & (f.role[i] == ROLES.index("appos")) & ~within_j
    yield (f.governor[i] >= 0) & (f.governor[i] == f.governor[j])
    yield (f.speaker[i] >= 0) & (f.speaker[i] == f.speaker[j])
    yield f.speaker[i] == f.word[j]
    yield f.speaker[j] == f.word[i]
    yield f.speaker[i] == f.speaker[j]
    yield f.end[j] == f.start[i]
    yield f.end[j] + 1 == f.start[i]


def _agreement(f: Facts, i: Ints, j: Ints) -> Iterator[NDArray[np.generic]]:
    """Whether two phrases agree in what both tell."""
    for column in (f.number, f.gender, f.pronoun, f.type):
        both = (column[i] > 0) & (column[j] > 0)
        yield both & (column[i] == column[j])
        yield both & (column[i] != column[j])


def _steps(distance: Ints) -> Floats:
    return _one_hot(np.searchsorted(STEPS, distance), len(STEPS) + 1)


def _one_hot(numbers: Ints, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[numbers]
