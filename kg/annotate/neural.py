"""Document -> Parse: POS, lemmas, trees, named spans and, if asked for, chains by one ONNX model, in numpy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from kg.annotate import coreference, decode, lemmas, relations, weights
from kg.annotate.decode import Floats
from kg.annotate.windows import Pieces, Window, pack, parts
from kg.model import Document, DocumentId, NamedSpan, Parse, Sentence, Span, Token
from kg.text import sentences, words

BUDGET = 128
"""Word pieces a window of several sentences may hold."""
LONGEST = 160
"""Words a single sentence may hold before it is cut, at punctuation if there is some."""
BATCH = 4096
"""Padded pieces per call of the model."""

DECISIONS = ("upos", "xpos", "lemma", "arc", "label", "span_probability", "span_type")
"""What the model is asked for; with chains, also the "words" that coreference works on."""

Words = list[Span]
Given = Sequence[tuple[Span, str]]
"""The words of a sentence: where each stands in the text, and its form."""


class Annotator:
    """Reads articles with the model of one folder; the model is loaded at first use and shared by the process."""

    def __init__(self, folder: Path = weights.FOLDER, threads: int | None = None) -> None:
        self._folder, self._weights = folder, weights.load(folder, threads)
        self._pieces = Pieces(self._weights.tokenizer)

    def annotate(self, document: Document, *, with_chains: bool = False) -> Parse:
        """The parse of the article's body, sentence by sentence, offsets in `document.text`."""
        rows = [row for part in _parts(document) for row in segment(document.text, part)]
        given = [[(span, span.of(document.text)) for span in row] for row in rows]
        return self.annotate_words(document.id, given, with_chains=with_chains)

    def annotate_words(self, document: DocumentId, rows: Sequence[Given], *, with_chains: bool = False) -> Parse:
        """The parse of an article whose sentences and words are given; no sentence may be empty."""
        if not with_chains:
            found = self.parse([[form for _, form in row] for row in rows])
            return Parse(document, _sentences(rows, found))
        sentences, states = self.states(rows)
        with _blas().limit(limits=1, user_api="blas"):  # else its idle threads spin beside those of the session
            chains = coreference.chains(sentences, states, weights.scorer(self._folder), self.types)
            ties = relations.ties(sentences, states, weights.head(self._folder), self.types)
        return Parse(document, sentences, chains=chains, ties=ties)

    def states(self, rows: Sequence[Given]) -> tuple[tuple[Sentence, ...], Floats]:
        """The sentences, and the encoder's states of their words (words of the article, hidden)."""
        found = self.parse([[form for _, form in row] for row in rows], with_words=True)
        return _sentences(rows, found), np.concatenate([one.words for one in found] or [np.empty((0, 0), np.float32)])

    @property
    def types(self) -> list[str]:
        """The types of named spans, in the order of the model."""
        return self._weights.labels["span"]

    @property
    def entity_types(self) -> dict[str, str]:
        """The type of entity in CorefUD of every type of named span; "" where there is none."""
        return dict(zip(self.types, self._weights.labels["etype"], strict=True))

    def parse(self, forms: Sequence[Sequence[str]], *, with_words: bool = False) -> list["Found"]:
        """What the model finds in each of the given sentences, in their order; none may be empty.

        A sentence of more pieces than the encoder takes in is read in parts.
        """
        cuts = [list(parts(f, self._pieces)) for f in forms]
        pieces = [f[a:b] for f, places in zip(forms, cuts, strict=True) for a, b in places]
        found = iter(self._read(pieces, (*DECISIONS, "words") if with_words else DECISIONS))
        return [join([next(found) for _ in places]) for places in cuts]

    def _read(self, forms: Sequence[Sequence[str]], names: Sequence[str]) -> list["Found"]:
        windows = list(pack(forms, self._pieces, BUDGET))
        found: list[Found] = [Found([], [], [], [], [], [])] * len(forms)
        for group in _groups(windows):
            outputs = self._run(group, names)
            for b, window in enumerate(group):
                for number, start, end in window.sentences:
                    outs = [o[b] for o in outputs[: len(DECISIONS)]]
                    found[number] = findings(
                        outs, start, forms[number], self._weights.labels, calibration=self._weights.calibration
                    )
                    if len(outputs) > len(DECISIONS):
                        found[number].words = outputs[-1][b, start:end]
        return found

    def _run(self, group: list[Window], names: Sequence[str] = DECISIONS) -> list[Any]:
        pieces = max(len(w.pieces) for w in group)
        count = max(len(w.first) for w in group)
        inputs = {k: np.zeros((len(group), pieces), np.int64) for k in ("pieces", "shapes", "mask")}
        inputs["first"] = np.zeros((len(group), count), np.int64)
        for b, window in enumerate(group):
            size = len(window.pieces)
            inputs["pieces"][b, :size] = window.pieces
            inputs["shapes"][b, :size] = window.shapes
            inputs["mask"][b, :size] = 1
            inputs["first"][b, : len(window.first)] = window.first
        return list(self._weights.session.run(list(names), inputs))


@cache
def _blas() -> ThreadpoolController:
    """The threads of numpy's linear algebra."""
    return ThreadpoolController()


