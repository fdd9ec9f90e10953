"""Builds into one folder: whatever the way to a set of articles, the bytes are those of one build of them."""

import os
import random
import signal
import sqlite3
import subprocess
import sys

import pytest

from benchmarks.incremental import article
from kg import pipeline
from kg.errors import InputError, KgError
from kg.pipeline import beside, reading, recipe
from kg.pipeline.beside import Beside
from kg.store import FILE, Store
from tests.processes import alive, children, needs_proc, until

NAMES = ("01-engineers.txt", "02-return.md", "03-test.html")


def contents(folder):
    files = (pipeline.GRAPH, pipeline.MENTIONS, pipeline.PAGE, pipeline.REPORT)
    return {name: (folder / name).read_bytes() for name in files}


@pytest.fixture
def files(inbox, tmp_path):
    """The three articles in a folder of their own, where they may be changed."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return [folder / name for name in NAMES if (folder / name).write_bytes((inbox / name).read_bytes())]


@pytest.fixture
def extracted(monkeypatch):
    """The paths of the articles that are extracted from now on."""
    seen = []
    real = reading.extract_document
    monkeypatch.setattr(reading, "extract_document", lambda d, threads=None: seen.append(d.path) or real(d, threads))
    return seen


def build(*files, out):
    return pipeline.build([str(f) for f in files], out)


# ---------------------------------------------------------------- adding


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_one_by_one_is_the_same_as_all_at_once(files, tmp_path, order):
    build(*files, out=tmp_path / "once")
    for i in order:
        build(files[i], out=tmp_path / "steps")
    assert contents(tmp_path / "steps") == contents(tmp_path / "once")


def test_what_is_stored_is_not_extracted_again(files, tmp_path, extracted):
    build(files[0], out=tmp_path / "out")
    summary = build(*files, out=tmp_path / "out")
    assert sorted(extracted) == sorted(map(str, files))
    assert (summary.added, summary.updated, summary.unchanged, summary.articles) == (2, 0, 1, 3)


def test_what_is_new_is_read_before_what_is_known_is_looked_at(files, tmp_path, monkeypatch):
    build(files[0], files[2], out=tmp_path / "out")
    met = []
    real = reading.stamp
    monkeypatch.setattr(reading, "stamp", lambda name: met.append(name) or real(name))
    build(*files, out=tmp_path / "out")
    assert met == [str(files[i]) for i in (1, 0, 2)]


def test_a_build_of_nothing_new_writes_nothing(files, tmp_path):
    first = build(*files, out=tmp_path / "out")
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir() if p.name != FILE}
    again = build(*files, out=tmp_path / "out")
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir() if p.name != FILE} == before
    assert (again.entities, again.claims, again.unchanged) == (first.entities, first.claims, 3)


def test_a_file_somebody_changed_by_hand_is_written_again(files, tmp_path):
    build(*files, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "out" / pipeline.GRAPH).write_text("edited")
    build(*files, out=tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_changed_article_is_read_anew(files, tmp_path):
    build(*files, out=tmp_path / "out")
    files[0].write_text("Norway attacked Denmark on May 3, 2024.\n", encoding="utf-8")
    summary = build(*files, out=tmp_path / "out")
    build(*files, out=tmp_path / "fresh")
    assert (summary.updated, summary.unchanged) == (1, 2)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_another_spelling_of_a_path_is_the_same_article(files, tmp_path, monkeypatch):
    build(*files, out=tmp_path / "out")
    monkeypatch.chdir(files[0].parent)
    summary = build(*[f.name for f in files], out=tmp_path / "out")
    build(*[f.name for f in files], out=tmp_path / "fresh")
    assert (summary.unchanged, summary.articles) == (3, 3)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_moved_article_is_not_extracted_again(files, tmp_path, extracted):
    build(files[0], out=tmp_path / "out")
    moved = files[0].rename(files[0].with_name("elsewhere.txt"))
    extracted.clear()
    build(moved, out=tmp_path / "out")
    assert extracted == []


def test_what_could_not_be_read_is_said_every_time(inbox, tmp_path):
    first = build(inbox, out=tmp_path / "out")
    assert build(inbox, out=tmp_path / "out").skipped == first.skipped != ()


def test_nothing_readable_leaves_a_built_folder_as_it_is(files, tmp_path):
    build(*files, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(InputError, match="nowhere"):
        build(tmp_path / "nowhere.txt", out=tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_the_base_is_remembered(files, tmp_path):
    pipeline.build([str(files[0])], tmp_path / "out", base="https://desk.test/id/")
    build(files[1], out=tmp_path / "out")
    assert b"https://desk.test/id/" in contents(tmp_path / "out")[pipeline.GRAPH]


def test_another_extractor_reads_everything_again(files, tmp_path, extracted, monkeypatch):
    build(*files, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    extracted.clear()
    monkeypatch.setattr(recipe, "extractor", lambda: "newer")
    summary = build(files[0], out=tmp_path / "out")
    assert sorted(extracted) == sorted(map(str, files))
    assert (summary.updated, summary.refreshed) == (1, 2)
    assert contents(tmp_path / "out") == before


# ---------------------------------------------------------------- removing


@pytest.mark.parametrize("gone", NAMES)
def test_after_removing_it_is_as_if_it_had_never_been_read(files, tmp_path, gone):
    build(*files, out=tmp_path / "out")
    (removed,) = pipeline.remove([gone], tmp_path / "out")
    build(*[f for f in files if f.name != gone], out=tmp_path / "fresh")
    assert removed.path.endswith(gone)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_removed_article_comes_back_when_it_is_built_again(files, tmp_path):
    build(*files, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    pipeline.remove([NAMES[0]], tmp_path / "out")
    build(*files, out=tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_copy_stays_when_the_other_goes(files, tmp_path):
    copy = files[0].with_name("copy.txt")
    copy.write_bytes(files[0].read_bytes())
    build(*files, copy, out=tmp_path / "out")
    pipeline.remove([NAMES[0]], tmp_path / "out")
    build(*files[1:], copy, out=tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_when_all_is_removed_the_graph_is_empty(files, tmp_path):
    build(*files, out=tmp_path / "out")
    pipeline.remove(NAMES, tmp_path / "out")
    assert b"kg:Document" not in contents(tmp_path / "out")[pipeline.GRAPH]


@pytest.mark.parametrize("seed", range(3))
def test_any_way_to_some_articles_is_as_good_as_the_shortest(tmp_path, seed, copied):
    """Articles come, change and go by chance, now read here, now in a copy; people, states and councils join them."""
    chance, folder = random.Random(seed), tmp_path / "articles"
    folder.mkdir()
    held = {}
    for step in range(8):
        name = f"{chance.randrange(6)}.txt"
        if name in held and len(held) > 1 and chance.random() < 0.4:
            del held[name]
            pipeline.remove([name], tmp_path / "steps")
            (folder / name).unlink()
            continue
        held[name] = article(chance.randrange(1_000) if step % 3 else step, sentences=4)
        (folder / name).write_text(held[name], encoding="utf-8")
        if step % 4 == 3:
            copied()
        build(*chance.choice([[folder], [folder / name]]), out=tmp_path / "steps")
    build(folder, out=tmp_path / "fresh")
    assert contents(tmp_path / "steps") == contents(tmp_path / "fresh")


def test_a_folder_never_built_has_nothing_to_remove(tmp_path):
    with pytest.raises(InputError, match="kg build"):
        pipeline.remove(["a.txt"], tmp_path)


# ---------------------------------------------------------------- at the same time


@pytest.fixture
def copied(monkeypatch):
    """A process that has no model yet, as every `kg build` is at first: one that adds to a folder reads in a copy."""
    began = []
    begin = Beside._begin
    monkeypatch.setattr(beside, "_can_copy", lambda: True)
    monkeypatch.setattr(Beside, "_begin", lambda self: began.append(self.work) or begin(self))
    return lambda: reading._annotator.cache_clear() or began.clear() or began


def test_what_is_read_while_the_rest_is_taken_down_is_the_same(files, tmp_path, copied):
    build(*files[:2], out=tmp_path / "steps")
    began = copied()
    build(*files, out=tmp_path / "steps")
    assert reading.extract_document in began
    build(*files, out=tmp_path / "once")
    assert contents(tmp_path / "steps") == contents(tmp_path / "once")


def test_what_changes_while_the_rest_is_taken_down_counts(files, tmp_path, copied):
    build(*files, out=tmp_path / "steps")
    files[0].write_text(article(1, sentences=4), encoding="utf-8")
    files[1].rename(files[1].with_name("other.md"))
    copied()
    build(files[0], files[1].with_name("other.md"), out=tmp_path / "steps")
    pipeline.remove([NAMES[1]], tmp_path / "steps")
    build(*files[0].parent.iterdir(), out=tmp_path / "once")
    assert contents(tmp_path / "steps") == contents(tmp_path / "once")


def test_an_article_that_breaks_costs_only_itself_in_a_copy_too(files, tmp_path, copied, monkeypatch):
    build(*files[:2], out=tmp_path / "out")
    copied()
    monkeypatch.setattr("kg.extract.extract", lambda *_: 1 // 0)
    summary = build(*files, out=tmp_path / "out")
    (skipped,) = summary.skipped
    assert skipped.reason.startswith("could not be extracted: ZeroDivisionError")
    assert summary.articles == 2


def test_without_anything_to_read_there_is_no_copy_that_reads(files, tmp_path, copied):
    build(*files, out=tmp_path / "out")
    began = copied()
    build(*files, out=tmp_path / "out")
    assert began == []


# ---------------------------------------------------------------- when things go wrong

INTERRUPTED = """
import os, signal, sys
from kg.model import Extraction
from kg.pipeline import build, reading
import sqlite3

