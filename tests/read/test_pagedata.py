import datetime as dt

import pytest
from lxml import html

from kg.read.article import Given
from kg.read.pagedata import page_data

DAY = dt.date(2021, 3, 3)


def data(
    head: str = "", body: str = "<p>No ferry left the island and nobody said that it would.</p>", lang: str = "en"
) -> Given:
    return page_data(html.document_fromstring(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-03-03T00:00:00+08:00">',
        '<meta name="DC.date.issued" content="2021-03-03">',
        '<meta itemprop="datePublished" content="2021-03-03">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-03T23:59:00-05:00"}]}</script>',
        '<script type="application/ld+json">{broken, "datePublished": "2021-03-03"</script>',
        '<link rel="canonical" href="https://news.example/world/2021/03/03/ferry">',
    ],
)
def test_publication_dates_of_the_markup(head: str) -> None:
    assert data(head).published == DAY


def test_a_time_element_of_publication() -> None:
    assert data(body='<time itemprop="datePublished" datetime="2021-03-03">today</time>').published == DAY


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2021-03-03">',
        '<meta name="copyright" content="2021">',
        '<script type="application/ld+json">{"dateModified": "2021-03-03"}</script>',
        "<title>Storm of 2021-03-03</title>",
    ],
)
def test_other_dates_are_not_taken(head: str) -> None:
    assert data(head).published is None


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="og:site_name" content="Harbour Post">', "Harbour Post"),
        (
            '<title>Ferry - Harbour Post</title><meta property="og:site_name" content="ハーバー">'
            '<link rel="canonical" href="https://www.harbourpost.example/1">',
            "Harbour Post",
        ),
        ('<link rel="canonical" href="https://www.harbourpost.example/1">', None),
        ("", None),
    ],
)
def test_the_outlet_by_the_name_readers_know(head: str, source: str | None) -> None:
    assert data(head).source == source


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Storm closes harbour - Harbour Post</title>", "<h1>Storm closes harbour</h1>"),
        (
            '<title>Storm closes harbour | Harbour Post</title><meta property="og:site_name" content="Harbour Post">',
            "<p>No ferry left.</p>",
        ),
        ("", "<h1>Storm closes harbour</h1>"),
    ],
)
def test_the_headline_has_no_outlet(head: str, body: str) -> None:
    assert data(head, body).title == "Storm closes harbour"


def test_authors_and_address() -> None:
    found = data(
        '<meta name="author" content="Jane Roe"><link rel="canonical" href="https://news.example/1">',
    )
    assert (found.byline, found.url) == ("Jane Roe", "https://news.example/1")


def test_english_text_is_english_whatever_the_template_says() -> None:
    assert data(lang="zh-TW").language == "en"


def test_another_language_is_believed() -> None:
    assert data(body="<p>Ingen ferge gikk fra øya på tirsdag.</p>", lang="nb-NO").language == "nb"
