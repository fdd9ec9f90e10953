"""`kg query`, `kg show`: what a graph says."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from kg.cli.asked import Asked, read
from kg.cli.console import DEFAULT_OUT, guarded, plain, talk
from kg.errors import InputError


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Turtle files or output folders (default: out), and a query or the name of a question with its "
            "parameters.",
            metavar="[FILE|FOLDER...] QUERY|NAME [--PARAMETER VALUE...]",
        ),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", help="table, csv, tsv, json, xml, or turtle for CONSTRUCT.")
    ] = "table",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    file: Annotated[Path | None, typer.Option("--file", help="Read the query from a file, or from - (stdin).")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="NAME=VALUE of a parameter, $NAME in the query; repeatable.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the questions that kg comes with.")] = False,
    with_ontology: Annotated[bool, typer.Option("--ontology", help="Load the ontology beside the graph.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Stop after so many rows, and say so.")] = None,
    timeout: Annotated[float | None, typer.Option("--timeout", min=0.1, help="Stop after so many seconds.")] = None,
    index: Annotated[
        bool, typer.Option("--index", help="Keep the folder's graph as an index on disk, used from then on.")
    ] = False,
) -> None:
    """Ask a SPARQL question; kg:, id:, rdf:, rdfs:, xsd:, skos: and schema: need no PREFIX line.

    Examples:

      kg query out 'SELECT ?who WHERE { ?p kg:leaderOf ?s . ?p rdfs:label ?who }'

      kg query --list

      kg query who-said-what --who "Grace Achieng Odera"

      kg query out --file examples/queries/deaths.rq --format csv

      kg query out 'SELECT ?c WHERE { ?c kg:cue $word }' --param word=denied --timeout 10 --limit 100
    """
    with guarded():
        if listed:
            _list(as_json=as_json or format_ == "json")
            return
        asked = read(words or [], file=file, given=param or [])
        if index:
            _index(asked.paths)
        _ask(asked, "json" if as_json else format_, with_ontology=with_ontology, limit=limit, timeout=timeout)


def _ask(asked: Asked, format_: str, *, with_ontology: bool, limit: int | None, timeout: float | None) -> None:
    from kg import query as sparql
    from kg.query.bounded import within
    from kg.query.index import is_stale

    for path in asked.paths:
        if is_stale(path):
            talk().print(f"[yellow]note:[/yellow] the index of {plain(str(path))} is stale; refresh it with --index")
    if format_ not in sparql.FORMATS:
        raise InputError(f"--format '{format_}': use one of {', '.join(sparql.FORMATS)}")
    wide = with_ontology or asked.needs_ontology
    work = partial(sparql.ask, asked.paths, asked.text, values=asked.values, limit=limit, with_ontology=wide)
    if timeout:
        result = within(timeout, work)
    else:
        with _interruptible():
            result = work()
    for note in result.notes:
        talk().print(f"[yellow]note:[/yellow] {plain(note)}")
    typer.echo(sparql.render(result, format_), nl=False)


def _index(paths: list[Path]) -> None:
    from kg.query import index

    if len(paths) != 1:
        raise InputError("--index: an index is of one output folder; name just one")
    size = index.build(paths[0])
    talk().print(f"{plain(str(paths[0] / index.NAME))}: {size:,} triples")


def _list(*, as_json: bool) -> None:
    from kg.query.named import questions

    known = questions().values()
    if as_json:
        shown = [{"name": q.name, "asks": q.asks, "parameters": [asdict(p) for p in q.parameters]} for q in known]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for title in ("question", "asks", "parameters"):
        table.add_column(title, overflow="fold", no_wrap=title == "question")
    for q in known:
        table.add_row(q.name, plain(q.asks), "\n".join(f"--{p.name}" for p in q.parameters))
    Console(highlight=False).print(table)
    talk().print('next: kg query who-said-what --who "a name"', markup=False)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends the program while the engine runs, which does not return to Python before it is done."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def show(
    name: Annotated[str, typer.Argument(help="A name, an alias, or the id of a node.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Output folder or Turtle file.")] = DEFAULT_OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what the graph says of one thing, each line with who says so.

    Examples:

      kg show "Ada Lovelace"

      kg show Kenya -o out/africa --json
    """
    from kg.query import profile

    with guarded():
        found = profile.profile(out, name)
        typer.echo(profile.as_json(found) if as_json else profile.render(found), nl=False)
