"""entities.yaml: the classes of things, and the words by which texts name them."""

from collections.abc import Mapping

from kg.ontology.stanza import Stanza
from kg.ontology.types import EntityExample, EntityType

_REFERENCES = ("state", "settlement", "region")
_KEYS = ("label", "comment", "parents", "align", "colour", "shape", "annotator", "reference", "heads", "plural_heads",
         "name_words", "name_prefixes", "one_per_state", "qualities", "containers", "synonyms",
         "pronouns", "examples")  # fmt: skip


def entities(file: Stanza) -> Mapping[str, EntityType]:
    """Return the file's classes by name, in its order."""
    file.allow("parts", "classes")
    file.need("parts", "classes")
    return {name: _entity(name, stanza) for name, stanza in file.each("classes")}


def parts(file: Stanza) -> Mapping[str, str]:
    """Return the classes that code asks for by their part in the machinery ("person", "place")."""
    inner = file.inner("parts")
    return {name: inner.string(name) for name in inner.names()}


def _entity(name: str, stanza: Stanza) -> EntityType:
    stanza.allow(*_KEYS)
    stanza.need("label", "colour", "shape", "examples")
    return EntityType(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        parents=stanza.strings("parents"),
        align=stanza.alignments(),
        colour=stanza.colour(),
        shape=stanza.shape(),
        annotator=stanza.strings("annotator"),
        reference=_reference(stanza),
        heads=stanza.words("heads"),
        plural_heads=stanza.words("plural_heads"),
        name_words=stanza.words("name_words"),
        name_prefixes=frozenset(stanza.strings("name_prefixes")),
        one_per_state=stanza.words("one_per_state"),
        qualities=stanza.words("qualities"),
        containers=stanza.words("containers"),
        synonyms=_synonyms(stanza.inner("synonyms")),
        pronouns=stanza.words("pronouns"),
        examples=tuple(_example(e) for e in stanza.list("examples")),
    )


def _synonyms(stanza: Stanza) -> Mapping[str, str]:
    return {noun: stanza.string(noun) for noun in stanza.names()}


def _reference(stanza: Stanza) -> str | None:
    value = stanza.optional("reference")
    if value not in (None, *_REFERENCES):
        stanza.fail(f"reference '{value}' is unknown; use one of {', '.join(_REFERENCES)}, or null")
    return value


def _example(stanza: Stanza) -> EntityExample:
    stanza.allow("text", "mention")
    text = stanza.string("text")
    return EntityExample(text=text, mention=stanza.phrase("mention", text))
