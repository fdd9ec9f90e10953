"""A graph of our shape, as large as wanted: the graph of the example articles over and over, each copy with nodes and
names of its own; only the states are shared by all copies, so that some nodes have very many edges, as in real graphs.

`python -m benchmarks.synthetic_graph FOLDER --triples 1000000` writes graph.ttl and graph.mentions.ttl.
"""

import argparse
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.building import ROOT
from kg import pipeline
from kg.ontology import load

GRAPH, MENTIONS = "graph.ttl", "graph.mentions.ttl"
_ID = re.compile(r"(?<![\w:])id:[\w-]+")
_LABEL = re.compile(r'((?:rdfs:label|skos:altLabel|kg:path) "[^"]*)')


def write(folder: Path, triples: int) -> int:
    """Write an output folder as `kg build` would, with at least this many triples; return how many it has."""
    with tempfile.TemporaryDirectory() as scratch:
        pipeline.build([str(ROOT / "examples" / "articles")], Path(scratch))
        texts = {name: (Path(scratch) / name).read_text(encoding="utf-8") for name in (GRAPH, MENTIONS)}
    shared = _shared(texts[GRAPH])
    one = sum(_size(text) for text in texts.values())
    more = sum(_size("".join((_prefixes(text), *_copy(text, 1, shared)))) for text in texts.values())
    copies = max(0, -(-(triples - one) // more))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        with (folder / name).open("w", encoding="utf-8") as file:
            file.write(text)
            for number in range(1, copies + 1):
                file.writelines(_copy(text, number, shared))
    return one + copies * more


def _shared(graph: str) -> frozenset[str]:
    """The nodes that all copies have in common."""
    return frozenset(re.findall(rf"^(id:[\w-]+) a kg:{load().part('state')} ", graph, re.MULTILINE))


def _copy(text: str, number: int, shared: frozenset[str]) -> Iterator[str]:
    """Yield the statements of one more copy, a block each."""
    for block in text.split("\n\n"):
        subject = block.strip().partition(" ")[0]
        if subject.startswith("id:") and subject not in shared:
            renamed = _ID.sub(lambda m: m[0] if m[0] in shared else f"{m[0]}-x{number}", block.strip())
            named = _LABEL.sub(rf"\g<1> ({number})", renamed)
            yield f"\n{named}\n"


def _prefixes(text: str) -> str:
    return "".join(f"{line}\n" for line in text.splitlines() if line.startswith("@prefix"))


def _size(text: str) -> int:
    return sum(1 for _ in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    options = parser.parse_args()
    print(write(options.folder, options.triples), "triples")


if __name__ == "__main__":
    main()
