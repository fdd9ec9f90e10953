"""What the tense of an event's verb adds to when it happened: done by the day it is told on, or still to come then."""

import datetime as dt
from dataclasses import replace

from kg.extract.attribution.voice import Voice
from kg.extract.cues import Cues
from kg.extract.events import aspect
from kg.extract.events.timing import Times
from kg.extract.frames import Match
from kg.extract.times import TimeExpression
from kg.extract.times.periods import Days
from kg.extract.tree import Tree
from kg.model import Basis, Granularity, Modality, TimeBounds

_NEWS = dt.timedelta(days=31)
"""How long ago words may have been said that are news."""
_OPEN = TimeBounds(basis=Basis.INFERRED)
"""Of an expression that says no more than that something has begun."""


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
        return self._tensed(tree, match, voice, bounds=bounds, told=told) if told else bounds

    def _read(self, tree: Tree, match: Match, voice: Voice, found: TimeExpression) -> TimeBounds:
        """The expression's bounds, as far as they are those of the event."""
        is_bare = voice.modality is Modality.SPECULATIVE and tree[match.trigger].xpos == "VB"
        if (voice.modality is Modality.PLANNED or is_bare) and found.ahead is not None:
            return found.ahead
        bounds = found.bounds
        is_said = match.type.is_communication and voice.modality.is_fact
        if is_said and (self._is_content(bounds) or self._is_long_past(tree, match.verb, bounds)):
            return TimeBounds()
        if match.frame.tallied and bounds.not_after:
            return replace(bounds, not_before=None, started_by=None, granularity=Granularity.UNDATED)
        if bounds.not_before and not bounds.ongoing_on:
            return self._of_one_end(tree, match, bounds)
        if bounds == replace(_OPEN, text=bounds.text, started_by=self.reference) and aspect.goes_on(tree, match.verb):
            return replace(bounds, ongoing_on=self.reference)  # "has escalated in recent days": and still does
        if bounds.ongoing_on == self.reference == bounds.started_by and aspect.is_perfect(tree, match.trigger):
            return replace(bounds, ongoing_on=None, not_after=self.reference)  # "have now left": done
        return bounds

    def _is_content(self, bounds: TimeBounds) -> bool:
        """True of a time that is said, not that of the saying: one still to come, "so far", or how long it lasts."""
        begins = bounds.not_before
        if begins is None and bounds.started_by and bounds.started_by == self.reference:
            return True
        is_ahead = self.reference and begins and begins >= self.reference and bounds.not_after != begins
        return bool(is_ahead or (bounds.duration and not bounds.is_bounded))

    def _is_long_past(self, tree: Tree, verb: int, bounds: TimeBounds) -> bool:
        """True of a time long before the article beside the present tense: "they blame Roe for the war in 1947"."""
        is_present = tree[verb].xpos in {"VBZ", "VBP"}
        last = bounds.not_after
        return bool(is_present and self.reference and last and last < self.reference - _NEWS)

    def _of_one_end(self, tree: Tree, match: Match, bounds: TimeBounds) -> TimeBounds:
        """The bounds, of its first or last day alone where that is what they tell: "the trial began on Monday"."""
        if self._is_beginning(tree, match):
            return replace(bounds, not_after=None, granularity=Granularity.UNDATED)
        if bounds.not_after is None or aspect.told_with(tree, match.trigger, self.cues.finishing) is None:
            return bounds
        last = replace(bounds, not_before=None, started_by=None, ongoing_on=bounds.not_before)
        return replace(last, granularity=Granularity.UNDATED)

    def _is_beginning(self, tree: Tree, match: Match) -> bool:
        """True of the exercises that "began on Monday", of troops that were sent then, and of who arrived then."""
        trigger = match.trigger
        is_stay = match.type.is_lasting or tree.lemma(trigger) in self.cues.arriving
        is_told = aspect.told_with(tree, trigger, self.cues.beginning) is not None
        return is_told or (tree[trigger].upos == "VERB" and is_stay)

    def _told(self, voice: Voice, times: Times) -> Days | None:
        """The first and last day on which it may have been told: those of the reporting verb, else the article's."""
        said = times.get(voice.verb) if voice.verb is not None else None
        if said and said.bounds.not_before and said.bounds.not_after:
            return said.bounds.not_before, said.bounds.not_after
        return (self.reference, self.reference) if self.reference else None

    def _tensed(self, tree: Tree, match: Match, voice: Voice, *, bounds: TimeBounds, told: Days) -> TimeBounds:
        """What is planned comes after it is told, what is told of as done before it, and "is sending" goes on then
        (SFM's publication-date rule)."""
        verb = aspect.finite(tree, match.verb)
        if voice.modality is Modality.PLANNED:
            is_past = not voice.sources and aspect.is_past(tree, verb)
            return bounds if is_past else replace(bounds, not_before=told[0])
        is_own = verb == match.verb or tree[match.trigger].upos == "NOUN"  # "as they were quarrelling, killing two"
        if voice.modality is not Modality.DENIED and is_own and aspect.is_progressive(tree, verb):
            going = None if aspect.is_pluperfect(tree, verb) else told[1]
            return replace(bounds, started_by=told[1], ongoing_on=going)
        is_known = voice.modality is Modality.SPECULATIVE and aspect.is_perfect(tree, verb)
        if not (voice.modality.is_fact or is_known):
            return bounds
        if self._is_over(tree, match, verb):
            return replace(bounds, not_after=told[1])
        return replace(bounds, started_by=told[1]) if _is_begun(tree, match, verb, voice) else bounds

    def _is_over(self, tree: Tree, match: Match, verb: int) -> bool:
        """True of what had ended when it was told: words said, deeds of the simple past that do not last, and a
        withdrawal that "was completed"."""
        if aspect.is_over_with(tree, match.trigger, self.cues.finishing):
            return True
        if match.type.is_communication:
            return not aspect.may_be_said_again(tree, verb)
        if match.type.clauses and aspect.is_perfect(tree, verb):
            return aspect.is_of_one_deed(tree, verb, self.cues.stretches)
        is_done = aspect.is_simple_past(tree, match.trigger) and aspect.is_main(tree, match.trigger)
        return is_done and not match.type.is_ongoing and not match.type.is_lasting and not aspect.is_perfect(tree, verb)


def _is_begun(tree: Tree, match: Match, verb: int, voice: Voice) -> bool:
    """True of "has sent", of "sent" where that lasts, and of what somebody is accused of."""
    is_sent = match.type.is_lasting and aspect.is_simple_past(tree, match.trigger)
    return is_sent or aspect.is_perfect(tree, verb) or (bool(voice.sources) and aspect.is_accused(tree, verb))


def _not_before_planned(bounds: TimeBounds, told: Days) -> TimeBounds:
    """What is to be done "by May" comes after the day on which that is planned."""
    is_open = bounds.not_before is None and bounds.not_after is not None and bounds.not_after >= told[0]
    return replace(bounds, not_before=told[0]) if is_open else bounds
