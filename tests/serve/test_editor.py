"""The editor in a browser: it asks nobody but its server, completes, keeps, shows and links; text stays text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.client import Server, started, stopped

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LABELS = "SELECT ?s ?l ?n { { ?s rdfs:label ?l ; a kg:Entity } UNION { ?s kg:minValue ?n FILTER(?n < 20) } }"


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    """The editor; at the end of the test nothing may have been asked of others or complained of."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: "400 (Bad Request)" in message.text or complaints.append(message.text))
    page.on("request", lambda r: r.url.startswith((server.url, "blob:", "data:")) or complaints.append(r.url))
    opened(page, f"{server.url}query")
    yield page
    context.close()
    assert complaints == []


def opened(page: Any, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("html[data-ready]")


def run(page: Any, query: str) -> None:
    page.fill("#query", query)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#stop:disabled")


def typed(page: Any, text: str) -> list[str]:
    """What is offered after typing."""
    page.fill("#query", "")
    page.type("#query", text)
    return page.locator("#words li code").all_inner_texts()


def column(page: Any, number: int) -> list[str]:
    return page.locator(f"#result tbody td:nth-child({number})").all_inner_texts()


def test_the_named_questions_fill_the_editor(page: Any) -> None:
    button = page.locator("#questions button").first
    assert page.locator("#questions button").count() >= 12
    button.click()
    assert page.input_value("#query").startswith(f"# {button.inner_text().splitlines()[0]}")


def test_rows_become_a_table_and_text_stays_text(page: Any) -> None:
    run(page, LABELS + " ORDER BY ?n ?s")
    assert column(page, 2)[:2] == ["Ann, <b>the</b> First", "Norland"]
    assert page.inner_text("#status").startswith("22 rows in ")
    assert page.locator("#result b").count() == 0


def test_a_heading_sorts_and_sorts_back_numbers_as_numbers(page: Any) -> None:
    run(page, "SELECT ?n { ?s kg:minValue ?n FILTER(?n < 20) }")
    page.click("#result th button")
    assert column(page, 1) == [str(n) for n in range(20)]
    page.click("#result th button")
    assert column(page, 1) == [str(n) for n in range(19, -1, -1)]
    assert page.get_attribute("#result th", "aria-sort") == "descending"


def test_things_lead_to_the_explorer_and_other_nodes_to_what_is_said_of_them(page: Any) -> None:
    run(page, "SELECT ?s { VALUES ?s { id:ann id:percent } }")
    assert column(page, 1) == ["id:ann", "id:percent"]
    assert page.get_attribute("#result td a >> nth=0", "href") == "./#ann"
    page.click("#result td a >> nth=1")
    page.wait_for_selector("#result pre:has-text('100%25 %41 + x')")
    assert page.input_value("#query") == "DESCRIBE <https://desk.test/id/percent>"


def test_an_address_that_is_a_script_is_no_link(page: Any) -> None:
    run(page, "SELECT ?x { BIND(<javascript:alert(1)> AS ?x) }")
    assert column(page, 1) == ["<javascript:alert(1)>"]
    assert page.locator("#result a").count() == 0


def test_a_property_is_completed_by_keyboard(page: Any) -> None:
    assert typed(page, "SELECT * { ?p kg:lead")[0] == "kg:leaderOf"
    page.keyboard.press("Enter")
    assert page.input_value("#query") == "SELECT * { ?p kg:leaderOf"
    assert page.is_hidden("#words")


def test_a_word_of_its_meaning_finds_a_property(page: Any) -> None:
    assert "kg:madeIn" in typed(page, "kg:made")
    assert "kg:worksFor" in typed(page, "kg:works f"[:8])


def test_prefixes_keywords_and_variables_are_completed(page: Any) -> None:
    assert "skos:" in typed(page, "sk")
    assert typed(page, "SELE") == ["SELECT"]
    assert typed(page, "SELECT ?person ?place { ?pe") == ["?person"]


def test_completion_can_be_asked_for_and_left(page: Any) -> None:
    page.fill("#query", "")
    page.keyboard.press("Control+Space")
    assert page.is_visible("#words")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#query", "aria-activedescendant") == "word-1"
    page.keyboard.press("Escape")
    assert page.is_hidden("#words")
    assert page.input_value("#query") == ""


def test_an_error_says_where_and_the_caret_is_there(page: Any) -> None:
    run(page, "SELECT * {\n  ?s xkos:label ?o }")
    assert "did you mean skos:?" in page.inner_text("#problem")
    assert page.evaluate("document.getElementById('query').selectionStart") > 11
    run(page, "ASK {}")
    assert page.is_hidden("#problem")


def test_an_answer_and_a_graph_are_shown(page: Any) -> None:
    run(page, "ASK { ?s a kg:State }")
    assert page.inner_text("#result") == "yes"
    run(page, "CONSTRUCT { ?s a kg:State } WHERE { ?s a kg:State }")
    assert "id:norland a kg:State ." in page.inner_text("#result")


def test_what_was_asked_is_kept_and_can_be_sent_on(page: Any, server: Server) -> None:
    run(page, "ASK { id:ann ?p ?o }")
    run(page, "ASK { ?s ?p 'ü' }")
    address = page.url
    opened(page, f"{server.url}query")
    assert page.locator("#history button").all_inner_texts() == ["ASK { ?s ?p 'ü' }", "ASK { id:ann ?p ?o }"]
    page.goto("about:blank")
    opened(page, address)
    assert page.input_value("#query") == "ASK { ?s ?p 'ü' }"


def test_rows_can_be_downloaded_as_csv(page: Any, tmp_path: Path) -> None:
    run(page, "SELECT ?l { id:ann rdfs:label ?l }")
    with page.expect_download() as download:
        page.click("#csv")
    download.value.save_as(tmp_path / "result.csv")
    assert (tmp_path / "result.csv").read_bytes() == b'l\r\n"Ann, <b>the</b> First"\r\n'


def test_waiting_can_be_stopped(page: Any) -> None:
    page.fill("#query", "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }")
    page.click("#run")
    page.click("#stop")
    page.wait_for_selector("#problem:text-is('Stopped waiting.')")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_that_keeps_anybody_out(browser: Any, server: Server, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(color_scheme=theme, bypass_csp=True)  # axe runs as a script of the page
    page = context.new_page()
    opened(page, f"{server.url}query")
    run(page, LABELS)
    typed(page, "kg:lead")
    found = [axe.run(page, options=RULES)]
    run(page, "SELEKT")
    found.append(axe.run(page, options=RULES))
    context.close()
    assert [violation["id"] for each in found for violation in each.response["violations"]] == []


def test_links_lead_to_the_explorer_of_a_real_build_and_back(browser: Any, built: Path) -> None:
    running = started(str(built))
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    try:
        opened(page, f"{running.url}query")
        run(page, 'SELECT ?s { ?s a kg:State ; rdfs:label "Kenya" }')
        page.click("#result td a")
        page.wait_for_selector("#panel h2:text-is('Kenya')")
        page.click("header a:text-is('Ask in SPARQL')")
        page.wait_for_url(f"{running.url}query")
    finally:
        context.close()
        stopped(running)
    assert complaints == []
