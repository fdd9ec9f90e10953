"""What the tense of an event's verb adds to when it happened: done by the day it is told on, or still to come then."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from kg.extract.attribution.hedging import Voice
from kg.extract.cues import Cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.frames import Match
from kg.extract.times import TimeExpression
from kg.extract.times.periods import Days
from kg.extract.tree import Tree
from kg.model import Basis, Granularity, Modality, TimeBounds

Times = Mapping[int, TimeExpression]
"""The expressions of a sentence by the word that each dates."""


_OPEN = TimeBounds(basis=Basis.INFERRED)


class Tense:
    """Bounds the events of one article; `reference` is its day."""

    def __init__(self, cues: Cues, reference: dt.date | None) -> None:
        self.cues, self.reference = cues, reference

    def bounds(self, tree: Tree, match: Match, *, voice: Voice, times: Times) -> TimeBounds:
        """The bounds of an event: those of its expression, else what its tense says."""
        found = times.get(match.trigger) or times.get(match.verb)
        bounds = TimeBounds() if found is None else self._read(tree, match, voice, found)
        told = self._told(voice, times)
        if bounds.is_bounded or (bounds.text and not bounds.duration):
            return _not_before_planned(bounds, told) if told and voice.modality is Modality.PLANNED else bounds
        return _tensed(tree, match, voice, bounds=bounds, told=told) if told else bounds

    def _read(self, tree: Tree, match: Match, voice: Voice, found: TimeExpression) -> TimeBounds:
        """The expression's bounds, as far as they are those of the event."""
        is_bare = voice.modality is Modality.SPECULATIVE and tree[match.trigger].xpos == "VB"
        if (voice.modality is Modality.PLANNED or is_bare) and found.ahead is not None:
            return found.ahead
        bounds = found.bounds
        if match.type.is_communication and voice.modality.is_fact and self._is_content(bounds):
            return TimeBounds()
        if bounds.not_before and not bounds.ongoing_on and self._is_beginning(tree, match):
            return replace(bounds, not_after=None, granularity=Granularity.UNDATED)
        if bounds.not_before and bounds.not_after and _is_told_with(tree, match.trigger, self.cues.finishing):
            last = replace(bounds, not_before=None, started_by=None, ongoing_on=bounds.not_before)
            return replace(last, granularity=Granularity.UNDATED)
        if bounds == replace(_OPEN, text=bounds.text, started_by=self.reference) and _goes_on(tree, match.verb):
            return replace(bounds, ongoing_on=self.reference)  # "has escalated in recent days": and still does
        if bounds.ongoing_on == self.reference == bounds.started_by and _is_perfect(tree, match.trigger):
            return replace(bounds, ongoing_on=None, not_after=self.reference)  # "have now left": done
        return bounds

    def _is_content(self, bounds: TimeBounds) -> bool:
        """True of a time that is said, not that of the saying: one still to come, or how long something lasts."""
        begins = bounds.not_before
        is_ahead = self.reference and begins and begins >= self.reference and bounds.not_after != begins
        return bool(is_ahead or (bounds.duration and not bounds.is_bounded))

    def _is_beginning(self, tree: Tree, match: Match) -> bool:
        """True of the exercises that "began on Monday", and of troops that were sent then."""
        trigger = match.trigger
        if tree[trigger].upos == "VERB" and (match.type.is_lasting or tree.lemma(trigger) in self.cues.arriving):
            return True
        return _is_told_with(tree, trigger, self.cues.beginning)

    def _told(self, voice: Voice, times: Times) -> Days | None:
        """The first and last day on which it may have been told: those of the reporting verb, else the article's."""
        said = times.get(voice.verb) if voice.verb is not None else None
        if said and said.bounds.not_before and said.bounds.not_after:
            return said.bounds.not_before, said.bounds.not_after
        return (self.reference, self.reference) if self.reference else None


def _is_told_with(tree: Tree, trigger: int, verbs: frozenset[str]) -> bool:
    """True of the trial in "the trial began", "they began the trial" and "the trial, which began", for "begin"."""
    if any(tree.lemma(c) in verbs for c in tree.children(trigger, "acl:relcl")):
        return True
    verb = tree[trigger].head
    return (
        verb != trigger and tree[trigger].deprel in {*AGENTIVE_SUBJECTS, "obj", "xcomp"} and tree.lemma(verb) in verbs
    )


