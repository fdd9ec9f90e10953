"""Fixtures that more than one folder of tests uses."""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg import pipeline
from kg.annotate.neural import Annotator
from kg.extract import Article
from kg.model import Basis, Document, DocumentId, Event, Extraction, Literal, Mention, MentionId, Span
from kg.ontology import Ontology, load

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("kg", deadline=None)  # a busy machine is no failure
settings.load_profile("kg")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and gold graphs that are not part of the project: beside the checkout, or KG_SHARED.

    Tests that need it are skipped where it is absent, but fail when CI is set: there it must not go missing unseen.
    """
    folder = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
    if folder.is_dir():
        return folder
    reason = f"no evaluation data at {folder}; set KG_SHARED to where they lie"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Reading:
    """What was extracted from one text, in words: mentions by their text, statements as tuples of texts."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.extraction: Extraction = article.extraction()
        self.document = article.document
        self.mentions = {m.id: m for m in self.extraction.mentions}

    def root(self, key: MentionId) -> Mention:
        """The mention at the start of the chain that the text itself gives."""
        mention = self.mentions[key]
        while mention.antecedent is not None:
            mention = self.mentions[mention.antecedent]
        return mention

    def named(self, text: str) -> list[Mention]:
        """All mentions, kept or not, with these very words."""
        return [m for m in self.article.mentions.all.values() if m.text == text]

    def types(self, text: str) -> set[str]:
        return {m.type for m in self.named(text)}

    def words(self, key: MentionId) -> str:
        return self.root(key).text

    @property
    def relations(self) -> set[tuple[str, str, str]]:
        """(relation, subject, object), each end by the first words that name it."""
        return {
            (r.type, self.words(r.subject), r.object.value if isinstance(r.object, Literal) else self.words(r.object))
            for r in self.extraction.relations
        }

    def events(self, trigger: str) -> list[Event[MentionId]]:
        """The events whose trigger is this word."""
        return [e for e in self.extraction.events if e.trigger.of(self.document.text) == trigger]

    def event(self, trigger: str) -> Event[MentionId]:
        """The one event of this trigger."""
        found = self.events(trigger)
        seen = [e.trigger.of(self.document.text) for e in self.extraction.events]
        assert len(found) == 1, f"{len(found)} events at '{trigger}' in: {self.document.text!r}; triggers: {seen}"
        return found[0]

    def roles(self, trigger: str) -> dict[str, set[str]]:
        """Role to the first words that name its fillers."""
        out: dict[str, set[str]] = {}
        for role in self.event(trigger).roles:
            out.setdefault(role.name, set()).add(self.words(role.filler))
        return out

    def sources(self, trigger: str) -> set[str]:
        return {self.words(s) for c in self.event(trigger).claims for s in c.sources}


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The ontology that kg ships with."""
    return load()


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The shipped model, loaded once."""
    return Annotator(threads=1)


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Makes a document of a text; its lines are its body, and Wednesday 15 May 2024 its day."""

    def make(text: str, path: str = "desk.txt", **fields: object) -> Document:
        digest = hashlib.sha256(text.encode()).hexdigest()
        body, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                body.append(Span(start, start + len(line)))
            start += len(line) + 1
        given = {"body": tuple(body), "reference_date": dt.date(2024, 5, 15), "reference_basis": Basis.EXPLICIT}
        return Document(DocumentId(digest[:16]), text, digest, path, **(given | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def reading(annotator: Annotator, ontology: Ontology, document: Callable[..., Document]) -> Callable[..., Reading]:
    """Reads a text through the real annotator and extraction; every text once per session."""
    known: dict[str, Reading] = {}

    def read(text: str) -> Reading:
        if text not in known:
            article = document(text)
            known[text] = Reading(Article(article, annotator.annotate(article, with_chains=True), ontology))
        return known[text]

    return read


INBOX = {
    "01-engineers.txt": """Kenya sends engineers to Mozambique

LISBON, May 14, 2024 (Desk Wire) — Kenya has sent an engineering battalion to Mozambique to clear mines, Defence \
Minister Grace Odera said on Monday.

“Our engineers go to save lives,” Odera told reporters in Lisbon. Rebels killed nine soldiers in Mali in April 😀.
""",
    "02-return.md": """---
title: Battalion returns
date: 2024-06-05
source: Rift Valley Herald
---

# Battalion returns

Kenya withdrew its troops from Mozambique on Monday. Grace Odera, the defence minister, met officials in Lisbon.

Mozambique denied that its army had attacked Rwanda. Belarus is not an ally of Russia.
""",
    "03-test.html": """<html><head><title>India tests a missile</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-05-17T08:00:00Z">
</head><body><article><h1>India tests a missile</h1>
<p>India tested a ballistic missile on Thursday, the government said. Norway may send troops to Mali.</p>
<p>Canada imposed sanctions on Belarus &amp; on Iran on Friday, according to Reuters. The sanctions last a year.</p>
</article></body></html>
""",
}
"""Three articles of our own, one per kind of file."""


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three articles, and of three files that are none: empty, broken, not text."""
    folder = tmp_path_factory.mktemp("inbox")
    for name, text in INBOX.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "04-empty.txt").write_bytes(b"")
    (folder / "05-broken.json").write_text('{"text": "Uganda attacked', encoding="utf-8")
    (folder / "06-binary.txt").write_bytes(bytes(range(256)) * 20)
    return folder


@pytest.fixture(scope="session")
def built(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of `inbox`."""
    out = tmp_path_factory.mktemp("out")
    pipeline.build([str(inbox)], out)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for all tests that need one: playwright starts only once in a process."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no chromium; set CHROMIUM to its path")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
