"""`kg query`, `kg show`: what a graph says."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, plain, talk
from kg.errors import InputError


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

    with guarded():
        *paths, text = (*source, _read_query(file)) if file else source
        if not paths:
            raise InputError("kg query: give a file or folder and a query, as in: kg query out 'SELECT ...'")
        result = sparql.run(sparql.load([Path(p) for p in paths], with_ontology=with_ontology), text)
        for note in result.notes:
            talk().print(f"[yellow]note:[/yellow] {plain(note)}")
        typer.echo(sparql.render(result, format_), nl=False)


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


def _read_query(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: the query cannot be read ({error})") from error
