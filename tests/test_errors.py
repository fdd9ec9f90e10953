"""Errors: one tree, and the exit code of each branch."""

import pytest

from kg import errors
from kg.errors import ExportError, InputError, KgError, ModelError, OntologyError, QueryError, ReadError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KgError, 1),
        (InputError, 2),
        (OntologyError, 2),
        (ReadError, 2),
        (QueryError, 2),
        (ModelError, 3),
        (ExportError, 3),
    ],
)
def test_the_exit_code_of_an_error(error, code):
    assert error("what; what to do").exit_code == code


def test_every_error_is_a_kg_error():
    classes = [x for x in vars(errors).values() if isinstance(x, type)]
    assert all(issubclass(x, KgError) for x in classes)


def test_an_error_is_its_message():
    assert str(InputError("a.txt: empty; name another file")) == "a.txt: empty; name another file"


@pytest.mark.parametrize("error", [OntologyError, ReadError, QueryError])
def test_what_the_user_wrote_is_an_input_error(error):
    assert issubclass(error, InputError)
