""" "His Japanese counterpart": who that is holds, in Japan, the office that the article gives to him."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.coreference.antecedents import root
from kg.extract.mentions import Mentions
from kg.extract.relations.ties import Tie
from kg.extract.tree import Tree
from kg.model import Literal, Mention


def offices(ties: Iterable[Tie], mentions: Mentions) -> dict[str, list[Tie]]:
    """By the last word of a person's name: the states that the article says he or she leads, else the titles it gives.

    Heads of state have other titles elsewhere; a foreign minister's counterpart is a foreign minister.
    """
    leading: dict[str, list[Tie]] = {}
    titles: dict[str, list[Tie]] = {}
    for tie in ties:
        if not tie.in_phrase or not mentions.lexicon.is_a(root(mentions, tie.subject.id).type, "person"):
            continue
        held = titles if isinstance(tie.object, Literal) else leading
        if held is titles or (_is_state(mentions, tie.object) and not tie.type.demonym):
            held.setdefault(_surname(mentions, tie.subject), []).append(tie)
    return titles | leading


def _is_state(mentions: Mentions, mention: Mention | Literal) -> bool:
    return isinstance(mention, Mention) and mentions.lexicon.is_a(root(mentions, mention.id).type, "state")


def _surname(mentions: Mentions, person: Mention) -> str:
    return root(mentions, person.id).text.split()[-1]


def ties(tree: Tree, held: dict[str, list[Tie]], mentions: Mentions) -> Iterator[Tie]:
    """The same offices, held by the counterparts that a sentence names."""
    for i, token in enumerate(tree.tokens):
        if token.lemma.lower() not in mentions.cues.counterparts or token.xpos != "NN":
            continue
        named = [m for c in tree.children(i, "appos", "flat") if (m := mentions.of(tree, c))]
        near = (mentions.of(tree, c) for c in tree.children(i, "amod", "compound", "nmod"))
        states = [m for m in near if m and _is_state(mentions, m)]
        if len(named) == len(states) == 1:
            known = held.get(_whose(tree, i, mentions), ())
            titles = [t.object for t in known if isinstance(t.object, Literal)]
            for tie in (t for t in known if not titles or t.object == titles[-1]):  # of several the last one given
                is_title = isinstance(tie.object, Literal)
                yield replace(tie, subject=named[0], object=tie.object if is_title else states[0], word=i)


def _whose(tree: Tree, i: int, mentions: Mentions) -> str:
    """The name of whose counterpart it is: the possessor's, else that of the clause's subject."""
    owner = tree.child(i, "nmod:poss")
    clauses = [tree.arguments(v) for v in tree.ancestors(i) if tree[v].upos == "VERB"]
    words = [owner] if owner is not None else [a.head for c in clauses for a in c if a.function == "subject"]
    found = next((m for w in words if (m := mentions.of(tree, w))), None)
    return _surname(mentions, found) if found else ""
