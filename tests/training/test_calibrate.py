"""Calibration: probabilities are held against what is right, and the fit brings them together."""

import math

import pytest

from kg.annotate.decode import THRESHOLD, calibrated
from kg.annotate.neural import Found
from kg.model import NamedSpan
from training.calibrate import LEAST, Reliability, fit


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
    found = fit([reliability((0.8, 1000, 700), (0.95, 1000, 857))])
    assert calibrated(0.8, found) == pytest.approx(0.7, abs=0.02)
    assert calibrated(0.95, found) == pytest.approx(0.857, abs=0.02)


def test_a_span_that_is_just_kept_has_the_least_probability():
    assert calibrated(THRESHOLD, fit([reliability((0.8, 1000, 700))])) == pytest.approx(LEAST, abs=1e-4)


def test_a_large_corpus_does_not_drown_a_small_one():
    """Of 10,000 and of 100 spans: 10 to 1."""
    large, small = reliability((0.9, 10_000, 9_500)), reliability((0.9, 100, 65))
    assert calibrated(0.9, fit([large, small])) == pytest.approx((10 * 0.95 + 0.65) / 11, abs=0.01)


def test_certainty_stays_short_of_certain():
    assert math.isfinite(calibrated(1.0, (0.7, 0.1)))
    assert 0.99 < calibrated(1.0, (1.0, 0.0)) < 1
