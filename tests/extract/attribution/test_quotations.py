"""Who speaks a quotation, and in which words."""

from kg.model import Modality


def test_a_quotation_is_verbatim(reading):
    text = "“Norway has sent troops to Mali,” the president said."
    (claim,) = reading(text).event("sent").claims
    assert claim.quote == "Norway has sent troops to Mali"
    assert claim.quote in text


def test_a_quotation_in_the_next_sentence_has_the_same_speaker(reading):
    text = "“We are proud,” Lena Ortiz said. “Norway has sent troops to Mali.”"
    found = reading(text)
    assert found.sources("sent") == {"Lena Ortiz"}
    assert found.event("sent").claims[0].modality is Modality.REPORTED


def test_without_a_quotation_there_is_no_quote(reading):
    (claim,) = reading("The president said Norway had sent troops to Mali.").event("sent").claims
    assert claim.quote is None


def test_a_quotation_of_two_sentences_is_quoted_sentence_by_sentence(reading):
    text = "“We will hold. Our troops killed 30 rebels on Monday,” General Omar Haddad told reporters in Tunis."
    (claim,) = reading(text).event("killed").claims
    assert claim.quote == "Our troops killed 30 rebels on Monday"
    assert all(claim.quote in span.of(text) for span in claim.spans)
