"""When what a picture shows happened: on the day it was taken, or by the day it came out."""

from dataclasses import replace

from kg.extract.cues import Cues
from kg.extract.times import TimeExpression
from kg.extract.times.bounds import sound
from kg.extract.tree import Tree
from kg.model import TimeBounds

_SHOWN = frozenset({"ccomp", "xcomp", "obj", "acl", "conj"})
"""Relations between the verb of a caption and what the picture shows."""


def shown(tree: Tree, expression: TimeExpression, triggers: list[int], cues: Cues) -> dict[int, TimeExpression]:
    """Trigger -> when it was, if the expression dates the picture that shows it ("a photo taken on Monday shows")."""
    made = _making(tree, expression, cues)
    if made is None:
        return {}
    when = expression if tree[made].lemma.lower() in cues.taking else _by(expression)
    verb = tree[tree[made].head].head
    return {t: when for t in triggers if tree[verb].upos == "VERB" and _is_shown(tree, t, verb)}


def _making(tree: Tree, expression: TimeExpression, cues: Cues) -> int | None:
    """The participle that says how the picture was made or came out, if the expression stands under it."""
    first = next((i for i, t in enumerate(tree.tokens) if expression.span.overlaps(t.span)), 0)
    verb = next((w for w in tree.ancestors(first) if tree[w].upos == "VERB"), first)
    is_made = tree[verb].lemma.lower() in cues.taking | cues.releasing and tree[verb].deprel == "acl"
    return verb if is_made and tree[tree[verb].head].lemma.lower() in cues.pictures else None


def _is_shown(tree: Tree, trigger: int, verb: int) -> bool:
    path = [trigger, *tree.ancestors(trigger)]
    return verb in path and all(tree[w].deprel in _SHOWN for w in path[: path.index(verb)])


def _by(expression: TimeExpression) -> TimeExpression:
    """The expression as the last day on which something may have been."""
    known = expression.bounds
    bounds = TimeBounds(not_after=known.not_after, text=known.text, granularity=known.granularity, basis=known.basis)
    return replace(expression, bounds=sound(bounds), ahead=None)
