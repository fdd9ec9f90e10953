"""What the pages say can be done can be done: commands, options, links, queries and stanzas are real."""

import re
import shutil
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest
import typer.main
from typer.testing import CliRunner

from kg.cli import app
from kg.ontology import folder, load
from kg.query import PREFIXES, Store, run
from kg.query.named import questions

ROOT = Path(__file__).resolve().parent.parent
UNREAD = {"out", "build", "dist", "node_modules"}
FILES = sorted(
    p for p in ROOT.rglob("*")
    if p.is_file() and not any(part.startswith(".") or part in UNREAD for part in p.relative_to(ROOT).parts)
)  # fmt: skip
PAGES = [p for p in FILES if p.suffix == ".md"]
TEXT = {".md", ".py", ".toml", ".yaml", ".ttl", ".rq", ".txt", ".js", ".css", ".j2"}
WRITTEN = [p for p in FILES if p.suffix in TEXT]
WRITTEN += [ROOT / "Makefile", ROOT / ".ci/run", ROOT / ".gitignore"]
COMMANDS = typer.main.get_command(app)

FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
INDENTED = re.compile(r"^ {4}(?=\S)(.+)$", re.M)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
# Names of package registries and folders of the author's machine: neither helps a reader.
UNWANTED = re.compile(r"py[p]i\b|python[h]osted|hugging[f]ace\.co|ana[c]onda|(?<![\w.])/(?:wor[k]|hom[e]|op[t])/", re.I)


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda p: str(p.relative_to(ROOT)))


def code(path: Path) -> list[str]:
    """Lines of code blocks, and code inside lines; a table's escaped bars as they read."""
    text = path.read_text(encoding="utf-8")
    blocks = [line for _, block in FENCED.findall(text) for line in block.splitlines()]
    rest = FENCED.sub("", text)
    found = [*blocks, *INDENTED.findall(rest), *INLINE.findall(rest)]
    return [line.strip().replace("\\|", "|") for line in found]


def calls(program: str) -> list[tuple[Path, str]]:
    """(page, command) of every line of code that begins with the program, by whatever path."""
    pattern = re.compile(rf"^(?:\S*/)?{program}(?= |$)\s*")
    found = [(p, pattern.sub("", line)) for p in PAGES for line in code(p) if pattern.match(line)]
    return [(page, line) for page, line in dict.fromkeys(found) if line]


def options(line: str) -> set[str]:
    """Every option of a command, quoted arguments left out."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "", line)
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", bare))


@named(PAGES)
def test_links_lead_to_files(path):
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(("page", "line"), calls("kg"), ids=lambda x: x.name if isinstance(x, Path) else x)
def test_a_command_of_ours_has_the_options_it_is_shown_with(page, line):
    command, words = COMMANDS, line.split()
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    assert not (words and hasattr(command, "commands") and words[0][0] not in "-["), f"{page}: no such command"
    known = {o for p in command.params for o in p.opts} | {"--help"}
    if command is COMMANDS.commands["query"]:
        known |= {f"--{p.name}" for q in questions().values() for p in q.parameters}
    assert options(line) <= known


def test_every_command_has_help():
    for name, command in COMMANDS.commands.items():
        for words in [[name], *([name, inner] for inner in getattr(command, "commands", {}))]:
            result = CliRunner().invoke(app, [*words, "--help"])
            assert result.exit_code == 0
            assert "Usage" in result.output


@pytest.mark.parametrize(("page", "line"), calls("make"), ids=lambda x: x.name if isinstance(x, Path) else x)
def test_a_make_target_exists(page, line):
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {word for word in line.split() if "=" not in word} <= targets, page


@pytest.mark.parametrize(("page", "line"), calls("python"), ids=lambda x: x.name if isinstance(x, Path) else x)
def test_a_script_exists_and_knows_its_options(page, line):
    match = re.match(r"-m ((?:benchmarks|training)\.\w+)", line)
    if match is None:
        pytest.skip("not a script of ours")
    script = ROOT / f"{match[1].replace('.', '/')}.py"
    known = set(re.findall(r"\"(--?[a-z][\w-]*)\"", script.read_text(encoding="utf-8")))
    assert options(line.removeprefix("-m")) <= known, page


def queries() -> list[str]:
    """SPARQL in the pages, and in the help of `kg query`."""
    blocks = [b for p in PAGES for kind, b in FENCED.findall(p.read_text(encoding="utf-8")) if kind == "sparql"]
    shown = [line for _, line in calls("kg")] + (COMMANDS.commands["query"].help or "").splitlines()
    quoted = re.compile(r"'((?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b[^']*)'")
    return blocks + [q for line in shown for q in quoted.findall(line) if "..." not in q]


@pytest.mark.parametrize("query", queries())
def test_a_query_can_be_asked(query):
    run(Store(ox.Store(), PREFIXES), query)


@named([p for p in PAGES if "```turtle" in p.read_text(encoding="utf-8")])
def test_turtle_can_be_read(path):
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    for kind, block in FENCED.findall(path.read_text(encoding="utf-8")):
        if kind == "turtle":
            assert list(ox.parse(f"{prefixes}{block}".encode(), format=ox.RdfFormat.TURTLE))


def test_the_stanza_shown_in_the_docs_makes_an_event_class(tmp_path):
    text = (ROOT / "docs/ontology.md").read_text(encoding="utf-8")
    stanza = next(block for kind, block in FENCED.findall(text) if kind == "yaml")
    shutil.copytree(folder(), tmp_path / "ontology")
    with (tmp_path / "ontology/events.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{stanza}")
    name = stanza.partition(":")[0].strip()
    assert name not in load().events
    assert load(tmp_path / "ontology").events[name].examples


def test_the_python_that_the_pages_ask_for_is_the_one_the_package_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    version = needed.removeprefix(">=")
    asked = {v for p in PAGES for v in re.findall(r"Python (3\.\d+)", p.read_text(encoding="utf-8"))}
    assert asked == {version}


def test_no_registry_and_no_folder_of_ours_is_named():
    found = {p.relative_to(ROOT): UNWANTED.findall(p.read_text(encoding="utf-8")) for p in WRITTEN}
    assert {path: words for path, words in found.items() if words} == {}
