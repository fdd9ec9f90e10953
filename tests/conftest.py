"""Fixtures that more than one folder of tests uses."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and gold graphs that are not part of the project: beside the checkout, or KG_SHARED.

    Tests that need it are skipped where it is absent, but fail when CI is set: there it must not go missing unseen.
    """
    folder = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
    if folder.is_dir():
        return folder
    reason = f"no evaluation data at {folder}; set KG_SHARED to where they lie"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
