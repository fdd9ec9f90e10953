import pytest

from kg.errors import ReadError
from kg.read.page import read_page

ONE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
TWO = "The mayor asked the navy for help, and the navy sent a grey boat that could carry forty people."
THREE = "Storms of this kind come once in ten years, said a woman who has kept the light since her youth."
PAGE = """<!doctype html><html lang="en"><head><title>Storm closes harbour for days | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Storm closes harbour for days</h1>{head}<p>{one}</p>{middle}<p>{two}</p><p>{three}</p>{end}</article>
<footer><p>Harbour Post is a member of the press council of the islands and their towns.</p></footer>
<script>var p = "<p>not text</p>";</script></body></html>"""


def text(head: str = "", middle: str = "", end: str = "") -> list[str]:
    page = PAGE.format(head=head, middle=middle, end=end, one=ONE, two=TWO, three=THREE)
    return read_page(page)[0].rstrip("\n").split("\n\n")


PLAIN = ["Storm closes harbour for days", ONE, TWO, THREE]


def test_the_text_is_the_headline_and_the_paragraphs() -> None:
    assert text() == PLAIN


def test_standfirst_byline_and_date_stand_before_the_text() -> None:
    head = (
        "<h2>The island waits for the navy and its grey boat</h2><div>By Jane Roe</div>"
        "<div class='share'>Share this</div><time>March 3, 2021</time><p>March 3, 2021</p>"
    )
    assert text(head=head) == [
        PLAIN[0],
        "The island waits for the navy and its grey boat",
        "By Jane Roe",
        "March 3, 2021",
        *PLAIN[1:],
    ]


def test_a_caption_stands_where_its_picture_stands() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The grey boat at the pier of the island</figcaption></figure>"
    assert text(middle=figure) == [*PLAIN[:2], "The grey boat at the pier of the island", *PLAIN[2:]]


def test_a_caption_needs_no_figure() -> None:
    box = "<div class='pic'><div><img src='a.jpg'></div><h4>The grey boat at the pier of the island</h4></div>"
    assert text(middle=box) == [*PLAIN[:2], "The grey boat at the pier of the island", *PLAIN[2:]]


def test_the_title_of_another_video_is_no_caption() -> None:
    video = "<img src='a.jpg'><figcaption>A dog swims to the pier of the island</figcaption>"
    assert text(middle=f"<figure class='c-video'>{video}</figure>") == PLAIN


def test_links_to_other_articles_are_left_out() -> None:
    card = "<div><img src='b.jpg'><h3>Ferry firm to be sold</h3><p>A bank wants the ferry firm of the isles</p></div>"
    link = "<p><a href='/3'>Ferry firm of the island to be sold</a></p>"
    assert text(middle=link, end=f"<a href='/2'>{card}</a>") == PLAIN


def test_a_related_section_is_left_out() -> None:
    box = f"<div><h3>You might also like</h3><ul><li>Ferry firm to be sold to a bank</li></ul><p>{ONE[::-1]}</p></div>"
    assert text(end=box) == PLAIN


def test_comments_are_left_out() -> None:
    assert text(end="<div id='comments'><h3>Comments</h3><p>I was there and I saw the boat go down.</p></div>") == PLAIN


def test_white_space_is_collapsed_and_nothing_else_changed() -> None:
    odd = "Co\u00adoperate “now”,\n   e\u0301 \U0001f600 &amp; so&nbsp;on, wrote the captain to the island’s mayor."
    kept = "Co\u00adoperate “now”, e\u0301 \U0001f600 & so on, wrote the captain to the island’s mayor."
    assert text(middle=f"<p>{odd}</p>")[2] == kept


def test_tables_and_lists_are_lines() -> None:
    table = "<ul><li>One boat was sunk</li><li>Two boats were torn</li></ul>"
    assert text(middle=table)[2:4] == ["One boat was sunk", "Two boats were torn"]


def test_broken_markup_is_read() -> None:
    source = f"<html><body><p>{ONE}<div><b><p>{TWO}</i><p>{THREE}"
    assert read_page(source)[0] == f"{ONE}\n\n{TWO}\n\n{THREE}\n"


@pytest.mark.parametrize("tag", ["div", "b"])
def test_a_page_nested_too_deep_is_refused(tag: str) -> None:
    with pytest.raises(ReadError, match="nested too deep"):
        read_page(f"<{tag}>" * 100_000 + ONE)


@pytest.mark.parametrize("source", ["", "<html></html>", "<script>1</script>", "<p> </p>"])
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(ReadError, match="no readable text"):
        read_page(source)


def test_the_same_page_gives_the_same_text() -> None:
    assert text() == text()