class Watched(sqlite3.Connection):
    left = int(sys.argv[3])
    def execute(self, *arguments):
        Watched.left -= 1
        if not Watched.left:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(*arguments)

real = sqlite3.connect
sqlite3.connect = lambda *a, **k: real(*a, factory=Watched, **k)
reading.extract_document = lambda document, threads=None: Extraction(document, (), (), ())
from pathlib import Path
build([sys.argv[1]], Path(sys.argv[2]))
"""


def test_a_build_killed_anywhere_goes_on_where_it_was(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    for i in range(12):
        (articles / f"{i}.txt").write_text(f"Nothing much happened on day {i} of the month.\n", encoding="utf-8")

    def run(out, statements):
        command = [sys.executable, "-c", INTERRUPTED, str(articles), str(out), str(statements)]
        return subprocess.run(command, check=False, capture_output=True, cwd=os.getcwd()).returncode

    chance, kept = random.Random(7), 0
    for _ in range(6):
        assert run(tmp_path / "out", chance.randrange(5, 60)) == -signal.SIGKILL
        store = sqlite3.connect(tmp_path / "out" / FILE)
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert kept <= (kept := store.execute("SELECT count(*) FROM extractions").fetchone()[0])
        store.close()
    assert kept > 3
    assert run(tmp_path / "out", -1) == run(tmp_path / "fresh", -1) == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


ENDLESS = """
import sys, time
from pathlib import Path
from kg.pipeline import build, reading

