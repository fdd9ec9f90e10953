"""How fast the annotator reads on one core, text in, `Parse` out; beside it, if spaCy is there, an untrained pipeline.

Seconds are those of the processor, so that others on the machine do not count. The pipeline has the shape of spaCy's
small English one (a tok2vec of width 96 under tagger, parser and names), initialised without training: what it finds is
worthless, but it takes as long as the trained one to find it.
"""

import importlib.util
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg import read
from kg.annotate import weights
from kg.annotate.neural import Annotator
from kg.model import Document

ROUNDS = 3
"""Each is measured so often, in turn, after one that does not count; the fastest round counts."""


class Timed:
    """An inference session that adds up the seconds spent in it."""

    def __init__(self, session: Any) -> None:
        self.session, self.seconds = session, 0.0

    def run(self, *arguments: Any) -> Any:
        began = time.process_time()
        try:
            return self.session.run(*arguments)
        finally:
            self.seconds += time.process_time() - began


def measure(sources: Iterable[Path]) -> dict[str, float]:
    """Words per second, the share of time outside the encoder's session, and the ratio to spaCy's words per second."""
    documents = [d for s in sources for d in read.read(str(s)) if isinstance(d, Document)]
    annotator = Annotator(threads=1)
    session = Timed(weights.load(threads=1).session)
    annotator._weights = replace(annotator._weights, session=session)
    words = sum(len(s.tokens) for d in documents for s in annotator.annotate(d).sentences)
    jobs: dict[str, Callable[[], object]] = {
        "plain": lambda: [annotator.annotate(d) for d in documents],
        "with_chains": lambda: [annotator.annotate(d, with_chains=True) for d in documents],
    }
    if importlib.util.find_spec("spacy"):
        jobs["spacy"] = spacy_job([d.text for d in documents], annotator)
    seconds: dict[str, float] = {}
    outside = 1.0
    for round_ in range(ROUNDS + 1):
        for name, job in jobs.items():
            session.seconds, began = 0.0, time.process_time()
            job()
            took = time.process_time() - began
            if round_ and took < seconds.get(name, took + 1):
                seconds[name] = took
                outside = 1 - session.seconds / took if name == "plain" else outside
    out = {f"words_per_second_{name}": round(words / s) for name, s in seconds.items()}
    out |= {"words": words, "share_outside_session": round(outside, 3)}
    return out | ({"times_spacy": round(seconds["spacy"] / seconds["plain"], 2)} if "spacy" in seconds else {})


def spacy_job(texts: Sequence[str], annotator: Annotator) -> Callable[[], object]:
    """Reads the texts with an untrained pipeline that has as many labels as the annotator."""
    from spacy.cli.init_config import init_config
    from spacy.util import load_model_from_config

    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency")
    pipeline = load_model_from_config(config, auto_fill=True)
    labels = annotator._weights.labels
    for name, key in (("tagger", "xpos"), ("parser", "deprel"), ("ner", "span")):
        for label in labels[key]:
            pipeline.get_pipe(name).add_label(label)
    pipeline.initialize()
    return lambda: list(pipeline.pipe(texts))
