"""What an analyst has decided about identity: one YAML file in the output folder that every build obeys.

Things are named by keys that do not change when articles come and go (`kg.resolve.local.Key`, joined by `/`), such as
`person/omar haddad` or `state/KE`. A decision about something no longer stored rests until it comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError

FILE = "judgements.yaml"
_HEAD = "# What is one thing, what is not, and what it is called: every build of this folder obeys.\n"
_SECTIONS = ("merge", "split", "rename", "retype", "link")


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions of one folder; keys are spelt as in the file."""

    merge: frozenset[tuple[str, str]] = frozenset()
    """Pairs of one thing, each in alphabetical order."""
    split: frozenset[str] = frozenset()
    """Names that stand for themselves whatever they are like; with `/*` after it, in every article for its own; with
    `/+`, without the other names that an article has for it."""
    rename: Mapping[str, str] = field(default_factory=dict)
    retype: Mapping[str, str] = field(default_factory=dict)
    link: Mapping[str, str] = field(default_factory=dict)
    """What it is in the outside world: an address, such as that of a Wikidata item."""

    @classmethod
    def read(cls, folder: Path) -> "Judgements":
        """Those of a folder; none if it has no file. Raises InputError if the file cannot be understood."""
        file = folder / FILE
        if not file.exists():
            return cls()
        try:
            data: Any = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise InputError(f"{file}: cannot be read ({' '.join(str(error).split())}); mend or delete it") from error
        return _parsed(data, file)

    def write(self, folder: Path) -> Path:
        """Write the file, whole or not at all; return its path."""
        file, part = folder / FILE, folder / f".{FILE}.part"
        try:
            part.write_text(_HEAD + self.dump(), encoding="utf-8", newline="\n")
            part.replace(file)
        except OSError as error:
            raise InputError(f"{file}: cannot be written ({error.strerror})") from error
        return file

    def dump(self) -> str:
        """The decisions as YAML, in alphabetical order; empty if there is none."""
        data = {
            "merge": [list(pair) for pair in sorted(self.merge)],
            "split": sorted(self.split),
            "rename": dict(self.rename),
            "retype": dict(self.retype),
            "link": dict(self.link),
        }
        present = {name: data[name] for name in _SECTIONS if data[name]}
        return str(yaml.safe_dump(present, allow_unicode=True, width=1000)) if present else ""


def _parsed(data: Any, file: Path) -> Judgements:
    if not isinstance(data, dict) or set(data) - set(_SECTIONS):
        raise InputError(f"{file}: its sections are {', '.join(_SECTIONS)}; remove what else there is")
    pairs, single = data.get("merge") or [], data.get("split") or []
    for name, good in (
        (
            "merge",
            isinstance(pairs, list) and all(isinstance(p, list) and len(p) == 2 and _are_texts(p) for p in pairs),
        ),
        ("split", isinstance(single, list) and _are_texts(single)),
        *((name, _is_table(data.get(name) or {})) for name in ("rename", "retype", "link")),
    ):
        if not good:
            shape = {"merge": "a list of pairs of keys", "split": "a list of keys"}.get(name, "key: text")
            raise InputError(f"{file}: {name}: must be {shape}")
    merge = frozenset((min(p), max(p)) for p in pairs)
    rename, retype, link = (data.get(name) or {} for name in ("rename", "retype", "link"))
    return Judgements(merge, frozenset(single), rename, retype, link)


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(v, str) for v in values)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and _are_texts([*value, *value.values()])
