"""`kg validate`, `kg check`, `kg eval`: is a graph well formed, and is it right?"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg.cli.console import DEFAULT_OUT, guarded, talk


def validate(
    paths: Annotated[list[Path], typer.Argument(help="Turtle files or output folders.")] = [DEFAULT_OUT],  # noqa: B006
    strict: Annotated[bool, typer.Option("--strict", help="Check the SPARQL constraints too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a graph against the shapes of the ontology; exit code 1 if it breaks one.

    Examples:

      kg validate out

      kg validate out/graph.ttl --strict
    """
    from kg.query import turtle_files
    from kg.validate import validate as check

    with guarded():
        report = check([file for path in paths for file in turtle_files(path)], strict=strict)
        if as_json:
            typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
        else:
            for finding in (*report.violations, *report.warnings):
                typer.echo(str(finding))
            words = "conforms" if report.conforms else "does not conform"
            talk().print(f"{words}: {len(report.violations)} violations, {len(report.warnings)} warnings")
        if not report.conforms:
            raise typer.Exit(1)


def check(
    folder: Annotated[Path, typer.Argument(help="Folder of questions, name.rq, and their rows, name.csv.")],
    out: Annotated[list[Path], typer.Option("-o", "--out", help="Output folder or RDF file; repeatable.")] = [  # noqa: B006
        DEFAULT_OUT
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ask a graph your own questions and compare the rows; exit code 1, with the difference, if one is not as expected.

    Examples:

      kg check examples/suite -o out

      kg check suite/ --json
    """
    from kg.query import suite

    with guarded():
        verdicts = suite.check(folder, out)
        if as_json:
            shown = [{"passed": v.passed, **asdict(v)} for v in verdicts]
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        else:
            typer.echo(suite.render_verdicts(verdicts), nl=False)
        passed = sum(v.passed for v in verdicts)
        talk().print(f"{passed} of {len(verdicts)} questions have the expected rows")
        if passed < len(verdicts):
            raise typer.Exit(1)


def eval_(
    gold: Annotated[list[Path], typer.Argument(help="Gold graphs: Turtle, or compact JSON; files or folders.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Output folder or Turtle file to score.")] = DEFAULT_OUT,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what is spurious.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score a built graph against gold: precision, recall and F1 of entities, relations, events, roles, numbers, dates.

    Examples:

      kg eval gold.ttl -o out

      kg eval gold/ -o out --errors
    """
    from kg.evaluate import evaluate as score
    from kg.evaluate.report import as_json as to_json
    from kg.evaluate.report import render, render_errors

    with guarded():
        scores = score(out, gold)
        if as_json:
            typer.echo(json.dumps(to_json(scores), ensure_ascii=False, indent=2))
            return
        console = Console(highlight=False)
        console.print(render(scores))
        if errors:
            console.print(render_errors(scores))
