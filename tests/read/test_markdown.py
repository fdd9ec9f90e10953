import datetime as dt

from kg.read.markdown import read_markdown


def seen(text: str) -> list[str]:
    _, found = read_markdown(text)
    assert all(line.span.of(text) == line.text for line in found)
    return [line.text for line in found]


def test_front_matter_is_metadata_and_not_read() -> None:
    fields = "title: Storm closes harbour\ndate: 2021-03-03\nauthor: [Jane Roe, Ali Doe]\nsource: Harbour Post"
    text = f"---\n{fields}\n---\nNo ferry left.\n"
    given, found = read_markdown(text)
    assert [line.text for line in found] == ["No ferry left."]
    assert (given.title, given.published) == ("Storm closes harbour", dt.date(2021, 3, 3))
    assert (given.source, given.byline) == ("Harbour Post", "Jane Roe, Ali Doe")


def test_front_matter_that_is_no_yaml_is_text() -> None:
    assert seen("---\n: : [\n---\nNo ferry left.\n") == [": : [", "No ferry left."]


def test_the_first_heading_is_the_title() -> None:
    assert read_markdown("# Storm closes harbour #\n\nNo ferry left.\n")[0].title == "Storm closes harbour"


def test_marks_around_a_line_are_left_out() -> None:
    text = "# Title #\n\n- one\n  * [x] two\n3. three\n> > four\n**five**\n[six](http://x.example)\n| seven | eight |\n"
    assert seen(text) == ["Title", "one", "two", "three", "four", "five", "six", "seven | eight"]


def test_marks_inside_a_line_stay() -> None:
    assert seen("No *ferry* left [the pier](x), the firm said.") == ["No *ferry* left [the pier](x), the firm said."]


def test_lines_without_words_are_left_out() -> None:
    text = "Title\n=====\n\n---\n\n| - | :-: |\n[1]: http://x.example\n<!-- hidden -->\n<br>\n```\ncode\n```\nEnd.\n"
    assert seen(text) == ["Title", "End."]


def test_a_picture_is_read_by_its_caption() -> None:
    assert seen("![A ferry at the pier](ferry.jpg)") == ["A ferry at the pier"]


def test_wrapped_paragraphs_keep_headings_and_items_apart() -> None:
    text = (
        "# A heading that is long enough to be a whole line\n"
        "The harbour of the island was closed for the third\nday in a row after a storm had torn the ferry from\n"
        "its ropes, the company that runs it said in a short\nnote, and it added that nobody had been on board.\n"
        "- one thing that is needed in the harbour today now\n"
    )
    assert [line[:11] for line in seen(text)] == ["A heading t", "The harbour", "one thing t"]
