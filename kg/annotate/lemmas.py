"""Lemmas: a dictionary for nouns and verbs it knows, else the edit rule the model chose ("l|1|": drop one letter)."""

import gzip
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

_DICTIONARY, _OVERRIDES = "lemma_lu.csv.gz", "lemma_overrides.csv"


@lru_cache(100_000)
def lemma(form: str, upos: str, edit: str) -> str:
    """The lemma of a word: of a noun or verb by dictionary, of anything else (and unknown words) by the edit rule.

    >>> lemma("testimonies", "NOUN", "l|1|"), lemma("Kyiv", "PROPN", "k|0|")
    ('testimony', 'Kyiv')
    """
    if upos in {"NOUN", "VERB"} and (found := _dictionary().get(f"{form},{upos}".lower())):
        return found
    return apply(form, edit)


@cache
def _dictionary() -> dict[str, str]:
    """{"form,noun" or "form,verb": lemma}, of lemminflect's tables: its own loader takes seven times as long, and
    brings spaCy where that is installed."""
    folder = Path(str(distribution("lemminflect").locate_file("lemminflect"))) / "resources"
    lines = gzip.decompress((folder / _DICTIONARY).read_bytes()).decode("utf-8").splitlines()
    lines += (folder / _OVERRIDES).read_text(encoding="utf-8").lower().splitlines()
    rows = (line.rsplit(",", 1) for line in lines if line and line[0] != "#")
    return {key: lemmas.lower().split("/", 1)[0] for key, lemmas in rows}


def rule(form: str, lemma: str) -> str:
    """The edit that turns `form` into `lemma`: case (l lower, k keep), letters dropped, letters added.

    >>> rule("Troops", "troop"), rule("went", "go"), rule("Kyiv", "Kyiv")
    ('l|1|', 'l|4|go', 'k|0|')
    """
    case, base = ("k", form) if lemma[:1] == form[:1] else ("l", form.lower())
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    return f"{case}|{len(base) - common}|{lemma[common:]}"


def apply(form: str, edit: str) -> str:
    """The lemma of `form` under `edit`; the form itself if the edit would drop more letters than there are.

    >>> apply("Studies", "l|3|y")
    'study'
    """
    case, drop, added = edit.split("|", 2)
    base = form.lower() if case == "l" else form
    if int(drop) > len(base):
        return base
    return base[: len(base) - int(drop)] + added or base
