"""Words said that are told of twice: "he sent greetings on Saturday ... he sent the greetings a day after ..."."""

from collections.abc import Mapping, Sequence

from kg.extract.coreference.antecedents import identity
from kg.extract.frames import Match
from kg.extract.mentions import Mentions
from kg.extract.tree import Tree
from kg.model import EventId

Who = Mapping[str, set[str]]
"""Role -> those in it."""


class Retold:
    """Remembers what was said in an article, by class and noun, to find it where it is told of again."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._said: list[tuple[str, str, Who, EventId]] = []

    def remember(self, tree: Tree, events: Sequence[tuple[EventId, Match]]) -> None:
        said = [(id_, m) for id_, m in events if m.type.is_communication and tree[m.trigger].upos == "NOUN"]
        self._said += [(m.type.name, tree[m.trigger].lemma, self._who(m), id_) for id_, m in said]

    def find(self, tree: Tree, matches: Sequence[Match]) -> dict[int, EventId]:
        """Trigger -> the earlier event that it names again: the same noun, the same people as far as both tell."""
        found = {m.trigger: self._earlier(tree, m) for m in matches if m.type.is_communication}
        return {trigger: id_ for trigger, id_ in found.items() if id_ is not None}

    def _earlier(self, tree: Tree, match: Match) -> EventId | None:
        mine = self._who(match)
        for type_, noun, theirs, id_ in reversed(self._said):
            both = mine.keys() & theirs.keys()
            if (type_, noun) == (match.type.name, tree[match.trigger].lemma) and both:
                return id_ if all(mine[r] & theirs[r] for r in both) else None
        return None

    def _who(self, match: Match) -> Who:
        out: dict[str, set[str]] = {}
        for role, filler in match.roles:
            out.setdefault(role, set()).add(identity(self.mentions, filler.mention.id))
        return out