def extract_document(document, threads=None):
    time.sleep(600)

extract_document.__module__ = reading.__name__
reading.extract_document = extract_document
build([sys.argv[1]], Path(sys.argv[2]), workers=2)
"""


@needs_proc
def test_no_worker_outlives_a_build_that_is_killed(files, tmp_path):
    command = [sys.executable, "-c", ENDLESS, str(files[0].parent), str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=os.getcwd()) as parent:
        assert until(lambda: len(children(parent.pid)) >= 2)
        started = children(parent.pid)
        parent.kill()
    assert until(lambda: not any(map(alive, started)))


def test_two_builds_at_once_do_not_mix(files, tmp_path):
    with Store(tmp_path / "out"), pytest.raises(InputError, match="another kg is at work"):
        build(*files, out=tmp_path / "out")


def test_a_worker_that_dies_loses_only_what_it_was_reading(files, tmp_path, monkeypatch):
    build(files[0], out=tmp_path / "out")
    monkeypatch.setattr(reading, "extract_document", die)
    with pytest.raises(KgError, match="a worker died"):
        pipeline.build([str(f) for f in files], tmp_path / "out", workers=2)
    with Store(tmp_path / "out") as store:
        assert [a.path for a in store.articles()] == [str(files[0])]


def die(document, threads):
    os._exit(1)
