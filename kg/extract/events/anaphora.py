"""Events told of again by a bare word: "The blast happened on Friday", "It took place near the port"."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.coreference.antecedents import identity, root
from kg.extract.cues import Cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS, DEFINITE, INDEFINITE
from kg.extract.frames import Frames, Match
from kg.extract.mentions import Mentions
from kg.extract.times.periods import WEEKDAYS
from kg.extract.tree import Tree
from kg.model import Event, EventId, Kind, MentionId, Modality, TimeBounds

REACH = 15
"""Sentences a bare word looks back over."""
NEAR = 3
"""Sentences over which "the incident" looks back."""
YEAR = 4
"""Digits of a year."""
_DONE_TO = frozenset({"on", "of", "against"})
"""Prepositions of what is attacked, killed or taken."""
PRONOUNS = frozenset({"it", "this", "that"})

Found = Event[MentionId]


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the article: its id, what it was read from, and the number of its sentence."""

    id: EventId
    match: Match
    sentence: int
    day: dt.date | None = None
    """The day it was, where the article says so."""
    is_planned: bool = False
    """True of what is still to come."""
    is_plural: bool = False
    """True if it was told of as several: "attacks"."""
    year: int | None = None
    """The year it was in, where the article says so."""
    modifiers: frozenset[str] = frozenset()
    """What stands before its noun: "six-nation", "peace"."""


class Anaphora:
    """Remembers the events of an article, and finds where a later sentence names one of them again."""

    def __init__(self, frames: Frames, mentions: Mentions) -> None:
        self.frames, self.mentions = frames, mentions
        self._told: list[Told] = []

    def remember(self, tree: Tree, events: Iterable[tuple[Found, Match]]) -> None:
        """Keep the events of a sentence for the sentences after it, what it mainly tells of last: that is told of again
        before what stands in a clause inside. Words said are not told of again like deeds."""
        new = [(event, match) for event, match in events if not match.type.is_communication]
        new.sort(key=lambda told: _depth(tree, told[1].verb), reverse=True)
        for event, match in new:
            is_planned = all(claim.modality is Modality.PLANNED for claim in event.claims)
            is_plural = tree[match.trigger].xpos == "NNS"
            here, time = tree.sentence.index, event.time
            words = frozenset(tree.modifiers(match.trigger))
            self._told.append(Told(event.id, match, here, _day(time), is_planned, is_plural, _year(time), words))

    def find(self, tree: Tree, taken: set[int]) -> list[tuple[Match, Told]]:
        """What a sentence tells anew of earlier events; `taken` are the words that trigger events of their own.

        A definite noun names the latest event of its class that its arguments do not speak against, "Friday's attack"
        the one of that day; "it" in "it took place" names the only event of the sentence before.
        """
        near = [t for t in self._told if tree.sentence.index - REACH <= t.sentence < tree.sentence.index]
        out = []
        for i, token in enumerate(tree.tokens):
            if not self._told:
                break
            if _is_known(tree, i):
                year = _named_year(tree, i)
                out += list(self._named(tree, i, [t for t in near if year in {None, t.year}]))[:1]
            elif (weekday := _weekday(tree, i)) is not None:
                out += list(self._named(tree, i, self._of_day(near, weekday)))[:1]
            elif i in taken:
                continue
            elif token.text.lower() in PRONOUNS and token.deprel in AGENTIVE_SUBJECTS:
                out += list(self._pronoun(tree, i, near))
        return out

    def happenings(self, tree: Tree) -> dict[int, EventId]:
        """Definite nouns that name no class, with what they mean: what was told last of all, in the sentences just
        before ("Nine people were hurt in the incident")."""
        here = tree.sentence.index
        last = next((t.id for t in reversed(self._told) if here - NEAR <= t.sentence < here and not t.is_planned), None)
        words = self.mentions.cues.happenings
        nouns = [i for i, t in enumerate(tree.tokens) if t.xpos == "NN" and t.lemma.lower() in words]
        return {i: last for i in nouns if last is not None and is_definite(tree, i)}

    def _of_day(self, near: Sequence[Told], weekday: int) -> list[Told]:
        """The events told near by that may have been on a day of the week, and last those that were on it."""
        return [
            *(t for t in near if t.day is None and not t.is_planned),
            *(t for t in self._told if t.day is not None and t.day.weekday() == weekday and not t.is_planned),
        ]

    def _named(self, tree: Tree, i: int, near: Sequence[Told]) -> Iterator[tuple[Match, Told]]:
        matches = self.frames.bare(tree, i, self.mentions)
        cues, is_plural = self.mentions.cues, tree[i].xpos == "NNS"
        is_joined = _is_joined(tree, i, cues)
        narrow = frozenset(tree.modifiers(i)) if tree[i].lemma.lower() in cues.negotiating else frozenset[str]()
        latest_first = [t for t in near[::-1] if not narrow or narrow & t.modifiers]  # "peace talks" are no meeting
        for told in sorted(latest_first, key=lambda t: t.is_plural != is_plural):
            for match in matches:
                are_kin = self.frames.ontology.are_kin(match.type.name, told.match.type.name)
                if are_kin and self._agree(match, told.match, is_joined=is_joined):
                    yield match, told

    def _agree(self, one: Match, other: Match, *, is_joined: bool) -> bool:
        """True unless a role has only other fillers; a place may lie in another, but not a town in a town, and a
        described one may be the one named. Who only joins in may be anybody."""
        for role in {r for r, _ in one.roles} & {r for r, _ in other.roles}:
            mine, theirs = ({root(self.mentions, f.mention.id) for f in m.fillers(role)} for m in (one, other))
            is_place = self.frames.ontology.is_a(
                self.frames.ontology.roles[role].range, self.frames.ontology.part("place")
            )
            if is_joined and not is_place:
                continue
            names = ({m.type for m in ms if m.kind is Kind.NAME} for ms in (mine, theirs))
            nested = is_place and not set.intersection(*names)
            same = ({identity(self.mentions, m.id) for m in ms} for ms in (mine, theirs))
            if not nested and not set.intersection(*same):
                return False
        return True

    def _pronoun(self, tree: Tree, i: int, near: Sequence[Told]) -> Iterator[tuple[Match, Told]]:
        verb = tree[i].head
        before = [t for t in near if t.sentence == tree.sentence.index - 1]
        if len(before) == 1 and tree.takes_place(verb):
            yield self.frames.refilled(tree, verb, before[0].match, self.mentions), before[0]


