"""The words of `ontology/cues.yaml`: who speaks, how firmly, and nouns that only count what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from kg.ontology import folder
from kg.tables import table


@dataclass(frozen=True, slots=True)
class Hedges:
    """Lemmas by word class that carry one modality."""

    verbs: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    modals: frozenset[str]
    nouns: frozenset[str]
    passive_only: frozenset[str]
    """Verbs that hedge only without a named subject: "is believed to"."""


@dataclass(frozen=True, slots=True)
class Cues:
    reporting: frozenset[str]
    according: frozenset[str]
    citing: frozenset[str]
    accompanying: frozenset[str]
    """Verbs that say who is with somebody."""
    utterances: frozenset[str]
    """Nouns for words that somebody wrote or said."""
    charges: frozenset[str]
    """Nouns for what is told, as it is answered: "a charge that Roe denies"."""
    convicting: frozenset[str]
    """Verbs after which a charge is no mere charge: "convicted on charges of"."""
    facing: frozenset[str]
    """Verbs of who is charged: "faced accusations of"."""
    perusing: frozenset[str]
    """Verbs for what is done with the words of others."""
    affirming: frozenset[str]
    """Reporting verbs whose plain object is what they report: "confirmed the loss"."""
    addressing: frozenset[str]
    """Verbs whose object, in a letter, is who it is written to."""
    denying: frozenset[str]
    speculative: Hedges
    planned: Hedges
    denied: Hedges
    asking: frozenset[str]
    """Verbs under which only what stands with "to" is still to come."""
    withholding: frozenset[str]
    """Verbs of which what stands under "from" was not done."""
    averting: frozenset[str]
    """Verbs whose object did not happen."""
    programmes: frozenset[str]
    """Nouns for lists of what is to come: "his schedule includes talks"."""
    spoken: frozenset[str]
    """Nouns for words that, offered, are said: "offered his condolences"."""
    evading: frozenset[str]
    standing: frozenset[str]
    """Nouns for what is in force though somebody evades it."""
    ending: frozenset[str]
    """Verbs whose object goes on already, even if they are only planned: "urged them to end the attacks"."""
    achieving: frozenset[str]
    """Verbs that tell how something was done: "used drones to attack"."""
    presuming: frozenset[str]
    """Prepositions and conjunctions under which nothing is hedged: "seems to calm down after the deployment"."""
    former: frozenset[str]
    """Words for what is over: "formerly"."""
    terms: frozenset[str]
    """Units of the time that an office is held."""
    concerning: frozenset[str]
    """Prepositions of what is spoken about: "the" before it says that it happened."""
    answering: frozenset[str]
    """Words for answering for a deed, or rewarding it."""
    linking: frozenset[str]
    """Verbs that tie somebody to a deed, which happened whether he is or not."""
    engaging: frozenset[str]
    """Verbs that say of what stands under "in" that it comes about."""
    ranking: frozenset[str]
    """Words for one of several that did the same: "the first to leave"."""
    proof: frozenset[str]
    """Nouns that, if there is none of it, leave open what they are of: "no evidence that"."""
    negation: frozenset[str]
    adding: frozenset[str]
    """Words after which "not" denies nothing: "not only"."""
    unachieved: frozenset[str]
    """What stands before a deed that was not done: "a foiled attack"."""
    untrue: frozenset[str]
    """What accounts are said to be that somebody denies."""
    accounts: frozenset[str]
    """Nouns for what is told of a deed by nobody known: "reports of an attack"."""
    forgoing: frozenset[str]
    """What joins something that was not done to what was done: "instead of"."""
    conditional: frozenset[str]
    mandative: frozenset[str]
    """Verbs whose clause, told in the present tense, is what they want."""
    awaiting: frozenset[str]
    """Conjunctions after which the present tense tells of what is still to come: "until the ban is lifted"."""
    wanting: frozenset[str]
    """Nouns for a wish: what it is for is still to come."""
    dreading: frozenset[str]
    """Nouns for a fear: what it is of may come."""
    negotiating: frozenset[str]
    negotiable: frozenset[str]
    """Nouns for what talks are to bring about."""
    commemorating: frozenset[str]
    """Verbs whose object had happened by the day they are told with: "a speech marking the return"."""
    finishing: frozenset[str]
    """Verbs that tell only of the last day of their subject or object."""
    arriving: frozenset[str]
    """Verbs for the first day of a visit."""
    pictures: frozenset[str]
    taking: frozenset[str]
    """Verbs for how a picture is made."""
    releasing: frozenset[str]
    """Verbs for how a picture comes out."""
    happenings: frozenset[str]
    """Nouns for an event, whatever its class: "the incident"."""
    beginning: frozenset[str]
    """Verbs that tell only of the first day of their subject or object: "the trial began"."""
    pass_through: frozenset[str]
    inside: frozenset[str]
    """Nouns for a part of a place that stand for it: "the outskirts of Lakeford"."""
    holding: frozenset[str]
    """Verbs whose subject is what their complement says: "became president"."""
    installing: frozenset[str]
    """Verbs whose object is what their complement says: "elected her president"."""
    occurrence: frozenset[str]
    undergoing: frozenset[str]
    """Verbs whose subject suffers the event of their object: "survived an attack"."""
    witnessing: frozenset[str]
    """Verbs that say that somebody noticed the event of their object, where they say so."""
    assembling: frozenset[str]
    """Verbs whose subject and object take part in what they are for."""
    judging: frozenset[str]
    """Verbs whose subject is not the one to carry out the plan that is their object."""
    urging: frozenset[str]
    """Verbs whose object is to do what the clause with "to" says, whichever way the tree has it."""
    asking_under: frozenset[str]
    """Verbs with the preposition under which stands who is to do something: "call on"."""
    harming: frozenset[str]
    """Verbs for what a deed or mishap does to people and things."""
    reacting: frozenset[str]
    """Verbs for what is done in answer to a deed or mishap, and hurts nobody itself."""
    paired: frozenset[str]
    """Verbs of which two share an object: "shot and killed nine men"."""
    rendering: frozenset[str]
    """Verbs of whose object an adjective tells what became of it: "left nine dead"."""
    attending: frozenset[str]
    """Verbs whose subject is at the event of their object."""
    sides: frozenset[str]
    """Nouns for people who are one side of what an article is about."""
    joining: frozenset[str]
    """Words before "in" that say so: "took part in"."""
    stretches: frozenset[str]
    """Nouns for a part of an event: "a round of talks"."""
    dealing: frozenset[str]
    """Verbs whose object, if it is a capital, is a government."""
    outlying: frozenset[str]
    """Nouns for places that lie outside the state whose they are."""
    lives: frozenset[str]
    """Nouns that, counted, stand for people."""
    counterparts: frozenset[str]
    """Nouns for who holds the same office elsewhere."""
    bureaus: frozenset[str]
    """Nouns that may mean where a dateline says the article was written."""
    unit_nouns: frozenset[str]
    """Nouns that any military unit may be called."""
    commands: frozenset[str]
    """Nouns for what leads units and is none in the field."""
    naming: frozenset[str]
    """Verbs whose participle gives what is before it another name: "known as"."""
    behind_names: frozenset[str]
    """Nouns behind the name of an organization that only say that it is one: "the Islamic State group"."""
    state_nouns: frozenset[str]
    """Nouns that, acting, stand for the state that owns them."""


@cache
def load(path: Path | None = None) -> Cues:
    """The cues of the given file, by default the one beside the ontology."""
    data = table(path or folder() / "cues.yaml")
    words: dict[str, Any] = {f.name: (_hedges if f.type is Hedges else frozenset)(data[f.name]) for f in fields(Cues)}
    return Cues(**words)


def _hedges(data: Mapping[str, list[str]]) -> Hedges:
    return Hedges(**{f.name: frozenset(data.get(f.name, ())) for f in fields(Hedges)})
