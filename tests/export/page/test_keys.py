"""The keyboard does all that the mouse can."""


def test_arrows_walk_from_neighbour_to_neighbour_and_enter_reads(opened, resolution):
    explorer = opened(resolution)
    explorer.page.focus("#graph")
    explorer.page.keyboard.press("ArrowRight")
    first = explorer.title
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        explorer.page.keyboard.press(key)
        if explorer.title != first:
            break
    assert explorer.title not in {first, "Overview"}
    explorer.page.keyboard.press("Enter")
    assert explorer.page.evaluate("document.activeElement.id") == "panel"
    explorer.page.keyboard.press("Escape")
    assert explorer.title == "Overview"


def test_views_and_help_have_their_keys(opened, resolution):
    explorer = opened(resolution)
    for key, visible in (("t", "#table"), ("a", "#reader"), ("g", "#graph")):
        explorer.page.keyboard.press(key)
        assert explorer.page.is_visible(visible)
    explorer.page.keyboard.press("?")
    assert explorer.page.is_visible("#help")
    explorer.page.keyboard.press("Escape")
    assert explorer.page.is_hidden("#help")


def test_letters_typed_into_a_box_are_letters(opened, resolution):
    explorer = opened(resolution)
    explorer.page.focus("#search")
    explorer.page.keyboard.type("tag")
    assert explorer.page.input_value("#search") == "tag"
    assert explorer.page.is_visible("#graph")


def test_what_is_chosen_is_announced(opened, resolution):
    explorer = opened(resolution)
    explorer.page.fill("#search", "sudland")
    explorer.page.keyboard.press("Enter")
    assert explorer.page.inner_text("#live").startswith("Sudland, State, 1 neighbour")


def test_everything_that_has_focus_shows_it(opened, resolution):
    explorer = opened(resolution, "#ana-reyl")
    unseen = []
    for _ in range(40):
        explorer.page.keyboard.press("Tab")
        width = explorer.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if width == "none":
            unseen.append(explorer.page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    assert unseen == []
