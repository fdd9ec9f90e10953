"""The measure of the annotator's speed measures what it says."""

from benchmarks.annotating import Timed, measure


def test_a_measure_has_the_words_read_and_shares_between_nought_and_one(inbox):
    found = measure([inbox / "01-engineers.txt"])
    assert found["words"] > 20
    assert 0 < found["share_outside_session"] < 1
    assert found["words_per_second_plain"] > 0
    assert found["words_per_second_with_chains"] > 0


def test_a_timed_session_gives_what_the_session_gives():
    class Session:
        def run(self, names, inputs):
            return [names, inputs]

    timed = Timed(Session())
    assert timed.run(["arc"], {}) == [["arc"], {}]
    assert timed.seconds >= 0
