"""What the editor is made of."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.query import PREFIXES
from kg.serve import pages
from tests.serve.client import Server


def test_every_query_of_the_examples_is_listed_with_what_it_asks() -> None:
    found = pages.queries()
    examples = Path(__file__).resolve().parents[2] / "examples" / "queries"
    assert [q["name"] for q in found] == sorted(path.stem for path in examples.glob("*.rq"))
    assert all(q["asks"] and q["asks"] in q["text"] for q in found)


def test_a_page_without_tools_is_served_as_it_is() -> None:
    assert pages.with_link(b"<p>x</p>") == b"<p>x</p>"


def test_the_ontology_can_be_completed() -> None:
    terms = {t["name"]: t for t in pages.vocabulary(PREFIXES)["terms"]}
    assert terms["kg:leaderOf"] == {
        "name": "kg:leaderOf", "kind": "property", "label": "leader of",
        "comment": "Heads it or commands it, by office or in fact.",
    }  # fmt: skip
    assert [terms[n]["kind"] for n in ("kg:Attack", "kg:Claim", "kg:evidence", "kg:killed", "kg:Denied")] == [
        "class", "class", "property", "property", "modality",
    ]  # fmt: skip


def test_every_word_that_is_offered_can_be_asked_for() -> None:
    words = " ".join(f"?s ?p {t['name']} ." for t in pages.vocabulary(PREFIXES)["terms"])
    assert isinstance(ox.Store().query(f"ASK {{ {words} }}", prefixes=PREFIXES), ox.QueryBoolean)


@pytest.mark.parametrize(("name", "media_type"), pages.FILES.items())
def test_every_file_is_served_as_what_it_is(server: Server, name: str, media_type: str) -> None:
    reply = server.ask(f"page/{name}")
    assert (reply.status, reply.media_type) == (200, media_type)
    assert name in pages.read("query.html")
