"""The command line: `kg build articles/`, `kg query out "SELECT ..."`, `kg show NAME` and their kin."""

from typing import Annotated

import typer

from kg import __version__
from kg.cli import annotate, ask, building, checks, exploring, exporting, judging, keeping, ontology, serving, survey

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
app.command("open")(exploring.open_page)
app.command("eval")(checks.evaluate)
for command in (
    ask.show, survey.path, survey.timeline, survey.stats,
    serving.serve, exporting.export,
    keeping.remove, keeping.diff,
    judging.resolve, judging.merge, judging.split, judging.rename, judging.retype, judging.link,
    checks.validate, checks.check, annotate.annotate,
):  # fmt: skip
    app.command()(command)
app.add_typer(ontology.app, name="ontology")
