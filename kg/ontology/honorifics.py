"""names.yaml: what stands before a name and is no part of it."""

from collections.abc import Mapping
from functools import cache

from kg.ontology import folder
from kg.ontology.stanza import Stanza, read


@cache
def honorifics() -> frozenset[str]:
    """Return the honorifics in lower case, without stops: "mr", "gen"."""
    return _file().words("honorifics") | abbreviations().keys()


@cache
def abbreviations() -> Mapping[str, str]:
    """Return what "gen" and "lt" are short for, without stops: "general", "lieutenant"."""
    inner = _file().inner("abbreviations")
    return {short: inner.string(short) for short in inner.names()}


@cache
def forms_of_address() -> frozenset[str]:
    """Return the honorifics that are no short office: "mr", "hon"."""
    return honorifics() - abbreviations().keys()


@cache
def given() -> frozenset[str]:
    """Return the offices that are given names as well: "dean"."""
    return _file().words("given")


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names: "al", "van"."""
    return _file().words("particles")


@cache
def genders() -> Mapping[str, str]:
    """Return the pronoun that goes with a word: {"his": "he", "wife": "she"}."""
    inner = _file().inner("genders")
    return {word: pronoun for pronoun in inner.names() for word in inner.words(pronoun)}


@cache
def _file() -> Stanza:
    return read(folder() / "names.yaml")
