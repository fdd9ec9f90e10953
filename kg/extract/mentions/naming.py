"""A name as a stretch of words, and the grammar around names."""

from dataclasses import dataclass

from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.tree import Tree
from kg.model import Kind

AGENTIVE = AGENTIVE_SUBJECTS | {"obl:agent"}
MODIFIERS = frozenset({"compound", "nmod:desc", "amod", "flat"})


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


def is_people(tree: Tree, head: int) -> bool:
    """True for "Kurds", "Turks": the people, not what is theirs."""
    return tree[head].xpos in {"NNS", "NNPS"} and tree[head].deprel not in MODIFIERS
