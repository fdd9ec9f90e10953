"""What each corpus calls our types of named span, and which of them it annotates."""

import re
from collections.abc import Collection, Sequence
from functools import cache

import pycountry
from countryinfo import all_countries

from kg.ontology import load

UNER = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
GMB = {"per": "Person", "org": "Organization", "geo": "Place", "gpe": "Demonym", "tim": "Date", "eve": "Event"}
REDOCRED = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "TIME": "Date", "NUM": "Quantity"}
CROSSNER = {
    "politician": "Person", "person": "Person", "politicalparty": "Organization", "organisation": "Organization",
    "country": "Place", "location": "Place", "election": "Event", "event": "Event", "misc": "Demonym?",
}  # fmt: skip
GROBID = {
    "LOCATION": "Place", "PERSON": "Person", "INSTITUTION": "Organization", "ORGANISATION": "Organization",
    "BUSINESS": "Organization", "MEDIA": "Organization", "INSTALLATION": "Facility", "TITLE": "Title",
    "NATIONAL": "Demonym", "PERIOD": "Date", "MEASURE": "Quantity", "EVENT": "Event",
}  # fmt: skip
RE3D = {
    "Organisation": "Organization", "Location": "Place", "Person": "Person", "Nationality": "Demonym",
    "Temporal": "Date", "Quantity": "Quantity", "Weapon": "Weapon", "MilitaryPlatform": "Vehicle",
    "Vehicle": "Vehicle", "Money": "Quantity",
}  # fmt: skip
ALL = [
    "Date", "Demonym", "Event", "Facility", "MilitaryUnit", "Organization", "Person", "Place", "Quantity", "Title",
    "Vehicle", "Weapon",
]  # fmt: skip
ANNOTATED = {
    "ewt": ["Person", "Organization", "Place"],
    "gmb": ["Person", "Organization", "Place", "Demonym", "Date", "Title"],
    "redocred": ["Person", "Organization", "Place", "Demonym", "Date", "Quantity"],
    "crossner": ["Person", "Organization", "Place", "Demonym", "Event"],
    "grobid": ["Person", "Organization", "Place", "Facility", "Demonym", "Date", "Quantity", "Event", "Title"],
    "re3d": ["Person", "Organization", "Place", "Demonym", "Date", "Quantity", "Weapon", "Vehicle"],
    "hand": ALL,
}
BROADER = {"MilitaryUnit": "Organization", "Facility": "Place"}
"""What a corpus that lacks a type calls spans of it."""
COUNTRIES = {name for c in pycountry.countries for name in (c.name, getattr(c, "common_name", c.name))}
COUNTRIES |= {"Iran", "Syria", "North Korea", "South Korea", "Russia", "Britain", "U.S.", "U.K.", "Venezuela"}
COUNTRIES |= {"Bolivia", "Vietnam", "Taiwan", "Tanzania", "Moldova", "Laos", "Ivory Coast", "Turkey", "Czech Republic"}
COUNTRIES |= {"America"}
DEMONYMS = {str(c.demonym()) for c in all_countries() if c.demonym()} | {"Kurdish", "Tamil"}


def as_annotated(type_: str, types: Collection[str]) -> str:
    """What a corpus that annotates these types calls a span of this type.

    >>> as_annotated("Facility", ["Place"]), as_annotated("Facility", ["Place", "Facility"])
    ('Place', 'Facility')
    """
    broader = BROADER.get(type_)
    return broader if type_ not in types and broader in types else type_


def narrowed(type_: str, words: Sequence[str]) -> str:
    """The narrower type of a span, if the last word before "of", "for" and the like names what it is.

    >>> narrowed("Organization", ["Army", "of", "Islam"]), narrowed("Place", ["Army", "of", "Islam"])
    ('MilitaryUnit', 'Place')
    """
    kernel = re.split(r" (?:of|for|in|at|on) ", " ".join(words).lower())[0].split()
    return next((n for n, b in BROADER.items() if b == type_ and kernel[-1:] and kernel[-1] in _name_words(n)), type_)


@cache
def _name_words(type_: str) -> frozenset[str]:
    """The words that the ontology has for names of this class."""
    return frozenset(load().entities[type_].name_words)


def told(types: Collection[str]) -> set[str]:
    """The types of which a corpus that annotates `types` tells where there are none.

    Units are among its organizations. Facilities stay open: of "Oslo airport" silver news labels only the town.
    """
    return {*types, *(["MilitaryUnit"] if "Organization" in types else [])}


def fix_place(type_: str, surface: str) -> str:
    """Nationality adjectives are demonyms and bare country names are places, whatever the corpus calls them."""
    if surface in COUNTRIES:
        return "Place"
    if surface in DEMONYMS or (type_ == "Demonym?" and surface.rstrip("s") in DEMONYMS):
        return "Demonym"
    return type_
