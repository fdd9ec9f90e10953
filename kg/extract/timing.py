"""When the events of an article happen: which expression belongs to which trigger, and what their tense adds."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.frames import Match
from kg.extract.times import TimeExpression, anchored, find_times
from kg.extract.tree import Tree
from kg.model import Claim, Document, Granularity, MentionId, Modality, TimeBounds

REACH = 2
"""Sentences over which "the day before" looks back for its day."""


class Timing:
    """Gives out the time expressions of one article, sentence by sentence, in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._day: tuple[int, TimeBounds] | None = None
        """The sentence and the bounds of the last day told of."""

    def of(self, tree: Tree, triggers: list[int]) -> dict[int, TimeExpression]:
        """Each time expression goes to the event whose clause it hangs in, one that counts from another day ("the day
        before") after that day is found: beside it in the sentence, else in the sentences just before."""
        out: dict[int, TimeExpression] = {}
        counted: list[tuple[TimeExpression, int, int]] = []
        for expression in self._expressions(tree):
            if between := self._between(tree, expression, triggers):
                counted.append((expression, *between))
                continue
            owner = self._owner(tree, expression, triggers)
            if owner is not None and (owner not in out or not out[owner].bounds.is_bounded):
                out[owner] = expression
        for expression, event, anchor in counted:
            for here, there, way in ((event, anchor, 1), (anchor, event, -1)):
                if here not in out and there in out and (bounds := anchored(expression, out[there].bounds, way)):
                    out[here] = replace(expression, bounds=bounds)
            out.setdefault(event, expression)
        for trigger in triggers:
            clause, is_both = self._meanwhile(tree, trigger) or (None, False)
            for one, other in ((trigger, clause), (clause, trigger if is_both else None)):
                if one in triggers and one not in out and other in out and out[other].bounds.is_bounded:
                    out[one] = out[other]
        return out

    def _expressions(self, tree: Tree) -> Iterator[TimeExpression]:
        """The sentence's expressions; one that counts from the day told of last, with its days."""
        span, here = tree.sentence.span, tree.sentence.index
        for expression in find_times(self.document.text, span.start, span.end, self.document.reference_date):
            is_open = expression.is_relative and not expression.bounds.is_bounded
            if is_open and self._day and here - self._day[0] <= REACH and _tie(tree, expression) is None:
                if bounds := anchored(expression, self._day[1]):
                    expression = replace(expression, bounds=bounds)
            elif expression.bounds.is_bounded and expression.bounds.granularity is Granularity.DAY:
                self._day = here, expression.bounds
            yield expression

    @staticmethod
    def _between(tree: Tree, expression: TimeExpression, triggers: list[int]) -> tuple[int, int] | None:
        """The event and its anchor in "They left two days after the ship sank", if the expression ties two."""
        last = _tie(tree, expression)
        if last is None or not expression.is_relative:
            return None
        anchor = tree[last].head
        event = next((a for a in tree.ancestors(anchor) if a in triggers), None)
        return (event, anchor) if event is not None and anchor in triggers else None

    @staticmethod
    def _meanwhile(tree: Tree, trigger: int) -> tuple[int, bool] | None:
        """The verb that an "as ..." or "while ..." clause with the trigger goes with, which happens at the same time;
        and whether the trigger is the clause's verb, so that the time of the one is the time of the other."""
        for word in [trigger, *tree.ancestors(trigger)]:
            token = tree[word]
            if token.deprel == "advcl":
                marks = {tree[m].text.lower() for m in tree.children(word, "mark")}
                return (token.head, bool(marks) and word == trigger) if marks <= {"as", "while"} else None
            if token.deprel not in {"obj", "iobj", "obl", "conj", "xcomp"}:
                return None
        return None

    def _owner(self, tree: Tree, expression: TimeExpression, triggers: list[int]) -> int | None:
        inside = [i for i, t in enumerate(tree.tokens) if expression.span.overlaps(t.span)]
        if not inside or not triggers:
            return None
        top = next((i for i in inside if tree[i].head not in inside), inside[0])
        path = [top, *tree.ancestors(top)]
        for at in path:
            if at in triggers:
                return at
            near = [
                t
                for t in triggers
                if tree[t].head == at and tree[t].deprel in {"obj", "obl", "nsubj", "nsubj:pass", "xcomp", "acl"}
            ]
            if at != top and near:
                return min(near, key=lambda t: abs(t - top))
            has_subject = tree.child(at, "nsubj", "nsubj:pass", "nsubj:outer") is not None
            if at != top and tree[at].upos == "VERB" and at not in triggers and has_subject:
                break
        return triggers[0] if len(triggers) == 1 and len(tree) < 40 else None


def _tie(tree: Tree, expression: TimeExpression) -> int | None:
    """The word that ties an expression to what it counts from: "after" of "two days after the ship sank"."""
    last = next((i for i, t in enumerate(tree.tokens) if t.span.end == expression.span.end), None)
    return last if last is not None and tree[last].deprel in {"mark", "case"} else None


def timed(
    tree: Tree, match: Match, found: TimeExpression | None, claim: Claim[MentionId], reference: dt.date | None
) -> TimeBounds:
    """The bounds of an event from the expression it was given and from its tense."""
    if found is None:
        return _tensed(tree, match, TimeBounds(), claim, reference)
    is_ahead = claim.modality is Modality.PLANNED or (
        claim.modality is Modality.SPECULATIVE and tree[match.trigger].xpos == "VB"
    )
    if is_ahead and found.ahead is not None:
        return found.ahead
    begins = found.bounds.not_before
    is_said = match.type.is_communication and claim.modality.is_fact
    if is_said and reference and begins and begins >= reference and found.bounds.not_after != begins:
        return TimeBounds()  # what was said is still to come; the saying is not
    return _tensed(tree, match, found.bounds, claim, reference)


def _tensed(
    tree: Tree, match: Match, time: TimeBounds, claim: Claim[MentionId], reference: dt.date | None
) -> TimeBounds:
    """ "Has sent", "is sending": it had begun by the day of the article (SFM's publication-date rule)."""
    if time.is_bounded or time.text or reference is None or not claim.modality.is_fact:
        return time
    auxiliaries = {tree[c].lemma.lower() for c in tree.children(match.trigger, "aux")}
    is_perfect = tree[match.trigger].xpos == "VBN" and "have" in auxiliaries
    is_progressive = tree[match.trigger].xpos == "VBG" and "be" in auxiliaries
    return replace(time, started_by=reference) if is_perfect or is_progressive else time
