"""Batches: targets stand where their words stand, and what a corpus does not annotate is no target."""

import json
import random

import pytest

from kg.annotate.windows import pack

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
data = pytest.importorskip("training.data")


@pytest.fixture
def index(labels):
    return {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}


@pytest.fixture
def item(pieces):
    """The window of some sentences."""

    def make(*sentences):
        return next(pack([s["words"] for s in sentences], pieces, 128)), list(sentences)

    return make


def test_heads_point_into_the_window_and_a_root_at_itself(item, index, tree):
    batch = data.collate([item(tree, tree)], index)
    assert batch["head"].tolist() == [[1, 1, 1, 4, 4, 4]]
    assert batch["sentence"].tolist() == [[0, 0, 0, 1, 1, 1]]


def test_labels_are_indices(item, index, tree):
    batch = data.collate([item(tree)], index)
    assert [batch[k].tolist() for k in ("upos", "deprel", "lemma")] == [[[0, 1, 2]], [[0, 1, 2]], [[0, 0, 0]]]


def test_an_unknown_lemma_edit_is_no_target(item, index, tree):
    batch = data.collate([item(tree | {"lemma": ["Ada", "sleep", "."]})], index)
    assert batch["lemma"].tolist() == [[0, data.IGNORE, 0]]


def test_first_pieces_are_those_of_the_words(item, index, tree, pieces):
    batch = data.collate([item(tree)], index)
    firsts = batch["pieces"][0][batch["first"][0]].tolist()
    assert firsts == [pieces(w)[0] for w in tree["words"]]


def test_spans_stand_at_their_first_and_last_word_one_above_their_type(item, index, tree, names):
    batch = data.collate([item(tree, names)], index)
    assert batch["spans"].nonzero().tolist() == [[0, 0, 0], [0, 3, 4]]
    assert (batch["spans"][0, 0, 0], batch["spans"][0, 3, 4]) == (1, 3)


def test_only_annotated_types_are_allowed(item, index, tree, names):
    batch = data.collate([item(tree), item(names)], index)
    assert batch["allowed"].tolist() == [[False, True, True, False], [False, False, False, True]]


def test_a_corpus_without_trees_has_no_targets_for_them(item, index, names):
    batch = data.collate([item(names)], index)
    assert all((batch[k] == data.IGNORE).all() for k in ("upos", "xpos", "lemma", "head", "deprel"))


def test_padding_is_masked_and_belongs_to_no_sentence(item, index, tree):
    long, short = item(tree, tree), item(tree)
    batch = data.collate([long, short], index)
    assert batch["mask"].sum(1).tolist() == [len(long[0].pieces), len(short[0].pieces)]
    assert batch["sentence"][1].tolist() == [0, 0, 0, -1, -1, -1]
    assert batch["head"][1, 3:].tolist() == [data.IGNORE] * 3


def test_batches_hold_every_window_and_keep_to_their_size(item, labels, tree):
    items = [item(*[tree] * n) for n in (1, 2, 3, 1, 2, 3)]
    found = list(data.batches(items, labels, 40, random.Random(1)))
    assert sum(len(b["pieces"]) for b in found) == 6
    assert all(b["pieces"].numel() <= 40 for b in found)


def test_windows_over_the_limit_are_left_out(pieces, tree):
    document = {"sentences": [tree, tree | {"words": ["sea"] * 60}, tree]}
    kept = [s["words"] for _, sentences in data.windows(document, pieces, 20, 40) for s in sentences]
    assert kept == [tree["words"]] * 2


@pytest.mark.parametrize(("share", "size"), [(0.5, 5), (1.0, 10), (2.3, 23)])
def test_a_share_of_the_documents(share, size):
    documents = [{"number": i} for i in range(10)]
    drawn = [d["number"] for d in data.sample(documents, share, random.Random(1))]
    assert len(drawn) == size
    assert len(set(drawn)) == min(size, 10)


def test_an_epoch_is_the_same_for_the_same_seed(labels, pieces, tree, names):
    mix = {"data": {"share": {"a": 1.0, "b": 0.5}, "window_pieces": [20, 40], "max_pieces": 256, "batch_pieces": 60}}
    documents = {"a": [{"sentences": [tree] * 5}] * 4, "b": [{"sentences": [names] * 5}] * 4}
    one, two = (list(data.epoch(documents, mix, pieces, labels, random.Random(7))) for _ in range(2))
    assert len(one) == len(two) > 1
    assert all(torch.equal(x[k], y[k]) for x, y in zip(one, two, strict=True) for k in x)


def test_labels_are_those_that_occur_and_edits_those_that_recur(tree, names):
    documents = {"a": [{"sentences": [tree]}], "b": [{"sentences": [names]}]}
    found = data.collect_labels(documents)
    assert found["span"] == ["Person", "Place", "Weapon"]
    assert found["upos"] == ["NOUN", "PUNCT", "VERB"]
    assert found["lemma"] == ["k|0|"]


def test_documents_are_loaded_by_corpus(tmp_path, names):
    (tmp_path / "dev.gum.jsonl").write_text(json.dumps({"sentences": [names]}) + "\n", encoding="utf-8")
    (tmp_path / "train.gum.jsonl").write_text("", encoding="utf-8")
    assert data.load(tmp_path, "dev") == {"gum": [{"sentences": [names]}]}
