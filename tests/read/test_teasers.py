from lxml import html

from kg.read.pagedata import words
from kg.read.teasers import prune

PROSE = "<p>No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go.</p>"


def left(body: str, title: str | None = None) -> str:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    prune(tree, title)
    return words(tree)


def test_a_paragraph_that_is_one_link_goes() -> None:
    assert "sold" not in left(f"{PROSE}<p><a href='/2'>Ferry firm to be sold soon</a></p>")


def test_a_paragraph_with_a_link_stays() -> None:
    assert "sold" in left(f"{PROSE}<p>The firm is to be <a href='/2'>sold</a> to a bank, it said.</p>")


def test_an_article_inside_an_unclosed_link_stays() -> None:
    assert "ferry" in left(f"<a href='#top'><div>{PROSE}{PROSE}</div>")


def test_a_link_around_a_captioned_picture_stays() -> None:
    assert "pier" in left(f"{PROSE * 4}<a href='/p'><figure><figcaption><p>The pier</p></figcaption></figure></a>")


def test_the_box_of_a_marker_goes_and_the_text_behind_it_stays() -> None:
    found = left(f"<div>{PROSE}<div><h3>Related stories</h3><p>Firm sold</p></div> tail</div>")
    assert found.endswith("would go. tail")


def test_a_marker_beside_the_article_takes_only_the_list_behind_it() -> None:
    found = left(f"<div>{PROSE}<h3>Related</h3><ul><li>Firm sold</li></ul>{PROSE.replace('Tuesday', 'Friday')}</div>")
    assert "Firm" not in found
    assert "Tuesday" in found
    assert "Friday" in found


def test_the_part_with_the_headline_never_goes() -> None:
    assert "Storm" in left(f"<div><span>Comments</span><h1>Storm</h1></div>{PROSE}", title="Storm")


def test_scripts_go() -> None:
    assert left(f"<script>var a = 1</script>{PROSE}").startswith("No ferry")
