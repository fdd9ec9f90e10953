"""The two of them: "the two countries", "both leaders" mean the two that were just named."""

from collections.abc import Iterable, Sequence

from kg.extract.coreference.antecedents import identity, root
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import Kind, Mention

BOTH = ("both ", "the two ")
PAIR = 2


def meant(mentions: Mentions, tree: Tree, pair: Mention, before: Tree | None) -> Sequence[Mention]:
    """Two mentions: of the only two states, or people with a name, that its sentence names before it, or that sentence
    and the one before; else none. Of people it must say what office they hold."""
    noun, text = tree[pair.head].lemma.lower(), pair.text.lower()
    part = "state" if mentions.lexicon.is_a(pair.type, "state") else "person"
    is_pair = text.startswith(BOTH) and text.endswith(f" {tree[pair.head].text.lower()}")
    if not is_pair or _owned(mentions, tree, pair) or (part == "person" and not mentions.lexicon.is_office(noun)):
        return ()
    here = [m for m in mentions.inside(tree) if m.span.end <= pair.span.start]
    near = _told(mentions, here, part)
    if len(near) < PAIR and before is not None:
        near = _told(mentions, [*mentions.inside(before), *here], part)
    return near if len(near) == PAIR else ()


def _owned(mentions: Mentions, tree: Tree, pair: Mention) -> bool:
    """True of "the two Chadian leaders", who need not be those named."""
    return any(mentions.at.get((tree.sentence.index, c)) for c in tree.children(pair.head))


def _told(mentions: Mentions, found: Iterable[Mention], part: str) -> list[Mention]:
    """The last mention of each of this class that is named, in the order in which they are."""
    last: dict[str, Mention] = {}
    for mention in sorted(found, key=lambda m: m.span.start):
        first = root(mentions, mention.id)
        if first.kind not in {Kind.NOMINAL, Kind.PRONOUN} and mentions.lexicon.is_a(first.type, part):
            last[identity(mentions, mention.id)] = mention
    return list(last.values())
