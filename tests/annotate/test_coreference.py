"""Coreference: chains of phrases in order, each link with an antecedent in its chain."""

import numpy as np
import pytest

from kg.annotate import weights
from kg.annotate.coreference import chains, join, normalised
from kg.annotate.neural import parse_text
from kg.annotate.phrases import Phrase
from kg.errors import ModelError
from kg.model import Kind

ARTICLE = (
    "Captain Lena Ortiz left the harbour on Monday. She said that her crew was safe.\n"
    "Ortiz will sail again in May. The harbour is closed. A mayor slept."
)


@pytest.fixture(scope="module")
def parse(annotator):
    return parse_text(annotator, ARTICLE, with_chains=True)


def words(parse, chain):
    tokens = {s.index: s.tokens for s in parse.sentences}
    return [" ".join(t.text for t in tokens[x.sentence][x.start : x.end]) for x in chain.links]


def test_a_name_its_pronouns_and_its_surname_are_one_chain(parse):
    chain = next(c for c in parse.chains if "Ortiz" in words(parse, c))
    assert {"She", "her", "Ortiz"} <= set(words(parse, chain))
    assert [x.kind for x in chain.links].count(Kind.PRONOUN) == 2


def test_what_is_named_once_is_in_no_chain(parse):
    assert not any("A mayor" in words(parse, c) for c in parse.chains)


def test_links_are_in_order_and_have_an_earlier_antecedent(parse):
    for chain in parse.chains:
        assert len(chain.links) > 1
        assert [(x.sentence, x.start) for x in chain.links] == sorted((x.sentence, x.start) for x in chain.links)
        assert chain.links[0].antecedent is None
        assert all(0 <= x.antecedent < i and 0 < x.score <= 1 for i, x in enumerate(chain.links) if i)


def test_no_phrase_is_in_two_chains(parse):
    places = [(x.sentence, x.start, x.end) for c in parse.chains for x in c.links]
    assert len(places) == len(set(places))


def test_chains_are_the_same_every_time(annotator, parse):
    assert parse_text(annotator, ARTICLE, with_chains=True) == parse


def test_chains_are_made_only_when_asked_for(annotator, parse):
    plain = parse_text(annotator, ARTICLE)
    assert plain.chains == ()
    assert plain.sentences == parse.sentences


@pytest.mark.parametrize("text", ["", " \n", "Stop!", "It."])
def test_little_text_gives_no_chains(annotator, text):
    assert parse_text(annotator, text, with_chains=True).chains == ()


def phrase(start, end, sentence=0):
    return Phrase(sentence, start, end, start, Kind.NAME, None)


def pairs(*scores):
    """(scores, later, earlier) of {(later, earlier): score}, given in order."""
    return tuple(np.array(x) for x in zip(*((s, i, j) for (i, j), s in scores), strict=True))


def test_a_phrase_joins_the_chain_that_is_likeliest_as_a_whole():
    """Two phrases of a chain that are each a little less likely than a third outweigh it together."""
    found = [phrase(i, i + 1) for i in range(4)]
    scores, later, earlier = pairs(
        ((1, 0), 5.0), ((2, 0), -5.0), ((2, 1), -5.0), ((3, 0), 1.0), ((3, 1), 1.1), ((3, 2), 1.5)
    )
    (chain,) = join(found, scores, later, earlier)
    assert [x.start for x in chain] == [0, 1, 3]
    assert [x.antecedent for x in chain] == [None, 0, 1]


def test_what_is_likelier_new_begins_a_chain_of_its_own():
    scores, later, earlier = pairs(((1, 0), -0.1))
    assert join([phrase(0, 1), phrase(1, 2)], scores, later, earlier) == []


def test_phrases_that_cross_are_never_in_one_chain():
    scores, later, earlier = pairs(((1, 0), 9.0))
    assert join([phrase(0, 2), phrase(1, 3)], scores, later, earlier) == []
    assert len(join([phrase(0, 3), phrase(1, 2)], scores, later, earlier)) == 1


def test_no_phrases_give_no_chains(sentence):
    assert chains([sentence("Run/VERB/root/0")], np.zeros((1, 4), np.float32), {}, []) == ()


def test_normalised_rows_have_mean_nought_and_variance_one():
    out = normalised(np.array([[1, 2, 3, 6], [0, 0, 0, 0]], np.float32))
    assert out.mean(1) == pytest.approx([0, 0], abs=1e-6)
    assert out.var(1) == pytest.approx([1, 0], abs=1e-4)


def test_a_missing_network_is_a_model_error(tmp_path):
    with pytest.raises(ModelError, match=r"coreference\.npz: not found; reinstall newskg"):
        weights.scorer(tmp_path)


def test_a_damaged_network_is_a_model_error(tmp_path):
    (tmp_path / weights.SCORER).write_bytes(b"no arrays")
    with pytest.raises(ModelError, match="cannot be loaded"):
        weights.scorer(tmp_path)


def test_the_shipped_network_is_small():
    assert (weights.FOLDER / weights.SCORER).stat().st_size < 1_500_000
