"""Hyphens, which the annotator takes for words: where they join two into one, and where they are dashes."""

from collections.abc import Sequence

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
