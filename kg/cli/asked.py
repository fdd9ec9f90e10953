"""What `kg query` was asked: its words sorted into files, a query, and the values of its parameters."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.cli.console import DEFAULT_OUT
from kg.errors import InputError
from kg.query.explain import nearest
from kg.query.named import Question, find, question, questions

OPTIONS = ["--format", "--json", "--file", "--param", "--list", "--ontology", "--limit", "--timeout", "--index"]
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the files and folders to ask it of, and the values given for its parameters."""

    paths: list[Path]
    text: str
    values: dict[str, str]
    needs_ontology: bool


def read(words: Sequence[str], *, file: Path | None, given: Sequence[str]) -> Asked:
    """Return the words sorted: `--name value` are parameters, one word is the query or the name of a question (the
    last one, or else the first), unless it comes from a file; the others are files and folders.

    Raises InputError if there is no query, and for options that neither kg nor the query knows.
    """
    plain, options = _split(words)
    if file:
        asked, paths = question(file.stem, _text(file)), plain
    else:
        asked, paths = _chosen(plain)
    values = dict(_pair(text) for text in given)
    for name, value in options:
        if name not in {p.name for p in asked.parameters}:
            raise InputError(_unknown(name, asked))
        if value is None:
            raise InputError(f"--{name}: needs a value")
        values[name] = value
    return Asked([Path(p) for p in paths] or [DEFAULT_OUT], asked.text, values, asked.needs_ontology)


def _split(words: Sequence[str]) -> tuple[list[str], list[tuple[str, str | None]]]:
    """The words that are no options, and the options with their values."""
    plain: list[str] = []
    options: list[tuple[str, str | None]] = []
    rest = iter(words)
    for word in rest:
        if word.startswith("--") and len(word) > 2:
            name, equals, value = word[2:].partition("=")
            options.append((name, value if equals else next(rest, None)))
        else:
            plain.append(word)
    return plain, options


def _chosen(words: list[str]) -> tuple[Question, list[str]]:
    """The query among the words, and the other words."""
    if not words:
        raise InputError("kg query: give a query, as in: kg query out 'SELECT ...', or see kg query --list")
    known = questions()
    first, last = words[0], words[-1]
    if last in known:
        return known[last], words[:-1]
    if first in known:
        return known[first], words[1:]
    if "{" not in last and Path(last).exists():  # a long query is no name that a file system can look for
        raise InputError("kg query: give a file or folder and a query, as in: kg query out 'SELECT ...'")
    return (find(last) if _NAME.fullmatch(last) else question("query", last)), words[:-1]


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InputError(f"--param '{text}': give NAME=VALUE, as in: --param who=\"Ann Roe\"")
    return name, value


def _unknown(name: str, asked: Question) -> str:
    own = [f"--{p.name}" for p in asked.parameters]
    near = nearest(f"--{name}", own + OPTIONS)
    hint = f"did you mean {near}?" if near else f"{asked.name} has {', '.join(own) or 'no parameters'}"
    return f"kg query: no option --{name}; {hint}"


def _text(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: the query cannot be read ({error})") from error
