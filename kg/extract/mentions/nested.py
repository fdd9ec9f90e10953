"""Names that longer names hold: "Iraq" of "southern Iraq", "Moe" of 'Omar "Moe" Haddad', "the North" of North Korea."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import places
from kg.extract.mentions.naming import Naming
from kg.extract.mentions.nicknames import nickname
from kg.extract.tree import Tree
from kg.model import Kind, Span

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions


def nicknames(mentions: "Mentions") -> None:
    """ "Moe" of 'Omar "Moe" Haddad' is another name of his."""
    for name in [m for m in mentions.all.values() if mentions.lexicon.is_a(m.type, "person")]:
        if span := nickname(name):
            other = mentions.inner(name, span, Kind.NAME)
            mentions.update(replace(other, type=name.type, antecedent=name.id))


def regions(mentions: "Mentions") -> None:
    """ "Southern Iraq" names Iraq as well, and "Aceh province" is also Aceh."""
    for name in [m for m in mentions.all.values() if mentions.lexicon.is_a(m.type, "region")]:
        if text := places.whole(name.text):
            mentions.inner(name, Span(name.span.end - len(text), name.span.end), Kind.NAME)
        elif (text := places.core(name.text)) != name.text:
            short = mentions.inner(name, Span(name.span.start, name.span.start + len(text)), Kind.NAME)
            mentions.update(replace(short, type=name.type, antecedent=name.id))


def halves(mentions: "Mentions", tree: Tree, words: Iterable[int]) -> list[int]:
    """ "The North" is the one state of the article whose name begins so, and no place; where that is."""
    states = [m for m in mentions.all.values() if m.kind is Kind.NAME and mentions.lexicon.is_a(m.type, "state")]
    found = []
    for i in words:
        half = tree[i].text
        whole = {s.code: m for m in states if m.text.startswith(f"{half} ") and (s := places.state(m.text))}
        if len(whole) == 1:
            state = next(iter(whole.values()))
            naming = Naming(i, i + 1, i, state.type, Kind.NAME, 0.7)
            mentions.update(replace(mentions.add(mentions.make(tree, naming)), antecedent=state.id))
            found.append(i)
    return found
