"""Names that a nickname in quotation marks stands inside: 'Omar "Moe" Haddad'."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.lexicon import Lexicon
from kg.extract.mentions.naming import particles_end
from kg.extract.tree import Tree
from kg.model import Mention, NamedSpan, Span, Token

OPENING = frozenset('"“„«')
CLOSING = frozenset('"”“»')
LONGEST = 3
"""Words of the longest nickname."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """Words [start, end) of a name, its nickname and the quotation marks included."""

    start: int
    end: int


def whole(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree in which every such name is one person's and has one head."""
    label = lexicon.label_of(lexicon.ontology.part("person"))
    found = [name for name in _found(tree) if _may_be_person(tree, lexicon, name)]
    if not found:
        return tree
    tokens, names = tree.tokens, list(tree.sentence.names)
    for name in found:
        tokens = _flat(tokens, range(name.start, name.end))
        names = [n for n in names if n.end <= name.start or name.end <= n.start]
        names.append(NamedSpan(name.start, name.end, label, 0.9))
    return Tree(replace(tree.sentence, tokens=tokens, names=tuple(sorted(names, key=lambda n: n.start))))


def nickname(name: Mention) -> Span | None:
    """Where the nickname of a name stands.

    >>> from kg.model import DocumentId, Kind, MentionId
    >>> text = 'Omar "Moe" Haddad'
    >>> nickname(Mention(MentionId("m"), DocumentId("d"), Span(0, 17), text, "Person", Kind.NAME, 1.0, 0, 0))
    Span(start=6, end=9)
    """
    marks = [i for i, c in enumerate(name.text) if c in OPENING | CLOSING]
    is_inside = len(marks) == 2 and marks[0] > 0 and marks[1] < len(name.text) - 1
    return Span(name.span.start + marks[0] + 1, name.span.start + marks[1]) if is_inside else None


def _found(tree: Tree) -> Iterator[_Whole]:
    for i, token in enumerate(tree.tokens):
        ends = range(i + 2, min(len(tree) - 1, i + LONGEST + 2))
        closing = next((e for e in ends if tree[e].text in CLOSING), None) if token.text in OPENING else None
        if closing is None or not any(tree[w].text[0].isupper() for w in range(i + 1, closing)):
            continue
        start, end = i, _end(tree, closing + 1)
        while start and _is_name(tree, start - 1):
            start -= 1
        if start < i and closing + 1 < end:
            yield _Whole(start, end)


def _end(tree: Tree, start: int) -> int:
    """Where the words of a name from `start` on end, that the grammar holds together: "al-Haddad"."""
    end = particles_end(tree, start)
    if end == len(tree) or not _is_name(tree, end):
        return start
    end += 1
    while end < len(tree) and _is_name(tree, end) and tree[end].deprel == "flat":
        end += 1
    return end


def _is_name(tree: Tree, word: int) -> bool:
    return tree[word].upos == "PROPN" and tree[word].text[0].isupper()


def _may_be_person(tree: Tree, lexicon: Lexicon, name: _Whole) -> bool:
    """True if the annotator has some of it for a person's name, or the grammar has it for one name; and what stands
    around the nickname for nothing else."""
    near = [n for n in tree.sentence.names if n.start < name.end and name.start < n.end and lexicon.of_label(n.type)]
    people = [n for n in near if lexicon.names_person(n.type)]
    others = [n for n in near if n not in people and (n.start == name.start or tree[n.start - 1].text not in OPENING)]
    last = tree[name.end - 1]
    is_one = last.deprel == "flat" and last.head == name.start
    return (bool(people) or is_one) and not others


def _flat(tokens: tuple[Token, ...], words: range) -> tuple[Token, ...]:
    """The first of the words that hangs outside heads the others, and what hung on them."""
    head = next((w for w in words if tokens[w].head not in words or tokens[w].head == w), words[0])
    out = list(tokens)
    for i, token in enumerate(tokens):
        if i in words and i != head:
            out[i] = replace(token, head=head, deprel="flat")
        elif token.head in words and i != head:
            out[i] = replace(token, head=head)
    return tuple(out)
