"""A small ontology of our own is read; every mistake in a stanza is named with its place and what to do."""

import pickle
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import EntityType, EventType, FtmLink, Ontology, RelationType, load
from kg.ontology.stanza import nearest

ENTITIES = """\
parts: {entity: Thing, person: Sailor, event: Happening}
classes:
  Thing:
    label: Thing
    colour: "#111111"
    shape: dot
    examples: [{text: "The lamp fell.", mention: The lamp}]
  Sailor:
    label: Sailor
    parents: [Thing]
    colour: "#333333"
    shape: dot
    annotator: [Person]
    heads: &hands [mate]
    name_words: [captain]
    pronouns: [he, she]
    examples: [{text: "A sailor sang.", mention: A sailor}]
  Crew:
    label: Crew
    parents: [Thing]
    align: {closeMatch: [foaf:Group]}
    colour: "#222222"
    shape: square
    heads: [crew]
    plural_heads: [*hands, [passenger]]
    examples: [{text: "The crew slept.", mention: The crew}]
  Mate:
    label: Mate
    parents: [Sailor, Crew]
    colour: "#444444"
    shape: dot
    examples: [{text: "The mate left.", mention: The mate}]
  Happening:
    label: Happening
    parents: [Thing]
    colour: "#555555"
    shape: diamond
    examples: [{text: "The storm passed.", mention: The storm}]
"""
RELATIONS = """\
relations:
  inCrew:
    label: in crew
    domain: Sailor
    range: Crew
    inverse: hasSailor
    align: {seeAlso: [foaf:member]}
    wikidata: [P463]
    inverse_wikidata: [P527]
    colour: "#111111"
    nouns: [member]
    verbs: [{lemmas: [join], subject: subject, object: object}]
    prepositions: [on, "of"]
    examples: [{text: "Ann joined the crew.", subject: Ann, object: the crew}]
  mateOf:
    label: mate of
    domain: Mate
    range: Crew
    parents: [inCrew]
    ftm: {link: Membership, subject: member, object: organization, only: [Crew]}
    colour: "#222222"
    possessive: true
    examples: [{text: "Bo is the crew's mate.", subject: Bo, object: the crew}]
  rank:
    label: rank
    domain: Sailor
    range: string
    colour: "#333333"
    examples: [{text: "Boatswain Ann left.", subject: Ann, object: Boatswain}]
"""
EVENTS = """\
support_verbs: [begin, carry out]
links: {within: [during]}
roles:
  taking: {label: taking part, range: Thing}
  doer: {label: doer, range: Sailor, parents: [taking]}
  within: {label: within, range: Happening}
counts:
  number: {label: number}
  lost: {label: lost, parents: [number]}
literals:
  words: {label: words}
classes:
  Voyage:
    label: Voyage
    parents: [Happening]
    colour: "#666666"
    shape: diamond
    is_communication: true
    roles: {doer: {warn: true}, taking: {types: [Crew, Mate]}}
    counts: {doer: lost}
    frames:
      - verbs: [sail, set out]
        nouns: [voyage]
        arguments:
          subject: doer
          object: [doer, {taking: [Crew]}]
          on: {taking: [Crew], doer: []}
          by: "-"
        where: {object: [sea]}
        needs: [doer, [taking, words]]
    examples: [{text: "Ann sailed.", trigger: sailed, roles: {doer: Ann}}]
  Race:
    label: Race
    parents: [Voyage]
    colour: "#777777"
    shape: diamond
    roles: {doer: {}}
    examples: [{text: "Ann won the race.", trigger: race, roles: {}}]
"""
VOCABULARY = """\
ontology: {title: Sea, version: 1.0.0, comment: For tests.}
classes: {Claim: {label: Claim}, Note: {label: Note, parents: [Claim]}}
enumerations:
  Sureness: {label: Sureness, members: {Sure: {label: sure}, Unsure: {label: unsure}}}
properties:
  sureness: {label: sureness, domain: Claim, range: Sureness}
  said: {label: said, domain: Claim, range: date}
annotations: {code: {label: code}}
checks: {Claim: {properties: {sureness: {min: 1, max: 1}}, any_of: [said, sureness]}}
"""
FILES = {
    "entities.yaml": ENTITIES,
    "relations.yaml": RELATIONS,
    "events.yaml": EVENTS,
    "vocabulary.yaml": VOCABULARY,
}