def joined(event: Found, more: Found) -> Found:
    """The event with what a later sentence adds: claims, numbers, fillers, and a time if it had none of its own."""
    time = max(event.time, more.time, key=lambda t: (t.is_bounded and t.text is not None, t.is_bounded))
    return replace(
        event,
        roles=(*event.roles, *more.roles),
        claims=(*event.claims, *more.claims),
        counts=(*event.counts, *more.counts),
        time=replace(time, duration=event.time.duration or more.time.duration),
        links=tuple(dict.fromkeys((*event.links, *more.links))),
        content=tuple(dict.fromkeys((*event.content, *more.content))),
    )


def adds(event: Found) -> bool:
    """True if the event tells of more than that there is one."""
    return bool(event.roles or event.counts or event.links or event.time.is_bounded or event.time.duration)


def _depth(tree: Tree, word: int) -> int:
    """The number of clauses inside noun phrases that the word stands in."""
    return sum(tree[w].deprel.startswith("acl") for w in (word, *tree.ancestors(word)))


def _is_joined(tree: Tree, noun: int, words: Cues) -> bool:
    """True of "attended the summit", "took part in the summit": somebody was there, too."""
    verb = tree[noun].head
    if tree.preposition(noun) == "in":
        return any(tree[w].lemma.lower() in words.joining for w in (verb, *tree.children(verb, "obj")))
    return tree[noun].deprel == "obj" and tree.lemma(verb) in words.attending


def _is_known(tree: Tree, noun: int) -> bool:
    """True of "the strike", not of "the deadliest strike" or "the latest strike": that is another one; nor of "the
    strike on a school": that is told of for the first time."""
    is_other = any(tree[c].xpos == "JJS" for c in tree.children(noun, "amod"))
    done_to = (c for c in tree.children(noun, "nmod") if tree.preposition(c) in _DONE_TO)
    is_new = any(INDEFINITE & {tree[d].text.lower() for d in tree.children(c, "det")} for c in done_to)
    return is_definite(tree, noun) and not is_other and not is_new


def is_definite(tree: Tree, i: int) -> bool:
    """True of a noun with a definite article or a demonstrative: "the war", "this attack"."""
    return tree[i].upos == "NOUN" and any(tree[c].text.lower() in DEFINITE for c in tree.children(i, "det"))


def _weekday(tree: Tree, i: int) -> int | None:
    """The number of the day that owns a noun: 4 for "Friday's attack"."""
    owners = [tree[c].text.lower() for c in tree.children(i, "nmod:poss")] if tree[i].upos == "NOUN" else []
    return next((WEEKDAYS[word] for word in owners if word in WEEKDAYS), None)


def _named_year(tree: Tree, noun: int) -> int | None:
    """The year that stands before a noun: "the 2014 coup"."""
    years = (tree[c].text for c in tree.children(noun, "nummod", "compound", "amod", "nmod:unmarked") if c < noun)
    return next((int(y) for y in years if len(y) == YEAR and y.isdigit()), None)


def _year(time: TimeBounds) -> int | None:
    first, last = time.not_before, time.not_after
    return first.year if first and last and first.year == last.year else None


def _day(time: TimeBounds) -> dt.date | None:
    return time.not_before if time.not_before == time.not_after else None
