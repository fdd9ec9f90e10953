"""What office holders head without their sentence saying so: ministers their ministry, a president the one state that
the whole article is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg import places
from kg.extract.coreference.antecedents import root
from kg.extract.relations.ties import Ends, Tie
from kg.model import Kind, Literal, Mention
from kg.ontology import RelationType

SMALL = frozenset({"of", "for", "the", "and"})
SPELT = {"defence": "defense", "affairs": "", "labour": "labor"}
"""Words of a field that differ between spellings, or between an office and its body."""
LONGEST = 4
"""Words of the longest name of a state before that of a body."""

Held = tuple[Tie, Literal]
"""The tie of a title, and the title."""


class Mandates:
    """Reads what the titles of one article's people give them to head."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self._leading = tuple(r for r in ends.relations if r.ministers)

    def ties(self, stated: Sequence[Tie]) -> Iterator[tuple[Tie, Tie]]:
        """(tie, the title it follows from); `stated` are the ties of the whole article."""
        heads = {self._root(t.subject).id for t in stated if t.type in self._leading}
        titles = [(t, t.object) for t in stated if t.in_phrase and isinstance(t.object, Literal)]
        for held in (h for h in titles if self._root(h[0].subject).id not in heads):
            for relation in self._leading:
                other = self._ministry(relation, held, stated) or self._sole_state(relation, held, stated)
                if other is not None and self.ends.allowed(relation, held[0].subject, other):
                    yield replace(held[0], type=relation, object=other), held[0]

    def _ministry(self, relation: RelationType, held: Held, stated: Sequence[Tie]) -> Mention | None:
        """The body of the field that an office is of, if the article names one: "Home Secretary", "Home Office"."""
        field = _field(held[1].value, relation.ministers)
        bodies = [b for b in self._named("body") if field and _field(_unowned(b.text), relation.ministries) == field]
        states = self._states(held[0].subject, stated)
        alike = {self._root(t.subject).text for t in stated if self._is_of_field(t, field, relation)}
        if len(alike) > 1:  # two foreign ministers: of whichever state the ministry is known to be
            bodies = [b for b in bodies if self._states(b, stated)]
        owners = [own for b in bodies if (own := self._states(b, stated))]
        if bodies and not states and self._is_any_states(bodies[0]):
            return None  # the foreign minister of nobody knows which state, and France's ministry
        is_one = len(set().union(*owners)) < 2 and (not states or all(own & states for own in owners))
        return bodies[0] if bodies and is_one else None

    def _is_any_states(self, body: Mention) -> bool:
        """True of "France's foreign ministry" in an article on others too: every state has one, and it says whose."""
        noun = _unowned(body.text).lower()
        known = self.ends.ontology.entities[self._root(body).type].one_per_state
        codes = {_code(s) for s in self._named("state") if s.kind is not Kind.NOMINAL}
        return noun in known and noun != body.text.lower() and len(codes) > 1

    def _is_of_field(self, tie: Tie, field: frozenset[str], relation: RelationType) -> bool:
        """True of a title of somebody who holds an office of a field."""
        is_title = tie.in_phrase and isinstance(tie.object, Literal)
        return is_title and isinstance(tie.object, Literal) and _field(tie.object.value, relation.ministers) == field

    def _sole_state(self, relation: RelationType, held: Held, stated: Sequence[Tie]) -> Mention | None:
        """The only state that the article names, by itself or by a place in it, and more than once (its capital
        counts), for its head by title."""
        if held[1].value.removeprefix("outgoing ") not in relation.sovereigns:
            return None
        states = [s for s in self._named("state") if s.kind is not Kind.NOMINAL]
        codes = {_code(s) for s in states}
        if len(codes) != 1 or not self._states(held[0].subject, stated) <= codes:
            return None
        towns = self._named("settlement")
        around = (places.around(place.text) for place in (*towns, *self._named("region")))
        if not {state.code for state in around if state} <= codes:
            return None
        times = len(states) + sum(_code(town) in codes for town in towns)
        return next((s for s in states if s.kind is Kind.NAME), None) if times > 1 else None

    def _named(self, part: str) -> list[Mention]:
        found = (m for m in self.ends.mentions.all.values() if m.kind is not Kind.PRONOUN)
        return sorted((m for m in found if self.ends.lexicon.is_a(m.type, part)), key=lambda m: m.span.start)

    def _states(self, mention: Mention, stated: Iterable[Tie]) -> set[str]:
        """The codes of the states that a thing is of, by its name or by what the article says."""
        own = self._root(mention)
        said = (t.object for t in stated if self._root(t.subject).id == own.id and not isinstance(t.object, Literal))
        codes = {_code(m) for m in said if self.ends.is_a(m, "state")}
        return {code for code in (*codes, _owner(mention.text)) if code}

    def _root(self, mention: Mention) -> Mention:
        return root(self.ends.mentions, mention.id)


def _code(state: Mention) -> str:
    found = places.owner(state.text) or places.capital_of(state.text)
    return found.code if found else ""


def _owner(name: str) -> str:
    """The code of the state that a name begins with."""
    words = name.split()
    state, _ = places.first_owner(words, longest=min(LONGEST, len(words) - 1))
    return state.code if state else ""


def _unowned(name: str) -> str:
    """A name less the state it begins with: "Defence Ministry" of "Turkey's Defence Ministry"."""
    words = name.split()
    _, length = places.first_owner(words, longest=min(LONGEST, len(words) - 1))
    return " ".join(words[length:])


def _field(text: str, nouns: frozenset[str]) -> frozenset[str]:
    """What an office or a body of one of these nouns is concerned with: {"home"} of "home secretary"."""
    words = {SPELT.get(w, w) for w in text.lower().split()} - SMALL - {""}
    return frozenset(words - nouns) if words & nouns else frozenset()
