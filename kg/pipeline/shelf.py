"""What a folder's store holds, as resolving wants it; some of it can be taken down while an article is read."""

from collections.abc import Iterator
from dataclasses import replace

from kg.memory import collector_at_rest
from kg.model import DocumentId, Extraction
from kg.ontology import load
from kg.pipeline import recipe
from kg.resolve.clusters import Cluster
from kg.resolve.local import Local
from kg.store import Store

Clusters = dict[DocumentId, list[Cluster]]


class Shelf:
    """The extractions of a store, and who is who inside the articles that were taken down ahead of time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ahead: dict[str, tuple[Extraction, list[Cluster]]] = {}
        """By fingerprint, which stays what it is whatever becomes of the store meanwhile."""

    def take_ahead(self) -> Iterator[None]:
        """Take down what is stored now, an article at every step."""
        with collector_at_rest():
            for _, _, hash_ in self._store.held(recipe.extractor()):
                found = self._store.extraction(hash_, recipe.extractor())
                self._ahead[hash_] = (found, Local(found, load()).clusters())
                yield

    def take(self) -> tuple[list[Extraction], Clusters]:
        """One extraction per text, that of the path that sorts first, and the clusters that are known already.

        Nothing of it is kept here.
        """
        first: dict[DocumentId, tuple[str, str]] = {}
        for path, id_, hash_ in self._store.held(recipe.extractor()):
            first.setdefault(id_, (path, hash_))
        ahead, self._ahead = self._ahead, {}
        known = {id_: ahead[hash_][1] for id_, (_, hash_) in first.items() if hash_ in ahead}
        found = (
            (path, ahead[hash_][0] if hash_ in ahead else self._store.extraction(hash_, recipe.extractor()))
            for path, hash_ in first.values()
        )
        return [replace(e, document=replace(e.document, path=path)) for path, e in found], known
