"""The words that mentions are known by."""

import pytest

from kg.extract.lexicon import Lexicon, lexicon
from kg.ontology import Ontology


@pytest.fixture(scope="session")
def words(ontology: Ontology) -> Lexicon:
    return lexicon(ontology)