def write(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the small ontology, with one change."""
    for name, text in FILES.items():
        assert name != file or old in text
        (folder / name).write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Ontology:
    return load(write(tmp_path))


def test_a_class_is_a_subclass_of_itself_and_of_all_above(small: Ontology) -> None:
    assert small.is_a("Mate", "Mate")
    assert small.is_a("Mate", "Thing")
    assert small.is_a("Race", "Thing")
    assert not small.is_a("Thing", "Mate")


def test_kin_are_a_class_and_its_ancestors() -> None:
    assert load().are_kin("Organization", "Company")
    assert load().are_kin("Company", "Organization")
    assert not load().are_kin("Company", "GovernmentBody")


def test_ancestors_come_nearest_first_and_sorted_within_a_level(small: Ontology) -> None:
    assert small.ancestors("Mate") == ("Crew", "Sailor", "Thing")
    assert small.ancestors("Race") == ("Voyage", "Happening", "Thing")
    assert small.ancestors("Note") == ("Claim",)


def test_super_properties_of_roles_counts_and_relations(small: Ontology) -> None:
    assert small.super_roles("doer") == ("taking",)
    assert small.super_roles("lost") == ("number",)
    assert small.super_relations("mateOf") == ("inCrew",)
    assert small.super_relations("inCrew") == ()


def test_a_part_names_its_class(small: Ontology) -> None:
    assert small.part("person") == "Sailor"


def test_an_unknown_name_is_refused_with_the_nearest_one(small: Ontology) -> None:
    with pytest.raises(OntologyError, match="no part 'persn'; did you mean 'person'"):
        small.part("persn")
    with pytest.raises(OntologyError, match="no class 'Salior'; did you mean 'Sailor'"):
        small.is_a("Salior", "Thing")
    with pytest.raises(OntologyError, match="no role 'dooer'; did you mean 'doer'"):
        small.super_roles("dooer")


def test_a_list_inside_a_list_adds_its_words(small: Ontology) -> None:
    assert small.entities["Crew"].plural_heads == {"mate", "passenger"}


def test_on_off_yes_and_no_are_words(small: Ontology) -> None:
    assert small.relations["inCrew"].prepositions == {"on", "of"}
    assert "on" in small.events["Voyage"].frames[0].arguments


def test_a_relation_to_strings_is_literal(small: Ontology) -> None:
    assert small.relations["rank"].is_literal
    assert not small.relations["inCrew"].is_literal


def test_arguments_take_a_role_a_list_types_or_nothing(small: Ontology) -> None:
    arguments = small.events["Voyage"].frames[0].arguments
    assert arguments["subject"] == (("doer", ()),)
    assert arguments["object"] == (("doer", ()), ("taking", ("Crew",)))
    assert arguments["on"] == (("taking", ("Crew",)), ("doer", ()))
    assert arguments["by"] == ()


def test_needs_are_groups_of_alternatives(small: Ontology) -> None:
    assert small.events["Voyage"].frames[0].needs == (frozenset({"doer"}), frozenset({"taking", "words"}))


def test_an_event_takes_roles_and_counts_from_its_parents_unless_it_says_otherwise(small: Ontology) -> None:
    race = small.events["Race"]
    assert race.roles["taking"].types == ("Crew", "Mate")
    assert not race.roles["doer"].warn
    assert race.counts == {"doer": "lost"}
    assert race.is_communication
    assert race.frames == ()


def test_a_relation_may_name_its_link_in_followthemoney(small: Ontology) -> None:
    assert small.relations["mateOf"].ftm == FtmLink("Membership", "member", "organization", ("Crew",))
    assert small.relations["inCrew"].ftm is None


def test_properties_of_wikidata_are_alignments_too(small: Ontology) -> None:
    relation = small.relations["inCrew"]
    assert (relation.wikidata, relation.inverse_wikidata) == (("P463",), ("P527",))
    assert relation.align["seeAlso"] == ("foaf:member", "wdt:P463", "wdt:P527")


def test_the_digest_changes_with_any_file(tmp_path: Path, small: Ontology) -> None:
    again = load(tmp_path)
    assert again.digest == small.digest
    (tmp_path / "words.yaml").write_text("a: b", encoding="utf-8")
    assert load(tmp_path).digest != small.digest


def test_an_ontology_travels_to_other_processes(small: Ontology) -> None:
    assert pickle.loads(pickle.dumps(small)).digest == small.digest


def test_the_default_is_read_once() -> None:
    assert load() is load()


def test_nearest_says_nothing_if_nothing_is_near() -> None:
    assert nearest("zzz", ["actor"]) == ""


MISTAKES = [
    ("events.yaml", "roles: {doer: {warn", "roles: {dooer: {warn",
     "events.yaml: Voyage: role 'dooer' has no type; add one or remove the role (did you mean 'doer'?)"),
    ("events.yaml", "subject: doer", "subject: words2", "events.yaml: Voyage: frame 1: role 'words2' is not declared"),
    ("events.yaml", "{taking: [Crew]}]", "{taking: [Krew]}]",
     "events.yaml: Voyage: frame 1: type 'Krew' is not declared; did you mean 'Crew'?"),
    ("events.yaml", "needs: [doer,", "needs: [dore,", "needed role 'dore' is not declared; did you mean 'doer'?"),
    ("events.yaml", "        nouns: [voyage]\n", "        noun: [voyage]\n", "'noun'; did you mean 'nouns'?"),
    ("events.yaml", "verbs: [sail, set out]\n        nouns: [voyage]\n        ", "", "no trigger; add verbs, nouns"),
    ("events.yaml", 'by: "-"', "by: 3", "'by' is 3; write a role"),
    ("events.yaml", "needs: [doer,", "needs: [[],", "'needs' holds []; write a role"),
    ("events.yaml", "counts: {doer: lost}", "counts: {doer: last}", "count 'last' is not declared; did you mean"),
    ("events.yaml", "counts: {doer: lost}", "counts: {taker: lost}", "counted role 'taker' is not declared"),
    ("events.yaml", "trigger: sailed", "trigger: swam", "examples 1: trigger 'swam' does not occur in the example"),
    ("events.yaml", "{doer: Ann}", "{doer: Bo}", "roles: doer 'Bo' does not occur in the example; copy it"),
    ("events.yaml", "{doer: Ann}", "{number: Ann}", "role 'number' is not declared"),
    ("events.yaml", "range: Sailor, parents", "range: Pilot, parents", "doer: range 'Pilot' is not declared"),
    ("events.yaml", "parents: [Happening]", "parents: []", "events.yaml: Voyage: has no parent; add parents"),
    ("events.yaml", "  Race:", "  Crew:", "events.yaml: Crew: the name is taken by another class"),
    ("events.yaml", "links: {within", "links: {inside", "events.yaml: links: property 'inside' is not declared"),
    ("events.yaml", "[Crew, Mate]", "[Crew, Mat]", "events.yaml: Voyage: taking: type 'Mat' is not declared"),
    ("entities.yaml", "parents: [Sailor, Crew]", "parents: [Sailor, Cru]", "parent 'Cru' is not declared"),
    ("entities.yaml", "    parents: [Sailor, Crew]\n", "    parents: [Mate]\n", "Mate: is its own ancestor; remove"),
    ("entities.yaml", '"#444444"', '"#333333"', "Mate: colour #333333 is that of Sailor; choose another"),
    ("entities.yaml", '"#444444"', '"red"', "'red' is not a colour; write six"),
    ("entities.yaml", "shape: square", "shape: sqare", "shape 'sqare' cannot be drawn; did you mean 'square'?"),
    ("entities.yaml", "foaf:Group", "foaf Group", "alignment 'foaf Group' is no prefixed name; write it like"),
    ("entities.yaml", "foaf:Group", "foaff:Group", "alignment prefix 'foaff' is unknown; did you mean 'foaf'?"),
    ("entities.yaml", "closeMatch", "closematch", "unknown alignment 'closematch'; did you mean 'closeMatch'?"),
    ("entities.yaml", "[captain]", "[Captain]", "'name_words' holds 'Captain'; write it in lower case"),
    ("entities.yaml", "pronouns: [he, she]", "pronouns: [he, 7]", "'pronouns' holds 7; quote it to make it text"),
    ("entities.yaml", "person: Sailor", "person: Sailer", "parts: person: class 'Sailer' is not declared"),
    ("entities.yaml", "label: Mate\n", "label: 5\n", "entities.yaml: Mate: 'label' is 5; quote it to make it text"),
    ("entities.yaml", "    label: Mate\n", "", "entities.yaml: Mate: 'label' is missing; add it"),
    ("entities.yaml", 'examples: [{text: "The mate', 'reference: moon\n    examples: [{text: "The mate',
     "reference 'moon' is unknown; use one of state"),
    ("entities.yaml", "    label: Mate\n", "    label: Mate\n    label: Mat\n", "line 29: 'label' occurs twice"),
    ("entities.yaml", "classes:\n", "classes: [\n", "entities.yaml: line "),
    ("relations.yaml", "possessive: true", "possessive: sure", "'possessive' is 'sure'; write true or false"),
    ("relations.yaml", "domain: Mate", "domain: Matt", "relations.yaml: mateOf: domain 'Matt' is not declared"),
    ("relations.yaml", "only: [Crew]", "only: [Cru]", "mateOf: class under 'ftm' 'Cru' is not declared; declare"),
    ("relations.yaml", "{link: Membership, ", "{", "relations.yaml: mateOf: ftm: 'link' is missing; add it"),
    ("relations.yaml", "[P463]", "[Q5]", "'wikidata' holds 'Q5'; write the number of a property of Wikidata, such as"),
    ("relations.yaml", "inverse: hasSailor", "inverse: rank", "inverse 'rank' is a relation of its own; choose a name"),
    ("relations.yaml", "    range: string\n", "    range: string\n    symmetric: true\n", "symmetric or transitive"),
    ("relations.yaml", "verbs: [{lemmas", "verbs: [{lemma", "relations.yaml: inCrew: verbs 1: unknown key 'lemma'"),
    ("relations.yaml", "verbs: [{lemmas: [join], subject: subject, object: object}]", "verbs: join", "write a list"),
    ("vocabulary.yaml", "range: date", "range: day", "vocabulary.yaml: said: range 'day' is not declared"),
    ("vocabulary.yaml", "any_of: [said", "any_of: [sayd", "property 'sayd' is not declared; did you mean 'said'?"),
    ("vocabulary.yaml", "min: 1", "min: one", "'min' is 'one'; write a whole number"),
    ("vocabulary.yaml", "Sure: {label: sure}", "Crew: {label: crew}", "Crew: the name is taken by another class"),
    ("vocabulary.yaml", "classes: {Claim", "clases: {Claim", "unknown key 'clases'; did you mean 'classes'?"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    with pytest.raises(OntologyError) as caught:
        load(write(tmp_path, file, old, new))
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "events.yaml").unlink()
    with pytest.raises(OntologyError, match=r"events\.yaml: cannot read"):
        load(tmp_path)


def test_the_error_has_the_exit_code_of_user_input() -> None:
    assert OntologyError.exit_code == 2


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition of contrast ratio)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("background", ["#ffffff", "#12161c"])
def test_shipped_colours_can_be_told_from_either_background(background: str) -> None:
    types = load()
    named: list[EntityType | RelationType] = [*types.entities.values(), *types.relations.values()]
    assert [t.name for t in named if contrast(t.colour, background) < 3] == []


def test_no_shipped_noun_describes_two_classes() -> None:
    words = [word for type_ in load().entities.values() for word in type_.heads]
    assert sorted({w for w in words if words.count(w) > 1}) == []


def test_every_shipped_stanza_has_an_example() -> None:
    types = load()
    stanzas: list[EntityType | RelationType | EventType] = [*types.entities.values(), *types.relations.values()]
    stanzas += types.events.values()
    assert [s.name for s in stanzas if not s.examples] == []


def test_the_shipped_parts_name_what_code_asks_for() -> None:
    wanted = ("entity agent person group organization medium body unit company place state settlement region facility "
              "item weapon event")  # fmt: skip
    assert [load().part(name) for name in wanted.split()]
