"""Short forms of people's names: whose surname, given name or nickname it is that an article uses alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from kg.model import Mention, MentionId
from kg.ontology.honorifics import honorifics, particles
from kg.resolve.names import normal

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells a son from a father of the same name."""
CONTRASTING = re.compile(r"\b(?:elder|eldest|older|oldest|younger|youngest|senior|junior)\s+$")
"""What tells one of a family from the one called by the surname: "the younger Roe"."""
FAR = 3
"""Times as often as the one just named that another one must be named to be meant all the same."""

Home = Callable[[MentionId], MentionId]
"""Mention -> the first mention of its cluster, so far."""


class Fit(IntEnum):
    """How a short name is contained in a full one, the best first."""

    END = 0
    INSIDE = 1
    """A middle name: enough if nobody else's fits."""


def fit(short: str, full: str) -> Fit | None:
    """How the words of a person's `short` name are contained in the `full` one; None if they are not.

    A part of a word with a hyphen is no word, unless a particle is all it lacks.

    >>> fit("Luz", "Luz Garcia Rojas"), fit("Garcia", "Luz Garcia Rojas"), fit("Haddad", "Omar al-Haddad")
    (<Fit.END: 0>, <Fit.INSIDE: 1>, <Fit.END: 0>)
    >>> fit("Roe", "Ana Roe-Moe"), fit("Omar Haddad", "Omar Haddad Jr")
    (None, None)
    """
    few, many = _words(short), _words(full)
    if few[-1] in SUFFIXES and few[-1] != many[-1]:
        return None
    few, many = (w[:-1] if len(w) > 1 and w[-1] in SUFFIXES else w for w in (few, many))
    if len(few) >= len(many):
        return None
    if few in (many[-len(few) :], many[: len(few)]):
        return Fit.END
    return Fit.INSIDE if len(few) == 1 and few[0] in many else None


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in normal form, without what may stand before it; those with a hyphen are one."""
    words = name.split()
    while len(words) > 1 and normal(" ".join(words[1:])) == normal(name):
        words = words[1:]
    return tuple(_bare(normal(w)) for w in words)


def _bare(word: str) -> str:
    """ "al haddad" -> "haddad"."""
    first, _, rest = word.partition(" ")
    return rest if rest and first in particles() else word


class People:
    """The people whom one article names; `text` is the article's, `kin` {name: pronoun} of who is introduced as
    somebody's: "his daughter, Petra Roe"."""

    def __init__(self, names: Iterable[Mention], text: str, kin: Mapping[MentionId, MentionId]) -> None:
        self.names, self.text = sorted(names, key=lambda m: (m.span.start, m.id)), text
        texts = list(dict.fromkeys(m.text for m in self.names))
        self._kin = kin
        self._fuller = {t: _fuller(t, texts) for t in texts}

    def is_one_by_name(self, mention: Mention) -> bool:
        """True unless the name may mean one now and another then: the surname of somebody named in full."""
        return not self._fuller[mention.text] and not self.is_contrasted(mention)

    def is_contrasted(self, mention: Mention) -> bool:
        """True of "the younger Roe": not the one whom the surname means elsewhere."""
        return CONTRASTING.search(self.text, max(0, mention.span.start - 12), mention.span.start) is not None

    def short_forms(self, home: Home) -> Iterator[tuple[Mention, MentionId, str]]:
        """(mention, the first mention of whom it means, reason) for every short name, in order of the text.

        `home` must know of every pair before the next one is asked for.
        """
        for mention in self.names:
            fuller = [m for m in self.names if m.text in self._fuller[mention.text]]
            if not fuller or self.is_contrasted(mention):
                continue
            groups = {home(m.id) for m in fuller}
            if len(groups) == 1:
                yield mention, groups.pop(), "short form of a name"
            else:
                yield mention, self._most_in_view(mention, fuller, home), "short form of the name most in view"

    def _most_in_view(self, mention: Mention, fuller: Sequence[Mention], home: Home) -> MentionId:
        """Of several people, the one with the same title; else the first of those named in this sentence or the last,
        unless introduced as another one's kin or named far less often; else the one named most often so far."""
        known = [m for m in fuller if m.span.start < mention.span.start] or fuller
        title = self._title(mention)
        titled = {home(m.id) for m in known if title and self._title(m) == title}
        if len(titled) == 1:
            return titled.pop()
        groups = {home(m.id): m for m in reversed(known)}
        before = (home(m.id) for m in self.names if m.span.start < mention.span.start)
        counts = Counter(g for g in before if g in groups)
        most = min(groups, key=lambda g: (-counts[g], groups[g].span.start))
        near = [m for m in known if mention.sentence - m.sentence <= 1 and m.span.start < mention.span.start]
        first = next((home(m.id) for m in near if m.sentence == near[-1].sentence), most)
        is_kin = any(home(name) == first and home(whose) in groups for name, whose in self._kin.items())
        return first if counts[most] < FAR * counts[first] and not is_kin else most

    def _title(self, mention: Mention) -> str | None:
        """The capitalised word before a name: "President", "Dr."."""
        word = next(iter(self.text[max(0, mention.span.start - 30) : mention.span.start].split()[-1:]), "")
        is_title = word.isalpha() or word.removesuffix(".").lower() in honorifics()
        return word if word.istitle() and is_title else None


def _fuller(name: str, names: Iterable[str]) -> frozenset[str]:
    """The names that it fits best; none if it is a middle name, and those of several people."""
    found: dict[Fit, list[str]] = {}
    for other in names:
        if (how := fit(name, other)) is not None:
            found.setdefault(how, []).append(other)
    best = min(found, default=None)
    if best is None or (best is Fit.INSIDE and len({normal(n) for n in found[best]}) > 1):
        return frozenset()
    return frozenset(found[best])
