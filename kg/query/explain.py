"""Why a query was refused or came back empty, in words a person can act on."""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from kg.errors import QueryError

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\''''
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*""",
    re.DOTALL,
)
_UPDATES = "INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split()
_KEYWORDS = """SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH PREFIX BASE DISTINCT
    REDUCED FROM NAMED ORDER GROUP HAVING LIMIT OFFSET EXISTS NOT COUNT CONTAINS BOUND REGEX STRSTARTS STRENDS LCASE
    UCASE STRLEN STRAFTER STRBEFORE SAMPLE GROUP_CONCAT ASC DESC""".split()
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NAME = re.compile(r"(?<![\w?$:<@.-])([A-Za-z][\w-]*):([A-Za-z_0-9][\w-]*)")


def mask(query: str) -> str:
    """The query with strings, IRIs and comments blanked, so that only its words are left; positions stay."""
    return _OPAQUE.sub(lambda m: re.sub(r"\S", " ", m.group()), query)


def refuse_service(query: str) -> None:
    """Raise QueryError if the query would ask another server; escapes count before anything else in SPARQL."""
    plain = _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)
    if re.search(r"(?<![\w?$:.-])service(?![\w:-])", mask(plain), re.IGNORECASE):
        raise QueryError("query: SERVICE is refused, kg asks no other server; load the other graph beside this one")


def explain(query: str, message: str, prefixes: Mapping[str, str]) -> str:
    """Where, what, and what to do about a query that does not parse."""
    found = _PLACE.match(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    before = "\n".join(mask(query).split("\n")[:line])
    text = (query.split("\n") or [""])[min(line, query.count("\n") + 1) - 1]
    before = before[: len(before) - len(text) + column - 1]
    reason = _unclosed(mask(query)) or _reason(before, found[3] if found else message, prefixes)
    return f"query:{line}:{column}: {reason}\n  {text}\n  {' ' * (column - 1)}^"


def unknown_names(
    words: str, prefixes: Mapping[str, str], occurs: Callable[[str], bool], vocabulary: Callable[[], list[str]]
) -> Iterator[str]:
    """Yield a note, with line and column, for every prefixed name of a masked query that the graph does not hold."""
    first: dict[tuple[str, str], int] = {}
    for match in _NAME.finditer(words):
        first.setdefault((match[1], match[2]), match.start())
    for (prefix, local), start in first.items():
        namespace = prefixes.get(prefix)
        if namespace is None or occurs(namespace + local):
            continue
        known = [n.removeprefix(namespace) for n in vocabulary() if n.startswith(namespace)]
        near = nearest(local, known) if local not in known else None
        place = f"{words.count(chr(10), 0, start) + 1}:{start - words.rfind(chr(10), 0, start)}"
        hint = f"; did you mean {prefix}:{near}?" if near else ""
        yield f"query:{place}: {prefix}:{local} does not occur in this graph{hint}"


def _unclosed(words: str) -> str | None:
    """What is missing from the query as a whole, if that can be told."""
    if not words.strip():
        return "the query is empty; try SELECT * WHERE { ?s ?p ?o } LIMIT 10"
    missing = words.count("{") - words.count("}")
    return f"{missing} '{{' without '}}'; close {'it' if missing == 1 else 'them'}" if missing > 0 else None


def _reason(before: str, expected: str, prefixes: Mapping[str, str]) -> str:
    update = re.match(rf"(?:\s|(?:PREFIX\s+[\w.-]*:|BASE))*\b({'|'.join(_UPDATES)})\b", before, re.IGNORECASE)
    if update:
        return (
            f"{update[1].upper()} would change the graph; only reading is possible, change the articles and build again"
        )
    if "Prefix not found" in expected:
        return _unknown_prefix(before, prefixes)
    if "variable that is unbound" in expected:
        return "a SELECT with aggregates names a variable outside them; add it to GROUP BY"
    words: list[str] = re.findall(r"(?<![\w?$:<-])[A-Za-z_]+(?![\w:-])", before)[-2:]
    for word in reversed(words):
        near = nearest(word.upper(), _KEYWORDS)
        if near and near != word.upper():
            return f"'{word}' is no word of SPARQL; did you mean {near}?"
    return f"the query cannot go on like this; expected {_readable(expected)}"


def _unknown_prefix(before: str, prefixes: Mapping[str, str]) -> str:
    name = re.search(r"([\w.-]*):[^\s:]*$", before)
    prefix = name[1] if name else ""
    near = nearest(prefix, list(prefixes))
    known = " ".join(f"{p}:" for p in prefixes)
    return f"unknown prefix '{prefix}:'; " + (
        f"did you mean {near}:?" if near else f"add a PREFIX line, or use {known}"
    )


def _readable(expected: str) -> str:
    """The parser's alternatives without its character classes."""
    plain = [a.strip() for a in re.sub(r"^(?:expected )?(?:one of )?|\[[^]]*\]", "", expected).split(",")]
    words = [a for a in plain if a and not re.search(r"[\\']", a)]
    return " or ".join(dict.fromkeys(words)) if 0 < len(words) <= 6 else "something else here"


def nearest(word: str, known: list[str]) -> str | None:
    """The nearest known word, if one is near; case aside, the same word wins."""
    same = {k.lower(): k for k in known}
    near = get_close_matches(word.lower(), list(same), n=1, cutoff=0.6)
    return same[near[0]] if near else None


def similar(name: str, known: list[str]) -> list[str]:
    """Up to three names that are like this one, or that hold it."""
    wanted = name.casefold()
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return near or [k for k in known if wanted in k.casefold()][:3]
