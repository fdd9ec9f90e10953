"""Whom a headline, the first sentence and the second one tell of in words of their own: "Chinese Envoy Says ...",
"China's envoy to the talks says ...", "Ai Li said ..."."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.coreference.antecedents import root
from kg.extract.coreference.introduced import words_before
from kg.extract.coreference.repeated import Description
from kg.extract.coreference.speaking import is_saying, subjects
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

ENDS = frozenset({".", "!", "?"})


def link(mentions: Mentions, trees: Sequence[Tree]) -> None:
    """Tie who opens the first sentence to whom the headline describes alike, and to whom the second sentence names."""
    if len(trees) < 3 or trees[0][-1].text in ENDS:
        return
    headline, first, second = trees[:3]
    short = [Description(mentions, headline, m) for m in mentions.inside(headline) if _is_open(m)]
    for mention in [m for m in mentions.inside(first) if _is_open(m)]:
        long = Description(mentions, first, mention)
        above = [s for s in short if _is_alike(s, long)]
        if len(above) == 1:
            mentions.update(replace(mention, antecedent=above[0].mention.id))
    _link_bare(mentions, headline, first)
    name, told = _subject(mentions, second), _subject(mentions, first)
    if name and told and _is_introduced(mentions, (first, told), (second, name)):
        described = mentions[told.antecedent] if told.antecedent else told
        mentions.update(replace(described, antecedent=name.id, type=name.type))


def _link_bare(mentions: Mentions, headline: Tree, first: Tree) -> None:
    """Tie a bare noun of the headline to the one thing of that noun in the first sentence: "Army Kills Rebels"."""
    told = [Description(mentions, first, m) for m in mentions.inside(first) if m.kind in {Kind.NOMINAL, Kind.METONYM}]
    for mention in [m for m in mentions.inside(headline) if _is_open(m)]:
        short = Description(mentions, headline, mention)
        alike = [d.mention for d in told if (d.noun, d.is_several) == (short.noun, short.is_several)]
        if len(short.words) == 1 and len(alike) == 1 and root(mentions, alike[0].id).id != mention.id:
            mentions.update(replace(mention, antecedent=alike[0].id, type=alike[0].type))


def _is_open(mention: Mention) -> bool:
    return mention.kind is Kind.NOMINAL and mention.antecedent is None


def _is_alike(short: Description, long: Description) -> bool:
    """True of "Iraqi officials" and "Iraqi election officials": of one noun, and nothing in the short one that the
    long one lacks."""
    is_one_noun = (short.noun, short.is_several) == (long.noun, long.is_several)
    return is_one_noun and short.is_kin(long) and len(set(short.words)) > 1 and {*short.words} <= {*long.words}


def _subject(mentions: Mentions, tree: Tree) -> Mention | None:
    """The one person who is the subject of a sentence."""
    found = list(subjects(mentions, tree))
    return found[0] if len(found) == 1 and mentions.lexicon.is_a(found[0].type, "person") else None


def _is_introduced(mentions: Mentions, told: tuple[Tree, Mention], named: tuple[Tree, Mention]) -> bool:
    """True if a full name, heard for the first time, is that of whom the sentence before describes: it has the very
    office for a title, or none where both speak."""
    (before, who), (tree, name) = told, named
    described = Description(mentions, before, who)
    is_new = name.kind is Kind.NAME and " " in name.text and not _is_known(mentions, name)
    if who.kind is not Kind.NOMINAL or not is_new or tree.children(name.head, "appos", "acl:relcl"):
        return False
    if described.is_several or before.children(who.head, "appos", "conj"):
        return False
    start, end = words_before(tree, name)
    if start < end:
        return described.noun == tree[end - 1].lemma.lower()
    return all(is_saying(mentions, t, t.root) for t in (before, tree))


def _is_known(mentions: Mentions, name: Mention) -> bool:
    last = name.text.split()[-1]
    return any(last in m.text.split() for m in mentions.all.values() if m.span.end <= name.span.start)
