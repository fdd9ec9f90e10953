"""What is found at a word: an event's frame, and the words that fill its roles."""

from dataclasses import dataclass

from kg.model import Mention
from kg.ontology import EventType, Frame


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that fills a role, and the mention it stands for."""

    word: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found at a word: role -> fillers, in order of the text."""

    type: EventType
    frame: Frame
    trigger: int
    roles: tuple[tuple[str, Filler], ...]
    absorbed: frozenset[int] = frozenset()
    """Words that tell of it together with the trigger ("came under attack")."""
    saying: int | None = None
    """The verb that governs what is said, where that is not the trigger: "said" of "said in a speech"."""

    @property
    def verb(self) -> int:
        """The word that governs what is said, and says how firmly."""
        return self.trigger if self.saying is None else self.saying

    def fillers(self, role: str) -> list[Filler]:
        return [f for r, f in self.roles if r == role]
