"""`kg path`, `kg stats`, `kg timeline`: a graph seen as connections, as numbers, and in time."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import DEFAULT_OUT, guarded, talk
from kg.errors import InputError

Out = Annotated[Path, typer.Option("-o", "--out", help="Output folder or Turtle file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def path(
    start: Annotated[str, typer.Argument(help="A name, an alias, or the id of a node.", metavar="FROM")],
    end: Annotated[str, typer.Argument(help="Another one.", metavar="TO")],
    out: Out = DEFAULT_OUT,
    as_json: AsJson = False,
) -> None:
    """Show the shortest chain of stated ties and events between two things, each step with who says so.

    Examples:

      kg path "Grace Achieng Odera" Mozambique

      kg path Kenya Portugal -o out/africa --json
    """
    from kg.query import path as paths

    with guarded():
        route = paths.path(out, start, end)
        if as_json:
            _print_json(asdict(route))
        elif route.steps or route.start == route.end:
            typer.echo(paths.render(route), nl=False)
        if not route.steps:
            talk().print(f"nothing that is asserted or reported connects {route.start} and {route.end}", markup=False)


def stats(
    out: Annotated[Path, typer.Argument(help="Output folder or Turtle file.", metavar="FILE|FOLDER")] = DEFAULT_OUT,
    as_json: AsJson = False,
) -> None:
    """Count what a graph holds: things, ties and events by class, claims by modality and source.

    Examples:

      kg stats

      kg stats out/africa --json
    """
    from kg.query import stats as numbers

    with guarded():
        found = numbers.stats(out)
        if as_json:
            _print_json(asdict(found))
        else:
            typer.echo(numbers.render(found), nl=False)


def timeline(
    about: Annotated[str | None, typer.Argument(help="Only events in which this thing takes part.")] = None,
    out: Out = DEFAULT_OUT,
    first: Annotated[str, typer.Option("--from", help="First day, as in 2025-12-01.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Also what is planned, believed or denied.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the dated events in their order, each with its bounds, how firmly it is said, and by whom.

    Examples:

      kg timeline

      kg timeline Mozambique --from 2031-03-01 --to 2031-06-30

      kg timeline --all --json
    """
    from kg.query import timeline as times

    with guarded():
        days = {"first": _day("--from", first), "last": _day("--to", last)}
        found = times.timeline(out, about=about, **days, doubtful=everything)
        if as_json:
            _print_json([asdict(moment) for moment in found])
            return
        typer.echo(times.render(found), nl=False)
        talk().print(f"{len(found)} dated events" + ("" if everything else "; --all adds what is not stated as a fact"))


def _day(option: str, text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise InputError(f"{option} '{text}' is no day; give one such as 2025-12-31") from None


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
