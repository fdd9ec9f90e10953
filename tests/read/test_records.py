import datetime as dt
import io
import json

import pytest

from kg.errors import ReadError
from kg.read.records import Numbered, bounded_lines, json_lines, json_records, read_record

PROSE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
RECORD = {"text": PROSE}


def data(value: object) -> bytes:
    return json.dumps(value).encode()


def reasons(found: list[Numbered]) -> list[tuple[int | None, str]]:
    return [(number, str(value)) for number, value in found if isinstance(value, ReadError)]


def test_a_file_holds_one_record() -> None:
    assert list(json_records(data(RECORD))) == [(None, RECORD)]


@pytest.mark.parametrize("value", [[RECORD, RECORD], {"status": "ok", "articles": [RECORD, RECORD]}])
def test_a_file_holds_a_list(value: object) -> None:
    assert list(json_records(data(value))) == [(1, RECORD), (2, RECORD)]


def test_json_lines_in_a_json_file_are_read() -> None:
    assert list(json_records(data(RECORD) + b"\n" + data(RECORD) + b"\n")) == [(1, RECORD), (2, RECORD)]


def test_a_broken_line_does_not_stop_the_others() -> None:
    found = list(json_lines(iter([data(RECORD), b"\n", b'{"text": \n', b'"\xff"\n', data(RECORD)])))
    assert [number for number, _ in found] == [1, 3, 4, 5]
    assert reasons(found) == [(3, "broken JSON at column 9: Expecting value"), (4, "undecodable: not UTF-8 at byte 1")]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b'{"text": 1,\n "x": }', "broken JSON at line 2 column 7: Expecting value"),
        (b"[" * 100_000, "JSON nested too deep"),
        (b'{"text": ' + b"1" * 5000 + b"}", "broken JSON: a number with too many digits"),
    ],
)
def test_a_broken_file_says_where(source: bytes, reason: str) -> None:
    assert reasons(list(json_records(source))) == [(None, reason)]


def test_a_line_over_the_limit_is_reported_and_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.records.MAX_BYTES", 200)
    found = list(json_lines(bounded_lines(io.BytesIO(b"x" * 1000 + b"\n" + data(RECORD)))))
    assert [number for number, _ in found] == [1, 2]
    assert found[1][1] == RECORD


def test_fields_are_read_in_any_case_and_form() -> None:
    record = {
        "Content": PROSE,
        "Headline": "Storm closes harbour",
        "source": {"id": 7, "name": "Harbour Post"},
        "AGENCY": "Reuters",
        "authors": [{"name": "Jane Roe"}, "Ali Doe"],
        "link": "https://news.example/1",
        "publishedAt": "2021-03-03T10:00:00Z",
        "language": "en-GB",
    }
    found = read_record(record, path="a.json")
    assert (found.title, found.source, found.agency) == ("Storm closes harbour", "Harbour Post", "Reuters")
    assert (found.byline, found.url, found.language) == ("Jane Roe, Ali Doe", "https://news.example/1", "en")
    assert found.published == dt.date(2021, 3, 3)
    assert found.text == f"Storm closes harbour\n\n{PROSE}"


def test_a_date_in_the_address_is_the_publication_date() -> None:
    found = read_record({"text": PROSE, "url": "https://news.example/2021/03/03/ferry"}, path="a")
    assert found.published == dt.date(2021, 3, 3)


def test_a_text_that_begins_with_its_headline_is_stored_as_it_is() -> None:
    text = f"Storm closes harbour\n{PROSE}"
    assert read_record({"title": "Storm closes harbour", "text": text}, path="a").text == text


def test_the_order_and_spacing_of_fields_do_not_change_the_id() -> None:
    one = read_record(json.loads('{"text": "No ferry left.", "url": "x"}'), path="a")
    two = read_record(json.loads('{"url":"x","text":"No ferry left."}'), path="b")
    assert one.id == two.id


def test_markup_in_a_record_is_read_as_a_page() -> None:
    found = read_record(
        {"title": "Storm closes harbour", "body": f"<p>{PROSE}</p><p>It <b>rained</b> all night.</p>"}, path="a"
    )
    assert found.text == f"Storm closes harbour\n\n{PROSE}\n\nIt rained all night.\n"


def test_characters_no_text_can_hold_are_replaced_one_for_one() -> None:
    assert read_record({"text": "No\x00 ferry \ud800 left."}, path="a").text == "No\ufffd ferry \ufffd left."


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (3, "not an object with a text field"),
        ({"title": "x"}, "no text field; name it text, body or content"),
        ({"text": "  "}, "no text field; name it text, body or content"),
        ({"text": "* * *"}, "no readable text"),
    ],
)
def test_a_record_without_text_is_refused(record: object, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_record(record, path="a")
