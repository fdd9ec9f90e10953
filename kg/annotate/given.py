"""CoNLL-U -> articles with given sentences and words.

Read are words, words written together (ranges such as 3-4), `# newdoc id`, `# sent_id`, `# text` and SpaceAfter; trees
and other columns are not. Empty nodes stand for words that nobody wrote: they are only counted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import ReadError
from kg.model import Span

COLUMNS = 10
_WORD = re.compile(r"[1-9]\d*\Z")
_RANGE = re.compile(r"([1-9]\d*)-([1-9]\d*)\Z")
_EMPTY = re.compile(r"\d+\.[1-9]\d*\Z")

Row = tuple[int, list[str]]
"""A line's number and its columns."""


@dataclass(frozen=True, slots=True)
class GivenSentence:
    """A sentence as given: its words with their places in the article's text.

    Words written together have their own part of what is written ("don't": "do", "n't"), or all of it where they are no
    parts ("au": "à", "le"). `together` has (first word, end word, place) of each such group.
    """

    words: tuple[tuple[Span, str], ...]
    id: str | None = None
    together: tuple[tuple[int, int, Span], ...] = ()


@dataclass(slots=True)
class GivenArticle:
    """An article as given; its text is its sentences, one a line."""

    id: str
    sentences: list[GivenSentence] = field(default_factory=list)
    text: str = ""
    empty: int = 0
    """Empty nodes that were left out."""


@dataclass(slots=True)
class _Written:
    """What stands between white space or other such: one word, or several written together."""

    line: int
    form: str
    is_spaced: bool
    words: list[str]


def read_conllu(data: bytes, name: str) -> list[GivenArticle]:
    """The articles of a file, one of its `name` where no `# newdoc` begins one; raises ReadError with the line."""
    articles: list[GivenArticle] = []
    for block in _blocks(_decode(data, name).split("\n")):
        comments = dict(_comment(text) for _, text in block if text.startswith("#"))
        rows = [(line, text.split("\t")) for line, text in block if not text.startswith("#")]
        if not articles or "newdoc" in comments or "newdoc id" in comments:
            number = f"#{len(articles) + 1}" if articles else ""
            articles.append(GivenArticle(comments.get("newdoc id") or name + number))
        article = articles[-1]
        if not rows:
            raise ReadError(f"{name}:{block[0][0]}: comments without a word; add the sentence or take them out")
        article.empty += sum(1 for _, row in rows if _EMPTY.match(row[0]))
        _add(article, _written(rows, name), comments, name)
    if not articles:
        raise ReadError(f"{name}: no sentence in it; CoNLL-U has a line of {COLUMNS} columns for each word")
    return articles


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(f"{name}:{line}: not UTF-8; convert the file first") from None


def _blocks(lines: Iterable[str]) -> Iterator[list[tuple[int, str]]]:
    """The numbered lines of each sentence."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        text = line.removesuffix("\r")
        if text.strip():
            block.append((number, text))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line[1:].partition("=")
    return key.strip(), value.strip()


def _written(rows: Iterable[Row], name: str) -> list[_Written]:
    """The words of a sentence, those written together in one."""
    out: list[_Written] = []
    number = end = 0
    for line, row in rows:
        at = f"{name}:{line}"
        if len(row) != COLUMNS:
            raise ReadError(f"{at}: {len(row)} columns; a word of CoNLL-U has {COLUMNS}, split by tabs")
        key, form, is_spaced = row[0], row[1], "SpaceAfter=No" not in row[9].split("|")
        if _EMPTY.match(key):
            continue
        if not form.strip():
            raise ReadError(f"{at}: word {key} has no form; write it in the second column")
        if found := _RANGE.match(key):
            first, last = int(found[1]), int(found[2])
            if first != number + 1 or last <= first or number < end:
                raise ReadError(f"{at}: range {key} after word {number}; a range stands before its first word, apart")
            end = last
            out.append(_Written(line, form, is_spaced, []))
        elif not _WORD.match(key) or int(key) != number + 1:
            raise ReadError(f"{at}: {key!r} where word {number + 1} should come; number the words 1, 2, 3")
        else:
            number += 1
            if number <= end:
                out[-1].words.append(form)
            else:
                out.append(_Written(line, form, is_spaced, [form]))
    if number < max(end, 1):
        raise ReadError(f"{name}:{out[-1].line if out else line}: the sentence ends before word {max(end, 1)}")
    return out


def _add(article: GivenArticle, written: list[_Written], comments: dict[str, str], name: str) -> None:
    """Put a sentence into the article, on a line of its own."""
    start = len(article.text) + 1 if article.sentences else 0
    text, at = comments.get("text") or _spelled(written), 0
    words: list[tuple[Span, str]] = []
    together: list[tuple[int, int, Span]] = []
    for one in written:
        at += len(text) - at - len(text[at:].lstrip())
        if not text.startswith(one.form, at):
            raise ReadError(
                f"{name}:{one.line}: {one.form!r} is not what `# text` goes on with, {text[at : at + 20]!r}"
            )
        place = Span(start + at, start + at + len(one.form))
        if len(one.words) > 1:
            together.append((len(words), len(words) + len(one.words), place))
        words.extend(_places(place, one))
        at += len(one.form)
    if text[at:].strip():
        raise ReadError(f"{name}:{written[-1].line}: `# text` goes on after the last word: {text[at:].strip()[:20]!r}")
    article.text += "\n" * bool(article.sentences) + text
    article.sentences.append(GivenSentence(tuple(words), comments.get("sent_id"), tuple(together)))


def _places(place: Span, one: _Written) -> Iterator[tuple[Span, str]]:
    is_literal, at = "".join(one.words) == one.form, place.start
    for word in one.words:
        yield (Span(at, at + len(word)) if is_literal else place), word
        at += len(word)


def _spelled(written: Iterable[_Written]) -> str:
    return "".join(one.form + " " * one.is_spaced for one in written).rstrip()
