"""What an HTML page says about its article in markup: headline, outlet, authors, address, date, language.

Dates are taken only from publication metadata (meta tags, JSON-LD, `<time>`) and from a full date in the address,
never from modification or copyright dates; dates in visible text are left to `reference`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from kg.read.article import Given
from kg.read.dates import date_in_address, parse_date

_PUBLISHED = frozenset(
    "articlepublishedtime articlepublished ogpublishedtime publishedtime datepublished publishdate publicationdate "
    "pubdate publishtime dcdate dcdateissued dcdatecreated dctermsdate dctermsissued dctermscreated parselypubdate "
    "sailthrudate originalpublicationdate citationpublicationdate articledatepublished publisheddate releasedate "
    "datereleased date issued".split()
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_JSON_LD = "application/ld+json"
_SUFFIX = re.compile(r"\s+(?:[|–—•·:»]|-{1,2})\s+")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|for|was|with|said)\b", re.IGNORECASE)


def page_data(tree: Any) -> Given:
    """The metadata of a parsed page (an lxml tree, left as it is)."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, extensive=False)
    source = _outlet(tree, found.sitename, found.hostname or "")
    return Given(
        title=_headline(tree, found.title, source),
        source=source,
        byline=_byline(found.author),
        url=found.url,
        published=_published(tree, found.url or ""),
        language=_language(tree),
    )


def words(element: Any) -> str:
    """The visible words of an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def _published(tree: Any, url: str) -> dt.date | None:
    return next((day for day in map(parse_date, _stated_dates(tree)) if day), None) or date_in_address(url)


def _stated_dates(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if re.sub(r"[^a-z]", "", name.lower()) in _PUBLISHED:
            yield meta.xpath("string(@content)")
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == _JSON_LD:
            yield from _JSON_DATE.findall(script.text or "")
    for element in tree.xpath("//*[@itemprop='datePublished']|//time[@pubdate]|//time[contains(@class,'publi')]"):
        yield element.xpath("string(@datetime)") or element.xpath("string(@content)") or words(element)


def _outlet(tree: Any, sitename: str | None, hostname: str) -> str | None:
    """The outlet by the name readers know: of the names the page uses, the one most like its address."""
    titles = [words(title) for title in tree.xpath("//head/title")][:1]
    tails = [part for title in titles for part in _SUFFIX.split(title)[1:]]
    named = [name.strip() for name in (*_site_names(tree), sitename) if name and name.strip()]
    like = [name for name in (*named, *reversed(tails)) if _is_like(name, hostname)]
    latin = [name for name in named if name.isascii()]
    choice = next(iter((*like, *latin, *named)), None)
    return None if choice is None or choice.lower() == hostname.lower() else choice


def _site_names(tree: Any) -> list[str]:
    return [str(name) for name in tree.xpath("//meta[@property='og:site_name' or @name='og:site_name']/@content")]


def _is_like(name: str, hostname: str) -> bool:
    plain = re.sub(r"[^a-z0-9]", "", re.sub(r"^the ", "", name.lower()))
    return len(plain) > 1 and "." not in name and plain in re.sub(r"[^a-z0-9]", "", hostname.lower())


def _headline(tree: Any, title: str | None, source: str | None) -> str | None:
    """The headline as printed: the h1 that the page's title begins with, else that title without the outlet."""
    full = " ".join((title or next((words(t) for t in tree.xpath("//head/title")), "")).split())
    heads = [words(h1) for h1 in tree.iter("h1")]
    printed = next((head for head in heads if len(head) > 10 and full.casefold().startswith(head.casefold())), None)
    if printed or not full:
        return printed or (heads[0] if len(heads) == 1 and heads[0] else None)
    parts = _SUFFIX.split(full)
    outlets = {name.casefold() for name in (source, *_site_names(tree)) if name}
    while len(parts) > 1 and parts[-1].casefold() in outlets:
        full = full[: full.rindex(parts.pop())].rstrip(" |–—•·:»-")
    return full


def _byline(author: str | None) -> str | None:
    return ", ".join(part.strip() for part in author.split(";") if part.strip()) or None if author else None


def _language(tree: Any) -> str:
    """The page's language, unless its text is plainly English: templates often state the site's, not the article's."""
    declared = re.match(r"[a-z]{2,3}\b", (tree.get("lang") or tree.get("xml:lang") or "en").lower())
    paragraphs = " ".join(words(p) for p in tree.iter("p"))
    is_english = len(_ENGLISH.findall(paragraphs)) > 0.1 * (paragraphs.count(" ") + 1)
    return "en" if is_english or not declared else declared.group()
