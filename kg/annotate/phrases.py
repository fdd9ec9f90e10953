"""Sentences -> the phrases that may name something: what coreference chooses from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Kind, NamedSpan, Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB", "EX"})
"""Penn tags of words that stand for what stands beside them: no phrases of their own."""
PLACES = frozenset({"here", "there"})
INSIDE = frozenset({"flat", "fixed", "goeswith", "discourse", "reparandum"})
"""Relations of words that are a part of another name, or of none."""
NUMBER = frozenset({"nummod", "compound", "flat", "amod", "advmod"})
"""Relations in which a number only counts or specifies."""
OUTSIDE = frozenset(
    "case cop aux mark cc punct nsubj csubj expl appos parataxis conj dep list discourse vocative reparandum "
    "dislocated orphan".split()
)
"""Relations of dependents that stand outside the phrase of their head ..."""
CLAUSAL = frozenset("advmod advcl obl ccomp xcomp obj iobj".split())
"""... and of those that belong to the clause where the head is a predicate or a dependent of another kind."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [start, end) of a sentence that may name something, and their head word."""

    sentence: int
    start: int
    end: int
    head: int
    kind: Kind
    type: str | None
    """The type of the named span with the same head, if there is one."""
    is_coordination: bool = False


def phrases(sentence: Sentence) -> list[Phrase]:
    """The phrases of a sentence by their start, the longer of two first: noun phrases by head, pronouns, names.

    "Norway and its allies sent ships" gives "Norway and its allies", "Norway", "its allies", "its", "ships".
    """
    tokens = sentence.tokens
    children: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            children[token.head].append(i)
    names = {head_of(tokens, n.start, n.end): n for n in sorted(sentence.names, key=lambda n: n.start - n.end)[::-1]}
    found: dict[tuple[int, int], Phrase] = {}
    for phrase in _found(sentence, children, names):
        found.setdefault((phrase.start, phrase.end), phrase)
    return sorted(found.values(), key=lambda p: (p.start, -p.end))


def _found(sentence: Sentence, children: list[list[int]], names: dict[int, NamedSpan]) -> Iterator[Phrase]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        name = names.get(i)
        if not _is_head(token, is_named=name is not None):
            continue
        type_ = name.type if name else None
        kind = Kind.PRONOUN if token.upos == "PRON" else Kind.NAME if name or token.upos == "PROPN" else Kind.NOMINAL
        start, end = extent(tokens, children, i)
        yield Phrase(sentence.index, start, end, i, kind, type_)
        conjuncts = [c for c in children[i] if tokens[c].deprel == "conj" and tokens[c].upos in NOMINAL]
        if conjuncts and kind is not Kind.PRONOUN:
            last = extent(tokens, children, conjuncts[-1])[1]
            yield Phrase(sentence.index, start, max(end, last), i, Kind.NOMINAL, None, is_coordination=True)
    for name in sentence.names:
        head = head_of(tokens, name.start, name.end)
        yield Phrase(sentence.index, name.start, name.end, head, Kind.NAME, name.type)


def _is_head(token: Token, *, is_named: bool) -> bool:
    relation = token.deprel.partition(":")[0]
    if token.xpos in RELATIVE or relation in INSIDE:
        return False
    if token.upos in NOMINAL or is_named:
        return True
    if token.upos == "NUM":
        return relation not in NUMBER
    return token.upos == "ADV" and token.lemma.lower() in PLACES


def extent(tokens: Sequence[Token], children: list[list[int]], head: int) -> tuple[int, int]:
    """The (start, end) of the phrase of a head: what hangs from it, without the clause it may be the predicate of."""
    is_predicate = any(tokens[c].deprel in {"cop", "nsubj", "nsubj:pass"} for c in children[head])
    inside = {head}
    todo = [c for c in children[head] if _is_inside(tokens, c, head, is_predicate=is_predicate)]
    while todo:
        i = todo.pop()
        inside.add(i)
        todo.extend(children[i])
    start, end = head, head + 1
    while start - 1 in inside:
        start -= 1
    while end in inside or (end + 1 in inside and tokens[end].upos == "PUNCT"):
        end += 1
    while end - 1 > head and tokens[end - 1].upos == "PUNCT":
        end -= 1
    while start < head and tokens[start].upos == "PUNCT":
        start += 1
    return start, end


def _is_inside(tokens: Sequence[Token], child: int, head: int, *, is_predicate: bool) -> bool:
    relation = tokens[child].deprel.partition(":")[0]
    if relation in OUTSIDE:
        return relation == "case" and child > head  # the 's of a possessor
    return not (is_predicate and relation in CLAUSAL)


def head_of(tokens: Sequence[Token], start: int, end: int) -> int:
    """The word of [start, end) whose head lies outside, the first of several."""
    return next((i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i), end - 1)
