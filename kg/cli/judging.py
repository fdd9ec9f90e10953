"""`kg resolve`, `kg merge`, `kg split`, `kg rename`, `kg retype`: who is who, and an analyst's word on it."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, talk

if TYPE_CHECKING:
    from kg.pipeline.judging import Decision

Out = Annotated[Path, typer.Option("-o", "--out", help="Output folder.")]
Name = Annotated[str, typer.Argument(help="A name, another name, or the id of a node.")]


def resolve(
    out: Out = DEFAULT_OUT,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option("--explain", help="Two names: why are they one node, or two?", metavar="A B"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what was brought together from several names, with the reasons; or explain one pair.

    Examples:

      kg resolve -o out

      kg resolve --explain "Omar Haddad" "Umar Haddad"
    """
    from kg.pipeline import judging

    with guarded():
        if explain:
            found = judging.why(out, *explain)
            if as_json:
                typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
                return
            both = found.one if found.is_one else f"{found.one}, {found.other}"
            typer.echo(f"{'one' if found.is_one else 'two'}: {both}: {found.verdict}")
            for feature in found.features:
                typer.echo(f"  {feature}")
            command = f"kg split {found.one}" if found.is_one else f"kg merge {found.one} {found.other}"
            talk().print(f"if that is wrong: {command} -o {out}", markup=False)
            return
        rows = sorted((e for e in judging.resolved(out).entities.values() if e.reasons), key=lambda e: e.id)
        if as_json:
            keys = ("id", "type", "name", "aliases", "reasons")
            typer.echo(json.dumps([{k: getattr(e, k) for k in keys} for e in rows], ensure_ascii=False, indent=2))
            return
        for entity in rows:
            typer.echo(f"{entity.name}  ({entity.id}; {', '.join(entity.aliases) or 'no other name'})")
            for reason in entity.reasons:
                typer.echo(f"  {reason}")


def merge(a: Name, b: Name, out: Out = DEFAULT_OUT) -> None:
    """Make two nodes one, in this and every later build of the folder.

    Examples:

      kg merge "Omar Haddad" "Umar al-Haddad"

      kg merge haddad haddad-2 -o out/africa
    """
    from kg.pipeline import judging

    _say(lambda: judging.merge(out, a, b), out)


def split(a: Name, out: Out = DEFAULT_OUT) -> None:
    """Take a node apart: first what was merged by hand, then names that are alike, then one name in several articles,
    then the names that one article has for it.

    Example:

      kg split "Omar Haddad"
    """
    from kg.pipeline import judging

    _say(lambda: judging.split(out, a), out)


def rename(a: Name, name: Annotated[str, typer.Argument(help="What to call it.")], out: Out = DEFAULT_OUT) -> None:
    """Call a node otherwise; its other names stay.

    Example:

      kg rename haddad "Omar Haddad"
    """
    from kg.pipeline import judging

    _say(lambda: judging.rename(out, a, name), out)


def retype(
    a: Name,
    type_: Annotated[str, typer.Argument(help="A class of the ontology.", metavar="TYPE")],
    out: Out = DEFAULT_OUT,
) -> None:
    """Give a node another class of the ontology; statements that its new class does not allow fall.

    Example:

      kg retype "Sea Wind Front" MilitaryUnit
    """
    from kg.pipeline import judging

    _say(lambda: judging.retype(out, a, type_), out)


def link(
    extract: Annotated[Path, typer.Argument(help="A .tsv or .jsonl file: id, label, aliases, class, state.")],
    out: Out = DEFAULT_OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Link nodes to Wikidata, or to any list of addresses that you bring, where one entry alone has the name.

    Example:

      kg link wikidata-people.tsv -o out
    """
    from kg.pipeline import judging
    from kg.resolve.judgements import FILE

    with guarded():
        found = judging.link(out, extract)
        if as_json:
            typer.echo(json.dumps([{"id": node, "sameAs": iri} for node, iri in found], indent=2))
        else:
            for node, iri in found:
                typer.echo(f"{node}  {iri}")
        talk().print(f"{len(found)} new links; a wrong one: delete its line in {out / FILE}, build again", markup=False)


def _say(decide: "Callable[[], Decision]", out: Path) -> None:
    from kg.resolve.judgements import FILE

    with guarded():
        decision = decide()
        typer.echo(decision.words)
        console = talk()
        console.print(
            f"written to {out / FILE}" if decision.is_new else "nothing changed: it was so already", markup=False
        )
        console.print(f"next: kg resolve -o {out}", markup=False)
