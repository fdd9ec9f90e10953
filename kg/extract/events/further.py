"""What else a time expression dates, beside the event that it hangs with."""

import re

from kg.extract.tree import Tree
from kg.model import Span

_SOON = re.compile(
    r"(?i)\b(?:shortly|soon|immediately|just|right|hours|minutes|moments) (?P<tie>after|before) [^,;.:]{0,40}\Z"
)


def soon_after(tree: Tree, span: Span, text: str, triggers: list[int]) -> int | None:
    """The trigger of what came on the same day as what the expression dates: "met hours after Monday's vote"."""
    start = tree.sentence.span.start
    found = _SOON.search(text[start : span.start])
    if found is None:
        return None
    tie = next((i for i, t in enumerate(tree.tokens) if t.span.start == start + found.start("tie")), None)
    above = () if tie is None else tree.ancestors(tree[tie].head)
    return next((a for a in above if a in triggers), None)


def since(tree: Tree, span: Span, triggers: list[int]) -> int | None:
    """The trigger of what has gone on since something else, if the expression dates that: "nine men have been wounded
    since the fighting began on Monday"."""
    top = next((i for i, t in enumerate(tree.tokens) if span.overlaps(t.span)), 0)
    for verb in tree.ancestors(top):
        if verb in triggers and any(tree[c].lemma == "have" for c in tree.children(verb, "aux")):
            clauses = (c for c in tree.children(verb, "advcl") if tree.has_mark(c, "since"))
            nouns = (c for c in tree.children(verb, "obl") if tree.preposition(c) == "since" and c < top)
            told = [c for c in (*clauses, *nouns) if c in tree.ancestors(top) or verb < c < top]
            return verb if told else None
    return None


def when(tree: Tree, span: Span, triggers: list[int]) -> int | None:
    """The trigger of what happened then, as the clause behind the expression says: "since May, when he was charged"."""
    behind = (i for i, t in enumerate(tree.tokens) if t.span.start >= span.end and t.upos != "PUNCT")
    word = next(behind, None)
    is_then = word is not None and tree[word].text.lower() == "when" and tree[word].head in triggers
    return tree[word].head if word is not None and is_then else None


def names(tree: Tree, span: Span, at: int) -> bool:
    """True if the expression stands before the noun that it dates: "the July 7 attacks"."""
    last = max((i for i, t in enumerate(tree.tokens) if span.overlaps(t.span)), default=at)
    return last < at and tree[at].upos == "NOUN" and tree[last].head == at
