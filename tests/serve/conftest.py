"""Servers over a small graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.client import GRAPH, NUMBERS, TIMEOUT, Server, started, stopped


@pytest.fixture(scope="session")
def served_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    (folder / "graph.ttl").write_text(GRAPH + NUMBERS, encoding="utf-8")
    (folder / "graph.html").write_text("<!doctype html><title>explorer</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def server(served_folder: Path) -> Iterator[Server]:
    running = started(str(served_folder), "--timeout", str(TIMEOUT), "--max-size", "1")
    yield running
    stopped(running)


@pytest.fixture
def fresh(served_folder: Path) -> Iterator[Server]:
    """A server that the test may end."""
    running = started(str(served_folder), "--timeout", "60")
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.communicate()
