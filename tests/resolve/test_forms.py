"""Forms: names that reference data knows to be one, whichever way they are written, and names that are not."""

import pytest

from kg.resolve.forms import form, parted


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        ("U.N. Security Council", "United Nations Security Council", "organization"),
        ("World Food Program", "U.N. World Food Programme", "organization"),
        ("EU Council", "European Union Council", "organization"),
        ("Guild of Bakers and Millers", "Guild of the Bakers and the Millers", "organization"),
        ("AP", "the Associated Press", "organization"),
        ("US State Department", "State Department", "organization"),
        ("Philippine Marine Corps", "Philippine Marines", "organization"),
        ("Sindh", "Sindh province", "place"),
        ("Karnataka state", "Karnataka", "place"),
        ("northeastern Syria", "north-east Syria", "place"),
        ("eastern Congo", "Eastern Democratic Republic of Congo", "place"),
        ("Western Africa", "West Africa", "place"),
    ],
)
def test_two_ways_to_write_one_name(one, other, family):
    assert form(one, family) == form(other, family)


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        ("United Nations", "United Nations Security Council", "organization"),
        ("Unita", "United Nations", "organization"),
        ("Peruvian State Department", "State Department", "organization"),
        ("Aleppo", "Aleppo province", "place"),
        ("Lake", "Lake District", "place"),
        ("Syria", "Syrian territory", "place"),
        ("northern Iraq", "Iraq", "place"),
        ("eastern Congo", "western Congo", "place"),
    ],
)
def test_two_names(one, other, family):
    assert form(one, family) != form(other, family)


@pytest.mark.parametrize(
    ("name", "code", "rest"),
    [
        ("us navy", "US", ("navy",)),
        ("south korean coast guard", "KR", ("coast", "guard")),
        ("norway s defence ministry", "NO", ("defence", "ministry")),
        ("islamic state", None, ("islamic", "state")),
        ("un mission", None, ("un", "mission")),
    ],
)
def test_the_state_that_a_name_begins_with(name, code, rest):
    state, words = parted(name)
    assert (state and state.code, words) == (code, rest)
