"""Parse -> CoNLL-U, with named spans and chains as the brackets of CorefUD.

The last column holds `Entity=` (see `entities`), `SpaceAfter=No`, and `TokenRange=start:end` as UDPipe writes it: where
the word stands, half-open, in code points of the article's text.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.annotate.entities import DECLARATION, brackets
from kg.annotate.given import GivenSentence
from kg.model import Parse, Sentence, Span


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article; `given` are the sentences it was read with, if it came with its own."""

    name: str
    text: str
    parse: Parse
    given: tuple[GivenSentence, ...] = ()


@dataclass(slots=True)
class Writer:
    """Writes articles one after another and counts them; entities are numbered through all of them.

    entity_types: type of named span -> type of entity in CorefUD.
    """

    entity_types: Mapping[str, str]
    articles: int = field(default=0, init=False)
    sentences: int = field(default=0, init=False)
    words: int = field(default=0, init=False)
    chains: int = field(default=0, init=False)
    _entity: int = field(default=1, init=False)

    def lines(self, article: Article) -> Iterator[str]:
        """The lines of an article, without line ends."""
        text, parse = article.text, article.parse
        marks, following = brackets(parse, self.entity_types, self._entity)
        for i, sentence in enumerate(parse.sentences):
            end = parse.sentences[i + 1].span.start if i + 1 < len(parse.sentences) else len(text) + 1
            given = article.given[i] if article.given else GivenSentence(())
            if i == 0:
                yield f"# newdoc id = {' '.join(article.name.split())}"
                yield from [DECLARATION] if self.articles == 0 else []
            yield f"# sent_id = {given.id or f'{parse.document}-{i + 1}'}"
            written = list(_written(sentence, given, end))
            yield f"# text = {''.join(_nfc(w.place.of(text)) + ' ' * w.is_spaced for w in written).rstrip()}"
            for one in written:
                yield from _rows(one, sentence, text, marks.get(sentence.index, {}))
            yield ""
        self._entity = following
        self._count(parse)

    def _count(self, parse: Parse) -> None:
        self.articles += 1
        self.sentences += len(parse.sentences)
        self.words += sum(len(s.tokens) for s in parse.sentences)
        self.chains += len(parse.chains)


@dataclass(frozen=True, slots=True)
class _Written:
    """Words [first, end) that are written as one: nearly always a single word."""

    first: int
    end: int
    place: Span
    is_spaced: bool
    """True if white space follows."""


def _written(sentence: Sentence, given: GivenSentence, following: int) -> Iterator[_Written]:
    """All of a sentence; `following` is where the next one begins."""
    together = {first: (end, place) for first, end, place in given.together}
    at = 0
    while at < len(sentence.tokens):
        end, place = together.get(at, (at + 1, sentence.tokens[at].span))
        start = sentence.tokens[end].span.start if end < len(sentence.tokens) else following
        yield _Written(at, end, place, is_spaced=place.end < start)
        at = end


def _rows(one: _Written, sentence: Sentence, text: str, marks: Mapping[int, str]) -> Iterator[str]:
    """The lines of what is written as one: of several words, first what is written, then each."""
    layout = [*(["SpaceAfter=No"] if not one.is_spaced else []), f"TokenRange={one.place.start}:{one.place.end}"]
    is_alone = one.end == one.first + 1
    if not is_alone:
        key, form = f"{one.first + 1}-{one.end}", _nfc(one.place.of(text))
        yield "\t".join((key, form, *"_" * 7, "|".join(layout)))
    for i in range(one.first, one.end):
        token = sentence.tokens[i]
        head = 0 if token.head == i else token.head + 1
        misc = [*([f"Entity={marks[i]}"] if i in marks else []), *(layout if is_alone else [])]
        lemma = _nfc(token.lemma) or "_"
        columns = (i + 1, _nfc(token.text), lemma, token.upos, token.xpos, "_", head, token.deprel, "_", "|".join(misc))
        yield "\t".join(str(c) or "_" for c in columns)


def _nfc(form: str) -> str:
    """As Universal Dependencies asks; offsets count in the text as it is."""
    return unicodedata.normalize("NFC", form)
