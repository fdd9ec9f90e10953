"""The benchmark of the page: its figures as the docs show them."""

from benchmarks.explorer import table


def test_the_table_has_a_row_for_every_graph():
    seconds = {"search": 0.004, "choose": 0.1, "path": 0.25}
    figures = {"nodes": 2000, "statements": 4197, "megabytes": 2.2, "ready_seconds": 0.62, "seconds": seconds}
    assert table([figures]).splitlines()[2:] == ["| 2,000 | 4,197 | 2.2 MB | 0.6 s | 0.00 s | 0.10 s | 0.25 s |"]
