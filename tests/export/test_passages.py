"""Passages: the sentence around a claim's words, cut where mentions and the words begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from kg.export.passages import Passages
from kg.graph import Graph
from kg.model import Document, DocumentId, EntityId, Kind, Mention, MentionId, Span

TEXT = "Rain fell. The mayor of Osk met Ann Roe. They left."
DOC = DocumentId("doc-1")


def mention(start: int, end: int) -> Mention:
    return Mention(MentionId(f"{start}-{end}"), DOC, Span(start, end), "", "Person", Kind.NAME, 0.9, 0, 0)


def passages(text: str, *mentions: Mention) -> Passages:
    refers = {m.id: EntityId(str(m.id)) for m in mentions}
    graph = Graph([Document(DOC, text, "0" * 64, "a.txt")], mentions, refers_to=refers)
    return Passages(graph, {str(m.id): n for n, m in enumerate(mentions)})


def test_a_passage_is_the_whole_sentence() -> None:
    found = passages(TEXT)
    assert found.found[found.number(DOC, Span(28, 31))] == [
        ["The mayor of Osk ", None, 0],
        ["met", None, 1],
        [" Ann Roe.", None, 0],
    ]


def test_mentions_are_marked_with_their_node_and_the_outer_one_wins() -> None:
    found = passages(TEXT, mention(24, 27), mention(11, 27), mention(32, 39))
    (passage,) = [found.found[found.number(DOC, Span(11, 40))]]
    assert passage == [["The mayor of Osk", 1, 1], [" met ", None, 1], ["Ann Roe", 2, 1], [".", None, 1]]


def test_words_across_sentences_bring_both() -> None:
    found = passages(TEXT)
    assert "".join(str(p[0]) for p in found.found[found.number(DOC, Span(5, 20))]) == TEXT[:40]


def test_a_passage_is_kept_once() -> None:
    found = passages(TEXT)
    assert found.number(DOC, Span(0, 4)) == found.number(DOC, Span(0, 4)) == 0


def test_a_sentence_without_end_shows_the_words_alone() -> None:
    found = passages("word " * 500)
    assert found.found[found.number(DOC, Span(5, 9))] == [["word", None, 1]]


@given(st.text("ab. \n\u2028", min_size=1, max_size=60), st.data())
def test_the_claims_words_are_always_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = passages(text, mention(0, len(text)))
    parts = found.found[found.number(DOC, span)]
    assert "".join(str(words) for words, _, inside in parts if inside) == span.of(text)
