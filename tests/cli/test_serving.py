"""`kg serve`: its options arrive, and its address goes to standard output."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import serve as server
from kg.cli import app
from kg.errors import InputError
from kg.serve import Limits, Settings

Ready = Callable[[str, int], None]


def test_options_become_settings_and_the_address_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Sequence[Path], Settings]] = []

    def serve(paths: Sequence[Path], settings: Settings, ready: Ready) -> None:
        seen.append((paths, settings))
        ready("http://127.0.0.1:9000/", 1234)

    monkeypatch.setattr(server, "serve", serve)
    limits = ["--timeout", "3", "--max-size", "5", "--max-memory", "70", "--workers", "4"]
    who = ["--allow-host", "a.test", "--allow-host", "b.test", "--cors", "https://c.test"]
    result = CliRunner().invoke(app, ["serve", "graph.ttl", "--port", "9000", *limits, *who])
    assert result.stdout == "http://127.0.0.1:9000/\n"
    assert "1,234 triples" in result.stderr
    settings = Settings(
        "127.0.0.1", 9000, Limits(3, 5_000_000, 70_000_000), 4, ("a.test", "b.test"), ("https://c.test",)
    )
    assert seen == [([Path("graph.ttl")], settings)]


def test_what_cannot_be_served_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def serve(*_: object) -> None:
        raise InputError("out: holds no graph.ttl")

    monkeypatch.setattr(server, "serve", serve)
    result = CliRunner().invoke(app, ["serve"])
    assert (result.exit_code, "holds no graph.ttl" in result.stderr) == (2, True)
