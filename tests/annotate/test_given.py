"""Given CoNLL-U: sentences and words as they come, places in the text, errors with file and line."""

import pytest

from kg.annotate.given import read_conllu
from kg.errors import ReadError
from kg.model import Span


def rows(*words):
    """Lines of ten columns: of (id, form) or (id, form, misc)."""
    return "".join("\t".join((i, form, *"_" * 7, *(misc or ["_"]))) + "\n" for i, form, *misc in words)


def read(text):
    return read_conllu(text.encode(), "desk.conllu")


def forms(article):
    return [[form for _, form in s.words] for s in article.sentences]


def test_words_and_sentences_are_kept():
    (article,) = read(
        rows(("1", "Ships"), ("2", "sail"))
        + "\n"
        + rows(
            ("1", "Stop!"),
        )
        + "\n"
    )
    assert forms(article) == [["Ships", "sail"], ["Stop!"]]
    assert article.id == "desk.conllu"


def test_the_text_is_a_line_a_sentence_and_words_have_their_place_in_it():
    (article,) = read(
        rows(("1", "Ships"), ("2", "sail", "SpaceAfter=No"), ("3", "."))
        + "\n"
        + rows(
            ("1", "Stop"),
        )
    )
    assert article.text == "Ships sail.\nStop"
    assert all(span.of(article.text) == form for s in article.sentences for span, form in s.words)


def test_the_text_comment_says_where_space_is():
    (article,) = read("# text = Ships sail .\n" + rows(("1", "Ships"), ("2", "sail", "SpaceAfter=No"), ("3", ".")))
    assert article.text == "Ships sail ."


def test_words_written_together_have_their_part_of_it():
    (article,) = read(rows(("1-2", "don't", "SpaceAfter=No"), ("1", "do"), ("2", "n't"), ("3", ".")))
    sentence = article.sentences[0]
    assert article.text == "don't."
    assert [span for span, _ in sentence.words] == [Span(0, 2), Span(2, 5), Span(5, 6)]
    assert sentence.together == ((0, 2, Span(0, 5)),)


def test_words_that_are_no_part_of_what_is_written_have_all_of_it():
    (article,) = read(rows(("1-2", "au"), ("1", "à"), ("2", "le"), ("3", "port")))
    assert article.text == "au port"
    assert article.sentences[0].words[:2] == ((Span(0, 2), "à"), (Span(0, 2), "le"))


def test_empty_nodes_are_counted_and_left_out():
    (article,) = read(rows(("1", "Ada"), ("1.1", "sails"), ("2", "too")))
    assert forms(article) == [["Ada", "too"]]
    assert article.empty == 1


def test_documents_begin_at_newdoc():
    first, second = read(
        "# newdoc id = one\n"
        + rows(
            ("1", "A"),
        )
        + "\n# newdoc\n# sent_id = s9\n"
        + rows(
            ("1", "B"),
        )
    )
    assert (first.id, second.id) == ("one", "desk.conllu#2")
    assert second.sentences[0].id == "s9"


def test_byte_order_mark_and_windows_line_ends_are_no_part_of_the_words():
    (article,) = read_conllu(
        b"\xef\xbb\xbf"
        + rows(
            ("1", "Stop"),
        )
        .replace("\n", "\r\n")
        .encode(),
        "desk.conllu",
    )
    assert forms(article) == [["Stop"]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tShips\n", "desk.conllu:1: 2 columns; a word of CoNLL-U has 10"),
        (rows(("1", "Ships"), ("3", "sail")), "desk.conllu:2: '3' where word 2 should come"),
        (
            rows(
                ("x", "Ships"),
            ),
            "desk.conllu:1: 'x' where word 1 should come",
        ),
        (
            rows(
                ("1", " "),
            ),
            "desk.conllu:1: word 1 has no form",
        ),
        (rows(("2-3", "don't"), ("1", "do")), "desk.conllu:1: range 2-3 after word 0"),
        (rows(("1-3", "don't"), ("1", "do"), ("2-3", "n't"), ("2", "n"), ("3", "t")), "desk.conllu:3: range 2-3"),
        (rows(("1-3", "don't"), ("1", "do")), "desk.conllu:1: the sentence ends before word 3"),
        (
            "# text = Ships\n"
            + rows(
                ("1", "Boats"),
            ),
            "desk.conllu:2: 'Boats' is not what `# text` goes on with, 'Ships'",
        ),
        (
            "# text = Ships sail\n"
            + rows(
                ("1", "Ships"),
            ),
            "desk.conllu:2: `# text` goes on after the last word: 'sail'",
        ),
        ("# sent_id = 1\n\n", "desk.conllu:1: comments without a word"),
        ("\n \n", "desk.conllu: no sentence in it"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text, message):
    with pytest.raises(ReadError) as error:
        read(text)
    assert str(error.value).startswith(message)


def test_other_encodings_are_said_with_their_line():
    with pytest.raises(ReadError, match=r"desk\.conllu:2: not UTF-8"):
        read_conllu(
            rows(
                ("1", "Ships"),
            ).encode()
            + b"2\t\xff\n",
            "desk.conllu",
        )
