"""What comes after what, as the grammar of a sentence says."""

from collections.abc import Iterator, Sequence

from kg.extract.dependencies import AGENTIVE_SUBJECTS, OBLIQUES
from kg.extract.frames import Match
from kg.extract.tree import Tree

AHEAD = frozenset({"before", "until", "till", "by", "ahead"})
"""Words for what comes later than the clause that they hang in."""

Pair = tuple[int, int]


def preceding(tree: Tree, triggers: list[int], commemorating: frozenset[str]) -> Iterator[Pair]:
    """Pairs of a word and what is told to have happened before it: "captured after being wounded", "a speech marking
    the return"."""
    for trigger in triggers:
        verb = tree[trigger].head
        if tree[trigger].deprel == "obj" and tree[verb].lemma.lower() in commemorating:
            above = tree[verb].head
            hosts = (above, *tree.children(above, "obj", "obl"), *tree.children(verb, *AGENTIVE_SUBJECTS))
            yield from ((w, trigger) for w in hosts if w not in {verb, trigger})
        is_clause = tree[trigger].deprel == "advcl" and tree.has_mark(trigger, "after")
        if is_clause or (tree[trigger].deprel in OBLIQUES and tree.preposition(trigger) == "after"):
            yield tree[trigger].head, trigger


def spoken_of(tree: Tree, matches: Sequence[Match]) -> Iterator[Pair]:
    """Pairs of triggers of which the first tells of words said, and the second of what they, or who reports them, take
    as known."""
    spoken = {m.trigger: m.verb for m in matches if m.type.is_communication}
    for said, verb in spoken.items():
        deeds = (m.trigger for m in matches if m.trigger not in spoken)
        yield from ((said, deed) for deed in deeds if _is_spoken_of(tree, deed, verb))


def _is_spoken_of(tree: Tree, deed: int, verb: int) -> bool:
    """True of what stands in the clause of a word of saying, but for its subject and what comes after it; and in the
    clause that it is put into: "the blast, police said, killed nine"."""
    path = [deed, *tree.ancestors(deed)]
    if tree[verb].deprel == "parataxis" and tree[verb].head in path:
        return True
    if verb not in path[1:]:
        return False
    inside = path[: path.index(verb)]
    return tree[inside[-1]].deprel not in AGENTIVE_SUBJECTS and not any(_is_ahead(tree, w) for w in inside)


def _is_ahead(tree: Tree, word: int) -> bool:
    return any(tree[c].text.lower() in AHEAD for c in tree.children(word, "mark", "case"))
