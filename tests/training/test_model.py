"""The network: shapes of its outputs, shortcuts that equal the long way, padding that changes nothing."""

import pytest

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
model = pytest.importorskip("training.model")


@pytest.fixture(scope="module")
def network(config, labels):
    torch.manual_seed(1)
    return model.Annotator(config, labels).eval()


@pytest.fixture
def inputs():
    """Two windows of nine pieces and five words."""
    draw = torch.Generator().manual_seed(1)
    pieces = torch.randint(0, 30522, (2, 9), generator=draw)
    shapes = torch.randint(0, 6, (2, 9), generator=draw)
    return pieces, shapes, torch.ones(2, 9, dtype=torch.long), torch.tensor([[1, 2, 4, 5, 7]] * 2)


def test_every_head_gives_its_shape(network, inputs):
    shapes = [tuple(x.shape) for x in network(*inputs)]
    assert shapes == [(2, 5, 3), (2, 5, 3), (2, 5, 3), (2, 5, 5), (2, 5, 5, 3), (2, 5, 5, 4)]


def test_label_scores_of_given_heads_are_those_of_all_heads(network, inputs):
    heads = torch.tensor([[1, 1, 0, 4, 3], [0, 0, 2, 2, 1]])
    chosen, every = network(*inputs, heads)[4], network(*inputs)[4]
    picked = torch.gather(every, 2, heads[:, :, None, None].expand(-1, -1, 1, 3)).squeeze(2)
    assert torch.allclose(chosen, picked, atol=1e-5)


def test_padding_changes_nothing(network, inputs):
    alone = network(*(x[:1] for x in inputs))
    wider = [torch.nn.functional.pad(x[:1], (0, 6)) for x in inputs[:3]]
    for x, y in zip(alone, network(*wider, inputs[3][:1]), strict=True):
        assert torch.allclose(x, y, atol=1e-4)


def test_decisions_are_the_best_of_the_scores(network, inputs):
    upos, _, _, arc, label, span = network(*inputs)
    found = dict(zip(model.Decisions.names, model.Decisions(network)(*inputs), strict=True))
    assert torch.equal(found["upos"], upos.argmax(-1))
    assert torch.equal(found["arc"], arc)
    assert torch.equal(found["label"], label.argmax(-1))
    assert torch.equal(found["span_type"], span[..., 1:].argmax(-1))
    assert torch.allclose(found["span_probability"], span.softmax(-1)[..., 1:].max(-1).values)


def test_locked_dropout_drops_the_same_features_everywhere_in_a_window():
    x = model.LockedDropout(0.5).train()(torch.ones(3, 7, 64))
    assert torch.equal(x, x[:, :1].expand_as(x))
    assert set(x.unique().tolist()) == {0.0, 2.0}


def test_dropout_rests_when_the_network_reads(network, inputs):
    assert all(torch.equal(x, y) for x, y in zip(network(*inputs), network(*inputs), strict=True))
