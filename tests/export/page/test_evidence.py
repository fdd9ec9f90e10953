"""The evidence: who says so, how firmly, on which words; figures side by side; a citation to take along."""

from dataclasses import replace

from kg.model import Bound, Count, Quantity


def test_an_event_shows_who_reports_and_who_denies_it(opened, resolution):
    text = opened(resolution, "#attack-0001").panel
    assert "contested" in text
    assert "reported by Estmark defence ministry" in text
    assert "denied by Ana Reyl via Radio Vest in Ana Reyl's denial" in text


def test_trigger_cue_and_arguments_are_marked(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    first = explorer.page.locator("#panel blockquote").first
    assert first.locator("mark.trigger").inner_text() == "shelled"
    assert first.locator("mark a").all_inner_texts() == ["The Norland army"]
    assert explorer.page.locator("#panel blockquote .cue").first.inner_text() in {"said", "told"}


def test_the_sentence_around_is_shown_but_set_apart(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    assert "at least 12 dock workers died" in explorer.page.inner_text("#panel blockquote >> nth=0")
    assert "at least 12" in "".join(explorer.page.locator("#panel blockquote .around").all_inner_texts())


def test_a_mention_in_the_evidence_leads_to_its_entity(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    explorer.page.click("#panel blockquote a:text-is('Radio Vest')")
    assert explorer.title == "Radio Vest"


def test_a_source_of_the_web_is_a_link_and_a_publisher_a_node(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    link = explorer.page.locator("#panel .claim .muted a").first
    assert link.get_attribute("href") == "https://news.example/harbour?a=1&b=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    explorer.page.click("#panel .claim button:text-is('Harbour Post')")
    assert explorer.title == "Harbour Post"


def test_a_date_tells_how_it_is_known(opened, resolution):
    text = opened(resolution, "#attack-0001").panel
    assert "5 Mar 2031 (date inferred)" in text
    assert "2 May 2031" in text
    assert "2 May 2031 (" not in text


def with_figures(resolution, *figures, units=("dock workers", "dock workers")):
    counts = tuple(
        Count("killed", Quantity(text, Bound.EXACT, low, high, unit=unit), (resolution.events[1].claims[0],))
        for (text, low, high), unit in zip(figures, units, strict=True)
    )
    killing = replace(resolution.events[1], counts=counts)
    return replace(resolution, events=(resolution.events[0], killing, *resolution.events[2:]))


def test_figures_that_cannot_both_be_true_stand_side_by_side(opened, resolution):
    figures = with_figures(resolution, ("at least 12", 12, None), ("nine", 9, 9))
    explorer = opened(figures, "#killing-0002")
    table = explorer.page.inner_text("#panel .figures")
    assert "they differ" in table
    assert explorer.page.locator("#panel .figures tr:first-child td").count() == 2


def test_figures_that_fit_together_are_said_to(opened, resolution):
    figures = with_figures(resolution, ("at least 12", 12, None), ("fifteen", 15, 15))
    assert "they fit together" in opened(figures, "#killing-0002").panel


def test_figures_of_one_sentence_for_different_people_do_not_differ(opened, resolution):
    figures = with_figures(resolution, ("six", 6, 6), ("a civilian", 1, 1), units=("officers", "civilian"))
    assert "they fit together" in opened(figures, "#killing-0002").panel


def test_a_claim_can_be_copied_as_a_citation(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    explorer.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (t) => { window.copied = t; } } })"
    )
    explorer.page.get_by_role("button", name="Copy as citation").first.click()
    explorer.page.get_by_role("button", name="Copied").wait_for()
    assert explorer.page.evaluate("window.copied") == (
        "“The Norland army shelled the harbour of Port Sall on Tuesday” (Shells hit Port Sall harbour, Harbour Post, "
        "5 Mar 2031, https://news.example/harbour?a=1&b=2). Attack: Norland army, Port Sall (2031-03-04); reported by "
        "Estmark defence ministry; read with confidence 0.90."
    )


def test_claims_that_the_filters_hide_are_counted(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    explorer.page.get_by_role("checkbox", name="denied").uncheck()
    assert "1 claim hidden by the filters" in explorer.panel
