"""Search: names, aliases and sentences, by keyboard."""


def test_search_by_keyboard_reads_an_alias_and_opens_the_evidence(opened, resolution):
    explorer = opened(resolution)
    explorer.page.keyboard.press("/")
    explorer.page.keyboard.type("ANA rey")
    explorer.page.keyboard.press("ArrowDown")
    explorer.page.keyboard.press("ArrowUp")
    explorer.page.keyboard.press("Enter")
    assert explorer.title == "Ana Reyl"
    assert "Also called Reyl" in explorer.panel
    assert explorer.page.evaluate("document.activeElement.id") == "panel"


def test_search_reveals_what_is_not_drawn(opened, resolution):
    explorer = opened(resolution)
    before = explorer.drawn
    explorer.page.fill("#search", "harbour post")
    explorer.page.keyboard.press("Enter")
    assert explorer.drawn == before + 1
    assert "Says about others" in explorer.panel


def test_words_of_a_sentence_lead_to_its_statement(opened, resolution):
    explorer = opened(resolution)
    explorer.page.fill("#search", "fire a single shot")
    assert "in sentence" in explorer.page.inner_text("#results")
    explorer.page.keyboard.press("Enter")
    assert "We did not fire a single shot" in explorer.page.inner_text("#panel blockquote >> nth=0")


def test_what_is_not_there_is_said(opened, resolution):
    explorer = opened(resolution)
    explorer.page.fill("#search", "zebra")
    assert explorer.page.inner_text("#results") == "No name, alias or sentence like this"
    explorer.page.keyboard.press("Escape")
    assert explorer.page.is_hidden("#results")
