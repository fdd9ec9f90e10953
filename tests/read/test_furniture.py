import pytest

from kg.model import Span
from kg.read.furniture import is_credit, is_furniture, is_rights, is_tail_marker
from kg.read.lines import Line


def line(text: str) -> Line:
    return Line(Span(0, len(text)), text)


@pytest.mark.parametrize(
    "text",
    [
        "Skip to main content",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below this ad",
        "Share this",
        "Share this article on Facebook",
        "Facebook Twitter WhatsApp",
        "Follow us on Instagram",
        "Sign up for our daily newsletter and never miss a thing.",
        "Subscribe now",
        "READ MORE: Ferry company to be sold",
        "Also read - What the storm left behind",
        "Read more about the harbour",
        "We use cookies to make this site better. Accept all?",
        "Accept all cookies",
        "Privacy Policy",
        "© 2021 The Harbour Post. All rights reserved.",
        "Copyright 2021 Harbour Media",
        "5 min read",
        "12 comments",
        "Tags: ferries, storms",
        "* * *",
        "https://news.example/ferry",
        "#ferry #storm",
        "(Reporting by Jane Roe; Editing by Ali Doe)",
        "With inputs from agencies",
        "Jane Roe in the capital contributed to this report.",
        "Also worth reading",
        "More on this story",
        "You might also like",
        "Most Read",
    ],
)
def test_page_lines_are_furniture(text: str) -> None:
    assert is_furniture(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said she would share this with the council.",
        "Copyright law was changed by the parliament in the spring after a long debate.",
        "Read the letter, the judge told the witness, and he did.",
        "Back to school for the children of the island",
        "Subscribers left the company in droves, its chief said.",
        "No claim of responsibility",
        "Live fire was heard in the hills",
        "“Follow us,” the soldiers told the villagers.",
        "Related parties were paid twice, the auditors found.",
        "Comments by the minister drew anger",
        "Source: Harbour Post",
        "By Jane Roe",
        "Home of a senator burns down",
    ],
)
def test_article_lines_are_not_furniture(text: str) -> None:
    assert not is_furniture(line(text))


def test_a_long_sentence_that_names_cookies_is_no_notice() -> None:
    words = "The regulator said that the privacy policy of the firm had misled people " + "and others " * 40
    assert not is_furniture(line(words))


def test_tail_markers_rights_and_credits_are_told_apart() -> None:
    assert is_tail_marker(line("Related stories"))
    assert is_rights(line("(c) 2021 Harbour Post"))
    assert is_credit(line("Editing by Jane Roe"))
    assert not is_rights(line("Editing by Jane Roe"))
