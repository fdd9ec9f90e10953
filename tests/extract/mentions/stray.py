"""A parser's reading of offices before a name."""

from kg.model import NamedSpan

STRAY = """
Lake        Lake        PROPN NNP 2  compound
guard       guard       NOUN  NN  3  compound
director    director    NOUN  NN  8  nsubj
Brigadier   Brigadier   PROPN NNP 3  compound
General     General     PROPN NNP 6  nmod:desc
Ana         Ana         PROPN NNP 8  nsubj
Roe         Roe         PROPN NNP 6  flat
resigned    resign      VERB  VBD 0  root
"""
"""One in which two subjects resign."""


def person(start: int, end: int) -> NamedSpan:
    return NamedSpan(start, end, "Person", 0.9)
