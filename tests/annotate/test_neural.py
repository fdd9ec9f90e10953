"""Annotator: literal offsets, whole sentences, trees with one root, the same parse every time."""

import dataclasses
import itertools
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate.neural import LONGEST, Found, join, parse_text, relation, segment
from kg.annotate.windows import POSITIONS, Pieces
from kg.model import Document, DocumentId, NamedSpan, Span
from kg.text import words

ARTICLE = """Coast guard tows ferry into Valmora

VALMORA, May 2 — The coast guard towed a ferry with 300 passengers into the port of Valmora on Thursday.
“Nobody was hurt,” said Captain Lena Ortiz, who didn't leave the bridge for 19 hours.
The owner, Baltic Lines Ltd., will pay for the café’s ruined stock 😀. Norway's navy sent a ship too!
"""
LONG = "The mayor named " + ", ".join(f"street {i} and square {i}" for i in range(90)) + " in her speech."


@pytest.fixture(scope="module")
def parse(annotator):
    return parse_text(annotator, ARTICLE)


@pytest.fixture(scope="module")
def long(annotator):
    return parse_text(annotator, LONG)


def tokens(parse):
    return [t for s in parse.sentences for t in s.tokens]


def test_offsets_are_literal(parse):
    assert all(t.span.of(ARTICLE) == t.text for t in tokens(parse))


def test_every_word_is_read_once_in_order(parse):
    read = [t.span for t in tokens(parse)]
    assert read == sorted(set(read))
    assert "".join(t.text for t in tokens(parse)) == "".join(ARTICLE.split())


def test_sentences_are_numbered_and_span_their_words(parse):
    assert [s.index for s in parse.sentences] == list(range(len(parse.sentences)))
    assert all((s.span.start, s.span.end) == (s.tokens[0].span.start, s.tokens[-1].span.end) for s in parse.sentences)


def test_every_sentence_has_one_root_that_all_words_lead_to(parse):
    for sentence in parse.sentences:
        heads = [t.head for t in sentence.tokens]
        assert [t.deprel == "root" for t in sentence.tokens] == [h == i for i, h in enumerate(heads)]
        assert sum(h == i for i, h in enumerate(heads)) == 1
        for i in range(len(heads)):
            for _ in heads:
                i = heads[i]
            assert heads[i] == i


def test_names_lie_in_their_sentence_and_have_a_probability(parse):
    for sentence in parse.sentences:
        assert all(0 <= n.start < n.end <= len(sentence.tokens) and 0 < n.score <= 1 for n in sentence.names)


def test_plain_names_are_found(parse):
    ends = [(s.tokens[n.start].span.start, s.tokens[n.end - 1].span.end) for s in parse.sentences for n in s.names]
    names = [ARTICLE[a:b] for a, b in ends]
    assert any("Lena Ortiz" in name for name in names)
    assert any("Valmora" in name for name in names)


def test_the_parse_is_the_same_every_time(annotator, parse):
    assert parse_text(annotator, ARTICLE) == parse


def test_only_the_body_is_read(annotator, document):
    article = document(ARTICLE)
    article = dataclasses.replace(article, body=article.body[:1])
    assert [t.text for t in tokens(annotator.annotate(article))] == ARTICLE.splitlines()[0].split()


def test_an_empty_body_gives_an_empty_parse(annotator, document):
    assert annotator.annotate(document("")).sentences == ()


def test_a_body_without_words_gives_an_empty_parse(annotator):
    assert parse_text(annotator, " \n\u00a0 ").sentences == ()


def test_no_sentences_are_found_in_no_sentences(annotator):
    assert annotator.parse([]) == []


def is_seen(sign):
    return not sign.isspace() and unicodedata.category(sign) != "Cf"


@pytest.mark.parametrize("text", ["😀", "é", "\u200b", "a" * 3000, "漢字かな", "…", "- - -", "No."])
def test_odd_texts_are_read(annotator, text):
    assert "".join(t.text for t in tokens(parse_text(annotator, text))) == "".join(filter(is_seen, text))


