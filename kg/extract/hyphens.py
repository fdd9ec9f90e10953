"""Hyphens, which the annotator takes for words: where they join two into one, and where they are dashes."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.model import Token


def is_hyphen(token: Token) -> bool:
    return token.xpos == "HYPH" or token.text == "-"


def is_joint(tokens: Sequence[Token], hyphen: int) -> bool:
    """True of a hyphen with no white space on either side."""
    if not 0 < hyphen < len(tokens) - 1 or not is_hyphen(tokens[hyphen]):
        return False
    before, token, after = tokens[hyphen - 1 : hyphen + 2]
    return before.span.end == token.span.start and token.span.end == after.span.start


def whole(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Words [start, end) with the rest of the words that a hyphen at their edges joins, and without a dash there:
    "ex-husband" for "-husband"."""
    while start < end - 1 and is_hyphen(tokens[start]):
        start += -1 if is_joint(tokens, start) else 1
    while end - 1 > start and is_hyphen(tokens[end - 1]):
        end += 1 if is_joint(tokens, end - 1) else -1
    return start, end


def before(tokens: Sequence[Token], word: int) -> int | None:
    """The word that a hyphen joins to one: "test" of "test-fired"."""
    return word - 2 if word > 1 and is_joint(tokens, word - 1) else None


def joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "They re-elected Roe", "Chad test-fired a missile": what hangs on the first part, or above it, is the verb's."""
    out = list(tokens)
    for verb, token in enumerate(tokens):
        first = before(tokens, verb)
        if first is None or token.upos != "VERB" or token.deprel == "amod" or tokens[first].upos == "PROPN":
            continue
        if token.head == first:
            head = verb if out[first].head == first else out[first].head
            out[verb] = replace(out[verb], head=head, deprel=out[first].deprel)
        for i, other in enumerate(out):
            if other.head == first and i not in {first, verb}:
                out[i] = replace(other, head=verb, deprel=_relation(out, i, verb))
        out[first] = replace(out[first], head=verb, deprel="compound")
    return tuple(out)


def paired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Chadian-Libyan talks": both describe what is behind them."""
    out = list(tokens)
    for word, token in enumerate(tokens):
        first = before(tokens, word)
        if first is None or tokens[first].head != word or not tokens[first].text[0].isupper():
            continue
        is_pair = tokens[first].deprel in {"amod", "compound"} and token.text[0].isupper() and token.upos == "ADJ"
        if is_pair and token.deprel == "amod" and token.head > word:
            out[first] = replace(tokens[first], head=token.head)
    return tuple(out)


def _relation(tokens: Sequence[Token], word: int, verb: int) -> str:
    """What a word is to the verb: who stands before it as if it were part of a name does it."""
    has_subject = any(t.head == verb and t.deprel in AGENTIVE_SUBJECTS for t in tokens)
    is_subject = tokens[word].deprel == "compound" and word < verb - 2 and not has_subject
    return "nsubj" if is_subject else tokens[word].deprel
