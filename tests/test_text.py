"""Text: words and sentences are literal, ordered, complete, and cut where an English reader would."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import sentences, words

ODD = "\u00a0\u00ad\u200d\u0301\u2028\ufeff\r\n\t '’\"“”.,!?…-–—()$€%&/😀👩\u200d🚒éßЖ漢字عA1"
"""Characters that news carries and that rules forget: no-break space, soft hyphen, joiners, marks, line ends, emoji."""
texts = st.one_of(st.text(), st.text(alphabet=ODD), st.text(alphabet="aB1. '’-U.S\n\"", max_size=60))


def tokens(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


UNSEEN = {*"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff", *map(chr, range(0x2060, 0x206A))}
"""Joiners and marks of direction, which part words as white space does."""


def covered(spans: list[tuple[int, int]]) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


# ---------------------------------------------------------------- properties


@given(texts)
def test_words_are_ordered_and_never_overlap(text):
    spans = list(words(text))
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@given(texts)
def test_words_cover_every_character_that_is_seen(text):
    missed = set(range(len(text))) - covered(list(words(text)))
    assert all(text[i].isspace() or text[i] in UNSEEN for i in missed)


def test_a_mark_of_direction_is_no_part_of_a_word():
    assert tokens("Prime Minister\u200e Roe") == ["Prime", "Minister", "Roe"]


@given(texts)
def test_no_word_holds_white_space(text):
    assert not any(c.isspace() for token in tokens(text) for c in token)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_words_of_a_part_stay_inside_it(text, start, length):
    end = min(len(text), start + length)
    assert all(start <= a < b <= end for a, b in words(text, start, end))


@given(texts)
def test_sentences_are_ordered_trimmed_and_never_overlap(text):
    spans = list(sentences(text))
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@given(texts)
def test_sentences_cover_every_character_but_white_space(text):
    missed = set(range(len(text))) - covered(list(sentences(text)))
    assert all(text[i].isspace() for i in missed)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_sentences_of_a_part_stay_inside_it(text, start, length):
    end = min(len(text), start + length)
    assert all(start <= a < b <= end for a, b in sentences(text, start, end))


@given(texts)
def test_no_sentence_runs_over_a_line_break(text):
    assert not any(c in s for s in split(text) for c in "\n\r\u2028\u2029")


@given(texts)
def test_the_words_of_the_sentences_are_those_of_the_text_but_for_stops(text):
    """A sentence end may part a stop from its abbreviation; every other character keeps its word."""
    inside = covered([w for s in sentences(text) for w in words(text, *s)])
    assert inside == covered(list(words(text)))


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't go.", ["They", "did", "n't", "go", "."]),
        ("Peru’s envoy", ["Peru", "’s", "envoy"]),
        ("We're late, he'll wait", ["We", "'re", "late", ",", "he", "'ll", "wait"]),
        ("Mr. Roe met Gen. Doe.", ["Mr.", "Roe", "met", "Gen.", "Doe", "."]),
        ("John F. Kennedy", ["John", "F.", "Kennedy"]),
        ("the U.S. embassy", ["the", "U.S.", "embassy"]),
        ("at 9 a.m. sharp", ["at", "9", "a.m.", "sharp"]),
        ("on Dec. 31", ["on", "Dec.", "31"]),
        ("1,200.50 tonnes at 12:30", ["1,200.50", "tonnes", "at", "12:30"]),
        ("the 3rd and 21st", ["the", "3rd", "and", "21st"]),
        ("a long-range missile", ["a", "long", "-", "range", "missile"]),
        ("Quote: “Stay.”", ["Quote", ":", "“", "Stay", ".", "”"]),
        ("N'Djamena and O’Neill", ["N'Djamena", "and", "O’Neill"]),
        ("soldiers' boots", ["soldiers", "'", "boots"]),
        ("Wait... what?!", ["Wait", "...", "what", "?", "!"]),
        ("see https://desk.test/a?b=1 or a.b@desk.test", ["see", "https://desk.test/a?b=1", "or", "a.b@desk.test"]),
        ("ships — and planes -- left", ["ships", "—", "and", "planes", "--", "left"]),
        ("$5 and 40%", ["$", "5", "and", "40", "%"]),
        ("to\u00a0Rome", ["to", "Rome"]),
        ("No. 5 said: No.", ["No.", "5", "said", ":", "No", "."]),
        ("👩\u200d🚒 came", ["👩", "🚒", "came"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("cafe\u0301 owner", ["cafe\u0301", "owner"]),
    ],
)
def test_words(text, expected):
    assert tokens(text) == expected


def test_nothing_gives_no_words():
    assert tokens("") == tokens(" \n\t") == []


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell. Roads closed.", ["Rain fell.", "Roads closed."]),
        ("Is it true? Yes! It is.", ["Is it true?", "Yes!", "It is."]),
        ("Gen. Roe met Mr. Doe. They spoke.", ["Gen. Roe met Mr. Doe.", "They spoke."]),
        ("John F. Kennedy spoke. People came.", ["John F. Kennedy spoke.", "People came."]),
        ("It ends on Dec. 31 at noon. Then it closes.", ["It ends on Dec. 31 at noon.", "Then it closes."]),
        ("The U.S. Navy sailed. It docked.", ["The U.S. Navy sailed.", "It docked."]),
        ("He left on Mon. They stayed.", ["He left on Mon.", "They stayed."]),
        ("“We won.” They cheered.", ["“We won.”", "They cheered."]),
        ("“We won,” Roe said. “They lost.”", ["“We won,” Roe said.", "“They lost.”"]),
        ("“Did we win?” asked Roe.", ["“Did we win?” asked Roe."]),
        ('"Stop!" she said. He ran.', ['"Stop!" she said.', "He ran."]),
        ("Prices rose 1.5 percent. Wages fell.", ["Prices rose 1.5 percent.", "Wages fell."]),
        ("Wait... He came back.", ["Wait...", "He came back."]),
        ("A headline without a stop\nThe text begins.", ["A headline without a stop", "The text begins."]),
        ("One line\r\nanother line\r\n", ["One line", "another line"]),
        ("  padded  ", ["padded"]),
        (
            "Ferry sinks; 12 dead\nPEMBA, Dec. 31 (Desk) - A ferry sank.",
            ["Ferry sinks; 12 dead", "PEMBA, Dec. 31 (Desk) - A ferry sank."],
        ),
        ("It ends on Dec. 31. The talks go on.", ["It ends on Dec. 31.", "The talks go on."]),
        ("J. R. Cole met George W. Doe. He spoke.", ["J. R. Cole met George W. Doe.", "He spoke."]),
        ("He moved to the U.S. The embassy closed.", ["He moved to the U.S.", "The embassy closed."]),
        (
            "At 9 a.m. Monday it rained. At 5 p.m. It stopped.",
            ["At 9 a.m. Monday it rained.", "At 5 p.m.", "It stopped."],
        ),
        ("Vitamin C. It helps. World War I. It ended.", ["Vitamin C.", "It helps.", "World War I.", "It ended."]),
        ("1. Troops left. 2. Ships stayed.", ["1. Troops left.", "2. Ships stayed."]),
        ("- Troops left\n- Ships stayed. All of them.", ["- Troops left", "- Ships stayed.", "All of them."]),
        ("He is 5. She is 6.", ["He is 5.", "She is 6."]),
        ("“Is it?” she asked. “No.” He left.", ["“Is it?” she asked.", "“No.”", "He left."]),
        ("The No. 2 leader fled. No. He did not.", ["The No. 2 leader fled.", "No.", "He did not."]),
        ("Lt. Gen. (ret.) Roe spoke. It rained.", ["Lt. Gen. (ret.) Roe spoke.", "It rained."]),
        ("Photo: A soldier stands guard. (Desk/Jane Roe)", ["Photo: A soldier stands guard.", "(Desk/Jane Roe)"]),
        ("Sen. Roe (R-Tex.) left. Rep. Doe (D., N.Y.) came.", ["Sen. Roe (R-Tex.) left.", "Rep. Doe (D., N.Y.) came."]),
        ("Kyiv\u00a0(Desk) — Two died.\u00a0Three live.", ["Kyiv\u00a0(Desk) — Two died.", "Three live."]),
        ("Crowds cheered 😀. Police left 👩\u200d🚒!", ["Crowds cheered 😀.", "Police left 👩\u200d🚒!"]),
        ("He works for Baltic Co. in Riga. She does not.", ["He works for Baltic Co. in Riga.", "She does not."]),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


def test_nothing_gives_no_sentences():
    assert split("") == split(" \r\n ") == []
