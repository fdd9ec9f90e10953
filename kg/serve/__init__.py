"""`kg serve`: a graph behind SPARQL 1.1 Protocol on this machine, with its explorer and a query editor. Read-only."""

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.rdf import PAGE
from kg.serve.workers import Limits, Pool

__all__ = ["DEFAULT_LIMITS", "Limits", "Settings", "serve"]

_GRACE = 1
"""Seconds that running requests get when the server is told to end."""

DEFAULT_LIMITS = Limits(seconds=10, size=64_000_000, memory=2_000_000_000)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, whom to let in, and what a query may cost."""

    host: str = "127.0.0.1"
    port: int = 8765
    limits: Limits = DEFAULT_LIMITS
    workers: int = 2
    hosts: tuple[str, ...] = ()
    """Further names that a Host header may hold."""
    origins: tuple[str, ...] = ()
    """Origins of other pages that may read answers (CORS)."""


def serve(paths: Sequence[Path], settings: Settings, ready: Callable[[str, int], None]) -> None:
    """Serve until told to end; `ready` is called with the address and the number of triples.

    Raises InputError for a graph that cannot be read and for an address that cannot be had.
    """
    import uvicorn

    from kg.serve.app import LOCAL, Site, application

    with _listening(settings) as listener:
        pool = Pool(paths, settings.limits, workers=settings.workers)
        site = Site(
            pool,
            explorer=next((path / PAGE for path in paths if path.is_dir()), None),
            hosts=(*LOCAL, settings.host, *settings.hosts),
            origins=settings.origins,
        )
        config = uvicorn.Config(
            application(site, lambda: ready(_address(listener), pool.loaded.triples)),
            log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE,
        )  # fmt: skip
        try:
            with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
                uvicorn.Server(config).run(sockets=[listener])
        finally:
            pool.close()


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=128)
    except (OSError, OverflowError) as error:
        where = f"{settings.host}:{settings.port}"
        raise InputError(
            f"cannot listen on {where} ({error}); choose another --host or --port (0: a free one)"
        ) from error
    # Inherited by what it accepts: else every answer waits 40 ms for the client to confirm its headers.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
