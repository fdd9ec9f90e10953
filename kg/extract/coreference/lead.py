"""Whom a headline, the first sentence and the second one tell of in words of their own: "Chinese Envoy Says ...",
"China's envoy to the talks says ...", "Ai Li said ..."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.coreference.holders import coded
from kg.extract.coreference.speaking import is_saying
from kg.extract.dependencies import SUBJECTS
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention, Token

ENDS = frozenset({".", "!", "?"})


def link(mentions: Mentions, trees: Sequence[Tree]) -> None:
    """Tie who opens the first sentence to whom the headline describes alike, and to whom the second sentence names."""
    if len(trees) < 3 or trees[0][len(trees[0]) - 1].text in ENDS:
        return
    headline, first, second = trees[:3]
    for mention in [m for m in mentions.inside(first) if _is_open(m)]:
        above = [m for m in mentions.inside(headline) if _is_open(m) and _is_alike(mentions, trees, m, mention)]
        if len(above) == 1:
            mentions.update(replace(mention, antecedent=above[0].id))
    name, told = _subject(mentions, second), _subject(mentions, first)
    if name and told and _is_introduced(mentions, trees, told, name):
        described = mentions[told.antecedent] if told.antecedent else told
        mentions.update(replace(described, antecedent=name.id, type=name.type))


def _is_open(mention: Mention) -> bool:
    return mention.kind is Kind.NOMINAL and mention.antecedent is None


def _is_alike(mentions: Mentions, trees: Sequence[Tree], short: Mention, long: Mention) -> bool:
    """True of "Iraqi officials" and "Iraqi election officials": of one noun, and nothing in the short one that the
    long one lacks."""
    nouns = [trees[m.sentence][m.head] for m in (short, long)]
    mine, theirs = (coded(_tokens(trees[m.sentence], m)) for m in (short, long))
    is_one_noun = nouns[0].lemma.lower() == nouns[1].lemma.lower()
    is_as_many = _is_several(nouns[0].text, nouns[0].lemma) == _is_several(nouns[1].text, nouns[1].lemma)
    is_told = len(mine) > 1 and {w.lower() for w in mine} <= {w.lower() for w in theirs}
    return is_one_noun and is_as_many and is_told and mentions.lexicon.ontology.are_kin(short.type, long.type)


def _is_several(text: str, lemma: str) -> bool:
    return text.lower() != lemma.lower()


def _tokens(tree: Tree, mention: Mention) -> list[Token]:
    return [t for t in tree.tokens if mention.span.contains(t.span)]


def _subject(mentions: Mentions, tree: Tree) -> Mention | None:
    """The one person who is the subject of a sentence."""
    keys = [mentions.at.get((tree.sentence.index, s)) for s in tree.children(tree.root, *SUBJECTS)]
    found = mentions[keys[0]] if len(keys) == 1 and keys[0] is not None else None
    return found if found and mentions.lexicon.is_a(found.type, "person") else None


def _is_introduced(mentions: Mentions, trees: Sequence[Tree], told: Mention, name: Mention) -> bool:
    """True if a full name, heard for the first time, is that of whom the sentence before describes: it has the very
    office for a title, or none where both speak."""
    tree, before = trees[name.sentence], trees[told.sentence]
    is_new = name.kind is Kind.NAME and " " in name.text and not _is_known(mentions, name)
    if told.kind is not Kind.NOMINAL or not is_new or tree.children(name.head, "appos", "acl:relcl"):
        return False
    if before.children(told.head, "appos", "conj") or _is_several(before[told.head].text, before[told.head].lemma):
        return False
    titles = [word.lower() for word in _titles(tree, name)]
    if titles:
        return before[told.head].lemma.lower() in titles[-1:]
    return all(is_saying(mentions, t, t.root) for t in (before, tree))


def _titles(tree: Tree, name: Mention) -> Iterator[str]:
    """The words right before a name that describe it."""
    start = next(i for i, t in enumerate(tree.tokens) if t.span.start >= name.span.start)
    first = start
    while first and tree[first - 1].upos in {"NOUN", "PROPN", "ADJ"}:
        first -= 1
    yield from (tree[i].lemma for i in range(first, start))


def _is_known(mentions: Mentions, name: Mention) -> bool:
    last = name.text.split()[-1]
    return any(last in m.text.split() for m in mentions.all.values() if m.span.end <= name.span.start)
