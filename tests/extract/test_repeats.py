"""What a line says it says again where the article prints it again."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Document
from kg.read.article import compose

CAPTION = "President Omar Diop waves to a crowd in Thies."
TEXT = f"Diop returns to the north\n\n{CAPTION}\n{CAPTION}\n\nThe visit lasted two days, officials said in Dakar."


@pytest.fixture(scope="module")
def found(annotator, ontology):
    document = compose(TEXT, path="a.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    return extract(document, annotator.annotate(document, with_chains=True), ontology)


def test_a_repeated_line_is_read_once_and_known_twice(found):
    document: Document = found.document
    ((first, second),) = document.repeats
    assert first.of(TEXT) == second.of(TEXT) == CAPTION
    assert first in document.body
    assert second not in document.body


def test_a_mention_stands_in_both_copies(found):
    places = [m for m in found.mentions if m.text == "Thies"]
    assert len(places) == 2
    assert all(m.span.of(TEXT) == "Thies" for m in places)
    assert places[1].antecedent == places[0].id


def test_a_claim_rests_on_both_copies(found):
    spans = [s for r in found.relations for c in r.claims for s in c.spans]
    assert sum(s.of(TEXT) == CAPTION for s in spans) >= 2
