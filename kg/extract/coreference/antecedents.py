"""What a mention goes back to, mention by mention."""

from collections import Counter
from collections.abc import Iterator

from kg import places
from kg.extract.mentions import Mentions
from kg.model import Kind, Mention, MentionId


def chain(mentions: Mentions, key: MentionId) -> Iterator[Mention]:
    """A mention and what it stands for, mention by mention."""
    seen: set[MentionId] = set()
    at: MentionId | None = key
    while at is not None and at not in seen:
        seen.add(at)
        yield mentions[at]
        at = mentions[at].antecedent


def root(mentions: Mentions, key: MentionId) -> Mention:
    """The first mention of a chain of antecedents."""
    return list(chain(mentions, key))[-1]


def identity(mentions: Mentions, key: MentionId) -> str:
    """What tells the thing of a mention from the others of its article: a state's code, a name, or where it is first
    described. A surname is the full name given most often before it."""
    first = root(mentions, key)
    if mentions.lexicon.is_a(first.type, "state"):
        return code(first)
    return _fullest(mentions, first) if first.kind is Kind.NAME else first.id


def _fullest(mentions: Mentions, name: Mention) -> str:
    words = name.text.split()
    before = (m for m in mentions.all.values() if m.kind is Kind.NAME and m.span.start < name.span.start)
    longer = [m.text for m in before if len(m.text) > len(name.text)]
    fuller = Counter(t for t in longer if words in (t.split()[: len(words)], t.split()[-len(words) :]))
    is_person = mentions.lexicon.is_a(name.type, "person")
    return min(fuller, key=lambda text: (-fuller[text], text)) if fuller and is_person else name.text


def code(state: Mention) -> str:
    """The code of the state that a mention names; its words if the reference data does not know it."""
    found = places.demonym(state.text) or places.state(state.text) or places.capital_of(state.text)
    return found.code if found else state.text
