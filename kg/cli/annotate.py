"""`kg annotate`: what the annotator sees in articles, as CoNLL-U."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from kg.cli.console import guarded, plain, talk
from kg.errors import InputError, ReadError

if TYPE_CHECKING:
    from kg.annotate.conllu import Article
    from kg.annotate.neural import Annotator

STDIO = "-"


def annotate(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="FILE...")
    ],
    out: Annotated[str, typer.Option("-o", "--out", help="File to write; - is standard output.")] = STDIO,
    pretokenized: Annotated[
        bool, typer.Option("--pretokenized", help="The files are CoNLL-U: keep their sentences and words.")
    ] = False,
) -> None:
    """Write words, lemmas, parts of speech, trees, named spans and coreference chains as CoNLL-U.

    Named spans and chains stand in the last column as Entity=, in the format of CorefUD.

    Examples:

      kg annotate article.txt

      kg annotate inbox/ -o inbox.conllu

      kg annotate --pretokenized treebank.conllu -o parsed.conllu
    """
    from kg.annotate.conllu import Writer
    from kg.annotate.neural import Annotator

    with guarded():
        annotator = Annotator()
        writer = Writer(annotator.entity_types)
        articles = _given(paths, annotator) if pretokenized else _read(paths, annotator)
        first = next(articles)  # before the file is opened: what cannot be read at all leaves it as it was
        with _opened(out) as file:
            for article in chain([first], articles):
                file.writelines(f"{line}\n" for line in writer.lines(article))
        talk().print(
            f"{writer.articles} articles, {writer.sentences} sentences, {writer.words} words, {writer.chains} chains"
        )


def _read(paths: list[str], annotator: "Annotator") -> Iterator["Article"]:
    """Articles in any format that `kg build` reads, cut into sentences and words by `kg`."""
    from kg import read
    from kg.annotate.conllu import Article

    found = read.find(paths)
    items = read.distinct(item for source in found.sources for item in read.read(source))
    reasons = []
    is_any = False
    for item in chain(found.skipped, items):
        if isinstance(item, read.Skipped):
            reasons.append(f"{item.path}: {item.reason}")
            talk().print(f"[yellow]skipped[/yellow] {plain(reasons[-1])}")
        else:
            is_any = True
            yield Article(item.path, item.text, annotator.annotate(item, with_chains=True))
    if not is_any:
        raise InputError(f"nothing to annotate: {'; '.join(reasons) or 'no article found'}")


def _given(paths: list[str], annotator: "Annotator") -> Iterator["Article"]:
    """Articles of CoNLL-U files with the sentences and words they come with."""
    from kg.annotate.conllu import Article
    from kg.annotate.given import read_conllu
    from kg.model import DocumentId

    for path in paths:
        for given in read_conllu(_load(path), path):
            if given.empty:
                talk().print(f"{plain(given.id)}: {given.empty} empty nodes left out")
            document = DocumentId(given.id.replace("/", "-"))
            words = [sentence.words for sentence in given.sentences]
            parse = annotator.annotate_words(document, words, with_chains=True)
            yield Article(given.id, given.text, parse, tuple(given.sentences))


def _load(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STDIO else Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}); --pretokenized takes CoNLL-U files") from error


@contextmanager
def _opened(out: str) -> Iterator[TextIO]:
    if out == STDIO:
        yield sys.stdout
        return
    try:
        with Path(out).open("w", encoding="utf-8", newline="\n") as file:
            yield file
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror}); choose another file with -o") from error
