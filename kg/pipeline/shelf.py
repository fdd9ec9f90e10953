"""What a folder's store holds; some of it can be taken down while an article is read."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

from kg.memory import collector_at_rest
from kg.model import DocumentId, Extraction
from kg.pipeline import recipe
from kg.store import Store


class Shelf:
    """The extractions of a store; to be closed where some are taken down ahead."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rest = ExitStack()
        self._ahead: dict[str, Extraction] = {}
        """By fingerprint, which stays what it is whatever becomes of the store meanwhile."""

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self._rest.close()

    def take_ahead(self) -> Iterator[None]:
        """Take down what is stored now, an article at every step.

        The collector rests until the shelf is closed: it would search all that at the next chance.
        """
        self._rest.enter_context(collector_at_rest())
        for _, _, hash_ in self._store.held(recipe.extractor()):
            self._ahead[hash_] = self._store.extraction(hash_, recipe.extractor())
            yield

    def take(self) -> list[Extraction]:
        """One extraction per text, that of the path that sorts first. Nothing of it is kept here."""
        first: dict[DocumentId, tuple[str, str]] = {}
        for path, id_, hash_ in self._store.held(recipe.extractor()):
            first.setdefault(id_, (path, hash_))
        ahead, self._ahead = self._ahead, {}
        found = (
            (path, ahead.get(hash_) or self._store.extraction(hash_, recipe.extractor()))
            for path, hash_ in first.values()
        )
        return [replace(e, document=replace(e.document, path=path)) for path, e in found]
