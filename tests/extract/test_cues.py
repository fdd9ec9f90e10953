"""Cues: the lists of cues.yaml as look-ups, and that they agree with each other."""

import pytest

from kg.extract import cues


@pytest.fixture(scope="module")
def shipped():
    return cues.load()


def test_the_lists_of_a_file_become_sets(tmp_path):
    plain = [n for n in cues.Cues.__dataclass_fields__ if n not in {"speculative", "planned", "denied"}]
    lines = [f"{name}: [one, two words]" for name in plain]
    lines += [
        "speculative: {verbs: [guess], passive_only: [guess]}",
        "planned: {modals: [will]}",
        "denied: {verbs: [fail]}",
    ]
    (tmp_path / "cues.yaml").write_text("\n".join(lines))
    found = cues.load(tmp_path / "cues.yaml")
    assert found.reporting == {"one", "two words"}
    assert found.speculative.verbs == found.speculative.passive_only == {"guess"}
    assert found.planned.modals == {"will"}
    assert found.planned.nouns == frozenset()


def test_cues_are_read_once(shipped):
    assert cues.load() is shipped


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("say", "reporting"),
        ("according to", "according"),
        ("cite", "citing"),
        ("confirm", "affirming"),
        ("deny", "denying"),
        ("n't", "negation"),
        ("if", "conditional"),
        ("thousand", "pass_through"),
        ("occur", "occurrence"),
    ],
)
def test_a_plain_cue_is_known(shipped, word, where):
    assert word in getattr(shipped, where)


def test_what_affirms_also_reports(shipped):
    assert shipped.affirming <= shipped.reporting


def test_denial_is_no_report(shipped):
    assert not shipped.denying & shipped.reporting


def test_what_hedges_only_in_the_passive_is_a_speculative_verb(shipped):
    assert shipped.speculative.passive_only <= shipped.speculative.verbs


@pytest.mark.parametrize("kind", ["adverbs", "adjectives", "modals", "nouns"])
def test_no_word_is_both_planned_and_speculative(shipped, kind):
    assert not getattr(shipped.planned, kind) & getattr(shipped.speculative, kind)


def test_every_cue_is_lower_case(shipped):
    lists = [getattr(shipped, n) for n in shipped.__dataclass_fields__]
    words = {w for group in lists for w in (group if isinstance(group, frozenset) else ())}
    assert words == {w.lower() for w in words}


def test_every_list_of_the_file_is_read():
    """A list that no code reads would look like a promise."""
    import yaml

    from kg.ontology import folder

    data = yaml.safe_load((folder() / "cues.yaml").read_text(encoding="utf-8"))
    known = set(cues.Cues.__dataclass_fields__)
    assert set(data) <= known
    hedges = set(cues.Hedges.__dataclass_fields__)
    assert {k for name in ("speculative", "planned", "denied") for k in data[name]} <= hedges
