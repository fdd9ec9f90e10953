"""Training the spans alone leaves everything else as it was, and learns types that the checkpoint lacks."""

import json

import pytest

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
model = pytest.importorskip("training.model")
names = pytest.importorskip("training.names", reason="needs the base encoder: pip install -r training/requirements.txt")

from training.spans import ALL  # noqa: E402


@pytest.fixture(scope="module")
def old(config, labels):
    """Weights of when spans had neither units nor a layer of their own, and their types."""
    torch.manual_seed(1)
    types = [t for t in ALL if t != "MilitaryUnit"]
    state = model.Annotator(config, labels | {"span": types}).state_dict()
    return {k: v for k, v in state.items() if not k.startswith("last.")}, types


def test_a_new_type_starts_as_the_broader_one(old):
    state, types = names.extended(*old)
    assert types == [*old[1], "MilitaryUnit"]
    assert torch.equal(state["span.weight"][-1], state["span.weight"][1 + types.index("Organization")])


def test_the_layer_of_spans_starts_as_the_last_of_the_encoder(old):
    state, _ = names.extended(*old)
    assert torch.equal(state["last.up.weight"], state["encoder.layers.1.up.weight"])


def test_a_layer_that_is_there_stays(old):
    own = torch.zeros_like(old[0]["encoder.layers.1.up.weight"])
    state, _ = names.extended(old[0] | {"last.up.weight": own}, old[1])
    assert torch.equal(state["last.up.weight"], own)


def test_an_epoch_has_a_corpus_as_often_as_its_share_says():
    batches = {"hand": [{"n": 1}, {"n": 2}], "gmb": [{"n": 3}]}
    found = names.drawn(batches, {"hand": 2.0, "gmb": 0.1}, names.random.Random(1))
    assert sorted(b["n"] for b in found) == [1, 1, 2, 2, 3]


@pytest.fixture
def trained(old, config, labels, tmp_path):
    """Both checkpoints: before and after an epoch on one sentence."""
    given = labels | {"span": old[1]}
    (tmp_path / "labels.json").write_text(json.dumps(given), encoding="utf-8")
    torch.save({"model": old[0], "config": config}, tmp_path / "last.pt")
    sentence = {"words": ["Coast", "Guard", "ships", "sailed"], "types": ALL, "spans": [[0, 2, "MilitaryUnit"]]}
    line = json.dumps({"corpus": "hand", "sentences": [sentence]})
    (tmp_path / "train.hand.jsonl").write_text(line + "\n", encoding="utf-8")
    recipe = config | {
        "run": {"threads": 1}, "data": {"window_pieces": [40], "max_pieces": 64, "batch_pieces": 100},
        "names": {"seed": 1, "epochs": 1, "rate": 1e-3, "head_rate": 1e-3, "weight_decay": 0.0, "warmup": 0.1,
                  "clip": 1.0, "share": {"hand": 3.0}},
    }  # fmt: skip
    out = tmp_path / "out"
    out.mkdir()
    names.train(recipe, tmp_path, tmp_path, out)
    return names.extended(*old)[0], torch.load(out / "last.pt")["model"]


def test_only_spans_and_their_layer_change(trained):
    before, after = trained
    assert {k.partition(".")[0] for k in before if not torch.equal(before[k], after[k])} == {"span", "last"}
