"""CoNLL-U: ten columns, the text spelled by its words, offsets in the article, brackets that can be read back."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate.conllu import Article, Writer
from kg.annotate.given import read_conllu
from kg.annotate.neural import parse_text
from kg.model import DocumentId

TEXT = """Coast guard tows ferry

VALMORA, May 2 — Captain Lena Ortiz  didn't leave the cafe\u0301 😀. “We won,” she said.
The U.S. Navy\u00a0praised her crew (and Ortiz)."""
TYPES = ("person", "place", "organization", "animal", "plant", "object", "substance", "time", "number", "abstract")
ETYPE = re.compile(rf"\((e\d+)-((?:{'|'.join(TYPES)}|event|other)?)-([1-9]\d*)(?:-[^()\s|-]+)?(\)?)")
ODD = "\u00a0\u00ad\u200d\u0301\u2028\ufeff\r\n\t '’\"“”.,!?…-–—()$&/😀👩\u200d🚒éßЖ漢字عA1"


def written(annotator, text, name="desk.txt"):
    parse = parse_text(annotator, text, with_chains=True)
    return list(Writer(annotator.entity_types).lines(Article(name, text, parse)))


def sentences(lines):
    """Comments and rows of each sentence."""
    blocks = "\n".join(lines).strip("\n").split("\n\n") if lines else []
    rows = [[x for x in block.split("\n") if not x.startswith("#")] for block in blocks]
    comments = [dict(x[2:].split(" = ", 1) for x in block.split("\n") if x.startswith("#")) for block in blocks]
    return list(zip(comments, [[r.split("\t") for r in each] for each in rows], strict=True))


def misc(row):
    return dict(x.split("=", 1) for x in row[9].split("|")) if row[9] != "_" else {}


@pytest.fixture(scope="module")
def lines(annotator):
    return written(annotator, TEXT)


@pytest.fixture(scope="module")
def read(lines):
    return sentences(lines)


def test_rows_have_ten_columns_and_none_is_empty(read):
    assert all(len(row) == 10 and all(row) for _, rows in read for row in rows)


def test_words_are_numbered_from_one_and_heads_lie_in_the_sentence(read):
    for _, rows in read:
        assert [row[0] for row in rows] == [str(i) for i in range(1, len(rows) + 1)]
        assert all(0 <= int(row[6]) <= len(rows) and row[6] != row[0] for row in rows)
        assert [row[7] for row in rows if row[6] == "0"] == ["root"]


def test_the_text_is_what_the_words_spell(read):
    for comments, rows in read:
        spelled = "".join(row[1] + " " * ("SpaceAfter" not in misc(row)) for row in rows)
        assert comments["text"] == spelled.rstrip()


def test_ranges_point_into_the_article(read):
    for row in (row for _, rows in read for row in rows):
        start, end = map(int, misc(row)["TokenRange"].split(":"))
        assert unicodedata.normalize("NFC", TEXT[start:end]) == row[1]


def test_forms_are_composed_as_universal_dependencies_asks(read):
    assert "café" in [row[1] for _, rows in read for row in rows]
    assert "cafe\u0301" in TEXT


def test_the_first_sentence_says_whose_it_is_and_what_brackets_hold(lines):
    assert lines[:2] == ["# newdoc id = desk.txt", "# global.Entity = eid-etype-head-other"]


def test_sentences_have_names_of_their_own_without_slash(read):
    names = [comments["sent_id"] for comments, _ in read]
    assert len(set(names)) == len(names)
    assert not any("/" in name for name in names)


def check_brackets(read):
    """Every bracket is opened and closed in its sentence, its head inside, its entity of one type."""
    types = {}
    for _, rows in read:
        opened = []
        for place, row in enumerate(rows):
            rest = misc(row).get("Entity", "")
            while rest:
                if found := ETYPE.match(rest):
                    entity, type_, head, closes = found.groups()
                    assert types.setdefault(entity, type_) == type_
                    opened.append((entity, place, int(head)))
                    closing = entity if closes else None
                else:
                    found = re.match(r"(e\d+)\)", rest)
                    assert found, rest
                    closing = found[1]
                if closing:
                    at = max(i for i, (entity, _, _) in enumerate(opened) if entity == closing)
                    _, start, head = opened.pop(at)
                    assert head <= place - start + 1
                rest = rest[found.end() :]
        assert opened == []


def test_brackets_can_be_read(read):
    check_brackets(read)
    assert any("Entity" in misc(row) for _, rows in read for row in rows)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60, deadline=None
)
@given(
    text=st.one_of(
        st.text(max_size=80), st.text(alphabet=ODD, max_size=80), st.text(alphabet="aB1. '’-U.S\n\"", max_size=80)
    )
)
def test_any_text_is_written_in_the_format(annotator, text):
    read = sentences(written(annotator, text))
    check_brackets(read)
    for comments, rows in read:
        assert comments["text"] == comments["text"].strip()
        for row in rows:
            assert len(row) == 10
            start, end = map(int, misc(row)["TokenRange"].split(":"))
            assert unicodedata.normalize("NFC", text[start:end]) == row[1]


def test_what_was_written_is_read_back_as_given(annotator, lines):
    (article,) = read_conllu("\n".join(lines).encode(), "desk.conllu")
    assert article.id == "desk.txt"
    assert [[form for _, form in s.words] for s in article.sentences] == [
        [r[1] for r in rows] for _, rows in sentences(lines)
    ]


def test_given_words_come_out_as_they_went_in(annotator):
    source = (
        "# newdoc id = one/two\n# sent_id = s1\n"
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tNew York\t_\t_\t_\t_\t_\t_\t_\t_\n"
    )
    (given_,) = read_conllu(source.encode(), "desk.conllu")
    parse = annotator.annotate_words(DocumentId("one-two"), [s.words for s in given_.sentences], with_chains=True)
    lines = list(Writer(annotator.entity_types).lines(Article(given_.id, given_.text, parse, tuple(given_.sentences))))
    (first, rows), (second, more) = sentences(lines)
    assert [row[:2] for row in rows] == [["1-2", "don't"], ["1", "do"], ["2", "n't"], ["3", "."]]
    assert [misc(row).get("SpaceAfter") for row in rows] == ["No", None, None, None]
    assert (first["sent_id"], first["text"], second["sent_id"]) == ("s1", "don't.", "one-two-2")
    assert [row[1] for row in more] == ["New York"]


def test_articles_without_a_word_are_counted(annotator):
    writer = Writer(annotator.entity_types)
    parse = parse_text(annotator, "")
    assert list(writer.lines(Article("a", "", parse))) == []
    assert (writer.articles, writer.sentences, writer.words, writer.chains) == (1, 0, 0, 0)
