"""Extractions without an annotator: any that the nouns allow, and empty ones of a given text."""

import datetime as dt
import hashlib

import pytest
from hypothesis import strategies as st

from kg import model
from kg.model import Document, DocumentId, Extraction, Span

words = st.text(max_size=8)
numbers = st.integers(-(2**40), 2**40)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
spans = st.builds(Span, numbers, numbers)
amounts = st.none() | numbers | st.floats(allow_nan=False, allow_infinity=False)


def tuples(of):
    return st.lists(of, max_size=3).map(tuple)


documents = st.builds(
    Document, words, words, words, words, tuples(spans), tuples(st.tuples(spans, spans)), *[st.none() | words] * 5,
    st.none() | spans, st.none() | days, st.none() | days, st.none() | st.sampled_from(model.Basis), words,
)  # fmt: skip
mentions = st.builds(
    model.Mention, words, words, spans, words, words, st.sampled_from(model.Kind), st.floats(0, 1), numbers, numbers,
    st.none() | words, st.none() | words,
)  # fmt: skip
claims = st.builds(
    model.Claim, words, tuples(spans), st.sampled_from(model.Modality), tuples(words), *[st.none() | words] * 4,
    st.none() | days, st.floats(0, 1), words,
)  # fmt: skip
relations = st.builds(model.Relation, words, words, words | st.builds(model.Literal, words), tuples(claims))
quantities = st.builds(
    model.Quantity, words, st.sampled_from(model.Bound), amounts, amounts, amounts, st.none() | words, st.none() | spans
)
times = st.builds(
    model.TimeBounds, *[st.none() | days] * 4, st.none() | words, st.sampled_from(model.Granularity),
    st.sampled_from(model.Basis), st.none() | words,
)  # fmt: skip
events = st.builds(
    model.Event, words, words, spans, tuples(st.builds(model.Role, words, words, tuples(claims))), tuples(claims),
    tuples(st.builds(model.Count, words, quantities, tuples(claims))), times, st.none() | words, tuples(words),
    st.none() | words, tuples(st.tuples(words, words)),
)  # fmt: skip


@pytest.fixture(scope="session")
def extractions():
    """A strategy for any extraction at all."""
    return st.builds(
        Extraction, documents, tuples(mentions), tuples(relations), tuples(events), tuples(spans), tuples(spans)
    )


@pytest.fixture(scope="session")
def article():
    """Makes the extraction of a text in which nothing was found."""

    def make(text: str, path: str) -> Extraction:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Extraction(Document(DocumentId(f"doc-{digest[:12]}"), text, digest, path), (), (), ())

    return make
