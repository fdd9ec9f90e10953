"""The losses: a corpus is only a teacher of what it annotates."""

import pytest

from kg.annotate.windows import pack

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
data = pytest.importorskip("training.data")
train = pytest.importorskip("training.train")

WEIGHTS = {"upos": 1.0, "xpos": 1.0, "lemma": 1.0, "arc": 1.0, "label": 1.0, "span": 1.0}


@pytest.fixture
def batch(pieces, labels):
    """The batch of one window of these sentences."""
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}

    def make(*sentences):
        window = next(pack([s["words"] for s in sentences], pieces, 128))
        return data.collate([(window, list(sentences))], index)

    return make


def outputs(words):
    """Even scores of every head, as the network gives them in training: 3 labels of each kind, 3 span types."""
    shapes = [(1, words, 3)] * 3 + [(1, words, words), (1, words, 3), (1, words, words, 4)]
    return [torch.zeros(s) for s in shapes]


def same(batch):
    return batch["sentence"][:, :, None] == batch["sentence"][:, None, :]


def test_a_corpus_of_names_teaches_only_spans(batch, names):
    assert set(train.losses(outputs(3), batch(names), WEIGHTS)) == {"span"}


def test_a_treebank_without_names_teaches_all_but_spans(batch, tree):
    given = batch(tree | {"types": [], "spans": []})
    assert set(train.losses(outputs(3), given, WEIGHTS)) == {"upos", "xpos", "lemma", "arc", "label"}


def test_weights_scale_the_losses(batch, tree):
    one = train.losses(outputs(3), batch(tree), WEIGHTS)
    two = train.losses(outputs(3), batch(tree), WEIGHTS | {"upos": 2.0})
    assert two["upos"] == pytest.approx(2 * one["upos"])
    assert two["arc"] == one["arc"]


def test_arcs_to_another_sentence_are_not_weighed(batch, tree):
    given = outputs(6)
    given[3][:, :3, 3:] = 50.0
    assert train.losses(given, batch(tree, tree), WEIGHTS)["arc"] == pytest.approx(float(torch.tensor(3.0).log()))


def test_a_type_the_corpus_does_not_annotate_costs_nothing(batch, tree):
    given = batch(tree)
    plain, weapon, place = (torch.zeros(1, 3, 3, 4) for _ in range(3))
    weapon[0, 1, 2, 3] = 20.0  # this corpus knows no weapons
    place[0, 1, 2, 2] = 20.0  # but places
    loss = [float(train.span_loss(x, given, same(given))) for x in (plain, weapon, place)]
    assert loss[1] < loss[0] < loss[2]


def test_the_gold_span_lowers_the_loss(batch, tree):
    given = batch(tree)
    right = torch.zeros(1, 3, 3, 4)
    right[0, 0, 0, 1] = 20.0
    assert train.span_loss(right, given, same(given)) < train.span_loss(torch.zeros(1, 3, 3, 4), given, same(given))


def test_spans_across_sentences_or_backwards_cost_nothing(batch, tree):
    given = batch(tree, tree)
    odd = torch.zeros(1, 6, 6, 4)
    odd[0, 1, 4, 1] = odd[0, 2, 1, 1] = 20.0
    assert train.span_loss(odd, given, same(given)) == train.span_loss(torch.zeros(1, 6, 6, 4), given, same(given))


def test_frozen_embeddings_are_not_trained(config, labels):
    model = train.Annotator(config, labels)
    rates = {"train_embeddings": False, "encoder_rate": 1e-3, "head_rate": 1e-2, "weight_decay": 0.0, "warmup": 0.1}
    adam, schedule = train.optimiser(model, {"optimiser": rates}, 100)
    trained = {id(p) for group in adam.param_groups for p in group["params"]}
    assert id(model.encoder.words.weight) not in trained
    assert len(trained) == len(list(model.parameters())) - 1
    assert schedule.get_last_lr() == [0.0, 0.0]
