"""The exception tree; each branch has the exit code the command line ends with."""


class KgError(Exception):
    """Something the user can act on: the message says where, what, and what to do. Exit code 1."""

    exit_code = 1


class InputError(KgError):
    """The user's input is at fault: a file, an option, a query. Exit code 2."""

    exit_code = 2


class OntologyError(InputError):
    """A stanza of `ontology/*.yaml` does not hold together."""


class ReadError(InputError):
    """One article could not be read; the others go on."""


class QueryError(InputError):
    """A SPARQL query that cannot be parsed or evaluated."""


class ModelError(KgError):
    """The annotator's files are missing or do not fit this version. Exit code 3."""

    exit_code = 3


class ExportError(KgError):
    """A graph that may not be written as it is. Exit code 3."""

    exit_code = 3
