"""Calibration: probabilities are held against what is right, and the fit brings them together."""

import json
import math

import pytest

from kg.annotate.decode import calibrated
from kg.annotate.neural import Found
from kg.model import NamedSpan
from training.calibrate import Reliability, crossed, fit, raw


def reliability(*groups):
    """Of (probability, spans, right ones)."""
    out = Reliability()
    for probability, spans, right in groups:
        out.probability += [probability] * spans
        out.is_right += [True] * right + [False] * (spans - right)
    return out


def test_a_span_is_right_with_both_ends_and_its_type():
    spans = [NamedSpan(0, 1, "Place", 0.9), NamedSpan(2, 4, "Person", 0.8), NamedSpan(5, 6, "Person", 0.7)]
    out = Reliability()
    out.add(
        {"types": ["Place", "Person"], "spans": [[0, 1, "Place"], [2, 3, "Person"], [5, 6, "Place"]]},
        Found([], [], [], [], [], spans),
    )
    assert out.probability == [0.9, 0.8, 0.7]
    assert out.is_right == [True, False, False]


def test_types_that_the_corpus_does_not_annotate_are_left_out():
    out = Reliability()
    out.add({"types": ["Place"], "spans": []}, Found([], [], [], [], [], [NamedSpan(0, 1, "Weapon", 0.9)]))
    assert out.probability == []


def test_the_curve_has_a_point_for_every_tenth_that_has_spans():
    assert reliability((0.75, 4, 3), (1.0, 2, 1)).curve == [(4, 0.75, 0.75), (2, 1.0, 0.5)]


def test_the_error_is_the_mean_distance_of_probability_and_share():
    assert reliability((0.75, 4, 3), (1.0, 2, 1)).error == pytest.approx((4 * 0 + 2 * 0.5) / 6)
    assert reliability().error == 0


def test_the_fit_brings_probability_and_share_together():
    found = fit([reliability((0.7, 1000, 520), (0.8, 1000, 700), (0.95, 1000, 930))])
    assert calibrated(0.7, found) == pytest.approx(0.52, abs=0.03)
    assert calibrated(0.8, found) == pytest.approx(0.7, abs=0.03)
    assert calibrated(0.95, found) == pytest.approx(0.93, abs=0.03)


def test_a_large_corpus_does_not_drown_a_small_one():
    """Of 10,000 and of 100 spans: 4 to 1."""
    large, small = (reliability((0.7, n, n // 2), (0.9, n, right)) for n, right in ((10_000, 9_500), (100, 65)))
    assert calibrated(0.9, fit([large, small])) == pytest.approx((4 * 0.95 + 0.65) / 5, abs=0.01)


def test_a_corpus_without_spans_has_no_say():
    one = reliability((0.7, 10, 5), (0.9, 10, 8))
    assert fit([one, reliability()]) == fit([one])


def test_no_half_is_measured_with_what_is_fitted_to_it():
    """Of nine tenths, half are right here and all but one there: each half is told what holds for the other."""
    low, high = reliability((0.7, 99, 50), (0.9, 99, 50)), reliability((0.7, 99, 98), (0.9, 99, 98))
    found = crossed([{"ewt": low}, {"ewt": high}])["ewt"]
    assert found.is_right == low.is_right + high.is_right
    assert found.probability[:198] == pytest.approx([98 / 99] * 198, abs=0.001)
    assert found.probability[198:] == pytest.approx([50 / 99] * 198, abs=0.001)


def test_what_the_network_gave_is_known_from_what_is_told(tmp_path):
    (tmp_path / "labels.json").write_text(json.dumps({"calibration": [0.7, -0.2]}), encoding="utf-8")
    told = reliability((0.8, 1, 1)).calibrated((0.7, -0.2))
    assert raw(told, tmp_path).probability == pytest.approx([0.8])


def test_certainty_stays_short_of_certain():
    assert math.isfinite(calibrated(1.0, (0.7, 0.1)))
    assert 0.99 < calibrated(1.0, (1.0, 0.0)) < 1
