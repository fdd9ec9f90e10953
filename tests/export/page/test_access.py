"""Accessibility: axe-core finds nothing in either theme, in any view; wide, narrow, and without motion."""

import pytest

VIEWS = ["", "#attack-0001", "#&view=table", "#&view=articles", "#&path=sudland~port-sall", "#sudland&steps=1"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


def violations(axe, explorer):
    found = axe.run(explorer.page, options=RULES).response["violations"]
    return [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(opened, resolution, axe, view, theme):
    explorer = opened(resolution, f"{view or '#'}&theme={theme}")
    assert violations(axe, explorer) == []


def test_axe_finds_no_violation_while_filtering_and_searching(opened, resolution, axe):
    explorer = opened(resolution)
    explorer.page.get_by_label("Person", exact=False).first.uncheck()
    explorer.page.click("#facet-predicates summary")
    explorer.page.keyboard.press("p")
    explorer.page.fill("#search", "estmark")
    assert violations(axe, explorer) == []


def test_axe_would_find_one(opened, resolution, axe):
    explorer = opened(resolution)
    explorer.page.evaluate("document.getElementById('fit').style.color = '#e0e0e0'")
    assert [rule for rule, _ in violations(axe, explorer)] == ["color-contrast"]


class TestDark:
    @pytest.fixture
    def look(self):
        return {"color_scheme": "dark"}

    def test_the_theme_follows_the_system_and_can_be_turned(self, opened, resolution):
        explorer = opened(resolution)
        ground = "getComputedStyle(document.body).backgroundColor"
        dark = explorer.page.evaluate(ground)
        explorer.page.click("#theme")
        assert explorer.page.evaluate("document.documentElement.dataset.theme") == "light"
        assert explorer.page.evaluate(ground) != dark


class TestNarrow:
    @pytest.fixture
    def look(self):
        return {"viewport": {"width": 390, "height": 800}, "has_touch": True}

    def test_nothing_is_wider_than_a_narrow_screen(self, opened, resolution, axe):
        explorer = opened(resolution, "#attack-0001")
        assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 390
        assert violations(axe, explorer) == []

    def test_the_timeline_waits_folded(self, opened, resolution):
        explorer = opened(resolution)
        assert explorer.page.is_hidden("#lanes")
        explorer.page.click("#fold-timeline")
        assert explorer.page.is_visible("#lanes")


class TestStill:
    @pytest.fixture
    def look(self):
        return {"reduced_motion": "reduce"}

    def test_nothing_moves_for_who_wants_it_still(self, opened, resolution):
        explorer = opened(resolution)
        explorer.page.fill("#search", "sudland")
        explorer.page.keyboard.press("Enter")
        before = explorer.page.evaluate("network.getViewPosition()")
        explorer.page.wait_for_timeout(350)
        assert explorer.page.evaluate("network.getViewPosition()") == before
