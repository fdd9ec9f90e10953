"""Headers that every response has: what a page may load, and that nobody else may frame, guess at or read it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
EXPLORER = f"{_ALWAYS}; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
"""The explorer is one file; its own policy names its scripts by their hashes, and both hold."""
EDITOR = f"{_ALWAYS}; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"
_POLICIES = {"/": EXPLORER, "/query": EDITOR}


class SecurityHeaders:
    """ASGI middleware. `is_shared` where other origins were let in by name."""

    def __init__(self, app: ASGIApp, *, is_shared: bool = False) -> None:
        self._app = app
        self._resource_policy = "cross-origin" if is_shared else "same-origin"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = _POLICIES.get(scope["path"], _ALWAYS)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Resource-Policy"] = self._resource_policy
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
