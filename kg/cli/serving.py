"""`kg serve`: the graph on this machine, for a browser and for SPARQL clients."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_OUT, guarded, talk


def serve(
    paths: Annotated[list[Path], typer.Argument(help="Output folders or Turtle files.")] = [DEFAULT_OUT],  # noqa: B006
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any free one.")] = 8765,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 10,
    max_size: Annotated[int, typer.Option("--max-size", min=1, help="Megabytes that a result may have.")] = 64,
    max_memory: Annotated[int, typer.Option("--max-memory", min=50, help="Megabytes that a query may take.")] = 2000,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Queries at a time; each holds the graph.")] = 2,
    allow_host: Annotated[list[str], typer.Option("--allow-host", help="A further name of this server.")] = [],  # noqa: B006
    cors: Annotated[list[str], typer.Option("--cors", help="Origin of a page that may read answers.")] = [],  # noqa: B006
) -> None:
    """Serve a graph: the explorer at /, a query editor at /query, SPARQL 1.1 Protocol at /sparql. It only reads.

    Examples:

      kg serve out

      kg serve out/graph.ttl --port 9000 --timeout 60

      curl http://127.0.0.1:8765/sparql --data-urlencode 'query=ASK { ?e a kg:Attack }'
    """
    from kg import serve as server

    def ready(address: str, triples: int) -> None:
        console = talk()
        console.print(
            f"serving {triples:,} triples; explorer: {address} editor: {address}query SPARQL: {address}sparql"
        )
        console.print("stop with Ctrl-C")
        typer.echo(address)

    with guarded():
        limits = server.Limits(seconds=timeout, size=max_size * 1_000_000, memory=max_memory * 1_000_000)
        settings = server.Settings(host, port, limits, workers, tuple(allow_host), tuple(cors))
        server.serve(paths, settings, ready)
