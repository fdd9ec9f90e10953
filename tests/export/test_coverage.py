"""What was read of an article."""

from kg.export.coverage import Coverage, coverage, markdown


def silent(found: Coverage) -> list[str]:
    return [s.of(found.document.text) for s in found.silent]


def test_a_sentence_without_a_claim_is_listed(reading):
    found = coverage(reading("Rebels killed nine soldiers in Mali. The sky was grey. Chad sent troops.").extraction)
    assert (found.sentences, silent(found)) == (3, ["The sky was grey."])


def test_the_share_is_of_sentences_with_a_claim(reading):
    assert coverage(reading("Rebels killed nine soldiers in Mali. The sky was grey.").extraction).share == 0.5


def test_an_article_without_sentences_has_none_read(reading):
    assert coverage(reading("").extraction).share == 0.0


def test_the_report_puts_the_least_read_article_first(reading):
    read, unread = (
        reading(t).extraction for t in ("Rebels killed nine soldiers in Mali.", "The sky was grey. It rained.")
    )
    report = markdown([read, unread])
    assert "1 of 3 sentences" in report
    assert report.index("| 2 | 0% |") < report.index("| 1 | 100% |")
    assert "- The sky was grey." in report


def test_markup_in_an_article_is_text(reading):
    report = markdown([reading("See <script>alert(1)</script> *here*.").extraction])
    assert "<script>" not in report
    assert r"\<script\>" in report


def test_the_order_of_articles_does_not_matter(reading):
    both = [reading(t).extraction for t in ("Rebels killed nine soldiers in Mali.", "The sky was grey.")]
    assert markdown(both) == markdown(both[::-1])
