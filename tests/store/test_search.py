"""Search: a path, a file's name, a folder or an id means an article, or the user hears why not."""

import pytest

from kg.errors import InputError
from kg.store import Article, key_of
from kg.store.search import search

ARTICLES = [
    Article("news/a.txt", "doc-1", key_of("news/a.txt"), 0),
    Article("news/b.jsonl#1", "doc-2", key_of("news/b.jsonl"), 0),
    Article("news/b.jsonl#2", "doc-3", key_of("news/b.jsonl"), 1),
    Article("old/a.txt", "doc-4", key_of("old/a.txt"), 0),
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("news/a.txt", ["doc-1"]),
        ("./news/../news/a.txt", ["doc-1"]),
        ("doc-4", ["doc-4"]),
        ("news/b.jsonl", ["doc-2", "doc-3"]),
        ("b.jsonl", ["doc-2", "doc-3"]),
        ("news/b.jsonl#2", ["doc-3"]),
        ("news", ["doc-1", "doc-2", "doc-3"]),
    ],
)
def test_what_a_name_means(name, ids):
    assert [a.id for a in search(ARTICLES, [name])] == ids


def test_several_names_give_every_article_once():
    assert [a.id for a in search(ARTICLES, ["news", "doc-1", "old/a.txt"])] == ["doc-1", "doc-2", "doc-3", "doc-4"]


def test_a_name_of_several_files_is_refused():
    with pytest.raises(InputError, match=r"news/a\.txt, old/a\.txt"):
        search(ARTICLES, ["a.txt"])


def test_an_unknown_name_comes_with_the_nearest():
    with pytest.raises(InputError, match=r"did you mean news/a\.txt"):
        search(ARTICLES, ["news/aa.txt"])
