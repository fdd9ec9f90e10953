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
def _file() -> Stanza:
    return read(folder() / "names.yaml")
