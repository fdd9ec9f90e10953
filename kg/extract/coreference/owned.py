"""What a state has one of, however an article says whose it is: "Chad's army", "its army", "the Chadian army"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.coreference.antecedents import code, root
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

OWNING = ("nmod:poss", "amod", "compound")


def link(mentions: Mentions, trees: Sequence[Tree]) -> None:
    """Give every such description the first one of the same thing, or whatever that is described by, as antecedent."""
    by_index = {t.sentence.index: t for t in trees}
    first: dict[tuple[str, str], Mention] = {}
    described = [m for m in mentions.all.values() if m.kind is Kind.NOMINAL]
    for mention in sorted(described, key=lambda m: (m.span.start, -m.span.end)):
        key = next(_owned(mentions, by_index[mention.sentence], mention), None)
        known = first.setdefault(key, mention) if key else mention
        mine, theirs = root(mentions, mention.id), root(mentions, known.id)
        if mine.id == mention.id and theirs.id != mention.id and mention.sentence != known.sentence:
            mentions.update(replace(mention, antecedent=theirs.id))


def _owned(mentions: Mentions, tree: Tree, mention: Mention) -> Iterator[tuple[str, str]]:
    """(code of the state, noun) of a description that is of what a state has one of, and says whose."""
    ontology = mentions.lexicon.ontology
    words = tree.children(mention.head, *OWNING)
    owners = [m for w in words if (m := mentions.at.get((tree.sentence.index, w)))]
    others = [w for w in words if (tree.sentence.index, w) not in mentions.at]
    noun = " ".join(tree[w].lemma.lower() for w in (*others, mention.head))
    if noun not in ontology.entities[mention.type].one_per_state or tree.children(mention.head, "nmod", "acl"):
        return
    for owner in owners:
        state = root(mentions, owner)
        if mentions.lexicon.is_a(state.type, "state") and state.id != mention.id:
            yield code(state), noun
