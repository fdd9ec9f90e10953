"""Claims: what names entities, and what has nothing to rename."""

import pytest

from kg.model import EntityId, EventId
from kg.resolve.claims import Claims


@pytest.fixture
def renamed(draft, ontology):
    """A claim of an article in which a speaker, a paper and a town are named, as `more` says."""
    d = draft("a")
    named = {"speaker": d.person("Omar Haddad"), "paper": d.organization("Lake Post", "Media"), "town": d.state("Chad")}
    ids = {m: EntityId(name) for name, m in named.items()}
    types = {EntityId("speaker"): "Person", EntityId("paper"): ontology.part("medium"), EntityId("town"): "Settlement"}
    claims = Claims(ids, types, {EventId("said"): EventId("speech-1")}, ontology)

    def rename(*sources, via=None, own=None, **more):
        claim = d.claim(*[named[s] for s in sources], via=named.get(via), **more)
        (found,) = claims.renamed([claim], own)
        return claim, found

    return rename


def test_an_article_s_own_voice_is_as_it_was(renamed):
    claim, found = renamed()
    assert found is claim


def test_only_who_can_speak_is_a_source(renamed):
    assert renamed("speaker", "town")[1].sources == ("speaker",)


def test_only_a_medium_carries_words(renamed):
    assert renamed("speaker", via="paper")[1].via == "paper"
    assert renamed("speaker", via="town")[1].via is None


def test_who_speaks_carries_no_words_of_their_own(renamed):
    assert renamed("paper", via="paper")[1].via is None


def test_a_claim_is_made_in_the_merged_speech_if_there_is_one(renamed):
    assert renamed("speaker", made_in=EventId("said"))[1].made_in == "speech-1"
    assert renamed("speaker", made_in=EventId("other"))[1].made_in is None


def test_no_speech_is_made_in_itself(renamed):
    assert renamed("speaker", made_in=EventId("said"), own=EventId("speech-1"))[1].made_in is None
