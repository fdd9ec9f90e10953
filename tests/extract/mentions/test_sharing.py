"""Several forces in one phrase."""

import pytest

from kg.extract.mentions.sharing import parts
from kg.model import Span


def span(text: str, whole: str) -> Span:
    return Span(whole.index(text), whole.index(text) + len(text))


def test_every_state_has_a_part_with_a_name_of_its_own():
    text = "Danish, Polish and Czech sappers"
    states = [span(s, text) for s in ("Danish", "Polish", "Czech")]
    found = [(at.of(text), form) for _, at, form in parts(text, span(text, text), states)]
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Serbian and Western intelligence agencies say that six soldiers died in Mali.", {"Serbian", "Western"}),
        ("Six soldiers died in Mali, according to Arab and African diplomats.", {"Arab", "African"}),
        ("Western and Jordanian envoys said that six soldiers died in Mali.", {"Western", "Jordanian"}),
    ],
)
def test_a_capital_tells_a_group(reading, text, words):
    assert {s.split()[0] for s in reading(text).sources("died")} == words


def test_what_leaders_do_makes_no_groups(reading):
    assert len(reading("Political and military leaders said two miners died in Tuzla.").sources("died")) == 1


def test_goods_before_one_noun_are_two_goods(reading):
    found = reading("Norway sent oil and gas supplies to Chad.").article.mentions.all.values()
    assert {m.form for m in found if m.form} == {"oil supplies", "gas supplies"}
