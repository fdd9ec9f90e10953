"""Slips that parsers make again and again, mended before anything is read off a tree."""

from dataclasses import replace

from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.model import Token

TWINNED = AGENTIVE_SUBJECTS | {"conj", "obj", "obl", "nmod"}
"""Relations that two words side by side do not both have to one head."""


def united(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Two words side by side that a parser took for two subjects of one verb ("the tanker Ora was seized"), or for two
    things listed without a comma ("Roe and her counterpart Moe"), are one."""
    twins = [
        i
        for i in range(1, len(tokens))
        if tokens[i].deprel in TWINNED
        and tokens[i].upos == "PROPN"
        and tokens[i - 1].upos in {"NOUN", "PROPN"}
        and (tokens[i].head, tokens[i].deprel) == (tokens[i - 1].head, tokens[i - 1].deprel)
    ]
    if not twins:
        return tokens
    out = list(tokens)
    for i in twins:
        out[i] = replace(tokens[i], head=i - 1, deprel="flat" if tokens[i - 1].upos == "PROPN" else "appos")
    return tuple(out)
