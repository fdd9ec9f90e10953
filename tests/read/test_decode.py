import codecs

import pytest

from kg.errors import ReadError
from kg.read.decode import decode_page, decode_text

ENGLISH = (
    "The café on the corner was closed – “for ever”, said Général Müller on Tuesday, and nobody in Malmö disagreed."
)
FRENCH = "Le président a annoncé mardi à l'Assemblée que l'armée serait déployée dès janvier, après un été sans pluie."
RUSSIAN = "Министр заявил во вторник, что войска покинут город до конца месяца. Переговоры продолжатся в среду."


def test_utf8_is_decoded_code_point_for_code_point() -> None:
    text = "Cafe\u0301 \U0001f469\u200d\U0001f680 co\u00adoperate\r\nnext\u2028line"
    assert decode_text(text.encode()) == text


def test_a_utf8_mark_stays_in_the_text() -> None:
    assert decode_text(codecs.BOM_UTF8 + b"News") == "\ufeffNews"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_recognised_with_and_without_a_mark(encoding: str) -> None:
    assert decode_text(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"), [(FRENCH, "latin-1"), (ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")]
)
def test_older_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_a_page_is_decoded_as_it_declares() -> None:
    page = '<meta charset="iso-8859-2"><p>Żółw</p>'
    assert decode_page(page.encode("iso-8859-2")) == page


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = '<meta charset="iso-8859-1"><p>Żółw</p>'
    assert decode_page(page.encode()) == page


def test_an_unknown_declaration_is_ignored() -> None:
    assert "caf\u00e9" in decode_page(f'<meta charset="x-none"><p>{ENGLISH}</p>'.encode("cp1252"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"News\0from nowhere", "a binary file, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture, not text"),
        (b"%PDF-1.7 ...", "a PDF, not text"),
        (bytes(range(1, 32)) * 9, "a binary file, not text"),
        (codecs.BOM_UTF16_LE + b"A\0B", "undecodable: broken UTF-16 at byte 4"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode_text(data)


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.decode.MAX_BYTES", 1_000_000)
    with pytest.raises(ReadError, match="too large: 2 MB, the limit for one article is 1 MB"):
        decode_text(b"a " * 1_000_000)
