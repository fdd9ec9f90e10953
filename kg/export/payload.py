"""Data inside a page: as JSON that no HTML parser can take for markup, and packed where it is large."""

import base64
import json
import zlib

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


class Written(str):
    """What is JSON already."""

    __slots__ = ()


def payload(value: object) -> tuple[str, str]:
    """Return (MIME type, text) for a script element of the page."""
    text = _json(value)
    if len(text) <= PLAIN:
        return "application/json", text.translate(_UNSAFE)
    return "application/deflate", base64.b64encode(zlib.compress(text.encode("utf-8"), _LEVEL)).decode("ascii")


def _json(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{','.join(f'{written(str(key))}:{_json(part)}' for key, part in value.items())}}}"
    if not isinstance(value, list):
        return value if isinstance(value, Written) else written(value)
    batches = (value[n : n + _BATCH] for n in range(0, len(value), _BATCH))
    return f"[{','.join(written(batch)[1:-1] for batch in batches)}]"
