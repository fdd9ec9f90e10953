"""What every command shares: where talk goes, and how an error ends it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console

from kg.errors import KgError

DEFAULT_OUT = Path("out")


def talk() -> Console:
    """Standard error: progress, notes, errors. Data goes to standard output."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def guarded() -> Iterator[None]:
    """The rim: what the user can act on becomes one line and an exit code; our own bugs keep their traceback."""
    try:
        yield
    except KgError as error:
        talk().print(f"[red]error:[/red] {plain(str(error))}")
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def plain(text: str) -> str:
    """`text` with its brackets kept from being read as markup."""
    return text.replace("[", r"\[")
