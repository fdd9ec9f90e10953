"""GMB gives silver spans but where a sentence is labelled by hand; sentences are our own."""

import pytest

from training import gmb
from training.spans import ALL

SHIPS = ["Norway", "'s", "Coast", "Guard", "sailed"]
HAND = {"sentence": 1, "digest": gmb.digest(SHIPS), "part": "train", "spans": [[0, 0, "Place"], [2, 3, "MilitaryUnit"]]}


@pytest.fixture
def path(put):
    """Two sentences with silver tags, the second labelled by HAND."""
    tokens = [("Prime", "B-per"), ("Minister", "I-per"), ("Ada", "I-per"), ("Roe", "I-per"), ("left", "O")]
    sentences = [tokens, [(w, "O") for w in SHIPS]]
    return put("silver.gz", "\n\n".join("\n".join(f"{w}\tNN\t{t}" for w, t in s) for s in sentences) + "\n")


def test_titles_come_out_of_silver_names(path, surfaces):
    assert surfaces(next(gmb.silver(path))["sentences"][0]) == [("Prime Minister", "Title"), ("Ada Roe", "Person")]


def test_what_is_labelled_by_hand_is_no_silver(path):
    assert [len(next(gmb.silver(path, without))["sentences"]) for without in ((), {1})] == [2, 1]


def test_labels_stand_on_the_words_of_their_sentence(path, surfaces):
    sentence = next(gmb.by_hand(path, [HAND]))["sentences"][0]
    assert surfaces(sentence) == [("Norway", "Place"), ("Coast Guard", "MilitaryUnit")]


@pytest.mark.parametrize("number", [0, 9])
def test_a_label_of_another_sentence_is_refused(path, number):
    with pytest.raises(SystemExit, match=f"sentence {number} is not the one that was labelled"):
        list(gmb.by_hand(path, [HAND | {"sentence": number}]))


@pytest.fixture(scope="module")
def shipped():
    return gmb.labels()


def test_no_sentence_is_labelled_twice(shipped):
    assert len({x["sentence"] for x in shipped}) == len(shipped) == len(gmb.labels("train")) + len(gmb.labels("dev"))


def test_labels_are_of_known_types_and_do_not_overlap(shipped):
    for label in shipped:
        ends = [-1, *(last for _, last, _ in label["spans"])]
        assert all(end < first <= last for end, (first, last, _) in zip(ends, label["spans"], strict=False))
        assert {type_ for *_, type_ in label["spans"]} <= set(ALL)
