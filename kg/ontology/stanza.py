"""One YAML mapping with its address, so that every complaint says where, what, and what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from re import compile as pattern
from typing import Any, ClassVar, Never

import yaml

from kg.errors import OntologyError
from kg.ontology.prefixes import PREFIXES
from kg.ontology.types import Align
from kg.tables import Loader

ALIGNMENTS = ("equivalentClass", "subClassOf", "subPropertyOf", "closeMatch", "seeAlso")
SHAPES = ("dot", "ellipse", "circle", "box", "database", "diamond", "star", "square", "triangle", "triangleDown",
          "hexagon")  # fmt: skip
_COLOUR = pattern(r"#[0-9a-f]{6}")
_PREFIXED = pattern(r"[a-z]+:[A-Za-z0-9_-]+")
_PROPERTY = pattern(r"P[1-9][0-9]*")


class _Loader(Loader):  # type: ignore[misc]
    """Safe YAML in which `on`, `off`, `yes` and `no` are words (prepositions!) and a key may occur only once."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' occurs twice", key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the nearest known word, or nothing.

    >>> nearest("targt", ["target", "actor"])
    "; did you mean 'target'?"
    """
    match = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean '{match[0]}'?" if match else ""


def _choice(word: str, known: Sequence[str]) -> str:
    return nearest(word, known) or f"; use one of {', '.join(known)}"


def _flat(items: Sequence[object]) -> Iterator[object]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item


class Stanza:
    """A mapping at an address such as "events.yaml: Attack"; getters return checked, frozen values."""

    def __init__(self, where: str, values: object) -> None:
        self.where = where
        if values is not None and not isinstance(values, Mapping):
            self.fail(f"expected a mapping, found {values!r}; write key: value lines")
        self._values: Mapping[str, object] = values or {}

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def fail(self, what: str) -> Never:
        raise OntologyError(f"{self.where}: {what}")

    def allow(self, *keys: str) -> None:
        """Refuse keys that nothing reads: a misspelt key would silently do nothing."""
        for key in self._values:
            if key not in keys:
                self.fail(f"unknown key '{key}'{nearest(str(key), keys) or '; remove it'}")

    def need(self, *keys: str) -> None:
        for key in keys:
            if self._values.get(key) in (None, "", [], {}):
                self.fail(f"'{key}' is missing; add it")

    def string(self, key: str, default: str = "") -> str:
        value = self._values.get(key, default)
        if not isinstance(value, str):
            self.fail(f"'{key}' is {value!r}; quote it to make it text")
        return value.strip()

    def optional(self, key: str) -> str | None:
        return self.string(key) or None if self._values.get(key) is not None else None

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.fail(f"'{key}' is {value!r}; write true or false")
        return value

    def number(self, key: str) -> int | None:
        value = self._values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.fail(f"'{key}' is {value!r}; write a whole number")
        return value

    def items(self, key: str) -> Sequence[object]:
        """Return a list as it stands; a lone value is a list of one, an absent key an empty list."""
        value = self._values.get(key)
        return [] if value is None else value if isinstance(value, list) else [value]

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings in its order, each once; a lone string is a list of one.

        A list inside the list (a YAML alias of another list) adds its items.
        """
        found: dict[str, None] = {}
        for item in _flat(self.items(key)):
            if not isinstance(item, str):
                self.fail(f"'{key}' holds {item!r}; quote it to make it text")
            found[item] = None
        return tuple(found)

    def words(self, key: str) -> frozenset[str]:
        """Return a set of lower-case words: lexical fields are matched against lower-cased text."""
        items = self.strings(key)
        for item in items:
            if item != item.lower():
                self.fail(f"'{key}' holds '{item}'; write it in lower case")
        return frozenset(items)

    def table(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a mapping from words to lists of strings."""
        inner = self.inner(key)
        return {name: inner.strings(name) for name in inner.names()}

    def alignments(self) -> Align:
        """Return the terms of other vocabularies under `align`, by the property that points to them."""
        table = self.table("align")
        for key, names in table.items():
            if key not in ALIGNMENTS:
                self.fail(f"unknown alignment '{key}'{_choice(key, ALIGNMENTS)}")
            for name in names:
                if not _PREFIXED.fullmatch(name):
                    self.fail(f"alignment '{name}' is no prefixed name; write it like schema:Person")
                if (prefix := name.partition(":")[0]) not in PREFIXES:
                    self.fail(f"alignment prefix '{prefix}' is unknown{_choice(prefix, sorted(PREFIXES))}")
        return table

    def properties(self, key: str) -> tuple[str, ...]:
        """Return the numbers of Wikidata's properties under a key."""
        numbers = self.strings(key)
        for number in numbers:
            if not _PROPERTY.fullmatch(number):
                self.fail(f"'{key}' holds '{number}'; write the number of a property of Wikidata, such as P27")
        return numbers

    def colour(self) -> str:
        value = self.string("colour")
        if not _COLOUR.fullmatch(value):
            self.fail(f"'{value}' is not a colour; write six lower-case hexadecimal digits like \"#1f77b4\"")
        return value

    def shape(self) -> str:
        value = self.string("shape")
        if value not in SHAPES:
            self.fail(f"shape '{value}' cannot be drawn{_choice(value, SHAPES)}")
        return value

    def phrase(self, key: str, text: str) -> str:
        """Return the phrase under `key`, which must occur literally in the example's text."""
        value = self.string(key)
        if not value or value not in text:
            self.fail(f"{key} '{value}' does not occur in the example; copy it from the text")
        return value

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def inner(self, key: str) -> "Stanza":
        """Return the mapping under `key`, empty if absent, addressed "file: key"."""
        return Stanza(f"{self.where}: {key}", self._values.get(key))

    def each(self, key: str) -> Iterator[tuple[str, "Stanza"]]:
        """Yield the named stanzas under `key`, each addressed by its own name."""
        for name, values in Stanza(f"{self.where}: {key}", self._values.get(key))._values.items():
            yield str(name), Stanza(f"{self.where}: {name}", values)

    def list(self, key: str) -> Iterator["Stanza"]:
        """Yield the mappings of a list, addressed by their number from 1."""
        value = self._values.get(key)
        if value is not None and not isinstance(value, list):
            self.fail(f"'{key}' is {value!r}; write a list")
        for number, item in enumerate(value or [], start=1):
            yield Stanza(f"{self.where}: {key} {number}", item)


def read(path: Path) -> Stanza:
    """Return the file's top mapping, addressed by the file's name."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(f"{path.name}: cannot read {path}; restore the file or point to another folder") from error
    try:
        values = yaml.load(text, Loader=_Loader)  # noqa: S506  (a SafeLoader that resolves less)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise OntologyError(f"{path.name}: line {line}: {error.problem}; correct the YAML") from error
    return Stanza(path.name, values)
