"""What a headline tells in short and the lead in full."""


def test_a_deed_of_the_headline_is_that_of_the_lead(reading):
    read = reading("Two suspects arrested in Bari\n\nA regional court says police arrested two smugglers.")
    (arrest,) = [e for e in read.extraction.events if e.fillers("target")]
    assert len(arrest.claims) == 2


def test_whom_the_headline_describes_is_whom_the_lead_tells_of(reading):
    read = reading("Two suspects arrested in Bari\n\nA regional court says police arrested two smugglers.")
    (short,) = read.named("Two suspects")
    assert read.article.mentions[short.id].antecedent == read.named("two smugglers")[0].id


def test_other_names_are_another_deed(reading):
    read = reading("Three guards killed in Mosul\n\nThree guards were killed in Quetta on Friday.")
    assert len([e for e in read.extraction.events if e.fillers("place")]) == 2


def test_as_many_others_are_another_deed(reading):
    read = reading("Three farmers killed in Mali\n\nRebels killed ten farmers in Mali on Friday.")
    assert len([e for e in read.extraction.events if e.counts]) == 2


def test_a_sentence_is_no_headline(reading):
    read = reading("Two suspects were arrested in Bari.\n\nA regional court says police arrested two smugglers.")
    assert len([e for e in read.extraction.events if e.fillers("target")]) == 2


def test_an_office_is_not_anybodys(reading):
    read = reading("Kenyan president arrives in Lisbon for talks\n\nUgandan President Ida Roos arrived in Lisbon, too.")
    assert len([e for e in read.extraction.events if e.fillers("destination")]) == 2


def test_what_a_headline_says_somebody_says_is_one_statement(reading):
    found = reading("Lena Ortiz promises aid to Mali\nPresident Lena Ortiz promised aid to Mali in Nairobi.")
    assert len([e for e in found.extraction.events if e.type == "PublicStatement"]) == 1


def test_what_another_speaker_says_is_another_statement(reading):
    found = reading("Lena Ortiz promises aid to Mali\nPresident Omar Bello promised aid to Niger in Nairobi.")
    assert len([e for e in found.extraction.events if e.type == "PublicStatement"]) == 2


def test_whom_the_lead_tells_of_besides_is_not_whom_it_sends(reading):
    text = "The navy has sent troops to rescue sailors, officials said."
    (navy,) = reading(f"Navy Was Sent to Rescue Sailors Near Norway\n\n{text}").named("Navy")
    assert navy.antecedent is None
