import pytest

from kg.model import Span
from kg.read.datelines import dateline
from kg.read.lines import Line

REST = "The harbour was closed for a third day after the storm, and no ferry left the island, the company said."


def read(*lines: str) -> tuple[str, str | None] | None:
    text = "\n".join(lines)
    placed, start = [], 0
    for line in lines:
        placed.append(Line(Span(start, start + len(line)), line))
        start += len(line) + 1
    found = dateline(placed)
    return (found.place.of(text), found.outlet) if found else None


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("OSLO: ", "OSLO", None),
        ("OSLO — ", "OSLO", None),
        ("OSLO (Harbour24) — ", "OSLO", "Harbour24"),
        ("PORT-AU-PRINCE, March 3 (Reuters) - ", "PORT-AU-PRINCE", "Reuters"),
        ("PORT LOUIS, Mauritius (AP) — ", "PORT LOUIS", "AP"),
        ("Oslo (AP) – ", "Oslo", "AP"),
        ("WASHINGTON, D.C. -- ", "WASHINGTON", None),
        ("OSLO/BERGEN (Reuters) - ", "OSLO", "Reuters"),
        ("SÃO PAULO, 3 March 2021 (EFE).- ", "SÃO PAULO", "EFE"),
        ("OSLO (Reuters) ", "OSLO", "Reuters"),
        ("ST. JOHN'S, Newfoundland — ", "ST. JOHN'S", None),
        ("GOMA, Democratic Republic of Congo, 23 May 2021 (AFP) - ", "GOMA", "AFP"),
    ],
)
def test_place_and_outlet_of_a_dateline(opening: str, place: str, outlet: str | None) -> None:
    assert read(opening + REST) == (place, outlet)


def test_the_dateline_may_follow_a_standfirst() -> None:
    assert read("Storm closes the harbour for a third day.", f"OSLO — {REST}") == ("OSLO", None)


def test_agency_and_place_on_a_line_of_their_own() -> None:
    assert read("AFP, OSLO", REST) == ("OSLO", "AFP")


@pytest.mark.parametrize(
    "line",
    [
        f"WATCH: {REST}",
        f"BREAKING — {REST}",
        f"The ferry — {REST}",
        f"STORM WARNING: {REST[:-1]}",
        f"A (very) old — {REST}",
        f"He said: {REST}",
        f"AFP — {REST}",
        f"NATO (an alliance) said: {REST}",
        f"UK — {REST}",
        f"Figure (left): {REST}",
        REST,
    ],
)
def test_other_openings_are_no_datelines(line: str) -> None:
    assert read(line) is None


def test_speakers_of_an_interview_are_no_datelines() -> None:
    assert read(f"ROE: {REST}", f"DOE: {REST}") is None
