"""Whom the annotator's chains make a mention go back to."""

from dataclasses import replace

from kg.extract.coreference.chains import Chains
from kg.model import Chain, DocumentId, Kind, Link, Mention, MentionId, Span

NAME = Link(0, 0, 2, 1, Kind.NAME)


def mention(id_: str, sentence: int, head: int, kind: Kind) -> Mention:
    return Mention(MentionId(id_), DocumentId("d"), Span(0, 1), id_, "Person", kind, 0.9, sentence, head)


class Held(dict):
    """Mentions by id, with the words that head them."""

    def __init__(self, *found: Mention) -> None:
        super().__init__({m.id: m for m in found})
        self.at = {(m.sentence, m.head): m.id for m in found}


def antecedents(held: Held, of: str, *links: Link) -> list[str]:
    return [m.id for m in Chains([Chain(links)], held).antecedents(held[of])]  # type: ignore[arg-type]


ROE, SHE, HER = (
    mention("Roe", 0, 1, Kind.NAME), mention("she", 1, 0, Kind.PRONOUN), mention("her", 2, 3, Kind.PRONOUN),
)  # fmt: skip


def test_a_pronoun_goes_back_link_by_link():
    links = (NAME, Link(1, 0, 1, 0, Kind.PRONOUN, 0, 0.9), Link(2, 3, 4, 3, Kind.PRONOUN, 1, 0.9))
    assert antecedents(Held(ROE, SHE, HER), "her", *links) == ["she", "Roe"]


def test_an_unlikely_link_is_not_followed():
    links = (NAME, Link(1, 0, 1, 0, Kind.PRONOUN, 0, 0.4))
    assert antecedents(Held(ROE, SHE), "she", *links) == []


def test_what_extraction_made_no_mention_of_is_passed_over():
    links = (NAME, Link(1, 0, 1, 0, Kind.PRONOUN, 0, 0.9), Link(2, 3, 4, 3, Kind.PRONOUN, 1, 0.9))
    assert antecedents(Held(ROE, HER), "her", *links) == ["Roe"]


def test_a_pronoun_of_somebody_outside_the_chain_is_passed_for_the_name_after_it():
    outsider, again = mention("Moe", 0, 5, Kind.NAME), mention("Roe again", 1, 9, Kind.NAME)
    she, again = replace(SHE, antecedent=outsider.id), replace(again, span=Span(5, 8))
    links = (NAME, Link(1, 0, 1, 0, Kind.PRONOUN, 0, 0.9), Link(1, 9, 10, 9, Kind.NAME, 0, 0.9))
    links = (*links, Link(2, 3, 4, 3, Kind.PRONOUN, 1, 0.9))
    her = replace(HER, span=Span(9, 12))
    assert antecedents(Held(ROE, outsider, she, again, her), "her", *links) == ["Roe again", "Roe"]
    assert antecedents(Held(ROE, SHE, again, her), "her", *links) == ["she", "Roe"]


def test_a_name_goes_back_to_nothing():
    links = (NAME, Link(1, 0, 1, 0, Kind.NAME, 0, 1.0))
    other = mention("Roe again", 1, 0, Kind.NAME)
    assert antecedents(Held(ROE, other), "Roe again", *links) == []
