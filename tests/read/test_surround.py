from lxml import html

from kg.read.surround import surroundings

ONE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
TWO = "The mayor asked the navy for help, and the navy sent a grey boat that could carry forty people."


def added(body: str, title: str | None = "Storm closes harbour") -> list[tuple[int, str]]:
    return surroundings(html.document_fromstring(f"<div>{body}</div>"), title=title, paragraphs=[ONE, TWO])


def test_lines_are_placed_by_the_paragraphs_before_them() -> None:
    caption = "<figcaption>The grey boat at the pier</figcaption>"
    page = f"<h1>Storm closes harbour</h1><p>By Jane Roe</p><p>{ONE}</p><figure>{caption}</figure><p>{TWO}</p>"
    assert added(page) == [(0, "By Jane Roe"), (1, "The grey boat at the pier")]


def test_nothing_before_the_headline_or_behind_the_text_is_added() -> None:
    caption = "<figure><figcaption>The grey boat at the pier</figcaption></figure>"
    assert added(f"{caption}<h1>Storm closes harbour</h1><p>{ONE}</p><p>{TWO}</p>{caption}") == []


def test_a_repeated_caption_is_added_once() -> None:
    caption = "<figure><figcaption>The grey boat at the pier</figcaption></figure>"
    assert added(f"<p>{ONE}</p>{caption}{caption}<p>{TWO}</p>", title=None) == [(1, "The grey boat at the pier")]


def test_sharing_buttons_are_not_added() -> None:
    page = f"<h1>Storm closes harbour</h1><div class='intro'>Share this with all of your many friends</div><p>{ONE}</p>"
    assert added(page) == []


def test_the_agency_and_place_of_a_wire_text_are_added() -> None:
    assert added(f"<h1>Storm closes harbour</h1><ul><li>AFP, OSLO</li></ul><p>{ONE}</p>") == [(0, "AFP, OSLO")]


def test_a_page_without_the_paragraphs_adds_nothing() -> None:
    assert added("<h1>Storm closes harbour</h1><p>By Jane Roe</p>") == []
