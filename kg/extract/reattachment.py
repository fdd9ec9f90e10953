"""Words that a parser hangs on the wrong verb or noun of a sentence, hung on the right one."""

from dataclasses import replace

from kg.extract import cues
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.sayings import subjects
from kg.model import Token

Tokens = tuple[Token, ...]

_VERBAL = frozenset({"obj", "obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "xcomp", "ccomp"})
"""Relations of what belongs to a verb."""


def reattached(tokens: Tokens) -> Tokens:
    """The words of a sentence with the mends below made, one after the other."""
    return _between(_harmed(_beside(_gerunds(_crossing(tokens)))))


def _crossing(tokens: Tokens) -> Tokens:
    """ "Men trying to flee killed four guards": what stands behind a verb belongs to no verb inside its subject."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel not in _VERBAL or token.head >= i or tokens[token.head].upos != "VERB":
            continue
        subject = next((w for w in _above(tokens, token.head) if tokens[w].deprel in AGENTIVE_SUBJECTS), None)
        if subject is not None and subject < token.head < tokens[subject].head < i:
            out[i] = replace(token, head=tokens[subject].head)
    return tuple(out)


def _gerunds(tokens: Tokens) -> Tokens:
    """ "Of jailing rivals": the preposition begins the clause, and does not stand before the rivals."""
    out = list(tokens)
    for i, token in enumerate(tokens[:-1]):
        verb = tokens[i + 1]
        is_object = tokens[token.head].deprel == "obj" and tokens[token.head].head == i + 1
        if token.deprel == "case" and verb.xpos == "VBG" and verb.upos == "VERB" and is_object:
            out[i] = replace(token, head=i + 1, deprel="mark")
    return tuple(out)


def _beside(tokens: Tokens) -> Tokens:
    """ "Killing Roe along with a driver": what stands under a preposition behind a verb is no subject of it."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        cases = [c for c in range(token.head, i) if tokens[c].head == i and tokens[c].deprel == "case"]
        is_behind = token.deprel == "nsubj" and token.head < i and tokens[token.head].xpos == "VBG"
        if is_behind and any(tokens[c].xpos == "IN" for c in cases):
            out[i] = replace(token, deprel="obl")
    return tuple(out)


def _harmed(tokens: Tokens) -> Tokens:
    """ "Mali protested after a ship rammed a boat, injuring four": what happened hurt them, not what was said of it."""
    out = list(tokens)
    words = cues.load()
    for i, token in enumerate(tokens):
        verb = token.head
        is_harm = token.deprel == "advcl" and token.xpos == "VBG" and token.lemma.lower() in words.harming
        if not is_harm or tokens[verb].lemma.lower() not in words.reacting | words.reporting:
            continue
        clauses = [c for c in range(verb + 1, i) if (tokens[c].head, tokens[c].deprel) == (verb, "advcl")]
        told = [c for c in clauses if subjects(tokens, c) and any(t.head == c and t.deprel == "mark" for t in tokens)]
        if told:
            out[i] = replace(token, head=told[-1])
    return tuple(out)


def _between(tokens: Tokens) -> Tokens:
    """ "Talks between Chad and Mali, who are at war": the two are, not the talks."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        who = [w for w in subjects(tokens, i) if tokens[w].text.lower() == "who"]
        if token.deprel != "acl:relcl" or not who or tokens[who[0] - 1].text != ",":
            continue
        cases = (c for c in range(token.head, i) if tokens[c].deprel == "case" and tokens[c].text.lower() == "between")
        sides = [tokens[c].head for c in cases if tokens[tokens[c].head].head == token.head]
        if sides:
            out[i] = replace(token, head=sides[0])
    return tuple(out)


def _above(tokens: Tokens, word: int) -> list[int]:
    """The word and those above it, nearest first."""
    out = [word]
    while tokens[out[-1]].head != out[-1] and len(out) <= len(tokens):
        out.append(tokens[out[-1]].head)
    return out
