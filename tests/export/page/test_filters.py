"""Filters: each narrows the canvas, the panel and the table alike; counts follow; all can be taken back."""

SLIDE = """([id, value]) => {
  const slider = document.getElementById(id);
  slider.value = value;
  slider.dispatchEvent(new Event("change"));
}"""


def rows(explorer):
    explorer.page.click("#view-table")
    found = explorer.page.locator("#table tbody tr").count()
    explorer.page.click("#view-graph")
    return found


def test_a_type_can_be_hidden_and_all_filters_reset(opened, resolution):
    explorer = opened(resolution)
    before = explorer.drawn
    explorer.page.get_by_label("Person", exact=False).first.uncheck()
    assert explorer.drawn == before - 2
    explorer.page.get_by_role("button", name="Reset").click()
    assert explorer.drawn == before


def test_only_one_value_can_be_kept(opened, resolution):
    explorer = opened(resolution)
    explorer.page.get_by_role("button", name="Only speculative").focus()
    explorer.page.keyboard.press("Enter")
    assert [line["title"] for line in explorer.lines] == ["allied with"]
    assert rows(explorer) == 1


def test_an_event_class_takes_its_lines_with_it(opened, resolution):
    explorer = opened(resolution)
    before = rows(explorer)
    explorer.page.get_by_role("checkbox", name="Attack").uncheck()
    assert rows(explorer) == before - 4


def test_a_relation_can_be_hidden(opened, resolution):
    explorer = opened(resolution)
    before = len(explorer.lines)
    explorer.page.click("#facet-predicates summary")
    explorer.page.get_by_role("checkbox", name="allied with").uncheck()
    assert len(explorer.lines) == before - 2


def test_a_publisher_can_be_hidden(opened, resolution):
    explorer = opened(resolution)
    explorer.page.click("#facet-outlets summary")
    explorer.page.get_by_role("button", name="Only Harbour Post").focus()
    explorer.page.keyboard.press("Enter")
    explorer.page.click("#view-table")
    assert set(explorer.page.locator("#table tbody td:nth-child(6)").all_inner_texts()) == {"Harbour Post Read"}


def test_confidence_has_a_floor(opened, resolution):
    explorer = opened(resolution)
    before = rows(explorer)
    explorer.page.evaluate(SLIDE, ["score", "0.85"])
    assert rows(explorer) == before - 1
    assert "confidence ≥ 0.85" in explorer.page.inner_text("#legend .chips")


def test_independent_sources_have_a_floor(opened, resolution):
    explorer = opened(resolution)
    explorer.page.evaluate(SLIDE, ["sources", "2"])
    explorer.page.click("#view-table")
    texts = explorer.page.locator("#table tbody td:first-child div:first-child").all_inner_texts()
    assert texts
    assert all(text.startswith("Attack") for text in texts)


def test_only_what_one_says_can_be_kept(opened, resolution):
    explorer = opened(resolution, "#estmark-defence-ministry")
    explorer.page.get_by_role("button", name="Only what it says").click()
    explorer.page.click("#view-table")
    assert set(explorer.page.locator("#table tbody td:nth-child(3)").all_inner_texts()) == {"Estmark defence ministry"}


def test_a_filter_is_a_chip_that_takes_it_back(opened, resolution):
    explorer = opened(resolution)
    before = explorer.drawn
    explorer.page.get_by_label("Person", exact=False).first.uncheck()
    explorer.page.get_by_role("button", name="Remove filter: 1 kinds hidden").click()
    assert explorer.drawn == before


def test_counts_follow_the_other_filters(opened, resolution):
    explorer = opened(resolution)
    count = "#facet-hows li:has-text('speculative') .count"
    assert explorer.page.inner_text(count) == "2"
    explorer.page.get_by_label("Person", exact=False).first.uncheck()
    assert explorer.page.inner_text(count) == "1"


def test_focus_stays_on_the_filter_that_was_used(opened, resolution):
    explorer = opened(resolution)
    box = explorer.page.get_by_role("checkbox", name="Person")
    box.focus()
    explorer.page.keyboard.press("Space")
    assert explorer.page.evaluate("document.activeElement.dataset.key") == "types Person"
