"""Which articles the user means: files, folders, globs and `-` become one sorted list of sources."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Skipped:
    """One article (or argument) that could not be read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What `find` makes of its arguments. `sources` go to `read`, one by one."""

    sources: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    """Files met in folders and globs whose suffix is not one of `SUFFIXES`; hidden files are not counted."""


def find(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """Expand files, folders (recursively), globs and `-` into sources, sorted, each file once.

    A missing file or a glob that matches nothing is listed in `skipped`; the others go on. Links to folders are
    not followed inside a folder, so that loops cannot happen; a folder named itself may be a link.
    """
    search = _Search()
    for path in paths:
        search.add(os.fspath(path))
    return Found(tuple(_once(sorted(search.files))), tuple(sorted(search.skipped, key=_key)), search.ignored)


def shown(path: str) -> str:
    """The path as it can be printed and stored: bytes of its name that are not UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class _Search:
    def __init__(self) -> None:
        self.files: set[str] = set()
        self.skipped: set[Skipped] = set()
        self.ignored = 0

    def add(self, path: str) -> None:
        """One argument, as the user wrote it."""
        if path == STDIN:
            self.files.add(path)
        elif os.path.isdir(path):
            self._folder(path)
        elif os.path.lexists(path):
            self._file(path)
        elif glob.has_magic(path):
            self._glob(path)
        elif path.startswith(("http://", "https://")):
            self._skip(path, "pages are not fetched; save the page and name the file")
        else:
            self._skip(path, "no such file or folder")

    def _glob(self, pattern: str) -> None:
        matches = glob.glob(pattern, recursive=True)
        if not matches:
            self._skip(pattern, "nothing matches this pattern")
        for path in matches:
            if os.path.isdir(path):
                self._folder(path)
            else:
                self._member(path)

    def _folder(self, top: str) -> None:
        for folder, names, files in os.walk(top, onerror=self._cannot_list):
            for name in [n for n in names if os.path.islink(os.path.join(folder, n)) and not _is_hidden(n)]:
                self._skip(os.path.join(folder, name), "a link to a folder is not followed; name it to read it")
            names[:] = [n for n in names if not _is_hidden(n)]
            for name in files:
                if not _is_hidden(name):
                    self._member(os.path.join(folder, name))

    def _member(self, path: str) -> None:
        if _suffix(path) in SUFFIXES:
            self._file(path)
        else:
            self.ignored += 1

    def _file(self, path: str) -> None:
        if not os.path.exists(path):
            self._skip(path, "a link that leads nowhere")
        elif not os.path.isfile(path):
            self._skip(path, "not a regular file")
        elif _suffix(path) not in SUFFIXES:
            self._skip(path, f"unsupported suffix {_suffix(path)!r}; readable are {' '.join(SUFFIXES)}")
        else:
            self.files.add(path)

    def _cannot_list(self, error: OSError) -> None:
        self._skip(str(error.filename), f"cannot be listed: {error.strerror}")

    def _skip(self, path: str, reason: str) -> None:
        self.skipped.add(Skipped(shown(path), reason))


def _once(paths: Iterable[str]) -> Iterator[str]:
    """The paths without those that are another name of an earlier one."""
    seen: set[str] = set()
    for path in paths:
        real = path if path == STDIN else os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _key(skipped: Skipped) -> tuple[str, str]:
    return skipped.path, skipped.reason
