from kg.read.body import Layout, layout
from kg.read.lines import lines

TITLE = "Storm closes the harbour of the island for a third day"
ONE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
TWO = "The mayor asked the navy for help, and the navy sent a grey boat that could carry forty people."
THREE = "Storms of this kind come once in ten years, said a woman who has kept the light since her youth."


def read(*paragraphs: str, title: str | None = None) -> Layout:
    return layout(lines("\n\n".join(paragraphs)), title=title)


def body(*paragraphs: str, title: str | None = None) -> list[str]:
    return [line.text for line in read(*paragraphs, title=title).body]


def test_the_first_line_is_the_title_if_it_looks_like_one() -> None:
    found = read(TITLE, ONE)
    assert found.title is not None
    assert found.title.text == TITLE


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert read(ONE, TWO).title is None


def test_furniture_is_left_out() -> None:
    assert body("Skip to main content", TITLE, "Advertisement", ONE, "Share this") == [TITLE, ONE]


def test_a_repeated_line_is_read_once() -> None:
    assert body(TITLE, ONE, TITLE, TWO, TWO) == [TITLE, ONE, TWO]


def test_a_sentence_repeated_inside_a_longer_paragraph_stays() -> None:
    assert body(TITLE, ONE, f"{TWO} {ONE}") == [TITLE, ONE, f"{TWO} {ONE}"]


def test_a_section_label_before_the_title_is_left_out() -> None:
    found = read("North Sea", TITLE, ONE)
    assert [line.text for line in found.body] == [TITLE, ONE]
    assert found.title is not None
    assert found.title.text == TITLE


def test_a_short_title_before_prose_is_no_section_label() -> None:
    assert body("Harbour closed", ONE) == ["Harbour closed", ONE]


def test_headings_inside_the_text_stay() -> None:
    assert body(TITLE, ONE, "No way out", TWO) == [TITLE, ONE, "No way out", TWO]


def test_everything_after_a_tail_marker_is_left_out() -> None:
    assert body(TITLE, ONE, TWO, "Also worth reading", "Ferry company to be sold", "A town without bread") == [
        TITLE,
        ONE,
        TWO,
    ]


def test_long_teasers_after_an_end_marker_are_left_out() -> None:
    assert body(TITLE, ONE, TWO, TWO[::-1] + ".", ONE[::-1] + ".", "You might also like", THREE) == [
        TITLE,
        ONE,
        TWO,
        TWO[::-1] + ".",
        ONE[::-1] + ".",
    ]


def test_a_marker_between_paragraphs_takes_only_its_teasers() -> None:
    assert body(TITLE, ONE, "Read more", "Ferry company to be sold to a bank", TWO) == [TITLE, ONE, TWO]


def test_a_given_title_names_the_line_to_start_from() -> None:
    found = read("North Sea news of today", TITLE, ONE, title=TITLE.upper())
    assert found.title is not None
    assert found.title.text == TITLE


def test_date_lines_and_rights_are_the_imprint() -> None:
    found = read(TITLE, "March 3, 2021", ONE, "© 2021 Harbour Post")
    assert [line.text for line in found.imprint] == ["March 3, 2021", "© 2021 Harbour Post"]
    assert [line.text for line in found.body] == [TITLE, ONE]


def test_dates_of_teasers_are_not_in_the_imprint() -> None:
    assert read(TITLE, ONE, "Related stories", "Ferry company to be sold", "May 9, 2024").imprint == ()


def test_a_lone_picture_credit_is_left_out() -> None:
    assert body(TITLE, "Photo: AFP", ONE) == [TITLE, ONE]
