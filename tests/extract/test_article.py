"""Article: one extraction, complete in itself, of whatever the text is."""

import pytest

from kg.extract import extract
from kg.model import Literal, Parse, Span

TEXT = """Kenya sends engineers to Mozambique

Kenya has sent an engineering battalion to Mozambique to clear mines, Defence Minister Grace Odera said on Monday.
The battalion left Nairobi on Sunday. “Our troops will save lives,” she told reporters in Lisbon.
Mozambique denied that its army attacked a village, killing at least 11 people, according to officials.
Grace Odera and her husband, Daniel Odera, attended a concert in Lisbon.
"""


@pytest.fixture
def extraction(reading):
    return reading(TEXT).extraction


def test_something_of_every_kind_is_found(extraction):
    assert extraction.mentions
    assert extraction.relations
    assert extraction.events


def test_every_reference_is_a_mention_that_was_kept(extraction):
    kept = {m.id for m in extraction.mentions}
    used = {r.filler for e in extraction.events for r in e.roles}
    used |= {r.subject for r in extraction.relations}
    used |= {r.object for r in extraction.relations if not isinstance(r.object, Literal)}
    claims = [c for x in [*extraction.events, *extraction.relations] for c in x.claims]
    used |= {s for c in claims for s in c.sources} | {c.via for c in claims if c.via}
    used |= {m.antecedent for m in extraction.mentions if m.antecedent}
    assert used <= kept


def test_every_link_is_to_an_event_of_the_article(extraction):
    ids = {e.id for e in extraction.events}
    assert {e for x in extraction.events for _, e in x.links} <= ids
    assert {c.made_in for x in extraction.events for c in x.claims if c.made_in} <= ids


def test_ids_are_unique(extraction):
    assert len({m.id for m in extraction.mentions}) == len(extraction.mentions)
    assert len({e.id for e in extraction.events}) == len(extraction.events)


def test_every_type_and_role_is_in_the_ontology(extraction, ontology):
    assert {m.type for m in extraction.mentions} <= ontology.entities.keys()
    assert {r.type for r in extraction.relations} <= ontology.relations.keys()
    assert {e.type for e in extraction.events} <= ontology.events.keys()
    assert {r.name for e in extraction.events for r in e.roles} <= ontology.roles.keys()
    assert {c.name for e in extraction.events for c in e.counts} <= ontology.counts.keys()


def test_every_claim_has_evidence_and_a_score(extraction):
    for item in [*extraction.events, *extraction.relations]:
        for claim in item.claims:
            assert claim.document == extraction.document.id
            assert claim.spans
            assert 0 < claim.score <= 1
            assert claim.method


def test_cues_and_quotes_stand_in_their_evidence(extraction):
    for item in [*extraction.events, *extraction.relations]:
        for claim in item.claims:
            evidence = [s.of(TEXT) for s in claim.spans]
            for words in filter(None, (claim.cue, claim.quote)):
                assert any(words in e for e in evidence)


def test_the_same_parse_gives_the_same_extraction(annotator, document, ontology):
    article = document(TEXT)
    parse = annotator.annotate(article, with_chains=True)
    assert extract(article, parse, ontology) == extract(article, parse, ontology)


def test_an_empty_article_has_nothing_to_say(document, ontology):
    article = document("")
    found = extract(article, Parse(article.id, ()), ontology)
    assert (found.mentions, found.relations, found.events) == ((), (), ())


def test_what_was_not_read_is_passed_on(document, ontology):
    article = document("Unreadable.")
    unread = (Span(0, 11),)
    assert extract(article, Parse(article.id, (), unread), ontology).unread == unread


@pytest.mark.parametrize("text", ["...", "😀", "?", "(", "of", "Said.", "The the the.", "“", "- - -"])
def test_odd_texts_are_extracted(reading, text):
    assert reading(text).extraction.document.text == text


def test_a_thing_parted_from_who_gets_it_stays_the_same_mention(reading):
    found = reading("France bought and is sending Chad medical aid owned by Airbus.").extraction
    kept = {m.id: m.text for m in found.mentions}
    assert [kept[r.subject] for r in found.relations if r.type == "ownedBy"] == ["medical aid"]
    assert all(r.filler in kept for e in found.events for r in e.roles)
