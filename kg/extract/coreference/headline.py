"""People whom a headline counts, counted again below it: "Blast kills 3 guards", "three Danish guards were killed"."""

from collections.abc import Iterable, Mapping

from kg.extract.coreference.tallies import how_many
from kg.extract.tree import Tree
from kg.model import Kind, Mention

LAST = 1
"""The last sentence that may be of the headline: it, or the line below it."""


def counted_again(
    tree: Tree, mention: Mention, earlier: Iterable[Mention], trees: Mapping[int, Tree]
) -> Mention | None:
    """Those of the headline who are as many, of the same kind, and met the same: of one verb."""
    number, mine, met = how_many(tree, mention.head), _words(tree, mention.head), _met(tree, mention.head)
    if mention.kind is not Kind.NOMINAL or mention.sentence == 0 or number is None:
        return None
    for other in earlier:
        head = trees[other.sentence]
        if other.sentence > LAST or other.sentence == mention.sentence or other.kind is not Kind.NOMINAL:
            continue
        theirs = _words(head, other.head)
        is_same = how_many(head, other.head) == number and (mine <= theirs or theirs <= mine)
        if is_same and met & _met(head, other.head):
            return other
    return None


def _words(tree: Tree, noun: int) -> set[str]:
    """The lemmas of the noun and of the words that describe it."""
    return {tree[noun].lemma.lower(), *tree.modifiers(noun)}


def _met(tree: Tree, noun: int) -> set[str]:
    """The lemmas of the verb above the noun and of the participles that hang on it."""
    above = tree[noun].head
    verbs = [w for w in (above, *tree.children(noun, "acl")) if w != noun and tree[w].upos in {"VERB", "ADJ"}]
    return {tree.lemma(verb) for verb in verbs}
