"""Articles with known clusters, made of syllables: names spelt in several ways, shared surnames, acronyms.

Everything follows from a seed. Nobody in them exists; what is hard in them is what is hard in news.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Document, DocumentId, Extraction, Kind, Mention, MentionId, Span
from kg.ontology import Ontology

_ONSETS = "b d f g k l m n p r s t v z br dr kr sh st".split()
_VOWELS = "a e i o u".split()
_ENDS = ["", "", "n", "r", "s", "l", "m", "k"]
_KINDS = "Fund Union Council League Institute Bank Front Agency Alliance Company".split()
_ADJECTIVES = "Northern Southern Coastal National United Free Central Eastern Western General".split()
_SPELLINGS = (("v", "w"), ("k", "q"), ("i", "y"), ("u", "ou"), ("sh", "sch"), ("f", "ph"), ("s", "z"), ("l", "ll"))
_FOLLOWING = 0.6
"""How often a person already named is named by the surname alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or something, by the words of the full name."""

    number: int
    words: tuple[str, ...]
    is_person: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def acronym(self) -> str:
        return "".join(w[0] for w in self.words)


@dataclass(frozen=True, slots=True)
class Corpus:
    extractions: tuple[Extraction, ...]
    truth: dict[MentionId, int]


def corpus(mentions: int, ontology: Ontology, *, seed: int = 1) -> Corpus:
    """Articles with about as many mentions, of a tenth as many things; who is in the news together stays so."""
    chance = random.Random(seed)
    things = _things(max(20, mentions // 10), chance)
    circles = [things[i : i + 25] for i in range(0, len(things), 25)]
    truth: dict[MentionId, int] = {}
    extractions = []
    while len(truth) < mentions:
        extraction, known = _article(len(extractions), chance.choice(circles), chance, ontology)
        extractions.append(extraction)
        truth |= known
    return Corpus(tuple(extractions), truth)


def _things(number: int, chance: random.Random) -> list[Named]:
    """Seven people to three organizations; every surname is that of about eight people, no two have one full name."""
    given = [word(chance, 2) for _ in range(max(20, number // 10))]
    surnames = [word(chance, 3) for _ in range(max(4, number // 12))]
    stems = [word(chance, 2) for _ in range(max(10, number // 10))]
    found: dict[tuple[str, ...], bool] = {}
    while len(found) < number:
        if chance.random() < 0.7:
            middle = [chance.choice(given)] if chance.random() < 0.2 else []
            found[(chance.choice(given), *middle, chance.choice(surnames))] = True
        else:
            found[(chance.choice(_ADJECTIVES), chance.choice(stems), chance.choice(_KINDS))] = False
    rows = list(found.items())
    chance.shuffle(rows)
    return [Named(i, words, is_person) for i, (words, is_person) in enumerate(rows)]


def word(chance: random.Random, syllables: int) -> str:
    """A capitalised word that is in no dictionary."""
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(_ENDS)).capitalize()


def _article(
    number: int, circle: list[Named], chance: random.Random, ontology: Ontology
) -> tuple[Extraction, dict[MentionId, int]]:
    document = DocumentId(f"doc-{number:07d}")
    types = {True: ontology.part("person"), False: ontology.part("organization")}
    mentions, truth, text = [], {}, ""
    for sentence, (thing, words) in enumerate(_told(chance.sample(circle, min(4, len(circle))), chance)):
        span = Span(len(text), len(text) + len(words))
        text += words + ". "
        key = MentionId(f"{document}:{span.start}-{span.end}")
        mentions.append(Mention(key, document, span, words, types[thing.is_person], Kind.NAME, 0.9, sentence, 0))
        truth[key] = thing.number
    digest = hashlib.sha256(f"{number}".encode()).hexdigest()
    return Extraction(Document(document, text, digest, f"{number}.txt"), tuple(mentions), (), ()), truth


def _told(cast: list[Named], chance: random.Random) -> Iterator[tuple[Named, str]]:
    """Who is named, in which words: first in full, as this article spells it, then as it likes."""
    for thing in cast:
        full = _spelt(thing, chance)
        yield thing, full
        for _ in range(chance.randrange(3)):
            short = full.split()[-1] if thing.is_person else thing.acronym
            yield thing, short if chance.random() < _FOLLOWING else full


def _spelt(thing: Named, chance: random.Random) -> str:
    """The name as one article has it: four in ten differ from the full one."""
    words, way = list(thing.words), chance.random()
    if way < 0.6:
        return thing.name
    if way < 0.7:
        return thing.name.upper()
    if not thing.is_person:
        return f"The {thing.name}" if way < 0.9 else thing.acronym
    if way < 0.85:
        old, new = chance.choice(_SPELLINGS)
        return " ".join(w.lower().replace(old, new).capitalize() for w in words)
    if way < 0.9 and len(words) == 3:
        return f"{words[0]} {words[2]}"
    if way < 0.93:
        return f"{words[0][0]}. {words[-1]}"
    if way < 0.96:
        return f"Dr. {thing.name}"
    return f"{words[0]}-{words[1]} {words[2]}" if len(words) == 3 else thing.name
