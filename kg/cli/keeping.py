"""`kg remove`, `kg diff`: a folder forgets an article; what changed between two builds."""

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, talk

if TYPE_CHECKING:
    from kg.evaluate.diff import Diff

_SHOWN = 20
"""Lines of each kind that `kg remove` prints; `kg diff` prints all."""


def remove(
    articles: Annotated[
        list[str], typer.Argument(help="Paths, file names or ids of articles, or folders of them.", metavar="DOC...")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="Output folder.")] = DEFAULT_OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Print what fell as JSON.")] = False,
) -> None:
    """Take articles out of the graph, and say what fell with them: the graph is as if they had never been read.

    Examples:

      kg remove articles/retracted.html

      kg remove doc-5f1c0e7d2ab4 -o out/africa
    """
    from kg import pipeline
    from kg.evaluate.diff import diff

    with guarded(), tempfile.TemporaryDirectory() as scratch:
        before = _snapshot(out, Path(scratch))
        gone = pipeline.remove(articles, out)
        found = diff(before, out) if before else None
        if as_json:
            fell = asdict(found) if found else {}
            typer.echo(json.dumps({"articles": [asdict(a) for a in gone], **fell}, ensure_ascii=False, indent=2))
            return
        for article in gone:
            talk().print(f"removed {article.path} ({article.id})", markup=False)
        if found:
            _print(found, at_most=_SHOWN)
        talk().print(f"next: kg show NAME -o {out}", markup=False)


def diff(
    before: Annotated[Path, typer.Argument(help="Output folder or Turtle file.", metavar="A")],
    after: Annotated[Path, typer.Argument(help="Another one.", metavar="B")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what changed from graph A to graph B: added (+), removed (-), other figures (~), newly contested (!).

    Examples:

      kg diff out/monday out/tuesday

      kg diff old.ttl out --json
    """
    from kg.evaluate import diff as difference

    with guarded():
        found = difference.diff(before, after)
        if as_json:
            typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
            return
        _print(found)
        if not found:
            talk().print("no difference")


def _snapshot(out: Path, scratch: Path) -> Path | None:
    """A copy of the graph as it stands."""
    from kg.pipeline import GRAPH, MENTIONS

    files = [out / name for name in (GRAPH, MENTIONS) if (out / name).is_file()]
    for file in files:
        copy(file, scratch)
    return scratch if files else None


def _print(found: "Diff", *, at_most: int | None = None) -> None:
    lines = [
        [f"- {c.kind} {c.words}" for c in found.removed],
        [f"+ {c.kind} {c.words}" for c in found.added],
        [
            f"~ {r.event}: {r.count} {' / '.join(r.before) or '-'} -> {' / '.join(r.after) or '-'}"
            for r in found.figures
        ],
        [f"! {c.kind} {c.words}" for c in found.contested],
    ]
    for group in lines:
        for line in group[:at_most]:
            typer.echo(line)
        if at_most is not None and len(group) > at_most:
            talk().print(f"... and {len(group) - at_most} more; --json lists all")
