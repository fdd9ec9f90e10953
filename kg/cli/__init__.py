"""The command line: `kg build articles/`, `kg query out "SELECT ..."`, `kg show NAME` and their kin."""

from collections.abc import Callable
from typing import Annotated

import typer

from kg import __version__
from kg.cli import annotate, ask, building, checks, exploring, exporting, judging, keeping, ontology, serving, survey
from kg.memory import collect_seldom

app = typer.Typer(
    no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False, rich_markup_mode="rich",
    help="Turn news into a knowledge graph in which every edge carries who said it and the exact words.",
)  # fmt: skip


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
    collect_seldom()


PANELS: dict[str, list[Callable[..., None]]] = {
    "Build": [building.build, keeping.remove, keeping.diff],
    "Look and ask": [
        exploring.open_, ask.query, ask.show, survey.path, survey.timeline, survey.stats, serving.serve,
        exporting.export,
    ],
    "Decide who is who": [judging.resolve, judging.merge, judging.split, judging.rename, judging.retype, judging.link],
    "Check": [checks.validate, checks.check, checks.eval_, annotate.annotate],
}  # fmt: skip
"""The commands by what they are for, in the order of the help."""

for panel, commands in PANELS.items():
    for command in commands:
        app.command(
            command.__name__.rstrip("_"),
            rich_help_panel=panel,
            context_settings={"ignore_unknown_options": command is ask.query},  # a question's parameters are options
        )(command)
app.add_typer(ontology.app, name="ontology", rich_help_panel="Check")
