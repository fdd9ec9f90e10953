"""What the words around a trigger say of it: who tells of it, and how firmly."""

from dataclasses import dataclass, field

from kg.model import Mention, Modality, Span


@dataclass(slots=True)
class Voice:
    """What the words around a trigger say about its source and firmness."""

    sources: list[Mention] = field(default_factory=list)
    via: Mention | None = None
    carrier: Mention | None = None
    """The source, if it is one that may only carry the words of another."""
    cue: str | None = None
    hedges: list[Span] = field(default_factory=list)
    """Where the words that make it planned, uncertain or denied stand."""
    verb: int | None = None
    """The reporting verb, as a word of the sentence."""
    is_reported: bool = False
    """True if somebody the article does not identify says so: "he said" with nobody to point to."""
    denied: bool = False
    is_undone: bool = False
    """True if it was denied because it was not achieved: "failed to leave"."""
    planned: bool = False
    speculative: bool = False
    hypothetical: bool = False
    quote: str | None = None

    @property
    def modality(self) -> Modality:
        if self.denied:
            return Modality.DENIED
        if self.planned:
            return Modality.PLANNED
        if self.speculative:
            return Modality.SPECULATIVE
        return Modality.REPORTED if self.sources or self.is_reported else Modality.ASSERTED
