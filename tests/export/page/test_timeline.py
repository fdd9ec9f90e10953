"""The timeline: events with their bounds, publication days, and a window that filters."""


def test_a_day_is_a_point_and_a_month_a_stretch(opened, resolution):
    explorer = opened(resolution)
    assert explorer.page.locator("#lanes .event.point").count() == 1
    assert explorer.page.locator("#lanes .event.stretch:not(.open-left)").count() == 1


def test_an_open_end_is_shown_as_open(opened, resolution):
    explorer = opened(resolution)
    assert explorer.page.inner_text("#lanes .open-left .name").startswith("◂ Killing")


def test_an_event_opens_by_click_and_an_article_by_its_mark(opened, resolution):
    explorer = opened(resolution)
    explorer.page.click("#lanes .event.point")
    assert explorer.title.startswith("Attack")
    explorer.page.locator("#lanes .published").first.click()
    assert explorer.page.is_visible("#article")


def test_brushing_filters_the_graph_and_the_address_keeps_it(opened, resolution):
    explorer = opened(resolution)
    box = explorer.page.locator("#brush").bounding_box()
    explorer.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 10)
    explorer.page.mouse.down()
    explorer.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 10, steps=4)
    explorer.page.mouse.up()
    titles = explorer.page.evaluate("network.body.data.nodes.get().map((node) => node.title)")
    assert any(title.startswith("Deployment") for title in titles)
    assert not any(title.startswith("Attack") for title in titles)
    assert "windowed=1" in explorer.fragment
    explorer.page.get_by_role("button", name="Whole range").click()
    assert explorer.drawn == 14


def test_the_window_moves_by_keyboard(opened, resolution):
    explorer = opened(resolution)
    handle = explorer.page.get_by_role("slider", name="Window start")
    before = int(handle.get_attribute("aria-valuenow"))
    handle.focus()
    explorer.page.keyboard.press("ArrowRight")
    explorer.page.keyboard.press("Shift+ArrowRight")
    handle = explorer.page.get_by_role("slider", name="Window start")
    assert int(handle.get_attribute("aria-valuenow")) == before + 8
    assert explorer.page.evaluate("document.activeElement.id") == "window-start"


def test_without_dates_there_is_no_timeline(opened, resolution):
    from dataclasses import replace

    from kg.model import TimeBounds

    events = tuple(replace(e, time=TimeBounds()) for e in resolution.events)
    documents = tuple(replace(d, reference_date=None) for d in resolution.documents)
    explorer = opened(replace(resolution, events=events, documents=documents))
    assert explorer.page.is_hidden("#timeline")
