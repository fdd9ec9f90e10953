"""Data inside a page: as JSON that no HTML parser can take for markup, and packed where it is large."""

import base64
import json
import zlib
from collections.abc import Iterator

PLAIN = 5_000_000
"""Characters up to which the data are written as they are, for everyone to read; above, deflate in base64."""

_LEVEL = 4
"""Of deflate: half the time of its usual 6, for a page that is a tenth larger."""

_UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"}
)
_BATCH = 100
"""Items of a long list that are written at once: their pieces are freed before the next take memory."""
written = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""A value as JSON."""


class Written(list[str]):
    """A list of what is JSON already."""


def payload(value: object) -> tuple[str, str]:
    """Return (MIME type, text) for a script element of the page."""
    pieces = list(_json(value))
    if sum(map(len, pieces)) <= PLAIN:
        return "application/json", "".join(pieces).translate(_UNSAFE)
    packer = zlib.compressobj(_LEVEL)
    packed = b"".join([*(packer.compress(piece.encode("utf-8")) for piece in pieces), packer.flush()])
    return "application/deflate", base64.b64encode(packed).decode("ascii")


def _json(value: object) -> Iterator[str]:
    """The pieces of a value's JSON; a large text is never there as a whole."""
    if isinstance(value, dict):
        yield "{"
        for n, (key, part) in enumerate(value.items()):
            yield f"{',' if n else ''}{written(str(key))}:"
            yield from _json(part)
        yield "}"
    elif isinstance(value, list):
        yield "["
        for n in range(0, len(value), _BATCH):
            batch = value[n : n + _BATCH]
            items = ",".join(batch) if isinstance(value, Written) else written(batch)[1:-1]
            yield f",{items}" if n else items
        yield "]"
    else:
        yield written(value)
