"""Headers: pages load nothing from elsewhere, and nobody frames, guesses at or reads what is served."""

import pytest

from tests.serve.client import Server

POLICIES = {
    "": {"default-src 'none'", "frame-ancestors 'none'"},
    "query": {"default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"},
    "sparql": {"default-src 'none'"},
    "elsewhere": {"default-src 'none'"},
}


@pytest.mark.parametrize("path", POLICIES)
def test_a_policy_forbids_what_is_not_needed(server: Server, path: str) -> None:
    parts = {part.strip() for part in server.ask(path).headers["Content-Security-Policy"].split(";")}
    assert parts >= POLICIES[path]
    assert not any("http" in part or "*" in part for part in parts)


def test_the_editor_runs_no_script_that_stands_in_the_page(server: Server) -> None:
    assert "unsafe" not in server.ask("query").headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["", "sparql", "elsewhere"])
def test_every_answer_keeps_to_itself(server: Server, path: str) -> None:
    headers = server.ask(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "server" not in {name.lower() for name in headers}
