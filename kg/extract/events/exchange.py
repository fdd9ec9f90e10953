"""What is given in return: whoever got something gives now, and whoever gave it gets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.coreference.antecedents import identity
from kg.extract.dependencies import OBLIQUES
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Event, EventId, MentionId, Role
from kg.ontology import Ontology

REACH = 2
"""Sentences over which "in return" looks back for what was given."""
_ELSEWHERE = frozenset({"acl", "acl:relcl", "advcl"})
"""Relations that lead out of the clause that "in return" belongs to."""

Found = Event[MentionId]


def balanced(events: Sequence[Found], trees: Sequence[Tree], mentions: Mentions, ontology: Ontology) -> list[Found]:
    """The events of an article in their order; those told of with "in return" have the parties that go without saying,
    and a link to what they are given for: "Iran sent drones. In return, Russia gave Tehran jets." """
    ledger = _Ledger(events, trees, mentions, ontology)
    for tree in trees:
        for verb in _returns(tree, ontology.exchange.words):
            ledger.settle(tree, verb)
    return list(ledger.events.values())


def _returns(tree: Tree, words: frozenset[str]) -> Iterator[int]:
    """The verbs that something in return is told with."""
    for i, token in enumerate(tree.tokens):
        if token.lemma.lower() not in words or token.deprel not in OBLIQUES or tree.preposition(i) != "in":
            continue
        is_bare = not tree.children(i, "det", "amod", "nmod:poss", "compound")
        if is_bare and all(tree.preposition(c) == "for" for c in tree.children(i, "nmod")):
            yield from [w for w in tree.ancestors(i) if tree[w].upos == "VERB"][:1]


class _Ledger:
    """The events of an article while gifts are matched."""

    def __init__(self, events: Sequence[Found], trees: Sequence[Tree], mentions: Mentions, ontology: Ontology) -> None:
        self.events = {e.id: e for e in events}
        self.mentions, self.ontology, self.terms = mentions, ontology, ontology.exchange
        starts = [t.sentence.span.start for t in trees]
        self._told: dict[int, list[EventId]] = {}
        for event in sorted(events, key=lambda e: e.trigger):
            if not ontology.events[event.type].is_communication:
                at = trees[bisect_right(starts, event.trigger.start) - 1].sentence.index
                self._told.setdefault(at, []).append(event.id)

    def settle(self, tree: Tree, verb: int) -> None:
        """Match what the verb tells of with what it is given for, in its sentence or the nearest before."""
        second = self._returned(tree, verb)
        if second is None:
            return
        for sentence in range(tree.sentence.index, tree.sentence.index - REACH - 1, -1):
            before = [self.events[e] for e in self._told.get(sentence, ()) if e != second]
            before = [e for e in before if e.trigger.start < self.events[second].trigger.start]
            matched = [e for e in before if self._fits(e, self.events[second])]
            for first in matched:
                self._match(first.id, second)
            if matched or self._bargain(before, second):
                return

    def _returned(self, tree: Tree, verb: int) -> EventId | None:
        """The gift in the clause of the verb that is told of nearest to it."""
        words = {tree[w].span: abs(w - verb) for w in tree.subtree(verb, _ELSEWHERE)}
        gifts = [e for e in self._told.get(tree.sentence.index, ()) if self._receiving(self.events[e].type)]
        gifts = [e for e in gifts if self.events[e].trigger in words]
        return min(gifts, key=lambda e: words[self.events[e].trigger], default=None)

    def _receiving(self, type_: str) -> str | None:
        """The role of who gets something in events of a class."""
        return next((r for r in self.terms.receivers if r in self.ontology.events[type_].roles), None)

    def _fits(self, first: Found, second: Found) -> bool:
        """True if the second goes the way back: nothing that is known of who gives and gets speaks against it."""
        if self._receiving(first.type) is None:
            return False
        (given, got), (gives, gets) = self._known(first), self._known(second)
        is_open = not got and not gets and given and gives and given.isdisjoint(gives)
        is_back = all(not a or not b or a & b for a, b in ((given, gets), (got, gives)))
        return bool(is_open or (is_back and (given & gets or got & gives)))

    def _known(self, event: Found) -> tuple[set[str], set[str]]:
        """Who gives and who gets."""
        gives, gets = event.fillers(self.terms.giver), event.fillers(*self.terms.receivers)
        return {identity(self.mentions, m) for m in gives}, {identity(self.mentions, m) for m in gets}

    def _match(self, first: EventId, second: EventId) -> None:
        one, other = self.events[first], self.events[second]
        self.events[first] = self._receives(one, other.fillers(self.terms.giver))
        other = self._receives(other, one.fillers(self.terms.giver))
        other = self._gives(other, one.fillers(*self.terms.receivers))
        self.events[second] = replace(other, links=tuple(dict.fromkeys((*other.links, (self.terms.link, first)))))

    def _receives(self, event: Found, who: Sequence[MentionId]) -> Found:
        role = self._receiving(event.type)
        return event if role is None or event.fillers(*self.terms.receivers) else event.cast(Role(role, m) for m in who)

    def _gives(self, event: Found, who: Sequence[MentionId]) -> Found:
        return event if event.fillers(self.terms.giver) else event.cast(Role(self.terms.giver, m) for m in who)

    def _bargain(self, before: Sequence[Found], second: EventId) -> bool:
        """True if two struck a bargain of which what the second gets is one half: then the other party gives it."""
        gives, gets = self._known(self.events[second])
        for event in reversed(before):
            parties = {identity(self.mentions, m): m for m in event.fillers(self.terms.giver)}
            others = [m for key, m in parties.items() if key not in gets]
            if not gives and gets & parties.keys() and len(others) == 1:
                self.events[second] = self._gives(self.events[second], others)
                return True
        return False
