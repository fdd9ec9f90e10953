"""Clauses that a parser hangs on the wrong word, or takes for something else."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.sayings import subjects
from kg.model import Token

Tokens = tuple[Token, ...]

CLAUSAL = frozenset({"after", "before", "since", "until", "as"})
"""Prepositions that begin clauses, too."""


def introduced(tokens: Tokens) -> Tokens:
    """ "After an attack there killed nine": what stands behind "after" does what a verb without a subject says."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        verb = tokens[token.head]
        if token.deprel != "obl" or not i < token.head or verb.deprel != "advcl" or verb.xpos not in {"VBD", "VBZ"}:
            continue
        if subjects(tokens, token.head):
            continue
        case = next((c for c in range(i) if tokens[c].head == i and tokens[c].deprel == "case"), None)
        if case is not None and tokens[case].text.lower() in CLAUSAL:
            out[i] = replace(token, deprel="nsubj")
            out[case] = replace(tokens[case], head=token.head, deprel="mark")
    return tuple(out)


def timed(tokens: Tokens) -> Tokens:
    """ "The first attack since Mali began its withdrawal": the clause says when, and not who attacked."""
    marks = {t.head for t in tokens if t.deprel == "mark" and t.text.lower() in CLAUSAL}
    return tuple(replace(t, deprel="advcl") if t.deprel == "acl" and i in marks else t for i, t in enumerate(tokens))


def behind(tokens: Tokens) -> Tokens:
    """ "Forced crews to fight a fire that destroyed a town", "crews who help victims of the fire, which destroyed it":
    the fire did, behind which it stands, not the crews."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        noun = _before(tokens, i) if token.deprel == "acl:relcl" else None
        if noun is None or token.head >= noun:
            continue
        path = above(tokens, noun)
        below = path[: path.index(token.head)] if token.head in path else path
        if i not in path and any(tokens[w].upos == "VERB" for w in below):
            out[i] = replace(token, head=noun)
    return tuple(out)


def _before(tokens: Tokens, clause: int) -> int | None:
    """The object right before "that" or "which", or any noun before ", which"."""
    first = [w for w in subjects(tokens, clause) if tokens[w].text.lower() in {"that", "which"} and w > 1]
    if not first:
        return None
    is_apart = tokens[first[0] - 1].text == ","
    noun = first[0] - 1 - is_apart
    relations = {"obj", "nmod", "obl"} if is_apart else {"obj"}
    return noun if tokens[noun].deprel in relations and tokens[noun].upos != "VERB" else None


def after_semicolon(tokens: Tokens) -> Tokens:
    """ "Ten hurt in a blast; Mali to withdraw": what stands behind a semicolon begins a clause of its own."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        is_first = token.deprel == "obj" and token.head < i and tokens[i - 1].text == ";"
        clauses = (c for c in range(i + 1, len(tokens)) if tokens[c].head == token.head and tokens[c].xpos == "VB")
        if is_first and (clause := next(clauses, None)) is not None:
            out[i] = replace(token, head=clause, deprel="nsubj")
            out[clause] = replace(tokens[clause], deprel="parataxis")
    return tuple(out)


def above(tokens: Sequence[Token], word: int) -> list[int]:
    """The word and those above it, nearest first."""
    out = [word]
    while tokens[out[-1]].head != out[-1] and len(out) <= len(tokens):
        out.append(tokens[out[-1]].head)
    return out


def is_tree(tokens: Tokens) -> bool:
    """True if no word hangs below itself."""
    safe: set[int] = set()
    for word in range(len(tokens)):
        path: set[int] = set()
        while word not in safe and tokens[word].head != word:
            if word in path:
                return False
            path.add(word)
            word = tokens[word].head
        safe |= path | {word}
    return True