class Found:
    """The model's findings in one sentence: a value per word (the head of the root is itself), and spans in words.

    `words` (n, hidden) are the states of the encoder, none if they were not asked for.
    """

    __slots__ = ("heads", "lemma", "relations", "spans", "upos", "words", "xpos")

    def __init__(
        self, upos: list[str], xpos: list[str], lemma: list[str], heads: list[int], relations: list[str],
        spans: list[NamedSpan], words: Floats | None = None,
    ) -> None:  # fmt: skip
        self.upos, self.xpos, self.lemma = upos, xpos, lemma
        self.words = np.empty((0, 0), np.float32) if words is None else words
        self.heads, self.relations, self.spans = heads, relations, spans


def findings(
    out: Sequence[Any], start: int, forms: Sequence[str], names: dict[str, list[str]], *,
    calibration: decode.Calibration = (1.0, 0.0),
) -> Found:  # fmt: skip
    """The findings in the sentence of these words, which begins at word `start` of its window.

    out: the seven outputs of the model for the window: upos, xpos, lemma (W,), arc, label, span probability and span
    type (W, W); W words. names: the labels of every head.
    """
    upos, xpos, lemma, arc, label, probability, types = out
    end = start + len(forms)
    here = slice(start, end)
    heads = decode.tree(arc[here, here])
    relations = [names["deprel"][r] for r in label[np.arange(start, end), start + heads]]
    tags = [names["upos"][i] for i in upos[here]]
    return Found(
        upos=tags,
        xpos=[names["xpos"][i] for i in xpos[here]],
        lemma=[lemmas.lemma(f, t, names["lemma"][i]) for f, t, i in zip(forms, tags, lemma[here], strict=True)],
        heads=[int(h) for h in heads],
        relations=[relation(r, is_root=h == i) for i, (h, r) in enumerate(zip(heads, relations, strict=True))],
        spans=[
            NamedSpan(a, b, names["span"][t], round(decode.calibrated(p, calibration), 4))
            for a, b, t, p in decode.best_spans(probability[here, here], types[here, here])
        ],
    )


def relation(label: str, *, is_root: bool) -> str:
    """The label, but "root" for the root and for no other word: a second one is a sentence put beside the first."""
    if is_root:
        return "root"
    return "parataxis" if label == "root" else label


def join(found: Sequence[Found]) -> Found:
    """The parts of one sentence as one tree: the roots of later parts hang from the root of the first."""
    out = found[0]
    root = next(i for i, h in enumerate(out.heads) if h == i)
    for part in found[1:]:
        start = len(out.upos)
        heads = [root if h == i else start + h for i, h in enumerate(part.heads)]
        relations = [relation(r, is_root=False) for r in part.relations]
        spans = [NamedSpan(start + s.start, start + s.end, s.type, s.score) for s in part.spans]
        out = Found(
            out.upos + part.upos, out.xpos + part.xpos, out.lemma + part.lemma, out.heads + heads,
            out.relations + relations, out.spans + spans, np.concatenate((out.words, part.words)),
        )  # fmt: skip
    return out


_LEAD_IN = re.compile(r"(?:[^\n.]|\.(?=,|\s[\d(—–-])){0,80}?(?:\s[—–-]+\s|[—–]\s?|:\s|\s--\s)")
"""What stands between the place of a dateline and the first sentence: " (Reuters) — ", ", Aug. 3 - "."""


def _parts(document: Document) -> Iterator[Span]:
    """The stretches of text to read; a dateline is one of its own, so that it is no part of the first sentence."""
    for part in document.body:
        place = document.dateline
        match = _LEAD_IN.match(document.text, place.end, part.end) if place and part.contains(place) else None
        if match:
            yield Span(part.start, match.end())
            part = Span(match.end(), part.end)
        yield part


def segment(text: str, part: Span) -> Iterator[Words]:
    """The sentences of one stretch of text as word spans; a very long one comes in parts, cut at punctuation."""
    is_wrapped = "\n" in part.of(text)
    for start, end in sentences(text, part.start, part.end, is_wrapped=is_wrapped):
        row = [Span(a, b) for a, b in words(text, start, end)]
        while len(row) > LONGEST:
            marks = [i for i in range(LONGEST // 2, LONGEST) if row[i].of(text) in {",", ";", ":", "—", "."}]
            cut = marks[-1] + 1 if marks else LONGEST
            yield row[:cut]
            row = row[cut:]
        if row:
            yield row


def _groups(windows: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, about BATCH padded pieces each; one article always makes the same groups.

    It must: 8-bit networks scale by the extremes of a whole batch, so a window's scores depend on its company.
    """
    group: list[Window] = []
    for window in sorted(windows, key=lambda w: len(w.pieces)):
        if group and len(window.pieces) * (len(group) + 1) > BATCH:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def _sentences(rows: Sequence[Given], found: Sequence[Found]) -> tuple[Sentence, ...]:
    return tuple(_sentence(i, row, one) for i, (row, one) in enumerate(zip(rows, found, strict=True)))


def _sentence(index: int, row: Given, found: Found) -> Sentence:
    tokens = tuple(
        Token(span, form, found.lemma[i], found.upos[i], found.xpos[i], found.heads[i], found.relations[i])
        for i, (span, form) in enumerate(row)
    )
    return Sentence(index, Span(row[0][0].start, row[-1][0].end), tokens, tuple(found.spans))


def parse_text(annotator: Annotator, text: str, *, with_chains: bool = False) -> Parse:
    """The parse of a bare string, for tests and examples."""
    document = Document(DocumentId("text"), text, sha256="0" * 64, path="text", body=(Span(0, len(text)),))
    return annotator.annotate(document, with_chains=with_chains)
