"""Matched frames -> events with voice, time, counts and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.attribution import quotes
from kg.extract.attribution.voice import Voice
from kg.extract.coreference.antecedents import root
from kg.extract.events import chronology, counting, utterances
from kg.extract.events.anaphora import Anaphora, Told, adds, is_definite, joined
from kg.extract.events.company import Company
from kg.extract.events.continuation import Continuation
from kg.extract.events.exchange import balanced
from kg.extract.events.headline import Headline
from kg.extract.events.links import linked
from kg.extract.events.retold import Retold
from kg.extract.events.tense import Tense
from kg.extract.events.timing import Times, Timing, same_time
from kg.extract.frames import Frames, Match
from kg.extract.tree import Tree
from kg.model import Count, Event, EventId, MentionId, Modality, Quantity, Role, TimeBounds

if TYPE_CHECKING:
    from kg.extract.article import Article

Found = Event[MentionId]
MadeIn = dict[int | None, tuple[int, EventId]]
"""Reporting verb -> the communication it reports (its trigger and id); None: the sentence's speech or letter."""


class Events:
    """Builds the events of one article."""

    def __init__(self, article: Article, frames: Frames) -> None:
        self.article, self.frames = article, frames
        self.document, self.mentions, self.ontology = article.document, article.mentions, article.ontology
        self.tense = Tense(self.mentions.cues, self.document.reference_date)
        self.timing = Timing(self.document, self.mentions.cues)
        self.anaphora, self.retold = Anaphora(frames, self.mentions), Retold(self.mentions)
        self.speech, self.company = Continuation(self.mentions, self.ontology), Company(self.mentions, self.ontology)
        self.headline = Headline(self.mentions, self.ontology)
        self._found: dict[EventId, Found] = {}
        self._same: set[chronology.Same] = set()
        self._after: set[chronology.After] = set()

    def find(self) -> list[Found]:
        """Every event, in order of the text."""
        for tree in self.article.trees:
            if tree.sentence.tokens[-1].text != "?":
                self._read(tree)
        dated = chronology.completed(self._found, self._same, self._after)
        return balanced(dated, self.article.trees, self.mentions, self.ontology)

    def _read(self, tree: Tree) -> None:
        """Keep the events of a sentence, one told of again together with what was told before."""
        matches = utterances.united(self.frames.match(tree, self.mentions), self.mentions, self.ontology)
        repeats = self.anaphora.find(tree, {m.trigger for m in matches})
        earlier = {match.trigger: told for match, told in repeats}
        again = {word: told.id for word, told in earlier.items()}
        again |= {m.trigger: again[w] for m in matches for w in sorted(m.absorbed) if self._are_kin(m, earlier.get(w))}
        repeated = [match for match, _ in repeats]
        every = [*(m for m in matches if m.trigger not in {r.trigger for r in repeated}), *repeated]
        times = self.timing.of(tree, every, self._days(again | self.retold.find(tree, matches)))
        known = self.headline.find(tree, matches) | again | self.speech.find(tree, matches, times)
        made_in = self._communications(tree, matches, known)
        events = {m.trigger: e for m in every if (e := self._event(tree, m, times, made_in))}
        events |= {word: replace(events[word], id=id_) for word, id_ in known.items() if word in events}
        happened = self.anaphora.happenings(tree)
        told = {word: self._found[id_] for word, id_ in happened.items() if id_ in self._found} | events
        for event in linked(tree, every, told, self.ontology):
            self._keep(event)
        ids = {word: event.id for word, event in told.items()}
        self._same |= _pairs(ids, same_time(tree, every, self.mentions.cues.achieving, times))
        self._after |= _pairs(ids, self.timing.following(tree, every))
        self._remember(tree, [(events[m.trigger], m) for m in matches if m.trigger in events])

    def _are_kin(self, match: Match, told: Told | None) -> bool:
        return told is not None and self.ontology.are_kin(match.type.name, told.match.type.name)

    def _days(self, earlier: Mapping[int, EventId]) -> dict[int, TimeBounds]:
        """When what is told of again happened, by the word that tells of it."""
        return {word: self._found[id_].time for word, id_ in earlier.items() if id_ in self._found}

    def _keep(self, event: Found) -> None:
        held = self._found.get(event.id)
        if held is None:
            self._found[event.id] = event
        elif adds(event):
            self._found[event.id] = joined(held, event)

    def _remember(self, tree: Tree, told: list[tuple[Found, Match]]) -> None:
        """Keep the events of a sentence in mind for the sentences after it; who was there, it may have told late."""
        events = [(event.id, match) for event, match in told]
        self.anaphora.remember(tree, [(e, m) for e, m in told if e.claims[0].modality is not Modality.DENIED])
        self.retold.remember(tree, events)
        self.speech.remember(tree, events)
        self.headline.remember(tree, events)
        for id_, there in self.company.find(tree, events).items():
            self._found[id_] = self._found[id_].cast(there)

    def _event(self, tree: Tree, match: Match, times: Times, made_in: MadeIn) -> Found | None:
        voice = self._voice(tree, match)
        if voice.hypothetical or (voice.denied and self._is_idle(tree, match, voice)):
            return None
        time = self.tense.bounds(tree, match, voice=voice, times=times)
        score = round(0.6 + 0.1 * min(3, len({r for r, _ in match.roles})), 2)
        claim = self.article.voices.claim(tree, match.verb, voice, f"frame:{match.type.name}", score)
        if claim.modality.is_fact and (self._is_ahead(time) or self._is_for_later(tree, match, times)):
            claim = replace(claim, modality=Modality.PLANNED)
        quoted = self._own_quotes(tree, match) if match.type.is_communication else []
        if quoted:
            claim = replace(claim, quote=quoted[0])
        if voice.sources and (where := made_in.get(voice.verb, made_in.get(None))) and where[0] != match.trigger:
            claim = replace(claim, made_in=where[1])
        return Event(
            id=self._id(tree, match),
            type=match.type.name,
            trigger=tree[match.trigger].span,
            roles=tuple(Role(role, f.mention.id) for role, f in match.roles),
            claims=(claim, *(replace(claim, quote=q) for q in quoted[1:])),
            counts=tuple(Count(name, number, (claim,)) for name, number in self._numbers(tree, match)),
            time=time,
            content=tuple(quoted) or self._content(tree, match),
            purpose=self._purpose(tree, match),
        )

    def _voice(self, tree: Tree, match: Match) -> Voice:
        """Who tells of it; of a war that is taken as known ("to support Chad in its war"), the article itself."""
        voice = self.article.voices.voice(tree, match.verb)
        is_known = is_definite(tree, match.trigger) or bool(tree.children(match.trigger, "nmod:poss"))
        return Voice() if is_known and match.type.is_ongoing and not voice.denied else voice

    def _is_ahead(self, time: TimeBounds) -> bool:
        """True of what is dated after the article's own day: "the envoy arrives on Monday"."""
        today = self.document.reference_date
        return today is not None and time.not_before is not None and time.not_before > today

    def _is_for_later(self, tree: Tree, match: Match, times: Times) -> bool:
        """True of what somebody comes for on a day that is still ahead: "the envoy arrives on Monday for talks"."""
        found = times.get(tree[match.trigger].head)
        is_aim = tree[match.trigger].upos == "NOUN" and tree.preposition(match.trigger) == "for"
        return is_aim and found is not None and self._is_ahead(found.bounds)

    @staticmethod
    def _is_idle(tree: Tree, match: Match, voice: Voice) -> bool:
        """True if its denial tells of nothing: "did not say how many", "taught not to kill"."""
        is_bare = tree.has_mark(match.trigger, "to") and not voice.is_undone
        return is_bare or (match.type.is_communication and not voice.sources)

    def _numbers(self, tree: Tree, match: Match) -> Iterator[tuple[str, Quantity]]:
        return counting.counted(tree, match, self.document.text, self.mentions.lexicon)

    def _id(self, tree: Tree, match: Match) -> EventId:
        span = tree[match.trigger].span
        return EventId(f"{self.document.id}:{match.type.name}:{span.start}")

    # --- words ------------------------------------------------------------------------------------------------

    def _content(self, tree: Tree, match: Match) -> tuple[str, ...]:
        """What was said without quotation marks: the clause the verb governs."""
        verb = match.verb
        clause = tree.child(verb, "ccomp", "xcomp")
        if not match.type.is_communication or clause is None or tree[verb].upos != "VERB":
            return ()
        words = [w for w in tree.subtree(clause) if w > verb]
        while words and (tree[words[0]].upos == "PUNCT" or tree[words[0]].text.lower() == "that"):
            words.pop(0)
        while words and tree[words[-1]].upos == "PUNCT":
            words.pop()
        return (tree.span(words[0], words[-1] + 1).of(self.document.text),) if words else ()

    def _own_quotes(self, tree: Tree, match: Match) -> list[str]:
        """The sentence's quotations whose speaker is the communication's actor."""
        fillers = {root(self.mentions, f.mention.id).id for _, f in match.roles}
        quotations = self.article.voices.quotations
        return [
            quotations.words_of(quotation)
            for quotation in quotes.within(quotations.spans, tree.sentence.span)
            if (found := quotations.speaker_of(quotation)) and root(self.mentions, found[0].id).id in fillers
        ]

    def _purpose(self, tree: Tree, match: Match) -> str | None:
        """ "sent troops to clear mines": "clear mines"."""
        if not match.type.purpose:
            return None
        clauses = tree.children(match.trigger, "advcl", "xcomp")
        clauses += [c for f in match.roles for c in tree.children(f[1].word, "acl")]
        for clause in clauses:
            if not tree.has_mark(clause, "to"):
                continue
            words = [
                w
                for w in tree.subtree(clause, frozenset({"advcl", "parataxis", "punct", "obl", "obl:unmarked"}))
                if w >= clause
            ]
            return tree.span(words[0], words[-1] + 1).of(self.document.text)
        return None

    def _communications(self, tree: Tree, matches: list[Match], known: Mapping[int, EventId]) -> MadeIn:
        """Where the sentence's claims are made: in its speech or letter, else in what a reporting verb tells of."""
        carriers = [m for m in matches if m.frame.carrier]
        said = [m.trigger for m in matches if m.type.is_communication]
        ids = {m.trigger: self._id(tree, m) for m in matches} | dict(known)
        verbs: MadeIn = {word: (word, ids[word]) for word in said}
        if len(carriers) == 1:
            carrier = (carriers[0].trigger, ids[carriers[0].trigger])
            return {None: carrier, **dict.fromkeys(verbs, carrier)}
        return verbs


def _pairs(ids: Mapping[int, EventId], words: Iterable[tuple[int, int]]) -> set[tuple[EventId, EventId]]:
    """Pairs of triggers as pairs of events, where both tell of one."""
    return {(ids[a], ids[b]) for a, b in words if a in ids and b in ids}
