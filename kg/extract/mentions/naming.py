"""A name as a stretch of words, and the grammar around names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.clauses import is_tree
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.tree import Tree
from kg.model import Kind, NamedSpan, Token
from kg.ontology.honorifics import particles

AGENTIVE = AGENTIVE_SUBJECTS | {"obl:agent"}
MODIFIERS = frozenset({"compound", "nmod:desc", "amod", "flat"})

SAINTS = frozenset({"St.", "St", "Saint", "Santa", "Sts.", "Saints"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A name at words [start, end) of a sentence, headed by `head`."""

    start: int
    end: int
    head: int
    type: str
    kind: Kind
    score: float


def head_of(tree: Tree, start: int, end: int) -> int:
    """The word of [start, end) whose head lies outside."""
    inside = range(start, end)
    return next((i for i in inside if tree[i].head not in inside or tree[i].head == i), start)


def with_words(tree: Tree, words: Sequence[Token], names: Sequence[NamedSpan] = ()) -> Tree:
    """The tree with these words in the place of its own, if they make a tree, and with more names; itself where
    nothing is new."""
    tokens = tuple(words)
    is_new = tokens != tree.tokens and is_tree(tokens)
    if not is_new and not names:
        return tree
    return Tree(replace(tree.sentence, tokens=tokens if is_new else tree.tokens, names=(*tree.sentence.names, *names)))


def is_people(tree: Tree, head: int) -> bool:
    """True for "Kurds", "Turks": the people, not what is theirs."""
    return tree[head].xpos in {"NNS", "NNPS"} and tree[head].deprel not in MODIFIERS


def particles_end(tree: Tree, start: int) -> int:
    """Where the particles of a name from `start` on end, hyphens behind them included: "al-" of "al-Haddad"."""
    end = start
    while end < len(tree) and (tree[end].text.lower() in particles() or (end > start and tree[end].text == "-")):
        end += 1
    return end


def with_saint(tree: Tree, start: int) -> int:
    """Where a name begins that a saint's stands before, as its owner or joined to another's: "St. Anna's" of "St.
    Anna's Old Hospital", "Saint Peter and" of "Saint Peter and Saint Paul Church"."""
    if start < 3 or tree[start - 3].text not in SAINTS or tree[start - 2].upos != "PROPN":
        return start
    is_joined = tree[start - 1].text in {"and", "&"} and tree[start].text in SAINTS
    return start - 3 if is_joined or tree[start - 1].xpos == "POS" else start
