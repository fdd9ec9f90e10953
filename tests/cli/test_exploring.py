"""`kg open`: the page of a graph, in whatever browser there is."""

import webbrowser

import pytest


@pytest.fixture
def asked(monkeypatch):
    """The addresses that a browser was asked to open."""
    found = []
    monkeypatch.setattr(webbrowser, "open", lambda address: found.append(address) or True)
    return found


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "graph.html"
    path.write_text("<!doctype html>", encoding="utf-8")
    return path


def test_the_page_of_a_folder_is_opened_and_named(run, page, asked):
    result = run("open", page.parent)
    assert (result.exit_code, result.stdout) == (0, f"{page}\n")
    assert asked == [page.as_uri()]


def test_the_page_itself_may_be_given(run, page, asked):
    assert run("open", page).exit_code == 0
    assert asked == [page.as_uri()]


def test_without_a_browser_the_user_is_told_what_to_open(run, page, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    result = run("open", page)
    assert result.exit_code == 0
    assert f"open {page}" in result.stderr


def test_no_page_is_the_users_error(run, tmp_path, asked):
    result = run("open", tmp_path)
    assert (result.exit_code, asked) == (2, [])
    assert "kg build" in result.stderr
