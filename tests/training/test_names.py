"""A second head learns what the first lacks, and begins as the first."""

import json
import random

import pytest

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
model = pytest.importorskip("training.model")
names = pytest.importorskip("training.names", reason="needs the base encoder: pip install -r training/requirements.txt")

from training import export  # noqa: E402
from training.spans import ALL  # noqa: E402

OLD = [t for t in ALL if t != "MilitaryUnit"]
RECIPE = {
    "seed": 1, "layers": 2, "units": 16, "dropout": 0.1, "epochs": 2, "rate": 1e-2, "weight_decay": 0.0, "warmup": 0.1,
    "clip": 1.0, "taught": ["Organization", "Person"], "untaught": ["hand"], "part": {}, "company": {"hand": 2},
    "share": {"hand": 3.0, "ewt": 1.0},
}  # fmt: skip


@pytest.fixture(scope="module")
def run(config, labels, tmp_path_factory):
    """A finished run of an untrained network that knows no units, exported to its folder `en`."""
    folder, known = tmp_path_factory.mktemp("run"), labels | {"span": OLD}
    torch.manual_seed(1)
    (folder / "labels.json").write_text(json.dumps(known), encoding="utf-8")
    torch.save({"model": model.Annotator(config, known).state_dict(), "config": config}, folder / "last.pt")
    export.export(folder, folder / "en")
    return folder


@pytest.fixture
def corpora(tree, tmp_path):
    """A folder with a sentence of our own labels and one of a treebank."""
    own = {"words": ["Coast", "Guard", "ships", "sailed"], "types": ALL, "spans": [[0, 2, "MilitaryUnit"]]}
    for corpus, sentence in (("hand", own), ("ewt", tree)):
        line = json.dumps({"corpus": corpus, "sentences": [sentence]})
        (tmp_path / f"train.{corpus}.jsonl").write_text(line + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def whole(config):
    return {"names": RECIPE, "data": {"window_pieces": [40], "max_pieces": 64, "batch_pieces": 100}} | config


def test_a_new_type_starts_as_the_broader_one(run):
    head, _, labels = names.beginning(run, RECIPE)
    assert labels["span"] == [*OLD, "MilitaryUnit"]
    assert torch.equal(head.span.weight[-1], head.span.weight[1 + OLD.index("Organization")])


def test_it_begins_with_what_the_first_head_finds(run):
    head, teacher, _ = names.beginning(run, RECIPE)
    states = [torch.randn(1, 5, 32), torch.randn(1, 5, 32)]
    assert torch.allclose(head.eval()(states)[..., : len(OLD) + 1], teacher(states[-1]), atol=1e-5)


def test_an_epoch_has_a_corpus_as_often_as_its_share_says():
    batches = {"hand": [{"n": 1}, {"n": 2}], "gmb": [{"n": 3}, {"n": 4}]}
    found = names.drawn(batches, {"hand": 2.0, "gmb": 0.5}, random.Random(1))
    assert sorted(c for c, _ in found) == ["gmb", "hand", "hand", "hand", "hand"]


def test_single_sentences_come_in_company_and_none_is_lost():
    documents = [{"sentences": [number]} for number in range(20)]
    found = [d["sentences"] for d in names.in_company(documents, 2, random.Random(1))]
    assert sorted(s for sentences in found for s in sentences) == sorted([*range(20)] * 2)
    assert max(len(sentences) for sentences in found) > 1


def test_the_teacher_takes_units_for_organizations_and_says_nothing_of_what_it_does_not_teach():
    merged = names.merging(["Organization", "MilitaryUnit", "Facility"], ["Organization", "Place"])
    assert merged.argmax(1).tolist() == [0, 1, 1, 0]


def test_it_learns_the_new_type_of_the_exported_models_states(run, corpora, whole):
    head, teacher, labels = names.beginning(run, RECIPE)
    batches = names.read(run / "en", corpora, labels, whole)
    batch, merged = batches["hand"][0], names.merging(labels["span"], RECIPE["taught"])
    before = names.loss(head.eval(), None, batch, merged)
    names.train(head, teacher, labels["span"], batches, RECIPE)
    assert names.loss(head, None, batch, merged) < before


def test_a_teacher_adds_to_the_loss(run, corpora, whole):
    head, teacher, labels = names.beginning(run, RECIPE)
    batch = names.read(run / "en", corpora, labels, whole)["ewt"][0]
    merged = names.merging(labels["span"], RECIPE["taught"])
    assert names.loss(head.eval(), teacher, batch, merged) > names.loss(head, None, batch, merged)
