import pytest

from kg.agencies import first_agency, full_name, is_agency


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("AFP/jr", "AFP"),
        ("Copyright 2021 The Associated Press", "Associated Press"),
        ("Reuters, Harbour Post", "Reuters"),
        ("The Harbour Post", None),
        ("APT group", None),
        ("Mapping AP-like things", None),
    ],
)
def test_the_agency_of_a_credit_is_found_as_written(credit: str, agency: str | None) -> None:
    assert first_agency(credit) == agency


def test_only_a_whole_name_is_an_agency() -> None:
    assert is_agency("the Associated Press")
    assert is_agency("Reuters news agency")
    assert not is_agency("Reuters Harbour")
    assert not is_agency("A" * 1000)


def test_an_agency_by_its_full_name() -> None:
    assert full_name("the AP") == full_name("Associated Press") == "Associated Press"
    assert full_name("AP Harbour") is None
