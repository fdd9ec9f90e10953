"""`kg ontology`: generate and check the files that the YAML of the ontology gives rise to."""

import typer

from kg.cli.console import guarded, talk

app = typer.Typer(no_args_is_help=True, help="Generate or check the OWL and SHACL files of the ontology.")


@app.command("build")
def build() -> None:
    """Generate ontology/kg.ttl and ontology/shapes.ttl from the YAML files."""
    from kg.export.owl import generated
    from kg.ontology import folder, load

    with guarded():
        for name, text in generated(load()).items():
            (folder() / name).write_bytes(text.encode("utf-8"))
            typer.echo(folder() / name)


@app.command("check")
def check() -> None:
    """Check that the generated files are fresh; exit code 1 if one is stale."""
    from kg.export.owl import generated
    from kg.ontology import folder, load

    with guarded():
        stale = [
            name
            for name, text in generated(load()).items()
            if not (folder() / name).is_file() or (folder() / name).read_bytes() != text.encode("utf-8")
        ]
        for name in stale:
            talk().print(f"{folder() / name} is stale; run: kg ontology build")
        if stale:
            raise typer.Exit(1)
