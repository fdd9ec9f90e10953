"""Two names compared: may they be one thing, how firmly, and by which features."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kg import places
from kg.resolve.contexts import are_apart
from kg.resolve.forms import parted
from kg.resolve.names import initials_fit, is_full
from kg.resolve.spelling import is_alike, sound, transliterated, unordered
from kg.resolve.things import Thing

_SHORTEST = 4
"""Letters that a name needs before it may be spelt otherwise."""
LONG = 5
"""Letters that it needs before it may be written with other vowels."""


class Verdict(IntEnum):
    """How firm a likeness is, weakest first."""

    DIFFERENT = 0
    """Something speaks against it, and nothing overrules that."""
    UNLIKE = 1
    POSSIBLE = 2
    """One thing if the articles have more in common, and it is the only candidate."""
    LIKELY = 3
    """One thing if it is the only candidate."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    verdict: Verdict
    likeness: str
    """What the names have in common, in words; empty if nothing."""
    against: str = ""
    """What keeps them apart."""
    support: tuple[str, ...] = ()
    """What their articles have in common."""

    @property
    def features(self) -> tuple[str, ...]:
        """All of it, for a reader."""
        return tuple(f for f in (self.likeness, *self.support, self.against) if f)


def compare(a: Thing, b: Thing) -> Comparison:
    """Compare two things of one family; the order does not matter."""
    verdict, likeness = _likeness(a, b)
    support = tuple(_support(a, b))
    against = _against(a, b)
    return Comparison(Verdict.DIFFERENT if against else verdict, likeness, against, support)


def is_different(a: Thing, b: Thing) -> bool:
    """True if something speaks against the two being one."""
    return bool(_against(a, b))


def _against(a: Thing, b: Thing) -> str:
    if a.family != b.family:
        return "one is a kind of thing that the other is not"
    if a.origin is not None and a.origin == b.origin:
        return "kept apart, though of one name"
    if a.documents & b.documents:
        return "one article tells them apart"
    if a.is_national and b.is_national and a.state and b.state and a.state != b.state:
        return f"of different states: {a.state}, {b.state}"
    if are_apart(a.context, b.context, family=a.family, is_national=a.is_national or b.is_national):
        return f"of different states: {', '.join(sorted(a.context.states | b.context.states))}"
    return ""


def _support(a: Thing, b: Thing) -> Iterator[str]:
    if (offices := a.context.offices & b.context.offices) and a.context.home & b.context.home and _has_state(a, b):
        yield f"same office: {', '.join(sorted(offices))}"
    is_surname = a.family == "person" and len(a.sounds) == len(b.sounds) == 1
    company = a.context.company & b.context.company
    if company and not is_surname:  # two who are only "Park" may be anybody
        yield f"seen with the same: {', '.join(sorted(k[1] for k in company)[:3])}"


def _has_state(a: Thing, b: Thing) -> bool:
    """True if an article says of which state one of the two is."""
    return bool(a.context.states or b.context.states)


def _likeness(a: Thing, b: Thing) -> tuple[Verdict, str]:
    if a.family == "person":
        return _people(a, b)
    if a.name == b.name:
        return Verdict.SAME, "same name"
    if a.sounds == b.sounds and len(a.name) > _SHORTEST:
        return Verdict.SAME, "spelt otherwise"
    if a.is_national and b.is_national and a.state == b.state is not None and national_form(a) == national_form(b):
        return Verdict.SAME, "same body of one state"
    if a.family == "organization" and len(a.name) > LONG and transliterated(a.sounds) == transliterated(b.sounds):
        return Verdict.LIKELY, "other vowels"
    if a.name in b.initials or b.name in a.initials:
        return Verdict.POSSIBLE, "acronym"
    return Verdict.UNLIKE, ""


def _people(a: Thing, b: Thing) -> tuple[Verdict, str]:
    few, many = sorted((a, b), key=lambda t: (len(t.sounds), t.name))
    one, other = few.name.split(), many.name.split()
    if a.sounds == b.sounds:
        return (
            Verdict.SAME if is_full(a.name) else Verdict.POSSIBLE
        ), "same name" if one == other else "spelt otherwise"
    if len(one) == 1:
        fits = len(other) > 1 and few.sounds[0] in {many.sounds[0], many.sounds[-1]}
        return (Verdict.POSSIBLE, "part of the name") if fits else (Verdict.UNLIKE, "")
    if len(one) == len(other):
        if all(map(is_alike, one, other)) and len(one) > 1:
            return Verdict.LIKELY, "spelt alike"
        if few.sounds in {many.sounds[1:] + many.sounds[:1], many.sounds[-1:] + many.sounds[:-1]}:
            verdict = Verdict.LIKELY if len(one) > 2 else Verdict.POSSIBLE
            return verdict, "other order of names"
    if 1 < len(one) < len(other) and few.sounds == many.sounds[: len(one)]:
        return Verdict.POSSIBLE, "last name left out"
    ends = few.sounds[0] == many.sounds[0] and few.sounds[-1] == many.sounds[-1]
    if initials_fit(one, other):
        return (Verdict.LIKELY if ends and len(one) > 2 else Verdict.POSSIBLE), "initials"
    if len(one) == 2 < len(other) and ends:
        is_initial = all(len(w) == 1 for w in other[1:-1])
        return (Verdict.LIKELY if is_initial else Verdict.POSSIBLE), "middle name left out"
    return Verdict.UNLIKE, ""


def national_form(thing: Thing) -> tuple[str, ...]:
    """The words of a state's body in no order, without the state: "Ministry of Defence" is the "Defense Ministry"."""
    words = parted(thing.name)[1]
    rest = [w for w in words if (state := places.owner(w.title())) is None or state.code != thing.state]
    return unordered(map(sound, rest or words))
