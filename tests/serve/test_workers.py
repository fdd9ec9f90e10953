"""Workers: killed when too slow, replaced when dead, gone when closed."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.serve.answer import Question, Reply
from kg.serve.workers import Limits, Pool
from tests.serve.client import SLOW

FAST = Question("ASK { ?s a kg:State }")


@pytest.fixture
def pool(served_folder: Path) -> Iterator[Pool]:
    pool = Pool([served_folder], Limits(seconds=2, size=1_000_000, memory=200_000_000), workers=1)
    yield pool
    pool.close()


def processes(pool: Pool) -> set[int | None]:
    return {worker._process.pid for worker in pool._all}


def patiently(pool: Pool) -> Reply:
    """Ask until the replacement is there."""
    replies = (pool.ask(FAST) for _ in range(30))
    return next(reply for reply in replies if reply.status == 200)


def is_alive(pid: int | None) -> bool:
    try:
        os.kill(pid or 0, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_question_is_answered_and_the_worker_stays(pool: Pool) -> None:
    before = processes(pool)
    assert {pool.ask(FAST).status for _ in range(3)} == {200}
    assert processes(pool) == before


def test_the_graph_is_known_once_loaded(pool: Pool) -> None:
    assert pool.loaded.triples == 408
    assert pool.loaded.prefixes["id"] == "https://desk.test/id/"


def test_a_worker_that_takes_too_long_is_killed_and_replaced(pool: Pool) -> None:
    before = processes(pool)
    reply = pool.ask(Question(SLOW))
    assert (reply.status, b"stopped after 2 seconds" in reply.body) == (504, True)
    assert not any(map(is_alive, before))
    assert b"true" in patiently(pool).body
    assert processes(pool).isdisjoint(before)


def test_a_worker_that_dies_is_replaced(pool: Pool) -> None:
    (victim,) = processes(pool)
    os.kill(victim or 0, signal.SIGKILL)
    assert pool.ask(FAST).status == 500
    assert b"true" in patiently(pool).body


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process so")
def test_a_query_that_takes_too_much_memory_ends_its_worker_not_the_machine(served_folder: Path) -> None:
    pool = Pool([served_folder], Limits(seconds=60, size=1_000_000, memory=100_000_000), workers=1)
    try:
        reply = pool.ask(Question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f"))
        assert (reply.status, b"more memory" in reply.body) == (500, True)
        assert b"true" in patiently(pool).body
    finally:
        pool.close()


def test_a_closed_pool_has_no_processes(served_folder: Path) -> None:
    pool = Pool([served_folder], Limits(seconds=5, size=1_000_000, memory=200_000_000), workers=2)
    before = processes(pool)
    pool.close()
    assert not any(map(is_alive, before))
    assert processes(pool) == set()


def test_a_graph_that_cannot_be_read_is_an_error_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<https://a.test/a> ")
    with pytest.raises(InputError, match=r"graph\.ttl:1:"):
        Pool([tmp_path], Limits(seconds=5, size=1000, memory=200_000_000), workers=1)
