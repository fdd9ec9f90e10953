"""The reader: the article whole, mentions and claims marked where they stand."""


def test_the_article_is_whole(opened, resolution):
    explorer = opened(resolution, "#&view=articles")
    pieces = "[...document.querySelectorAll('#article > p:not(.muted) > :not(.claims)')]"
    shown = explorer.page.evaluate(f"{pieces}.map((piece) => piece.textContent).join('')")
    first = resolution.documents[explorer.page.evaluate("Number(document.getElementById('pick-article').value)")]
    assert shown == first.text.replace("\n", "")


def test_a_mention_opens_its_entity_and_lights_all_its_mentions(opened, resolution):
    explorer = opened(resolution, f"#&view=articles&article={resolution.documents[0].id}")
    explorer.page.locator("#article .mention", has_text="Ana Reyl").click()
    assert explorer.title == "Ana Reyl"
    assert explorer.page.locator("#article .mention.chosen").all_inner_texts() == ["Ana Reyl", "Reyl"]


def test_a_sentence_tells_how_many_claims_rest_on_it(opened, resolution):
    explorer = opened(resolution, f"#&view=articles&article={resolution.documents[0].id}")
    explorer.page.locator("#article button.claims").last.click()
    assert explorer.page.evaluate("document.activeElement.id") == "panel"
    assert "allied with" in explorer.panel


def test_reading_in_the_article_goes_to_the_sentence(opened, resolution):
    explorer = opened(resolution, "#attack-0001")
    explorer.page.get_by_role("button", name="Read in article").first.click()
    assert explorer.page.locator("#article .found").count() == 1


def test_next_and_previous_turn_the_articles(opened, resolution):
    explorer = opened(resolution, "#&view=articles")
    title = explorer.page.inner_text("#article h2")
    explorer.page.get_by_role("button", name="Next").click()
    assert explorer.page.inner_text("#article h2") != title
    assert explorer.page.is_disabled("text=Next")
