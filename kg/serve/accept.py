"""Content negotiation: which of the offered media types an Accept header prefers (RFC 9110, 12.5.1)."""

from collections.abc import Sequence


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """Return the offered type with the highest quality, the first among equals; None if none is acceptable.

    >>> preferred("text/csv;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> preferred("text/*", ["application/json", "text/csv"])
    'text/csv'
    >>> preferred("image/png", ["application/json"])
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best = max(offered, key=lambda type_: _quality(type_, ranges))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
    try:
        return name, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return name, 0.0


def _quality(type_: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the most specific range that covers the type."""
    for wanted in (type_, f"{type_.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
