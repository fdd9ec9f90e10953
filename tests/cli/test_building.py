"""`kg build`: data on stdout, talk on stderr, an exit code for every kind of end."""


def test_build_prints_its_files_on_stdout_and_talks_on_stderr(run, inbox, tmp_path):
    result = run("build", inbox / "01-engineers.txt", "-o", tmp_path)
    assert result.exit_code == 0
    names = ("graph.ttl", "graph.mentions.ttl", "graph.html", "GRAPH.md")
    assert result.stdout == "".join(f"{tmp_path / name}\n" for name in names)
    assert "1 articles" in result.stderr
    assert "next: " in result.stderr


def test_build_says_what_it_skipped(run, inbox, tmp_path):
    result = run("build", inbox / "01-engineers.txt", inbox / "06-binary.txt", "-o", tmp_path)
    assert result.exit_code == 0
    assert "skipped" in result.stderr
    assert "06-binary.txt" in result.stderr


def test_build_reads_standard_input(run, inbox, tmp_path):
    text = (inbox / "01-engineers.txt").read_bytes()
    result = run("build", "-", "-o", tmp_path, input=text)
    assert result.exit_code == 0
    assert (tmp_path / "graph.ttl").is_file()


def test_build_of_nothing_is_the_users_error(run, tmp_path):
    result = run("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert "nowhere" in result.stderr


def test_a_bad_base_is_the_users_error(run, inbox, tmp_path):
    result = run("build", inbox, "-o", tmp_path, "--base", "not an IRI")
    assert result.exit_code == 2
    assert "error: " in result.stderr


def test_no_worker_is_the_users_error(run, inbox, tmp_path):
    assert run("build", inbox, "-o", tmp_path, "--workers", 0).exit_code == 2
