"""How names sound: one form for the ways a name is carried over into Latin letters, and a looser likeness beside it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

_FOLDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"[^a-z0-9]", ""),
        (r"^(?:al|el|ul)(?=[a-z]{4})", r"al"),
        (r"^y(?=[eo])", ""),  # Yevgeny, Yegor
        (r"tch|tsch|cz", "ch"), (r"kh|ck|q", "k"), (r"ph", "f"), (r"gh", "g"), (r"dh", "d"), (r"dzh|zh|dj", "j"),
        (r"th$", "t"), (r"x", "ks"), (r"w", "v"), (r"ts|tz", "s"), (r"z", "s"), (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"), (r"our$", "or"), (r"(?<=[a-z]{3}t)re$", "er"),
        (r"eu", "u"), (r"eo", "o"), (r"ou|oo", "u"), (r"ee|ie|iy|yi|ij|ii|y|(?<=[a-z]{2})ye", "i"),
        (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip
"""Applied in this order to a word without accents, in lower case."""
_JOINING = frozenset("of for the and".split())
_SHORT_VOWELS = str.maketrans("eo", "iu")
_SHORT = 3
"""Letters up to which a word is only itself: "Li" is not "Lee"."""


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The word as it sounds, roughly; numbers and short words are themselves.

    >>> sound("zelenskyy") == sound("zelenskiy"), sound("kiev") == sound("kyiv"), sound("li") == sound("lee")
    (True, True, False)
    """
    if len(word) <= _SHORT or any(c.isdigit() for c in word):
        return word
    for pattern, letters in _FOLDS:
        word = pattern.sub(letters, word)
    return word


def sounds(name: str) -> tuple[str, ...]:
    """The words of a normal form as they sound."""
    return tuple(map(sound, name.split()))


def unordered(heard: Iterable[str]) -> tuple[str, ...]:
    """The words of a name in no order and without those that only join them.

    >>> unordered(sounds("ministry of defence")) == unordered(sounds("defense ministry"))
    True
    """
    return tuple(sorted(w for w in heard if w not in _JOINING))


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """The first letter and the consonants of how a word sounds, and whether its last letter is a vowel, and which.

    >>> bones("mohammed") == bones("muhamad"), bones("petrov") == bones("petrova")
    (True, False)
    """
    heard = sound(word)
    if len(heard) < _SHORT + 1:
        return heard
    return heard[0] + re.sub(r"[aeiou]", "", heard[1:]) + (heard[-1] if heard[-1] in "aeiou" else "")


def is_alike(one: str, other: str) -> bool:
    """True if two words may be spellings of one: the same consonants, and few other vowels."""
    if sound(one) == sound(other):
        return True
    return (
        len(one) > _SHORT + 1 and bones(one) == bones(other) and JaroWinkler.similarity(sound(one), sound(other)) >= 0.8
    )


def transliterated(heard: Iterable[str]) -> str:
    """How a name sounds, whichever short vowels it is written with where its own script leaves them out.

    >>> transliterated(sounds("hezbollah")) == transliterated(sounds("hizbullah"))
    True
    """
    return " ".join(heard).translate(_SHORT_VOWELS)
