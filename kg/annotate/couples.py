"""Sentences -> couples of names that nouns alone hold together, and what is known of each couple.

"The Dutch minister Jan Roe of the Reform Party" holds three names together, "Jan Roe is a Dutch minister" two; in "Jan
Roe met the Reform Party in Delft" a verb stands between any two of them, and what it says is not for this module.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pairs import Floats, Ints
from kg.annotate.phrases import head_of
from kg.model import Sentence, Token

Bools = NDArray[np.bool_]

FAR = 40
"""Words that may stand between two names, at most ..."""
MANY = 6
"""... and names."""
RELATIONS = tuple(
    "nsubj nsubj:pass obj obl nmod nmod:poss nmod:desc appos compound flat amod acl acl:relcl root".split()
)
"""Relations that are told apart on the way from one name to the other; all others are one more."""
SMALL = frozenset({"case", "cop", "mark", "aux", "neg"})
"""Relations of the small words that belong to a word on the way."""
STEPS = np.array([0, 1, 2, 3, 4, 6, 9, 14, 24])
"""The last distances of the steps in which distances are told apart."""
LONGEST = 6
"""Ways in the tree of more words than this are as long as this."""
APART = frozenset({"conj", "parataxis", "list", "dep", "ccomp", "xcomp", "advcl"})
"""Relations that put a word beside another, or in a clause of its own."""
MARKS = (",", "(", ")", "and", '"', ":", ";")
"""Words between two names that are noted."""


@dataclass(frozen=True, slots=True)
class Couple:
    """An ordered couple of names of one sentence, by their places in `Sentence.names`; words are those of the sentence.

    heads: of both names; way: the words of the tree's path between these, without the names' own, and small words that
    hang from it; between: those that stand between the names; up, down: relations on the path, up from the subject's
    head and up from the object's, to where they meet.
    """

    sentence: int
    subject: int
    object: int
    heads: tuple[int, int]
    way: tuple[int, ...]
    between: tuple[int, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Couples:
    """The m couples of an article. Words are counted through the article.

    types: (m, 2), of subject and object, in the order of the model; heads: (m, 2) words; about: (m, columns); way,
    between: (k,) words of all couples one after the other, way_of, between_of: (k,) the couple of each.
    """

    each: tuple[Couple, ...]
    types: Ints
    heads: Ints
    about: Floats
    way: Ints
    way_of: Ints
    between: Ints
    between_of: Ints

    def __len__(self) -> int:
        return len(self.each)

    def words(self) -> tuple[Ints, list[Ints]]:
        """The words that some couple needs, each once, and the places of four kinds of words among these.

        The kinds are subjects (m,), objects (m,), `way` and `between`.
        """
        parts = [self.heads[:, 0], self.heads[:, 1], self.way, self.between]
        words, place = np.unique(np.concatenate(parts), return_inverse=True)
        return words, np.split(place, np.cumsum([len(p) for p in parts])[:-1])


def couples(sentences: Sequence[Sentence], types: Sequence[str], fits: Bools) -> Couples:
    """All couples whose types fit; fits: (types, types), whether a subject and an object of these may be tied."""
    number = {t: i for i, t in enumerate(types)}
    bases = np.cumsum([0, *(len(s.tokens) for s in sentences)]).tolist()
    each = [c for place, sentence in enumerate(sentences) for c in _couples(place, sentence, number, fits)]
    kinds = [[number[sentences[c.sentence].names[n].type] for n in (c.subject, c.object)] for c in each]
    heads = [[bases[c.sentence] + head for head in c.heads] for c in each]
    about = [_about(sentences[c.sentence], c, k, len(types)) for c, k in zip(each, kinds, strict=True)]
    way = _table([(bases[c.sentence] + w, m) for m, c in enumerate(each) for w in c.way])
    between = _table([(bases[c.sentence] + w, m) for m, c in enumerate(each) for w in c.between])
    return Couples(
        tuple(each), _table(kinds), _table(heads), np.array(about, np.float32), *way.T, *between.T
    )  # fmt: skip


def _table(rows: Sequence[Sequence[int]]) -> Ints:
    return np.array(rows, np.int64).reshape(len(rows), 2)


def _couples(place: int, sentence: Sentence, number: dict[str, int], fits: Bools) -> Iterator[Couple]:
    names = sentence.names
    kinds = [number[n.type] for n in names]
    ends = set(np.argwhere(fits).ravel().tolist())
    order = sorted((i for i, kind in enumerate(kinds) if kind in ends), key=lambda i: names[i].start)
    for n, i in enumerate(order):
        for j in order[n + 1 : n + 2 + MANY]:
            if not names[i].end <= names[j].start <= names[i].end + FAR:
                continue
            for a, b in ((i, j), (j, i)):
                if fits[kinds[a], kinds[b]] and (couple := _couple(place, sentence, a, b)):
                    yield couple


def _couple(place: int, sentence: Sentence, a: int, b: int) -> Couple | None:
    """The two names as a couple; None if more than nouns stand on the way from one to the other."""
    tokens, both = sentence.tokens, [sentence.names[n] for n in (a, b)]
    i, j = (head_of(tokens, n.start, n.end) for n in both)
    above_i, above_j = _above(tokens, i), _above(tokens, j)
    meeting = next(w for w in above_i if w in above_j)
    up, down = above_i[: above_i.index(meeting)], above_j[: above_j.index(meeting)]
    path = {*up, *down, meeting}
    own = {w for n in both for w in range(n.start, n.end)}
    if any(tokens[w].deprel in APART for w in (*up, *down)) or any(tokens[w].upos == "VERB" for w in path - own):
        return None
    small = {w for w, t in enumerate(tokens) if t.deprel in SMALL and t.head in path}
    first, last = sorted(both, key=lambda n: n.start)
    relations = (tuple(tokens[w].deprel for w in leg) for leg in (up, down))
    way, between = tuple(sorted((path | small) - own)), tuple(range(first.end, last.start))
    return Couple(place, a, b, (i, j), way, between, *relations)


def _above(tokens: Sequence[Token], word: int) -> list[int]:
    """The word and the heads above it, nearest first."""
    out = [word]
    while tokens[out[-1]].head != out[-1]:
        out.append(tokens[out[-1]].head)
    return out


def _about(sentence: Sentence, couple: Couple, kinds: Sequence[int], types: int) -> list[float]:
    """What the network is told of a couple; `types` is the number of types of named spans."""
    a, b = (sentence.names[i] for i in (couple.subject, couple.object))
    forms = {sentence.tokens[w].text.lower() for w in couple.between}
    among = sum(a.end <= n.start < b.start or b.end <= n.start < a.start for n in sentence.names)
    return [
        *_one_of(kinds[0], types), *_one_of(kinds[1], types), *_one_of(min(among, 3), 4),
        *_one_of(int(np.searchsorted(STEPS, len(couple.between))), len(STEPS) + 1),
        *_one_of(min(len(couple.up), LONGEST), LONGEST + 1), *_one_of(min(len(couple.down), LONGEST), LONGEST + 1),
        *_any_of(couple.up), *_any_of(couple.down), *_any_of(couple.up[:1]), *_any_of(couple.down[:1]),
        float(a.start < b.start), *(float(mark in forms) for mark in MARKS),
        *(float(sentence.tokens[head].upos == "PROPN") for head in couple.heads),
    ]  # fmt: skip


def _one_of(place: int, size: int) -> list[float]:
    out = [0.0] * size
    out[place] = 1.0
    return out


def _any_of(relations: Sequence[str]) -> list[float]:
    """Which of RELATIONS occur, and whether others do."""
    out = [0.0] * (len(RELATIONS) + 1)
    for relation in relations:
        out[RELATIONS.index(relation) if relation in RELATIONS else len(RELATIONS)] = 1.0
    return out