def _not_before_planned(bounds: TimeBounds, told: Days) -> TimeBounds:
    """What is to be done "by May" comes after the day on which that is planned."""
    is_open = bounds.not_before is None and bounds.not_after is not None and bounds.not_after >= told[0]
    return replace(bounds, not_before=told[0]) if is_open else bounds


def _tensed(tree: Tree, match: Match, voice: Voice, *, bounds: TimeBounds, told: Days) -> TimeBounds:
    """ "Has sent", and "sent" of what lasts, had begun by the day it is told on; "is sending" and "has been sending" go
    on then (SFM's publication-date rule); what was said was said by then, and what is planned comes after."""
    verb = _verb(tree, match.verb)
    if voice.modality is Modality.PLANNED:
        is_past = not voice.sources and _is_past(tree, verb)
        return bounds if is_past else replace(bounds, not_before=told[0])
    if voice.modality is Modality.DENIED:
        return bounds
    if tree[verb].xpos == "VBG" and _auxiliaries(tree, verb) & {"be", "have"}:
        return replace(bounds, started_by=told[1], ongoing_on=told[1])
    if not voice.modality.is_fact:
        return bounds
    if match.type.is_communication and not _may_be_said_again(tree, verb):
        return replace(bounds, not_after=told[1])
    if match.type.is_lasting or _is_perfect(tree, verb):
        is_begun = _is_perfect(tree, verb) or _is_simple_past(tree, match.trigger)
        return replace(bounds, started_by=told[1]) if is_begun else bounds
    is_over = _is_simple_past(tree, match.trigger) and not match.type.is_ongoing and _is_main(tree, match.trigger)
    return replace(bounds, not_after=told[1]) if is_over else bounds


def _may_be_said_again(tree: Tree, verb: int) -> bool:
    """True of the background "has been criticised" and "which both have criticised", not of the news "has warned"."""
    return _is_perfect(tree, verb) and (tree.is_passive(verb) or tree[verb].deprel == "acl:relcl")


def _is_main(tree: Tree, verb: int) -> bool:
    """True of the verb of a sentence, of those beside it, and of what it says."""
    first = tree.first_conjunct(verb)
    return tree[first].deprel in {"root", "ccomp", "parataxis"} and all(
        tree[w].deprel in {"root", "ccomp", "parataxis"} for w in tree.ancestors(first)
    )


def _auxiliaries(tree: Tree, verb: int) -> set[str]:
    return {tree[c].lemma.lower() for c in tree.children(verb, "aux")}


def _is_perfect(tree: Tree, verb: int) -> bool:
    return tree[verb].xpos == "VBN" and "have" in _auxiliaries(tree, verb)


def _is_simple_past(tree: Tree, verb: int) -> bool:
    """True of "sent" and "were sent" as verbs of their clause."""
    return "VBD" in {tree[w].xpos for w in (verb, *tree.children(verb, "aux:pass"))} and tree[verb].upos == "VERB"


def _verb(tree: Tree, trigger: int) -> int:
    """The verb whose tense is the event's: its own, that of what a noun is subject of ("clashes are continuing"), or
    that of the clause that a participle stands beside ("have been killed, with thousands wounded")."""
    token = tree[trigger]
    is_subject = token.upos == "NOUN" and token.deprel in AGENTIVE_SUBJECTS
    marks = {tree[c].text.lower() for c in tree.children(trigger, "mark", "case")}
    is_beside = token.deprel == "advcl" and token.xpos in {"VBN", "VBG", "JJ", "JJR"} and marks <= {"with"}
    return token.head if is_subject or (is_beside and not tree.children(trigger, "aux", "cop")) else trigger


def _goes_on(tree: Tree, word: int) -> bool:
    """True if the clause around the word is in the present perfect: "missile testing has increased"."""
    verb = next((w for w in (word, *tree.ancestors(word)) if tree[w].upos == "VERB"), word)
    return _is_perfect(tree, verb) and all(tree[c].xpos != "VBD" for c in tree.children(verb, "aux"))


def _is_past(tree: Tree, verb: int) -> bool:
    """True if the nearest finite verb is in the past: "planned to leave", "had wanted a meeting"."""
    for word in (verb, *tree.ancestors(verb)):
        finite = {tree[w].xpos for w in (word, *tree.children(word, "aux", "aux:pass", "cop"))}
        if finite & {"VBD", "VBZ", "VBP", "MD"}:
            return "VBD" in finite
    return False
