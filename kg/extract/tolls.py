"""More people that something was done to: "nine were killed and dozens more injured"."""

from dataclasses import replace

from kg.extract.clauses import above
from kg.extract.enumeration import is_number
from kg.model import Token

Tokens = tuple[Token, ...]

FURTHER = frozenset({"more", "others", "other"})
OPENING = frozenset("at least about some nearly around almost over more than up to another".split())
"""What may stand between "and" and a number."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def counted_further(tokens: Tokens) -> Tokens:
    """ "Nine were killed and dozens more injured", "and 30 others were injured": they are injured, and not the nine."""
    for i in range(2, len(tokens) - 2):
        done = _done(tokens, i)
        verb = _before(tokens, i) if done is not None else None
        if done is not None and verb is not None and done not in above(tokens, verb):
            tokens = _rehung(tokens, i, done, verb)
    return tokens


def _done(tokens: Tokens, number: int) -> int | None:
    """The participle behind a number of more people."""
    if not is_number(tokens[number]) or tokens[number + 1].text.lower() not in FURTHER:
        return None
    done = number + 2 + (tokens[number + 2].lemma.lower() == "be")
    is_closed = done + 1 >= len(tokens) or tokens[done + 1].upos not in NOMINAL
    return done if done < len(tokens) and tokens[done].xpos in {"VBN", "JJ"} and is_closed else None


def _before(tokens: Tokens, number: int) -> int | None:
    """The participle that they are listed with."""
    joint = next((n for n in range(number - 1, 0, -1) if tokens[n].text.lower() not in OPENING), 0)
    verbs = [n for n in range(joint) if tokens[n].upos == "VERB" and tokens[n].xpos == "VBN"]
    return verbs[-1] if verbs and tokens[joint].text.lower() in {"and", ",", "while"} else None


def _rehung(tokens: Tokens, number: int, done: int, verb: int) -> Tokens:
    """The number as subject of the participle, which is listed with the verb; what hung on the number is the deed's."""
    out = [replace(t, head=done) if t.head == number and n > done else t for n, t in enumerate(tokens)]
    out[number] = replace(out[number], head=done, deprel="nsubj:pass")
    if tokens[number].upos != "NUM":
        out[number] = replace(out[number], upos="NOUN", xpos="NNS")
    out[number + 1] = replace(out[number + 1], head=number, deprel="amod")
    if done == number + 3:
        out[number + 2] = replace(out[number + 2], head=done, deprel="aux:pass")
    out[done] = replace(out[done], head=verb, deprel="conj")
    return tuple(out)
