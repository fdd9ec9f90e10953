"""Several forces in one phrase."""

import pytest

from kg.extract.mentions.sharing import parts
from kg.model import DocumentId, Kind, Mention, MentionId, Span


def mention(text: str, whole: str) -> Mention:
    start = whole.index(text)
    span = Span(start, start + len(text))
    return Mention(MentionId(text), DocumentId("d"), span, text, "MilitaryUnit", Kind.NOMINAL, 0.8, 0, 0)


def test_every_state_has_a_part_with_a_name_of_its_own():
    text = "Danish, Polish and Czech sappers"
    states = [mention(s, text) for s in ("Danish", "Polish", "Czech")]
    found = [(span.of(text), form) for _, span, form in parts(text, mention(text, text), states)]
    assert found == [
        (text, "Danish sappers"),
        ("Polish and Czech sappers", "Polish sappers"),
        ("Czech sappers", "Czech sappers"),
    ]


def test_every_force_belongs_to_its_own_state_only(reading):
    found = reading("Danish, Polish and Czech troops landed in Iceland.").relations
    assert {(s.split(" ")[0].strip(","), o) for _, s, o in found} == {
        ("Danish", "Danish"), ("Polish", "Polish"), ("Czech", "Czech"),
    }  # fmt: skip


def test_every_force_takes_part(reading):
    found = reading("France deployed French and Malian troops to Gao.").event("deployed").fillers("force")
    assert len(found) == 2


def test_coordinated_speakers_are_two_sources(reading):
    assert len(reading("Serbian and Bosnian officials said two miners died in Tuzla.").sources("died")) == 2


@pytest.mark.parametrize("text", ["The Danish and Polish border was closed.", "Danish troops landed in Iceland."])
def test_a_single_thing_is_not_parted(reading, text):
    assert all(m.form is None for m in reading(text).article.mentions.all.values())
