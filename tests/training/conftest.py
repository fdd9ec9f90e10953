"""A prepared corpus of our own sentences and a network too small to learn them."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tokenizers import Tokenizer

from kg.annotate import weights
from kg.annotate.windows import Pieces
from kg.model import Sentence, Span, Token

SENTENCES = """Ferries sail from Bergen at noon .
The harbour union sued three shipyards .
Ada Roe , who leads the union , smiled .
No one was hurt .
Norwegian divers rescued two boys from a cave near Valmora on Tuesday .
" We shall pay , " the owner said .
Rain fell .
The minister of fisheries will visit the island next week .
An old trawler sank off the coast , but its crew of nine swam ashore .
Stop !
Who paid for the bridge ?
The bridge was built by Baltic Lines Ltd. in 1998 .
Smugglers sold 300 rifles to a gang in the hills .
Police did n't find them .
She denied it .
Her brother Olav , a retired colonel , lives in Oslo .
The parliament voted 61 to 40 against the treaty .
Fishermen say the sea is empty .
It is not known who fired first .
The café 's roof leaks , its owner told Radio Valmora ."""


@pytest.fixture(scope="session")
def sentences() -> list[list[str]]:
    """Twenty sentences in words."""
    return [line.split() for line in SENTENCES.splitlines()]


@pytest.fixture(scope="session")
def pieces() -> Pieces:
    return Pieces(Tokenizer.from_file(str(weights.FOLDER / "tokenizer.json")))


@pytest.fixture(scope="session")
def labels() -> dict[str, list[str]]:
    return {
        "upos": ["NOUN", "VERB", "PUNCT"], "xpos": ["NN", "VBD", "."], "lemma": ["k|0|", "l|0|", "k|1|"],
        "deprel": ["nsubj", "root", "punct"], "span": ["Person", "Place", "Weapon"],
    }  # fmt: skip


@pytest.fixture(scope="session")
def config() -> dict[str, Any]:
    """The sizes of a small network."""
    return {
        "encoder": {"layers": 2, "hidden": 32, "heads": 4, "intermediate": 64, "shapes": 8},
        "heads": {"arc": 16, "label": 8, "span": 8, "dropout": 0.2},
    }


@pytest.fixture
def tree() -> dict[str, Any]:
    """A sentence of a treebank that also annotates people and places."""
    return {
        "words": ["Ada", "slept", "."], "upos": ["NOUN", "VERB", "PUNCT"], "xpos": ["NN", "VBD", "."],
        "lemma": ["Ada", "slept", "."], "head": [2, 0, 2], "deprel": ["nsubj", "root", "punct"],
        "types": ["Person", "Place"], "spans": [[0, 1, "Person"]],
    }  # fmt: skip


@pytest.fixture
def names() -> dict[str, Any]:
    """A sentence of a corpus that annotates only weapons."""
    return {"words": ["Two", "rifles", "rust"], "types": ["Weapon"], "spans": [[0, 2, "Weapon"]]}


@pytest.fixture(scope="session")
def sentence_of() -> Callable[[list[str], int], Sentence]:
    """Makes a sentence of words, all nouns that hang from the first."""

    def make(words: list[str], index: int) -> Sentence:
        tokens = (Token(Span(0, len(w)), w, w, "NOUN", "NN", 0, "dep" if i else "root") for i, w in enumerate(words))
        return Sentence(index, Span(0, 1), tuple(tokens))

    return make


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a text as a gzip file and gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(text.encode()))
        return path

    return write


@pytest.fixture(scope="session")
def surfaces() -> Callable[[dict[str, Any]], list[tuple[str, str]]]:
    """Gives the text and type of each span of a prepared sentence."""
    return lambda sentence: [(" ".join(sentence["words"][a:b]), t) for a, b, t in sentence["spans"]]
