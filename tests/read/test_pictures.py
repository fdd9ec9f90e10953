import pytest

from kg.read.pictures import is_caption, is_file_photo, is_lone_credit


@pytest.mark.parametrize(
    "text",
    [
        "Fishermen mend a net at the pier on the island, May 4, 2021. (AFP)",
        "The ferry before the storm. (Photo: Jane Roe/Harbour Post)",
        "The mayor (L) with the captain at the pier",
        "This undated picture released by the navy shows a grey boat",
        "FILE - The ferry leaves the island in 2019",
        "In this May 4, 2021 photo, a man mends a net.",
        "The captain is pictured here with his dog",
    ],
)
def test_a_line_about_a_picture_is_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the photo had been stolen.",
        "The agency (it has no name) was closed.",
        "He filed the papers on May 4.",
    ],
)
def test_an_ordinary_sentence_is_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    ["FILE - In this May 4, 2019 photo, a boat sinks.", "The harbour in a file photo", "A boat (Jane Roe/AP, File)"],
)
def test_an_old_picture_says_so(text: str) -> None:
    assert is_file_photo(text)


def test_a_credit_alone_is_not_a_caption_worth_reading() -> None:
    assert is_lone_credit("Photo: AFP")
    assert is_lone_credit("(Getty Images)")
    assert not is_lone_credit("Photo shows the mayor at the pier with many other people of the town.")
