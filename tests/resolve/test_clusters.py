"""Clusters: what a description is called."""

import pytest

from kg.resolve.clusters import bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the  two\nsoldiers", "two soldiers"),
        ("his wife", "wife"),
        ("The", "The"),
        ("a", "a"),
        ("these two men", "two men"),
    ],
)
def test_bare(text, expected):
    assert bare(text) == expected
