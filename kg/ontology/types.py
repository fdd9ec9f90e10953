"""What a stanza of `ontology/*.yaml` becomes: one frozen value per class, relation, role and frame."""

from collections.abc import Mapping
from dataclasses import dataclass

Align = Mapping[str, tuple[str, ...]]
"""Alignment property ("closeMatch", "subClassOf", "seeAlso" ...) to prefixed names of other vocabularies."""

Roles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntityExample:
    """A sentence in which `mention` names something of the class."""

    text: str
    mention: str


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A sentence which states the relation between two of its phrases."""

    text: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class EventExample:
    """A sentence whose `trigger` names an event; `roles` give the exact words of each filler."""

    text: str
    trigger: str
    roles: Roles


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class of things that take part in relations and events, and the words by which texts name them."""

    name: str
    label: str
    comment: str
    parents: tuple[str, ...]
    align: Align
    colour: str
    shape: str
    annotator: tuple[str, ...]
    """Labels of the annotator's named spans that make a mention of this class."""
    reference: str | None
    """Kind in the reference data of places (state, settlement, region) that gives a named place this class."""
    heads: frozenset[str]
    """Singular head-noun lemmas of a description of one such thing ("a soldier"); may be two words."""
    plural_heads: frozenset[str]
    """Noun lemmas whose plural describes a thing of this class ("officials" is a group)."""
    name_words: frozenset[str]
    """Lower-case words which, inside a name, decide for this class over its parent."""
    name_prefixes: frozenset[str]
    """Capital letters that begin a name of this class and of no other: "HMS"."""
    one_per_state: frozenset[str]
    """What a state has one of: "the Chilean navy" is the same in every article."""
    qualities: frozenset[str]
    """Words before goods that make them no other kind: "advanced technology" is technology."""
    containers: frozenset[str]
    """Nouns behind goods that only say that there is some: "food supplies"."""
    synonyms: Mapping[str, str]
    """Nouns to the plain noun for the same goods, both in the singular."""
    pronouns: frozenset[str]
    examples: tuple[EntityExample, ...]


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """Verbs whose arguments are the two ends: a grammatical function ("subject", "object", or a preposition) each."""

    lemmas: frozenset[str]
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class FtmLink:
    """A schema of FollowTheMoney for a tie, and its properties for the two ends."""

    schema: str
    subject: str
    object: str
    only: tuple[str, ...] = ()
    """Classes one of which the object must be; none: any."""


@dataclass(frozen=True, slots=True)
class RelationType:
    """A tie between two entities, or between an entity and a string, and the constructions that state it."""

    name: str
    label: str
    comment: str
    domain: str
    range: str
    parents: tuple[str, ...]
    also: tuple[str, ...]
    """Other classes whose members it ties to each other (events in events)."""
    maximum: int | None
    """How many objects one subject may have."""
    symmetric: bool
    transitive: bool
    inverse: str | None
    """Declared so that analysts find it, never written to a graph."""
    align: Align
    """With the properties of Wikidata."""
    wikidata: tuple[str, ...]
    """Properties that say the same of subject and object ..."""
    inverse_wikidata: tuple[str, ...]
    """... and of object and subject."""
    ftm: FtmLink | None
    colour: str
    nouns: frozenset[str]
    """Relational nouns held by the subject: "the leader of N", "N's wife"."""
    state_nouns: frozenset[str]
    """If any: the only ones of `nouns` whose object may be a state ("an opposition leader" leads none)."""
    inverse_nouns: frozenset[str]
    """Relational nouns held by the object: in "his father N", N is the object."""
    participles: frozenset[str]
    """Past participles of "X-run N" and "N run by X": N is the subject, X the object."""
    deputies: frozenset[str]
    """Words before an office that make it one of these, whatever it is without: "deputy", "vice"."""
    sovereigns: frozenset[str]
    """Offices of which a state has one: who holds it in an article about one state, holds it there."""
    ministers: frozenset[str]
    """Nouns for who heads a body of this relation's range that is called by the same field ..."""
    ministries: frozenset[str]
    """... and nouns for such bodies: the "defence minister" heads the "Ministry of Defence"."""
    modifiers: frozenset[str]
    """Words between a state and what it runs: "Kenya's official gazette", "Kenyan state television"."""
    verbs: tuple[VerbPattern, ...]
    mutual: frozenset[str]
    """Nouns for the tie itself: "the alliance between N and N", "N's alliance with N"."""
    belonging: frozenset[str]
    """Prepositions between a person's name and an organization's: "Roe of the Herald"; its possessor as well."""
    insiders: frozenset[str]
    """Nouns for people of the organization named before them: "Taliban militants", "officials of NATO"."""
    prepositions: frozenset[str]
    """Prepositions which, between a noun of the domain and one of the range, state the relation."""
    demonym: bool
    """A demonym modifying the subject states it ("Kenyan police")."""
    possessive: bool
    """A possessor of the range's type states it ("Kenya's police")."""
    appositive: bool
    """A comma chain of places states it ("Lamu, Kenya")."""
    implied: Mapping[str, Mapping[str, str]]
    """Class of events, to the role of the subject and that of the object: whom a state deploys is that state's."""
    copular: bool
    """What a noun after "is", or in apposition, says of something is put in words."""
    barred: tuple[str, ...]
    """Classes of the range that are no object after all: nobody leads a person."""
    passing: bool
    """It may end: what is told of as over ("formerly led by N") does not state it."""
    examples: tuple[RelationExample, ...]

    @property
    def is_literal(self) -> bool:
        """True if the object is a string, not an entity."""
        return self.range == "string"


