"""The questions that kg comes with: `examples/queries/*.rq`, each known by its file's name."""

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.query.bind import Parameter, parameters
from kg.query.explain import nearest

_ONTOLOGY = re.compile(r"^# needs the ontology$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what it asks, in its first comment line, and the parameters that it declares."""

    name: str
    asks: str
    text: str
    parameters: tuple[Parameter, ...]
    needs_ontology: bool


def folder() -> Path:
    """Return where the questions lie: inside an installed wheel, or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_queries"
    return installed if installed.is_dir() else package.parent / "examples" / "queries"


def question(name: str, text: str) -> Question:
    """Return the query as a question."""
    asks = text.partition("\n")[0].removeprefix("#").strip() if text.startswith("#") else ""
    return Question(name, asks, text, parameters(text), needs_ontology=bool(_ONTOLOGY.search(text)))


def questions() -> dict[str, Question]:
    """Return every question by its name, sorted."""
    return {p.stem: question(p.stem, p.read_text(encoding="utf-8")) for p in sorted(folder().glob("*.rq"))}


def find(name: str) -> Question:
    """Return the question of this name; QueryError with the nearest one if there is none."""
    known = questions()
    if name not in known:
        near = nearest(name, list(known))
        hint = f"did you mean {near}?" if near else "see them with `kg query --list`"
        raise QueryError(f"no question is called '{name}'; {hint}")
    return known[name]
