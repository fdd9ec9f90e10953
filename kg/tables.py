"""The tables that come with kg: YAML files, read by the compiled parser where there is one (ten times as fast)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table(file: "Path | Traversable") -> dict[str, Any]:
    """The mapping that a YAML file holds."""
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506  (a SafeLoader)
    return found
