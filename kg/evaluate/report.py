"""Scores as a table for people and as JSON for programs."""

from typing import Any

from rich.table import Table

from kg.evaluate.counts import Accuracy, Count, Part, Scores

_DOCUMENT_ROWS = ("entities", "relations", "events", "roles")


def render(scores: Scores) -> Table:
    """Return the total, row by row, and the F1 of each article."""
    table = Table(title="Against the gold", caption=_by_document(scores), caption_justify="left")
    table.add_column("")
    for name in ("precision", "recall", "F1", "found", "right"):
        table.add_column(name, justify="right")
    for name, c in scores.total.counts.items():
        shares = map(_percent, (c.precision, c.recall, c.f1))
        table.add_row(name, *shares, f"{c.found:.4g} of {c.gold}", f"{c.right:.4g} of {c.built}")
    table.add_section()
    for name, a in scores.total.accuracies.items():
        table.add_row(f"{name}, if matched", _percent(a.share), "", "", "", f"{a.right} of {a.total}")
    return table


def _by_document(scores: Scores) -> str:
    lines = [
        f"{name}: " + ", ".join(f"{row} {_percent(part.counts[row].f1)}" for row in _DOCUMENT_ROWS)
        for name, part in scores.documents
    ]
    return "\n".join(["F1 by article", *lines]) if len(lines) > 1 else ""


def render_errors(scores: Scores) -> Table:
    """Return every slip in words."""
    table = Table(title="Slips")
    for name in ("gold", "score", "fault", "what"):
        table.add_column(name, overflow="fold")
    for slip in scores.slips:
        table.add_row(slip.document, slip.row, slip.fault, slip.words)
    return table


def as_json(scores: Scores) -> dict[str, Any]:
    """Return everything as plain values, ready for `json.dumps`."""
    return {
        "total": _part(scores.total),
        "by_type": {name: _count(c) for name, c in scores.total.by_type.items()},
        "documents": {name: _part(part) for name, part in scores.documents},
        "slips": [
            {"gold": s.document, "row": s.row, "fault": str(s.fault), "words": s.words} for s in scores.slips
        ],
    }  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    counts = {name: _count(c) for name, c in part.counts.items()}
    return counts | {name: _accuracy(a) for name, a in part.accuracies.items()}


def _count(c: Count) -> dict[str, Any]:
    shares = {"precision": c.precision, "recall": c.recall, "f1": c.f1}
    rounded = {k: None if v is None else round(v, 4) for k, v in shares.items()}
    return {**rounded, "found": c.found, "gold": c.gold, "right": c.right, "built": c.built}


def _accuracy(a: Accuracy) -> dict[str, Any]:
    return {"accuracy": None if a.share is None else round(a.share, 4), "right": a.right, "total": a.total}


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"
