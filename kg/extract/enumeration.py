"""Slips of parsers with numbers that are listed: "ten were killed and 20 injured"."""

from dataclasses import replace
from itertools import pairwise

from kg.extract.clauses import above
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.model import Token

MAGNITUDES = frozenset({"dozen", "score", "hundred", "thousand"})
"""Nouns that count."""

ABSOLUTE = frozenset({"acl", "advcl", "amod"})
"""What parsers make of the participle of "with thousands more wounded"."""


def is_number(token: Token) -> bool:
    """True of "30" and "dozens"."""
    return token.upos == "NUM" or token.lemma.lower() in MAGNITUDES


def counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Ten were killed and 20 injured in a fire": the number is what was injured, not another thing that was done;
    nor are the dozens of "ten men were killed and dozens injured", or the women of "and nine women injured", killed."""
    out = list(tokens)
    for i, (token, after) in enumerate(pairwise(tokens)):
        is_people = token.upos == "NOUN" and (tokens[i - 1].head, tokens[i - 1].deprel) == (i, "nummod")
        if not is_number(token) and not is_people:
            continue
        verb = _done_before(tokens, i)
        if verb is not None and after.xpos in {"VBN", "JJ"}:
            out[i] = replace(token, head=i + 1, deprel="nsubj:pass")
            out[i + 1] = replace(after, head=verb, deprel="conj")
    return tuple(out)


def _done_before(tokens: tuple[Token, ...], number: int) -> int | None:
    """The passive verb that the number and the participle behind it are listed with, whichever of the two the tree
    hangs on the other."""
    token, after = tokens[number], tokens[number + 1]
    is_counting = (token.deprel, token.head) == ("nummod", number + 1) and after.deprel == "conj"
    is_before = token.deprel in {"nsubj", "obl:unmarked"} and token.head == number + 1
    is_subject = is_before and after.deprel == "conj"
    is_listed = token.deprel == "conj" and after.head in {number, token.head} and after.deprel in {"amod", "acl"}
    if not is_counting and not is_subject and not is_listed:
        return None
    above = token.head if is_listed else after.head
    verb = tokens[above].head if tokens[above].deprel in AGENTIVE_SUBJECTS else above
    return verb if verb < number and tokens[verb].xpos == "VBN" else None


def counted_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "600 soldiers were killed, with thousands more wounded": the wounded are the thousands, not the 600."""
    out = list(tokens)
    for i in range(1, len(tokens) - 1):
        number, mark = tokens[i], tokens[i - 1]
        if mark.text.lower() != "with" or not is_number(number):
            continue
        word = i + 1 + (tokens[i + 1].text.lower() in {"more", "other", "others"})
        if word == len(tokens) or tokens[word].deprel not in ABSOLUTE or tokens[word].head >= i - 1:
            continue
        verb = tokens[word].head if tokens[word].deprel == "advcl" else tokens[tokens[word].head].head
        if tokens[verb].upos != "VERB":
            continue
        out[word] = replace(tokens[word], head=verb, deprel="advcl")
        out[i] = replace(number, head=word, deprel="nsubj:pass")
        out[i - 1] = replace(mark, head=word, deprel="mark")
        for between in range(i + 1, word):
            out[between] = replace(tokens[between], head=i, deprel="amod")
    return tuple(out)


def aimed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Sent thousands of troops to help Mali": what they are to do is why they were sent, and no kind of thousands."""
    to = {t.head for t in tokens if t.deprel == "mark" and t.text.lower() == "to"}
    out = list(tokens)
    for i, token in enumerate(tokens):
        number = tokens[token.head]
        is_count = number.lemma.lower() in MAGNITUDES and number.deprel == "obj" and token.head < i
        if token.deprel == "acl" and i in to and is_count:
            out[i] = replace(token, head=number.head, deprel="advcl")
    return tuple(out)


def bounded(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "107 or more" is one number."""
    out = list(tokens)
    for i, (number, cc, last) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        is_bound = cc.text.lower() == "or" and last.lemma.lower() in {"more", "few", "less"} and last.head == i
        if number.upos == "NUM" and is_bound:
            out[i + 1] = replace(cc, head=i, deprel="advmod")
            out[i + 2] = replace(last, deprel="advmod")
    return tuple(out)


def listed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Killed two men and injured 30 others": no adjective stands before a number, so "injured" is a second verb."""
    out = list(tokens)
    for i, token in enumerate(tokens[:-1]):
        noun = token.head
        is_counted = noun == i + 1 and is_number(tokens[noun])
        follows = is_counted or (tokens[i + 1].head == noun and tokens[i + 1].deprel == "nummod")
        if token.deprel == "amod" and token.xpos in {"VBN", "VBD", "JJ"} and follows and tokens[noun].deprel == "conj":
            first = tokens[noun].head
            verb = tokens[first].head
            if first < i < noun and tokens[first].deprel == "obj" and tokens[verb].upos == "VERB":
                out[i] = replace(token, head=verb, deprel="conj")
                out[noun] = replace(tokens[noun], head=i, deprel="obj")
    return tuple(out)


def described_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Left nine people dead and twenty others homeless": the others are not dead, and the nine not homeless."""
    out = list(tokens)
    for i, noun in enumerate(tokens[:-1]):
        first, last = noun.head, i + 1 + (tokens[i + 1].upos == "ADV")
        if noun.deprel != "conj" or last == len(tokens):
            continue
        state = tokens[last]
        is_listed = (state.upos, state.deprel, state.head) == ("ADJ", "conj", tokens[first].head)
        has_own = is_listed or _tells_state(tokens, last, {first, i})
        if has_own and any(_tells_state(tokens, w, {first}) for w in range(first + 1, i)):
            out[i] = replace(noun, head=tokens[first].head, deprel=tokens[first].deprel)
            out[last] = replace(state, head=i, deprel="amod" if is_listed else state.deprel)
    return tuple(out)


def _tells_state(tokens: tuple[Token, ...], word: int, nouns: set[int]) -> bool:
    """True of "dead" and of "badly hurt" behind one of these nouns."""
    token = tokens[word]
    is_state = (token.upos, token.deprel) == ("ADJ", "amod") or (token.xpos, token.deprel) == ("VBN", "acl")
    return is_state and token.head in nouns and token.head < word


def backwards(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Roe and Moe have called on": whoever is listed is listed with somebody before, and not behind."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.deprel != "conj" or token.head < i or token.upos != "PROPN":
            continue
        joint = next((n for n in range(i) if tokens[n].head == i and tokens[n].deprel == "cc"), 0)
        if not joint:
            continue
        first = joint - 1
        while tokens[first].deprel == "flat":
            first = tokens[first].head
        if tokens[first].upos == "PROPN" and first < joint and i not in above(tokens, first):
            out[i] = replace(token, head=first)
    return tuple(out)