NEWS = st.sampled_from(
    ["Valmora", "sank", "Gen.", "Dec. 31", "U.S.", "cafe\u0301", "co\u00adoperate", "😀", "👩\u200d🚒", "漢字", "“We",
     "won”", "1,200.50", "didn't", "—", "N'Djamena", "\ufeff", "\u200b", "...", "https://desk.test/a?b", "A" * 60]
)  # fmt: skip
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\n\n", "\u00a0", "\t", "\u2028", ". ", "", "\x0c", "\x85"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NEWS, GAPS), max_size=25))
def test_offsets_are_literal_and_complete_in_any_text(annotator, parts):
    text = "".join(word + gap for word, gap in parts)
    spans = [t.span for t in tokens(parse_text(annotator, text))]
    assert all(t.span.of(text) == t.text for t in tokens(parse_text(annotator, text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert not any(is_seen(text[i]) for i in range(len(text)) if i not in covered)


# ---------------------------------------------------------------- given words


def test_given_words_are_kept_as_they_are(annotator):
    rows = [[(Span(0, 8), "New York"), (Span(9, 14), "slept")], [(Span(15, 16), "漢")]]
    sentences = annotator.annotate_words(DocumentId("d"), rows).sentences
    assert [[(t.span, t.text) for t in s.tokens] for s in sentences] == rows


def test_states_have_a_row_for_every_word(annotator):
    sentences, states = annotator.states([[(Span(0, 1), "a"), (Span(2, 3), "b")], [(Span(4, 5), "c")]])
    assert len(states) == sum(len(s.tokens) for s in sentences) == 3
    assert annotator.states([])[0] == ()


def test_types_of_spans_have_a_type_of_entity(annotator):
    assert list(annotator.entity_types) == annotator.types


# ---------------------------------------------------------------- long sentences


def test_every_word_of_a_long_sentence_is_read(long):
    assert [t.span for t in tokens(long)] == [Span(a, b) for a, b in words(LONG)]
    assert len(tokens(long)) > LONGEST


def test_a_long_sentence_comes_in_parts_of_bearable_length(long):
    assert all(len(s.tokens) <= LONGEST for s in long.sentences)


def test_a_long_sentence_is_cut_at_punctuation():
    first = next(iter(segment(LONG, Span(0, len(LONG)))))
    assert first[-1].of(LONG) == ","


def test_a_long_sentence_without_punctuation_is_cut_at_the_limit():
    text = "word " * (LONGEST + 5)
    assert [len(row) for row in segment(text, Span(0, len(text)))] == [LONGEST, 5]


def test_a_sentence_of_more_pieces_than_the_encoder_takes_in_is_read_to_its_end(annotator):
    forms = ["Valmora", "sent", "ships", ":", *["Qxzjvkwqpyt"] * 120, "and", "Norway", "."]
    assert sum(len(Pieces(annotator._weights.tokenizer)(w)) for w in forms) > POSITIONS
    found = annotator.parse([forms])[0]
    assert [len(x) for x in (found.upos, found.lemma, found.heads, found.relations)] == [len(forms)] * 4
    assert found.relations.count("root") == 1
    assert found.upos[-1] == "PUNCT"


def test_the_states_of_a_sentence_read_in_parts_are_all_there(annotator):
    forms = ["Qxzjvkwqpyt"] * 120
    assert len(annotator.parse([forms], with_words=True)[0].words) == len(forms)


def test_parts_of_a_sentence_hang_together():
    name = NamedSpan(0, 1, "Person", 0.9)
    first = Found(["NOUN", "VERB"], ["NN", "VBD"], ["dog", "bark"], [1, 1], ["nsubj", "root"], [])
    second = Found(["PROPN", "VERB"], ["NNP", "VBD"], ["Ada", "laugh"], [1, 1], ["nsubj", "root"], [name])
    whole = join([first, second])
    assert whole.heads == [1, 1, 3, 1]
    assert whole.relations == ["nsubj", "root", "nsubj", "parataxis"]
    assert whole.spans == [NamedSpan(2, 3, "Person", 0.9)]


def test_no_word_but_the_root_is_called_root():
    assert relation("root", is_root=False) == "parataxis"
    assert relation("nsubj", is_root=True) == "root"


@pytest.mark.parametrize("lead", ["VALMORA, Aug. 3, 2005 - ", "VALMORA, Fla. (AP) — "])
def test_a_dateline_is_no_part_of_the_first_sentence(annotator, lead):
    text = lead + "A ferry sank on Tuesday."
    body = (Span(0, len(text)),)
    document = Document(DocumentId("d"), text, sha256="0" * 64, path="d", body=body, dateline=Span(0, 7))
    assert annotator.annotate(document).sentences[-1].span.start == len(lead)
