"""Data inside a page: as JSON that no HTML parser can take for markup, and packed where it is large."""

import base64
import json
import zlib

PLAIN = 5_000_000
"""Characters up to which the data are written as they are, for everyone to read; above, deflate in base64."""

_UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"}
)


def payload(value: object) -> tuple[str, str]:
    """Return (MIME type, text) for a script element of the page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) <= PLAIN:
        return "application/json", text.translate(_UNSAFE)
    return "application/deflate", base64.b64encode(zlib.compress(text.encode("utf-8"), 6)).decode("ascii")
