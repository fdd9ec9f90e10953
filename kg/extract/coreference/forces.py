"""Plain words for an army's people, and the force they mean."""

from dataclasses import dataclass

from kg.extract.coreference.antecedents import code, root
from kg.extract.dependencies import AGENTIVE_SUBJECTS
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

REACH = 3
"""Sentences a bare force ("the soldiers") looks back over."""
DESCRIBING = frozenset({"amod", "compound", "nmod:desc", "nmod"})
"""Relations of what makes a description more than plain."""


@dataclass(frozen=True, slots=True)
class _Force:
    """A force as it was told of: the states that it is of, and how many they are, as it is written."""

    mention: Mention
    side: frozenset[str]
    is_subject: bool
    number: str | None


class Forces:
    """ "Turkish troops", "the soldiers", "his troops": plain words for an army's people name the force last told of,
    of the same state where they name one."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._seen: list[_Force] = []

    def is_open(self, tree: Tree, mention: Mention) -> bool:
        """True of "the soldiers" where those of several states were told of, unless the last just did something."""
        if self._side(tree, mention) != frozenset() or len({f.side for f in self._seen if f.side}) < 2:
            return False
        last = self._seen[-1]
        return not last.is_subject or mention.sentence - last.mention.sentence > 1

    def antecedent(self, tree: Tree, mention: Mention) -> Mention | None:
        side = self._side(tree, mention)
        if side is None:
            return None
        number = _number(tree, mention)
        for other in reversed(self._seen):
            if number and other.number and number != other.number:
                continue  # "300 soldiers" are not "11,000 troops"
            is_near = mention.sentence - other.mention.sentence <= REACH
            if side == other.side or not side or (not other.side and is_near):
                return other.mention
        return None

    def add(self, tree: Tree, mention: Mention) -> None:
        side = self._side(tree, mention)
        if side is not None:
            held = root(self.mentions, mention.id).id
            inherited = [f.side for f in self._seen if f.side and root(self.mentions, f.mention.id).id == held]
            is_subject = tree[mention.head].deprel in AGENTIVE_SUBJECTS
            side = side or (inherited[-1] if inherited else side)
            self._seen.append(_Force(mention, side, is_subject, _number(tree, mention)))

    def _side(self, tree: Tree, mention: Mention) -> frozenset[str] | None:
        """The states a plain mention of forces names, possibly none; None if it is not plain."""
        token = tree[mention.head]
        if (
            not self.mentions.lexicon.is_a(mention.type, "unit")
            or token.xpos != "NNS"
            or mention.kind is not Kind.NOMINAL
        ):
            return None
        if tree.exact_number(mention.head) is not None or not self.mentions.lexicon.is_plain(token.lemma.lower()):
            return None  # "34 soldiers" are those 34, not the army
        if (own := self.mentions.state_of(mention)) is not None:
            return frozenset({code(own)})
        states = set()
        for c in tree.children(mention.head):
            other = self.mentions.at.get((mention.sentence, c))
            if other is not None and self.mentions.lexicon.is_a(self.mentions[other].type, "state"):
                states.add(code(root(self.mentions, other)))
            elif tree[c].deprel == "amod" and c > mention.head:
                continue  # "the troops, most of them"
            elif tree[c].deprel in DESCRIBING or (tree[c].deprel == "nmod:poss" and tree[c].upos != "PRON"):
                return None  # "Roe's troops", "troops in the north": a force of their own
        return frozenset(states)


def _number(tree: Tree, mention: Mention) -> str | None:
    """How many they are said to be, as it is written."""
    number = tree.child(mention.head, "nummod")
    return None if number is None else tree[number].text
