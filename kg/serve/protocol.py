"""SPARQL 1.1 Protocol: an HTTP request becomes a question, or an error with the protocol's status code.

https://www.w3.org/TR/sparql11-protocol/: query by GET, by POST of a form, by POST of the query itself. Updates are
refused.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import InputError
from kg.serve.answer import Question

MAX_BODY = 1_000_000
"""Bytes of a request."""

_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_READ_ONLY = "this endpoint only reads; change the articles and build the graph again"


class ProtocolError(InputError):
    """A request that is no query. `status` is of HTTP."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def question(request: Request) -> Question | None:
    """Return the question of a request; None if it holds none and so asks for the description of the service.

    Raises ProtocolError.
    """
    fields = _decoded(request.scope["query_string"])
    if request.method == "POST":
        fields = _merged(fields, await _posted(request))
    if "update" in fields:
        raise ProtocolError(403, _READ_ONLY)
    queries = fields.get("query", ())
    if not fields and request.method != "POST":
        return None
    if len(queries) != 1:
        raise ProtocolError(400, f"{len(queries)} queries in the request; send exactly one, as the parameter 'query'")
    return Question(
        query=queries[0],
        accept=",".join(request.headers.getlist("accept")),
        default=fields.get("default-graph-uri", ()),
        named=fields.get("named-graph-uri", ()),
    )


_Fields = Mapping[str, tuple[str, ...]]


async def _posted(request: Request) -> _Fields:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == _UPDATE:
        raise ProtocolError(403, _READ_ONLY)
    if media_type not in {_FORM, _QUERY}:
        raise ProtocolError(415, f"'{media_type}' cannot hold a query; send {_FORM} or {_QUERY}")
    body = await _body(request)
    if media_type == _FORM:
        return _decoded(body)
    try:
        return {"query": (body.decode("utf-8"),)}
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the query is not UTF-8: {error}") from None


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            raise ProtocolError(413, f"the request is larger than {MAX_BODY:,} bytes; shorten the query")
    return bytes(body)


def _decoded(form: bytes) -> _Fields:
    """The parameters of a form or an address; percent signs are decoded once."""
    found: dict[str, tuple[str, ...]] = {}
    try:
        pairs = parse_qsl(form.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise ProtocolError(400, f"the parameters cannot be decoded: {error}") from None
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def _merged(one: _Fields, other: _Fields) -> _Fields:
    return {name: (*one.get(name, ()), *other.get(name, ())) for name in {**one, **other}}
