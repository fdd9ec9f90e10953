"""The command line: `kg build articles/`, `kg query out "SELECT ..."`, `kg show NAME` and their kin."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg import __version__
from kg.errors import InputError, KgError
from kg.ontology import DEFAULT_BASE

app = typer.Typer(
    no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False, rich_markup_mode="rich",
    help="Turn news into a knowledge graph in which every edge carries who said it and the exact words.",
)  # fmt: skip
ontology_app = typer.Typer(no_args_is_help=True, help="Generate or check the OWL and SHACL files of the ontology.")
app.add_typer(ontology_app, name="ontology")

DEFAULT_OUT = Path("out")


def _talk() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def _errors() -> Iterator[None]:
    """The rim: what the user can act on becomes one line and an exit code; our own bugs keep their traceback."""
    try:
        yield
    except KgError as error:
        _talk().print(f"[red]error:[/red] {_plain(str(error))}")
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def _plain(text: str) -> str:
    return text.replace("[", r"\[")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"kg {__version__}")
        raise typer.Exit()


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """See `kg COMMAND --help` for examples."""


@app.command()
def build(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="PATHS...")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write into.")] = DEFAULT_OUT,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes that read articles.")] = 1,
    base: Annotated[str, typer.Option("--base", help="Namespace of your data; ends in / or #.")] = DEFAULT_BASE,
) -> None:
    """Read articles (.txt .md .html .json .jsonl) and write graph.ttl, graph.mentions.ttl and graph.html.

    Examples:

      kg build articles/ -o out

      kg build 'inbox/*.html' notes.txt --workers 2
    """
    from kg import pipeline, read
    from kg.export.iris import check_base

    with _errors():
        check_base(base)
        console = _talk()
        total = len(read.find(paths).sources) if "-" not in paths else None
        columns = (
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
        )
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("", total=total)
            summary = pipeline.build(
                paths, out, workers=workers, base=base,
                tick=lambda source: progress.update(task, advance=1, description=_plain(source[-60:])),
            )  # fmt: skip
        for skipped in summary.skipped:
            console.print(f"[yellow]skipped[/yellow] {_plain(skipped.path)}: {_plain(skipped.reason)}")
        console.print(
            f"{summary.articles} articles, {len(summary.skipped)} skipped, {summary.mentions} mentions, "
            f"{summary.entities} entities, {summary.relations} relations, {summary.events} events, "
            f"{summary.claims} claims, {summary.seconds:.1f} seconds"
        )
        if summary.unread:
            console.print(f"[yellow]{summary.unread} characters could not be read[/yellow]")
        for path in summary.files:
            typer.echo(path)
        question = "SELECT ?says ?who WHERE { ?c rdfs:label ?says ; kg:source/rdfs:label ?who }"
        console.print(f"next: open {out / pipeline.PAGE}, or: kg query {out} '{question}'", markup=False)


def _read_query(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: the query cannot be read ({error})") from error


@app.command()
def query(
    source: Annotated[
        list[str],
        typer.Argument(help="A Turtle file or an output folder, then the query.", metavar="FILE|FOLDER... QUERY"),
    ],
    format_: Annotated[str, typer.Option("--format", help="table, csv, tsv, json, or turtle for CONSTRUCT.")] = "table",
    file: Annotated[Path | None, typer.Option("--file", help="Read the query from a file, or from - (stdin).")] = None,
    with_ontology: Annotated[bool, typer.Option("--ontology", help="Load the ontology beside the graph.")] = False,
) -> None:
    """Ask a SPARQL question; kg:, id:, rdf:, rdfs:, xsd:, skos: and schema: need no PREFIX line.

    Examples:

      kg query out 'SELECT ?who WHERE { ?p kg:leaderOf ?s . ?p rdfs:label ?who }'

      kg query out/graph.ttl 'ASK { ?e a kg:Attack }' --format json

      kg query out --file examples/queries/deaths.rq
    """
    from kg import query as sparql

    with _errors():
        *paths, text = (*source, _read_query(file)) if file else source
        if not paths:
            raise InputError("kg query: give a file or folder and a query, as in: kg query out 'SELECT ...'")
        result = sparql.run(sparql.load([Path(p) for p in paths], with_ontology=with_ontology), text)
        for note in result.notes:
            _talk().print(f"[yellow]note:[/yellow] {_plain(note)}")
        typer.echo(sparql.render(result, format_), nl=False)


@app.command()
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

    with _errors():
        found = profile.profile(out, name)
        typer.echo(profile.as_json(found) if as_json else profile.render(found), nl=False)


@app.command()
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
    import json

    from kg.query import turtle_files
    from kg.validate import validate as check

    with _errors():
        report = check([file for path in paths for file in turtle_files(path)], strict=strict)
        if as_json:
            typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
        else:
            for finding in (*report.violations, *report.warnings):
                typer.echo(str(finding))
            words = "conforms" if report.conforms else "does not conform"
            _talk().print(f"{words}: {len(report.violations)} violations, {len(report.warnings)} warnings")
        if not report.conforms:
            raise typer.Exit(1)


@app.command(name="eval")
def evaluate(
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
    import json

    from kg.evaluate import evaluate as score
    from kg.evaluate.report import as_json as to_json
    from kg.evaluate.report import render, render_errors

    with _errors():
        scores = score(out, gold)
        if as_json:
            typer.echo(json.dumps(to_json(scores), ensure_ascii=False, indent=2))
            return
        console = Console(highlight=False)
        console.print(render(scores))
        if errors:
            console.print(render_errors(scores))


@ontology_app.command("build")
def ontology_build() -> None:
    """Generate ontology/kg.ttl and ontology/shapes.ttl from the YAML files."""
    from kg.export.owl import generated
    from kg.ontology import folder, load

    with _errors():
        for name, text in generated(load()).items():
            (folder() / name).write_bytes(text.encode("utf-8"))
            typer.echo(folder() / name)


@ontology_app.command("check")
def ontology_check() -> None:
    """Check that the generated files are fresh; exit code 1 if one is stale."""
    from kg.export.owl import generated
    from kg.ontology import folder, load

    with _errors():
        stale = [
            name
            for name, text in generated(load()).items()
            if not (folder() / name).is_file() or (folder() / name).read_bytes() != text.encode("utf-8")
        ]
        for name in stale:
            _talk().print(f"{folder() / name} is stale; run: kg ontology build")
        if stale:
            raise typer.Exit(1)


if __name__ == "__main__":
    app()