@dataclass(frozen=True, slots=True)
class RoleType:
    """A property from events to their fillers, the same in every event class."""

    name: str
    label: str
    comment: str
    domain: str | None
    range: str
    parents: tuple[str, ...]
    inverse: str | None
    align: Align

    @property
    def is_literal(self) -> bool:
        """True if the filler is text, not a node."""
        return self.range == "string"


@dataclass(frozen=True, slots=True)
class CountType:
    """A property from events to quantities ("killed")."""

    name: str
    label: str
    comment: str
    parents: tuple[str, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class RoleUse:
    """How an event class uses a role: `warn` if a text should name a filler, `types` to narrow the role's range."""

    warn: bool = False
    types: tuple[str, ...] = ()


Candidate = tuple[str, tuple[str, ...]]
"""A role to try, and the classes to which it is limited here (none: the role's own range)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Trigger words with one argument structure: grammatical function to roles, tried in order."""

    verbs: tuple[str, ...]
    """Lemmas, or lemma and particle ("carry out")."""
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    arguments: Mapping[str, tuple[Candidate, ...]]
    """No candidates ("-" in the file): the function is known and fills nothing."""
    where: Mapping[str, frozenset[str]]
    """Function to the lemmas one of which must head it; "*" stands for any."""
    unless: Mapping[str, frozenset[str]]
    """Function to the lemmas none of which may head it; "*" stands for any."""
    needs: tuple[frozenset[str], ...]
    """Of every group, at least one role must be filled."""
    modifiers: frozenset[str]
    """If any: one of these must modify a noun trigger ("joint" exercise)."""
    barred: frozenset[str]
    """None of these may modify a noun trigger ("great" deal)."""
    infinitive: bool
    """True if the verb must govern a clause with "to" ("asked X to leave")."""
    min_fillers: int
    """How many fillers there must be in all roles together."""
    occasion: str | None
    """Role of the people of a clause to which the event is the setting ("waved during a parade")."""
    carrier: bool
    """True if claims are made in it ("said in a speech")."""
    tallied: bool
    """True if it tells how many there were by then: "the toll rose to 14 on Monday"."""
    carried: bool
    """True of verbs that, beside such a carrier, tell of nothing else than it does ("said" of "said in a speech")."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """How giving for giving is told: "in return", "in exchange"."""

    link: str
    """Property from what is given to what it is given for."""
    words: frozenset[str]
    """Nouns that say so under "in"."""
    giver: str
    receivers: tuple[str, ...]
    """Roles of whoever gets something; a class has one of them at most."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A class of events. `roles` and `is_communication` include what its parents give it; `frames` are its own."""

    name: str
    label: str
    comment: str
    parents: tuple[str, ...]
    align: Align
    plover: str | None
    cameo: str | None
    colour: str
    shape: str
    is_communication: bool
    roles: Mapping[str, RoleUse]
    counts: Mapping[str, str]
    """Role whose filler's number counts something, to the count it becomes."""
    company: str | None
    """Role of those who are said to be with somebody who takes part."""
    number: str | None
    """The count that the number of the event's own noun becomes: "ten strikes"."""
    purpose: bool
    """True if a purpose clause is worth keeping."""
    is_ongoing: bool
    """True of what goes on between the same parties as one whole, in whatever role each is named: a war."""
    is_lasting: bool
    """True of what goes on after the day that its verb is told with: troops sent in May."""
    is_answer: bool
    """True of what the law does about a deed: who is "charged in the attack" is charged on another day."""
    clauses: Mapping[str, frozenset[str]]
    """Property to another event, to the words that begin a clause which tells of that event: "killed when ..."."""
    takes: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Property to another event, to the roles that it has from there, together with the time, if it has none; a role is
    taken from events of the listed classes only."""
    gives: Mapping[str, Mapping[str, Candidate]]
    """Property to another event, to the roles whose fillers have the candidate's role there."""
    reverses: Mapping[str, Mapping[str, str]]
    """Class of the events that it undoes, to its own roles with those that their fillers have there. The first of them
    says which event it is; of the others it takes what it lacks."""
    frames: tuple[Frame, ...]
    inner: tuple[Frame, ...]
    """Verbs of a purpose clause that add roles ("troops to fight for N")."""
    examples: tuple[EventExample, ...]
