"""relations.yaml: the ties between entities, and the constructions that state them."""

from collections.abc import Mapping

from kg.ontology.stanza import Stanza
from kg.ontology.types import Align, FtmLink, RelationExample, RelationType, VerbPattern

_KEYS = ("label", "comment", "domain", "range", "parents", "also", "max", "symmetric", "transitive", "inverse",
         "align", "wikidata", "inverse_wikidata", "ftm", "colour", "nouns", "state_nouns", "inverse_nouns",
         "participles", "deputies", "sovereigns", "ministers", "ministries", "modifiers", "verbs", "mutual",
         "belonging", "insiders", "prepositions", "demonym", "possessive", "appositive", "copular", "passing", "barred",
         "implied", "examples")  # fmt: skip


def relations(file: Stanza) -> Mapping[str, RelationType]:
    """Return the file's relations by name, in its order."""
    file.allow("relations")
    file.need("relations")
    return {name: _relation(name, stanza) for name, stanza in file.each("relations")}


def _relation(name: str, stanza: Stanza) -> RelationType:
    stanza.allow(*_KEYS)
    stanza.need("label", "domain", "range", "colour", "examples")
    return RelationType(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        domain=stanza.string("domain"),
        range=stanza.string("range"),
        parents=stanza.strings("parents"),
        also=stanza.strings("also"),
        maximum=stanza.number("max"),
        symmetric=stanza.flag("symmetric"),
        transitive=stanza.flag("transitive"),
        inverse=stanza.optional("inverse"),
        align=_aligned(stanza),
        wikidata=stanza.properties("wikidata"),
        inverse_wikidata=stanza.properties("inverse_wikidata"),
        ftm=_link(stanza.inner("ftm")) if "ftm" in stanza else None,
        colour=stanza.colour(),
        nouns=stanza.words("nouns"),
        state_nouns=stanza.words("state_nouns"),
        inverse_nouns=stanza.words("inverse_nouns"),
        participles=stanza.words("participles"),
        deputies=stanza.words("deputies"),
        sovereigns=stanza.words("sovereigns"),
        ministers=stanza.words("ministers"),
        ministries=stanza.words("ministries"),
        modifiers=stanza.words("modifiers"),
        verbs=tuple(_verbs(v) for v in stanza.list("verbs")),
        mutual=stanza.words("mutual"),
        belonging=stanza.words("belonging"),
        insiders=stanza.words("insiders"),
        prepositions=stanza.words("prepositions"),
        demonym=stanza.flag("demonym"),
        possessive=stanza.flag("possessive"),
        appositive=stanza.flag("appositive"),
        copular=stanza.flag("copular"),
        passing=stanza.flag("passing"),
        barred=stanza.strings("barred"),
        implied={event: {r: roles.string(r) for r in roles.names()} for event, roles in stanza.each("implied")},
        examples=tuple(_example(e) for e in stanza.list("examples")),
    )


def _aligned(stanza: Stanza) -> Align:
    """The alignments, the properties of Wikidata among them."""
    align = dict(stanza.alignments())
    numbers = (*stanza.properties("wikidata"), *stanza.properties("inverse_wikidata"))
    also = (*align.get("seeAlso", ()), *(f"wdt:{number}" for number in numbers))
    return align | ({"seeAlso": also} if also else {})


def _link(stanza: Stanza) -> FtmLink:
    stanza.allow("link", "subject", "object", "only")
    stanza.need("link", "subject", "object")
    return FtmLink(
        stanza.string("link"), stanza.string("subject"), object=stanza.string("object"), only=stanza.strings("only")
    )


def _verbs(stanza: Stanza) -> VerbPattern:
    stanza.allow("lemmas", "subject", "object")
    stanza.need("lemmas", "subject", "object")
    return VerbPattern(stanza.words("lemmas"), subject=stanza.string("subject"), object=stanza.string("object"))


def _example(stanza: Stanza) -> RelationExample:
    stanza.allow("text", "subject", "object")
    text = stanza.string("text")
    return RelationExample(text, subject=stanza.phrase("subject", text), object=stanza.phrase("object", text))
