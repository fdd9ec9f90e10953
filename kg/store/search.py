"""Which stored articles a user means by a path, a file's name, a folder or an id."""

import os
from collections.abc import Iterable, Sequence

from rapidfuzz import process

from kg.errors import InputError
from kg.store import Article, key_of


def search(articles: Sequence[Article], names: Iterable[str]) -> tuple[Article, ...]:
    """The articles that the names stand for, each once, in order of their paths.

    A name is a path (of one article, of a file with several, or of a folder), the name of a file, or an id. Raises
    InputError for a name that fits no article, or files of one name in several folders.
    """
    found: set[Article] = set()
    for name in names:
        found.update(_named(articles, name))
    return tuple(sorted(found))


def _named(articles: Sequence[Article], name: str) -> list[Article]:
    real = key_of(name)
    exact = [a for a in articles if name in {a.path, a.id} or a.source == real]
    exact = exact or [a for a in articles if a.source.startswith(real + os.sep)]
    if exact:
        return exact
    alike = [a for a in articles if os.path.basename(a.path) == name or os.path.basename(a.source) == name]
    if not alike:
        known = [*(a.path for a in articles), *(a.id for a in articles)]
        near = process.extractOne(name, known, score_cutoff=60)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise InputError(f"{name}: no stored article has this path, name or id{hint}")
    if len({a.source for a in alike}) > 1:
        raise InputError(
            f"{name}: several files are called so: {', '.join(a.path for a in alike)}; name one by its path"
        )
    return alike
