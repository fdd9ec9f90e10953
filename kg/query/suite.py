"""A folder of questions with the rows they should give, asked of a graph: a competency suite for one's own CI."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, QueryError
from kg.query import render, run
from kg.query.named import question
from kg.query.store import Store, load

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one question: the rows that are missing and those that are too many, each as often as it is."""

    name: str
    asks: str
    columns: Row
    missing: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()
    error: str = ""

    @property
    def passed(self) -> bool:
        return not (self.missing or self.extra or self.error)


def check(folder: Path, graph: Sequence[Path]) -> list[Verdict]:
    """Return a verdict for every `name.rq` of a folder, by name; `name.csv` holds its rows, in any order.

    Raises InputError if the folder holds no question, or a question has no rows beside it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name one that holds questions (.rq) and their rows (.csv)")
    questions = sorted(folder.glob("*.rq"))
    if not questions:
        raise InputError(f"{folder}: holds no questions; put name.rq and name.csv into it")
    stores: dict[bool, Store] = {}
    return [_verdict(path, graph, stores) for path in questions]


def _verdict(path: Path, graph: Sequence[Path], stores: dict[bool, Store]) -> Verdict:
    asked = question(path.stem, _text(path))
    columns, expected = _expected(path)
    if asked.needs_ontology not in stores:
        stores[asked.needs_ontology] = load(graph, with_ontology=asked.needs_ontology)
    try:
        answer = render(run(stores[asked.needs_ontology], asked.text), "csv")
    except QueryError as error:
        return Verdict(asked.name, asked.asks, columns, error=str(error))
    found_columns, *found = _rows(answer)
    if found_columns != columns:
        told = f"gives the columns {','.join(found_columns)}, expected are {','.join(columns)}"
        return Verdict(asked.name, asked.asks, columns, error=told)
    missing, extra = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    return Verdict(
        asked.name, asked.asks, columns,
        missing=tuple(sorted(missing.elements())), extra=tuple(sorted(extra.elements())),
    )  # fmt: skip


def _expected(path: Path) -> tuple[Row, list[Row]]:
    beside = path.with_suffix(".csv")
    if not beside.is_file():
        raise InputError(f"{beside}: missing; write it with: kg query --file {path} --format csv > {beside}")
    rows = _rows(_text(beside))
    if not rows:
        raise InputError(f"{beside}: is empty; its first line names the columns, such as: leader,led")
    return rows[0], rows[1:]


def _rows(text: str) -> list[Row]:
    return [tuple(row) for row in csv.reader(io.StringIO(text)) if row]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error


def render_verdicts(verdicts: Sequence[Verdict]) -> str:
    """A line for each question; below one that failed the rows it lacks (-) and the rows it has too many (+)."""
    lines = []
    for v in verdicts:
        lines.append(f"{'ok  ' if v.passed else 'FAIL'} {v.name}: {v.asks}".rstrip(": "))
        lines += [f"     {line}" for line in v.error.splitlines()]
        if v.missing or v.extra:
            lines.append(f"       {_line(v.columns)}")
        lines += [f"     - {_line(row)}" for row in v.missing] + [f"     + {_line(row)}" for row in v.extra]
    return "".join(f"{line}\n" for line in lines)


def _line(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row)
    return out.getvalue().replace("\n", " ")
