"""The web application: the endpoint at /sparql, the editor at /query, the explorer at /."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from anyio import to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.serve import description, pages
from kg.serve.accept import preferred
from kg.serve.answer import GRAPHS, Reply, refusal, triples
from kg.serve.headers import SecurityHeaders
from kg.serve.protocol import ProtocolError, question
from kg.serve.workers import Pool

LOCAL = ("127.0.0.1", "localhost", "::1", "[::1]")
"""Names of this machine for itself. Another name in a Host header means that a page elsewhere had its own name point
here, to read the graph through the analyst's browser."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: the answering pool, the explorer's page if there is one, and who may ask from where."""

    pool: Pool
    explorer: Path | None
    hosts: Sequence[str] = LOCAL
    origins: Sequence[str] = ()


def application(site: Site, started: Callable[[], None] = lambda: None) -> Starlette:
    """Return the site as an ASGI application; `started` is called when the server has taken over the signals, and
    when it ends, the pool is closed."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        started()
        yield
        site.pool.close()

    middleware = [
        Middleware(SecurityHeaders, is_shared=bool(site.origins)),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(site.hosts), www_redirect=False),
    ]
    if site.origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=list(site.origins), allow_methods=["GET", "POST"]))
    return Starlette(routes=_routes(site), middleware=middleware, lifespan=lifespan)


def _routes(site: Site) -> list[Route]:
    found = [
        Route("/sparql", _endpoint(site.pool), methods=["GET", "POST"]),
        Route("/query", _fixed(pages.read("query.html"), "text/html")),
        Route("/queries.json", _json(pages.queries())),
        Route("/vocabulary.json", _json(pages.vocabulary(site.pool.loaded.prefixes))),
        Route("/", _explorer(site.explorer)),
    ]
    found += [Route(f"/page/{name}", _fixed(pages.read(name), type_)) for name, type_ in pages.FILES.items()]
    return found


_Handler = Callable[[Request], object]


def _endpoint(pool: Pool) -> _Handler:
    async def sparql(request: Request) -> Response:
        try:
            asked = await question(request)
        except ProtocolError as error:
            return _response(refusal(error.status, str(error)))
        if asked is None:
            return _response(_described(request, pool.loaded.triples))
        return _response(await to_thread.run_sync(pool.ask, asked, abandon_on_cancel=True))

    return sparql


def _described(request: Request, size: int) -> Reply:
    media_type = preferred(",".join(request.headers.getlist("accept")), list(GRAPHS))
    if media_type is None:
        return refusal(406, f"the description comes as one of {', '.join(GRAPHS)}")
    address = str(request.url.replace(query="", fragment=""))
    body = triples(description.description(address, size), media_type, description.PREFIXES)
    return Reply(200, media_type, body)


def _response(reply: Reply) -> Response:
    is_text = reply.media_type.startswith("text/")
    media_type = f"{reply.media_type}; charset=utf-8" if is_text else reply.media_type
    return Response(reply.body, reply.status, {"Content-Type": media_type, "Vary": "Accept"})


def _explorer(page: Path | None) -> _Handler:
    async def explorer(request: Request) -> Response:
        if page is None or not page.is_file():
            return RedirectResponse("/query")
        content = await to_thread.run_sync(page.read_bytes)
        return Response(pages.with_link(content), media_type="text/html")

    return explorer


def _fixed(content: str, media_type: str) -> _Handler:
    async def fixed(request: Request) -> Response:
        return Response(content, media_type=media_type, headers={"Cache-Control": "no-cache"})

    return fixed


def _json(value: object) -> _Handler:
    async def json(request: Request) -> Response:
        return JSONResponse(value)

    return json
