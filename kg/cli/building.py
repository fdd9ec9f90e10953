"""`kg build`: articles in, a graph out."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.cli.console import DEFAULT_OUT, guarded, plain, talk
from kg.ontology import DEFAULT_BASE


def build(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="PATHS...")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write into.")] = DEFAULT_OUT,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes that read articles.")] = 1,
    base: Annotated[
        str | None, typer.Option("--base", help="Namespace of your data; ends in / or #.", show_default=DEFAULT_BASE)
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Write coverage.md: the sentences that gave no claim.")
    ] = False,
) -> None:
    """Read articles (.txt .md .html .json .jsonl) and write graph.ttl, graph.mentions.ttl, graph.html and GRAPH.md.

    The folder remembers what it has read: articles are added to those of earlier builds, changed files are read anew,
    unchanged ones are not read again. `kg remove` takes articles out.

    Examples:

      kg build articles/ -o out

      kg build 'inbox/*.html' notes.txt --workers 2
    """
    from kg import pipeline, read
    from kg.export.iris import check_base

    with guarded():
        if base is not None:
            check_base(base)
        console = talk()
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
                paths, out, workers=workers, base=base, with_coverage=report,
                tick=lambda source: progress.update(task, advance=1, description=plain(source[-60:])),
            )  # fmt: skip
        for skipped in summary.skipped:
            console.print(f"[yellow]skipped[/yellow] {plain(skipped.path)}: {plain(skipped.reason)}")
        console.print(
            f"{summary.added} sources added, {summary.updated} read anew, {summary.unchanged} unchanged"
            + (f", {summary.refreshed} stored articles read anew, as kg has changed" if summary.refreshed else "")
        )
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
        console.print(f"next: kg open {out}, or: kg query {out} '{question}'", markup=False)
