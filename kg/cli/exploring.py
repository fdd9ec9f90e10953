"""`kg open`: the page of a graph in the browser."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, plain, talk
from kg.errors import InputError


def open_(
    out: Annotated[Path, typer.Argument(help="Output folder, or the page itself.")] = DEFAULT_OUT,
) -> None:
    """Open the page of a graph in your browser; it needs no server and no network.

    Examples:

      kg open

      kg open out/africa
    """
    from kg.pipeline import PAGE

    with guarded():
        page = out / PAGE if out.is_dir() else out
        if not page.is_file() or page.suffix != ".html":
            raise InputError(f"{out}: no {PAGE} there; build one with: kg build PATHS... -o {out}")
        typer.echo(page)
        if not webbrowser.open(page.resolve().as_uri()):
            talk().print(f"[yellow]no browser could be started[/yellow]; open {plain(str(page))} in one yourself")
