"""Who goes on speaking: "he said" right after the sentence in which somebody spoke."""

from collections.abc import Iterator

from kg.extract.coreference.antecedents import root
from kg.extract.coreference.gender import Genders
from kg.extract.dependencies import SUBJECTS
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention
from kg.ontology.honorifics import genders as pronouns

UNDER = frozenset({"ccomp", "parataxis", "obj"})
"""How a speaker's words hang on the verb of saying."""


def speaker(mentions: Mentions, tree: Tree, pronoun: Mention, before: Tree | None, genders: Genders) -> Mention | None:
    """The person who speaks in the sentence before, for a "he" or "she" who speaks in this one."""
    verb = tree[pronoun.head].head
    is_speaking = is_saying(mentions, tree, verb) and tree[pronoun.head].deprel in SUBJECTS
    if before is None or not is_speaking or pronoun.text.lower() not in pronouns() or _others(mentions, tree, pronoun):
        return None
    found = next(subjects(mentions, before), None) if is_saying(mentions, before, before.root) else None
    is_one = found is not None and mentions.lexicon.is_a(root(mentions, found.id).type, "person")
    if found is None or not is_one or root(mentions, found.id).kind is Kind.PRONOUN:
        return None
    return found if genders.may_be(pronoun, found) else None


def subjects(mentions: Mentions, tree: Tree) -> Iterator[Mention]:
    """The things that the verb of a sentence has for its subjects."""
    keys = (mentions.at.get((tree.sentence.index, s)) for s in tree.children(tree.root, *SUBJECTS))
    return (mentions[key] for key in keys if key is not None)


def is_saying(mentions: Mentions, tree: Tree, verb: int) -> bool:
    """True of the verb of saying that a sentence is built on."""
    return verb == tree.root and tree.lemma(verb) in mentions.cues.reporting


def _others(mentions: Mentions, tree: Tree, pronoun: Mention) -> bool:
    """True if the sentence names somebody else before the pronoun, but for whom the words tell of that are said."""
    verb = tree[pronoun.head].head
    said = {w for c in tree.children(verb, *UNDER) for w in tree.subtree(c)}
    others = (m for m in mentions.inside(tree) if m.span.end <= pronoun.span.start and m.head not in said)
    return any(mentions.lexicon.is_a(m.type, "person") for m in others)
