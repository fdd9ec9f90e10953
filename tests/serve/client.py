"""A server in a process of its own over a small graph, and a plain client of it."""

import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message

import pytest

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://desk.test/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:ann a kg:Person , kg:Entity ; kg:leaderOf id:norland ; rdfs:label "Ann, <b>the</b> First" .
id:norland a kg:State , kg:Entity ; rdfs:label "Norland" .
id:percent rdfs:label "100%25 %41 + x" .
"""
NUMBERS = "".join(f"id:n{n} kg:minValue {n} .\n" for n in range(400))
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
"""Pairs everything with everything, four times."""
TIMEOUT = 2.0


@dataclass(frozen=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def media_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen[str]

    def ask(
        self, path: str = "sparql", body: bytes | str | None = None, method: str | None = None, **headers: str
    ) -> Answered:
        """One request; names of headers have underscores for hyphens. An error is an answer, too."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, data, named, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answered(response.status, _named(response.headers), response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answered(error.code, _named(error.headers), error.read().decode())


def _named(headers: Message) -> dict[str, str]:
    """Names of headers do not depend on case."""
    return {name.title(): value for name, value in headers.items()}


def started(*arguments: str) -> Server:
    """`kg serve` on a free port, ready to answer."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", *arguments, "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    url = process.stdout.readline().strip()
    if not re.match(r"http://", url):
        process.kill()
        pytest.fail(f"kg serve said {url!r}: {process.communicate()[1]}")
    return Server(url, process)


def stopped(server: Server) -> None:
    server.process.terminate()
    server.process.communicate(timeout=20)
