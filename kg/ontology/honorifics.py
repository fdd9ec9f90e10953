"""names.yaml: what stands before a name and is no part of it."""

from functools import cache

from kg.ontology import folder
from kg.ontology.stanza import read


@cache
def honorifics() -> frozenset[str]:
    """Return the honorifics in lower case, without stops: "mr", "gen"."""
    return read(folder() / "names.yaml").words("honorifics")
