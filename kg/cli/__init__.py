"""The command line: `kg build articles/`, `kg query out "SELECT ..."`, `kg show NAME` and their kin."""

from typing import Annotated

import typer

from kg import __version__
from kg.cli import ask, building, checks, ontology, survey

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


app.command()(building.build)
app.command(context_settings={"ignore_unknown_options": True})(ask.query)  # a question's parameters are options
for command in (ask.show, survey.path, survey.timeline, survey.stats, checks.validate, checks.check):
    app.command()(command)
app.command("eval")(checks.evaluate)
app.add_typer(ontology.app, name="ontology")
