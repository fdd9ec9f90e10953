"""Processes that answer queries: one that takes too long is killed and replaced, which a thread could not be.

Each worker holds the graph. It ends with the server, whatever ends the server: it watches its parent.
"""

import queue
import signal
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import KgError
from kg.orphans import end_with_parent
from kg.serve.answer import Question, Reply, refusal

_SPAWN = get_context("spawn")
"""A fresh interpreter: threads and sockets of the server are not inherited."""
_PAUSE = 1.0
"""Seconds between two attempts to load the graph."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: seconds, bytes of result, and bytes of memory beside the graph (on Linux)."""

    seconds: float
    size: int
    memory: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a worker holds: so many triples, and the prefixes known in every query."""

    triples: int
    prefixes: Mapping[str, str]


class Pool:
    """Workers over one graph. `ask` may be called from any thread."""

    def __init__(self, paths: Sequence[Path], limits: Limits, *, workers: int) -> None:
        """Start the workers. Raises the error of loading the graph, such as InputError."""
        self._paths, self._limits = tuple(paths), limits
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._lock, self._all, self._closed = threading.Lock(), set[_Worker](), threading.Event()
        first = self._started()
        self.loaded = first.loaded
        self._idle.put(first)
        for _ in range(workers - 1):
            threading.Thread(target=self._replace, daemon=True).start()

    def ask(self, question: Question) -> Reply:
        """Return the answer of the first idle worker; 503 if none becomes idle, 504 if it takes too long."""
        seconds = self._limits.seconds
        try:
            worker = self._idle.get(timeout=seconds)
        except queue.Empty:
            return refusal(503, "all workers are busy; try again, or start the server with more --workers")
        try:
            reply = worker.ask(question, seconds)
        except (EOFError, OSError):
            self._bury(worker)
            return refusal(500, "the query broke off; it may have needed more memory than it may have: ask for less")
        if reply is None:
            self._bury(worker)
            return refusal(504, f"stopped after {seconds:g} seconds; add a LIMIT or more specific patterns")
        self._idle.put(worker)
        return reply

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        with self._lock:
            self._closed.set()
            while self._all:
                self._all.pop().end()

    def _started(self) -> "_Worker":
        worker = _Worker(self._paths, self._limits)
        with self._lock:
            self._all.add(worker)
        try:
            worker.wait_until_loaded()
        except BaseException:
            self._forget(worker)
            raise
        return worker

    def _replace(self) -> None:
        """Add a worker; where the graph cannot be read, perhaps as it is being rebuilt, keep trying."""
        while not self._closed.is_set():
            try:
                worker = self._started()
            except (KgError, EOFError, OSError):
                self._closed.wait(_PAUSE)
                continue
            self._idle.put(worker)
            if self._closed.is_set():
                self._forget(worker)
            return

    def _forget(self, worker: "_Worker") -> None:
        with self._lock:
            self._all.discard(worker)
        worker.end()

    def _bury(self, worker: "_Worker") -> None:
        self._forget(worker)
        threading.Thread(target=self._replace, daemon=True).start()


class _Worker:
    """A process with the graph loaded, and our end of the pipe to it."""

    def __init__(self, paths: tuple[Path, ...], limits: Limits) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process: BaseProcess = _SPAWN.Process(target=_work, args=(theirs, paths, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.loaded = Loaded(0, {})

    def wait_until_loaded(self) -> None:
        loaded: Loaded | KgError = self._pipe.recv()
        if isinstance(loaded, KgError):
            raise loaded
        self.loaded = loaded

    def ask(self, question: Question, seconds: float) -> Reply | None:
        """The reply, or None if it does not come in time. Raises EOFError or OSError if the process has died."""
        self._pipe.send(question)
        if not self._pipe.poll(seconds):
            return None
        reply: Reply = self._pipe.recv()
        return reply

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, paths: tuple[Path, ...], limits: Limits) -> None:
    """What a worker does all its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server ends its workers
    end_with_parent()  # pyoxigraph lets other threads run during a query, so this works in the middle of one
    from kg.query import load
    from kg.serve.answer import answer

    try:
        store = load(paths)
    except KgError as error:
        pipe.send(error)
        return
    _allow(limits.memory)
    pipe.send(Loaded(len(store.triples), dict(store.prefixes)))
    while True:
        try:
            question: Question = pipe.recv()
        except EOFError:
            return
        pipe.send(answer(store, question, limit=limits.size))


def _allow(memory: int) -> None:
    """Let the process take so much more memory than it has: it is better that it dies than that the machine swaps."""
    try:
        import resource

        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + memory, held + memory))
    except (ImportError, OSError, ValueError):
        return  # no such limit on this system: time is limited all the same
