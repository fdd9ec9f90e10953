"""`kg export`: a built graph in the formats that other tools read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, talk
from kg.errors import InputError


def export(
    source: Annotated[Path, typer.Argument(help="An output folder, or an RDF file.")] = DEFAULT_OUT,
    format_: Annotated[str | None, typer.Option("--format", help="See --list.")] = None,
    target: Annotated[Path | None, typer.Option("-o", "--out", help="File, or folder for csv; else printed.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """Write a built graph as nquads, trig, jsonld, rdf12, graphml, csv or ftm; no article is read again.

    Examples:

      kg export out --format graphml -o graph.graphml

      kg export out --format csv -o tables

      kg export out --format nquads | gzip > graph.nq.gz
    """
    from kg.export.formats import FORMATS, format_of
    from kg.export.source import read
    from kg.ontology import load

    with guarded():
        if list_:
            says = {name: f.says for name, f in FORMATS.items()}
            lines = "".join(f"{name:8} {what}\n" for name, what in says.items())
            typer.echo(json.dumps(says, indent=2) + "\n" if as_json else lines, nl=False)
            return
        if format_ is None:
            raise InputError(f"kg export: give --format, one of {', '.join(FORMATS)}")
        wanted = format_of(format_)
        if wanted.is_folder and target is None:
            raise InputError(f"kg export: {format_} is several files; name a folder with -o")
        written = wanted.write(read(source), load())
        if target is None:
            typer.echo(written, nl=False)
            return
        files = {target: written} if isinstance(written, str) else _inside(target, written)
        for path, content in files.items():
            _write(path, content)
            typer.echo(path)
        talk().print(f"{format_}: {sum(len(c.encode()) for c in files.values()):,} bytes")


def _inside(folder: Path, contents: Mapping[str, str]) -> dict[Path, str]:
    return {folder / name: content for name, content in contents.items()}


def _write(path: Path, content: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another place with -o") from error
