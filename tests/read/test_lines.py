from hypothesis import given
from hypothesis import strategies as st

from kg.read.lines import lines

WRAPPED = """The harbour of the island was closed for the third
day in a row after a storm had torn the ferry from
its ropes, the company that runs it said in a short
note, and it added that nobody had been on board.

A second paragraph of the same report begins here and
goes on for a while, as such paragraphs do.
"""


def test_lines_point_at_the_text_without_white_space() -> None:
    text = "  One \r\n\r\n\tTwo\u2028Three\n"
    assert [line.text for line in lines(text)] == ["One", "Two", "Three"]


def test_invisible_marks_at_the_ends_are_left_out() -> None:
    assert [line.text for line in lines("\ufeffNews\u200b\n\u200b\n")] == ["News"]


def test_hard_wrapped_paragraphs_are_one_line_each() -> None:
    assert [line.text[:10] for line in lines(WRAPPED)] == ["The harbou", "A second p"]


def test_list_items_are_not_joined() -> None:
    assert len(lines(WRAPPED + "\n- one thing that is needed in the harbour today\n- another thing\n")) == 4


def test_paragraphs_on_single_lines_are_not_joined() -> None:
    text = "The council met on Monday in the old town hall.\nIt did not decide anything at all.\n" * 3
    assert len(lines(text)) == 6


@given(st.text(alphabet=st.sampled_from("aB .\n\r\t\u2028\ufeff\u200b\u0301#-é😀"), max_size=200))
def test_lines_are_in_the_text_ordered_disjoint_and_stripped(text: str) -> None:
    last = 0
    for line in lines(text):
        assert last <= line.span.start < line.span.end <= len(text)
        assert line.span.of(text) == line.text == line.text.strip()
        last = line.span.end
