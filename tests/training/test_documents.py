"""Words are cut as the annotator cuts running text, and spans move along; sentences are our own."""

from training import documents


def test_spans_of_tags():
    tags = ["B-per", "I-per", "B-per", "O", "I-geo", "I-org"]
    assert documents.bio_spans(tags) == [(0, 2, "per"), (2, 3, "per"), (4, 5, "geo"), (5, 6, "org")]


def test_words_are_cut_as_the_annotator_cuts_them_and_spans_move_along():
    words, spans = documents.retokenise(["Spanish-born", "Ada", "didn't"], [(0, 1, "Demonym"), (1, 2, "Person")])
    assert words == ["Spanish", "-", "born", "Ada", "did", "n't"]
    assert spans == [[0, 3, "Demonym"], [3, 4, "Person"]]


def test_a_clitic_stays_whole_and_an_initial_keeps_its_stop():
    given = ["Norway", "'s", "Ada", "C.", "Roe", "did", "n't", "sail"]
    assert documents.retokenise(given, [(2, 5, "Person")]) == (given, [[2, 5, "Person"]])


def test_marks_lose_their_article_and_those_inside_a_word_are_dropped(surfaces):
    text = "The Harbour Union sued the shipyard."
    marks = [(0, 17, "Organization"), (27, 31, "Facility")]
    sentence = documents.offsets_sentence(text, 0, len(text), marks, "grobid")
    assert surfaces(sentence) == [("Harbour Union", "Organization")]
