"""When the events of an article happen: which expression belongs to which trigger, and what their tense adds."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.attribution import quotes
from kg.extract.cues import Cues
from kg.extract.events.attachment import blamed_for, owner
from kg.extract.events.further import names, since, soon_after, when
from kg.extract.events.pictures import shown
from kg.extract.events.sequence import preceding, spoken_of
from kg.extract.events.simultaneity import together
from kg.extract.frames import Match
from kg.extract.times import TimeExpression, anchored, find_times
from kg.extract.tree import Tree
from kg.model import Basis, Document, Granularity, TimeBounds

Times = Mapping[int, TimeExpression]
"""The expressions of a sentence by the word that each dates."""
Tied = tuple[TimeExpression, int, int]
"""An expression that counts the time of a trigger from another one: "two days after", the former, the latter."""
NEAR = 7
"""Days from which on a count is round: "two weeks after" may be fifteen days."""
_DASHES = frozenset({"-", "--", "–", "—"})
_FINENESS = (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)
REACH = 2
"""Sentences over which "the day before" looks back for its day."""


class Timing:
    """Gives out the time expressions of one article, sentence by sentence, in order."""

    def __init__(self, document: Document, cues: Cues) -> None:
        self.document, self.cues, self.quotes = document, cues, quotes.find(document)
        self._last: dict[Granularity, tuple[int, TimeBounds]] = {}
        """The sentence and the bounds of the last day told of, of the last day or month, and of the last of all."""

    def of(self, tree: Tree, matches: Sequence[Match], known: Mapping[int, TimeBounds]) -> dict[int, TimeExpression]:
        """Each time expression goes to the event whose clause it hangs in, one that counts from another day ("the day
        before") after that day is found: beside it in the sentence, else in the sentences just before. What happens at
        the same time shares it. `known`: when what is told of again happened, by its trigger."""
        triggers = _triggers(matches)
        out: dict[int, TimeExpression] = {}
        counted: list[Tied] = []
        for expression in self._expressions(tree):
            if between := self._between(tree, expression, triggers):
                counted.append((expression, *between))
                continue
            if seen := shown(tree, expression, triggers, self.cues):
                out |= seen
                continue
            if (going := since(tree, expression.span, triggers)) is not None:
                out.setdefault(going, _from_then(expression, self.document.reference_date))
            if (then := when(tree, expression.span, triggers)) is not None:
                out.setdefault(then, _just_then(expression))
            at = self._owner(tree, expression, triggers)
            later = soon_after(tree, expression.span, self.document.text, triggers)
            for dated in (at, later):
                if dated is not None:
                    _give(tree, expression, dated, triggers, out)
        for expression, event, anchor in counted:
            self._count(tree, (expression, event, anchor), out, known)
            if event in triggers or anchor not in out:
                out.setdefault(event, expression)
        _share(out, same_time(tree, matches, self.cues.achieving, out))
        for later, earlier in preceding(tree, triggers, self.cues.commemorating):
            if earlier not in out and later in out and (last := out[later].bounds.not_after):
                out[earlier] = replace(out[later], bounds=TimeBounds(not_after=last), ahead=None)
        return out

    def following(self, tree: Tree, matches: Sequence[Match]) -> list[tuple[int, int]]:
        """Pairs of triggers of which the first tells of what came after the second, or of words said of it."""
        return [*preceding(tree, _triggers(matches), self.cues.commemorating), *spoken_of(tree, matches)]

    def _expressions(self, tree: Tree) -> Iterator[TimeExpression]:
        """The sentence's expressions; one that counts from the day or month told of last, with its days."""
        span, here = tree.sentence.span, tree.sentence.index
        for expression in find_times(self.document.text, span.start, span.end, self.document.reference_date):
            if _is_date_line(tree, expression):
                continue
            is_open = expression.is_relative and not expression.bounds.is_bounded
            last = self._last.get(expression.bounds.granularity)
            if is_open and last and here - last[0] <= REACH and _tie(tree, expression) is None:
                if bounds := anchored(expression, last[1]):
                    expression = replace(expression, bounds=bounds)
            elif expression.bounds.is_bounded and expression.bounds.granularity in _FINENESS:
                for coarse in _FINENESS[: _FINENESS.index(expression.bounds.granularity) + 1]:
                    self._last[coarse] = here, expression.bounds
            yield expression

    def _owner(self, tree: Tree, expression: TimeExpression, triggers: list[int]) -> int | None:
        """The word that the expression dates; a quoted one dates only what is quoted: "Years ago he lied," she said."""
        at, quotation = (
            owner(tree, expression.span, triggers, self.cues.stretches),
            quotes.inside(self.quotes, expression.span),
        )
        is_cut_off = at is not None and quotation is not None and not quotation.contains(tree[at].span)
        if at is not None and expression.bounds.granularity in {Granularity.MONTH, Granularity.YEAR}:
            deed = blamed_for(tree, expression.span, at)
            at = at if deed is None else (deed if deed in triggers else None)
        return None if is_cut_off else at

    def _count(self, tree: Tree, tied: Tied, out: dict[int, TimeExpression], known: Mapping[int, TimeBounds]) -> None:
        """Date one of two events by the other, or the one before by the day on which the other is told."""
        expression, event, anchor = tied
        for here, there, way in ((event, anchor, 1), (anchor, event, -1)):
            day = out[there].bounds if there in out else known.get(there)
            if here not in out and day and (bounds := anchored(expression, day, way)):
                out[here] = replace(expression, bounds=bounds)
        if anchor not in out and event not in out and (bounds := self._from_today(tree, expression, event)):
            out[anchor] = replace(expression, bounds=bounds)

    def _from_today(self, tree: Tree, expression: TimeExpression, event: int) -> TimeBounds | None:
        """The day that "the visit comes a day after" counts back to, from the day on which it is told."""
        today = self.document.reference_date
        verb = tree[event].head if tree[event].upos == "NOUN" else event
        is_news = tree[verb].xpos in {"VBZ", "VBP"} or any(tree[c].lemma == "have" for c in tree.children(verb, "aux"))
        if today is None or not is_news or abs(expression.offset_days or 0) not in range(1, NEAR):
            return None
        return anchored(expression, TimeBounds(today, today, None, today), -1)

    @staticmethod
    def _between(tree: Tree, expression: TimeExpression, triggers: list[int]) -> tuple[int, int] | None:
        """The event and its anchor in "They left two days after the ship sank", if the expression ties two."""
        last = _tie(tree, expression)
        if last is None or not expression.is_relative:
            return None
        anchor = tree[last].head
        event = next((a for a in tree.ancestors(anchor) if a in triggers or tree[a].upos == "VERB"), None)
        if event is None or anchor not in triggers:
            return None
        told = [c for c in tree.children(event, "obj", "nsubj") if event not in triggers and c in triggers]
        return (told or [event])[0], anchor  # "sent his greetings a day after", "the meeting came a day after"


def _triggers(matches: Sequence[Match]) -> list[int]:
    return list(dict.fromkeys(w for m in matches for w in (m.trigger, m.verb)))


def same_time(tree: Tree, matches: Sequence[Match], achieving: frozenset[str], times: Times) -> list[tuple[int, int]]:
    """Pairs of triggers of which the second has the time of the first; `times`: what the sentence says of when."""
    triggers = _triggers(matches)
    lasting = frozenset(m.trigger for m in matches if m.type.is_ongoing or m.type.is_lasting)
    spoken = frozenset(w for m in matches if m.type.is_communication for w in (m.trigger, m.verb))
    pairs = together(tree, triggers, lasting, spoken, achieving)
    return [(a, b) for a, b in pairs if not _is_of_first(tree, times, min(a, b), max(a, b))]


def _is_of_first(tree: Tree, times: Times, first: int, second: int) -> bool:
    """True where a month or year stands between two verbs: "founded it in 2019 and hosted talks"."""
    if first not in times or tree[second].deprel != "conj":
        return False
    is_long = times[first].bounds.granularity in {Granularity.MONTH, Granularity.YEAR}
    span = times[first].span
    return is_long and tree[first].span.end <= span.start and span.end <= tree[second].span.start


def _share(times: dict[int, TimeExpression], pairs: Sequence[tuple[int, int]]) -> None:
    """Give what happens at the same time the same expression, from one to the next."""
    found = True
    while found:
        found = False
        for giver, taker in pairs:
            if taker not in times and giver in times and times[giver].bounds.is_bounded:
                times[taker] = times[giver]
                found = True


def _give(tree: Tree, expression: TimeExpression, at: int, triggers: list[int], out: dict[int, TimeExpression]) -> None:
    """Date the word, unless it has a time that says as much; then the deed told of between them: "announced last week
    the capture of nine men in May"."""
    if (expression.bounds.text or "").lower().startswith("since ") and names(tree, expression.span, at):
        expression = _just_then(expression)  # "the first since the July 7 attacks"
    held = out.get(at)
    if held is None or not held.bounds.is_bounded or _is_within(expression.bounds, held.bounds):
        out[at] = expression
    elif not _is_within(held.bounds, expression.bounds):
        last = max((i for i, t in enumerate(tree.tokens) if t.span.start < expression.span.start), default=at)
        between = (t for t in triggers if at < t <= last and tree[t].upos == "NOUN" and t not in out)
        told = [t for t in between if at in tree.ancestors(t)]
        out |= dict.fromkeys(told[-1:], expression)


def _is_within(inner: TimeBounds, outer: TimeBounds) -> bool:
    """True of "on February 2" in "two weeks ago, on February 2", and of "this year" in "so far this year"."""
    mine, theirs = (inner.not_before, inner.not_after), (outer.not_before, outer.not_after)
    if not (mine[0] and mine[1] and theirs[1]) or mine == theirs:
        return False
    return (theirs[0] is None or theirs[0] <= mine[0]) and mine[1] <= theirs[1]


def _just_then(expression: TimeExpression) -> TimeExpression:
    """The days of "since May", without what came after them."""
    known = expression.bounds
    last = known.not_after if known.ongoing_on is None else known.started_by
    return replace(expression, bounds=replace(known, ongoing_on=None, not_after=last))


def _from_then(expression: TimeExpression, today: dt.date | None) -> TimeExpression:
    """The time of what has gone on since the expression."""
    known = expression.bounds
    bounds = replace(known, ongoing_on=today, not_after=None, granularity=Granularity.UNDATED)
    return replace(expression, bounds=bounds, ahead=None)


def _tie(tree: Tree, expression: TimeExpression) -> int | None:
    """The word that ties an expression to what it counts from: "after" of "two days after the ship sank"."""
    last = next((i for i, t in enumerate(tree.tokens) if t.span.end == expression.span.end), None)
    return last if last is not None and tree[last].deprel in {"mark", "case"} else None


def _is_date_line(tree: Tree, expression: TimeExpression) -> bool:
    """True of a full date that opens a sentence to which it does not belong, "May 7, 2015 On Tuesday, ...", or that
    ends a title: "War diary - 7 May 2015"."""
    if expression.bounds.basis is not Basis.EXPLICIT:
        return False
    after = next((t for t in tree.tokens if t.span.start >= expression.span.end), None)
    if expression.span.start == tree.sentence.span.start:
        return after is not None and after.text[0].isupper()
    before = next((t for t in reversed(tree.tokens) if t.span.end <= expression.span.start), None)
    is_title = all(t.upos != "VERB" for t in tree.tokens) or (before is not None and before.text in _DASHES)
    return after is None and is_title and expression.bounds.granularity is Granularity.DAY
