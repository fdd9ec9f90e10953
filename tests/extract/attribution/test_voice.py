"""How firm a voice is, all its hedges taken together."""

import pytest

from kg.extract.attribution.voice import Voice
from kg.model import Modality


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        (Voice(), Modality.ASSERTED),
        (Voice(is_reported=True), Modality.REPORTED),
        (Voice(speculative=True, is_reported=True), Modality.SPECULATIVE),
        (Voice(planned=True, speculative=True), Modality.PLANNED),
        (Voice(denied=True, planned=True), Modality.DENIED),
    ],
)
def test_the_strongest_hedge_counts(voice, expected):
    assert voice.modality is expected
