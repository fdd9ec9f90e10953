"""Lemmas: a dictionary for nouns and verbs it knows, else the edit rule the model chose ("l|1|": drop one letter)."""

from functools import lru_cache

from lemminflect import getLemma


@lru_cache(100_000)
def lemma(form: str, upos: str, edit: str) -> str:
    """The lemma of a word: of a noun or verb by dictionary, of anything else (and unknown words) by the edit rule.

    >>> lemma("testimonies", "NOUN", "l|1|"), lemma("Kyiv", "PROPN", "k|0|")
    ('testimony', 'Kyiv')
    """
    if upos in {"NOUN", "VERB"}:
        found = getLemma(form.lower(), upos, lemmatize_oov=False)
        if found:
            return str(found[0])
    return apply(form, edit)


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
