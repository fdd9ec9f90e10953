"""The table: every claim a row, sortable, and out as CSV."""

import csv
import io


def column(explorer, number):
    return explorer.page.locator(f"#table tbody td:nth-child({number})").all_inner_texts()


def test_every_claim_is_a_row(opened, resolution):
    explorer = opened(resolution, "#&view=table")
    assert explorer.page.inner_text("#table h2") == "13 claims"
    assert explorer.page.locator("#table tbody tr").count() == 13


def test_a_heading_sorts_and_says_so(opened, resolution):
    explorer = opened(resolution, "#&view=table")
    explorer.page.get_by_role("button", name="According to").click()
    assert column(explorer, 3) == sorted(column(explorer, 3))
    explorer.page.get_by_role("button", name="According to").press("Enter")
    assert explorer.page.get_attribute("#table th:nth-child(3)", "aria-sort") == "descending"
    assert column(explorer, 3)[0].startswith("unnamed publisher")


def test_a_row_leads_to_the_graph_and_to_the_article(opened, resolution):
    explorer = opened(resolution, "#&view=table")
    explorer.page.get_by_role("button", name="Read in article").first.click()
    assert explorer.page.is_visible("#article")


def test_the_csv_has_what_passes_the_filters(opened, resolution):
    explorer = opened(resolution)
    explorer.page.get_by_role("button", name="Only denied").focus()
    explorer.page.keyboard.press("Enter")
    text = explorer.saved("#csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["source"], row["via"], row["modality"]) == ("Ana Reyl", "Radio Vest", "denied")
    assert row["words"] == "“We did not fire a single shot,” Reyl told Radio Vest."
    assert row["published"] == "2031-03-05"
