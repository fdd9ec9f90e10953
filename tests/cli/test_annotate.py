"""`kg annotate`: CoNLL-U on stdout or in a file, talk on stderr, errors with file and line."""

GIVEN = "1\tNobody\t_\t_\t_\t_\t_\t_\t_\t_\n2\tslept\t_\t_\t_\t_\t_\t_\t_\t_\n"


def rows(text):
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


def test_articles_come_out_on_stdout(run, inbox):
    result = run("annotate", inbox / "01-engineers.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"# newdoc id = {inbox / '01-engineers.txt'}\n")
    assert all(len(row) == 10 for row in rows(result.stdout))
    assert "1 articles, " in result.stderr


def test_a_page_is_read_without_its_markup(run, inbox):
    result = run("annotate", inbox / "03-test.html")
    assert "&amp;" not in result.stdout
    assert "missile" in {row[1] for row in rows(result.stdout)}


def test_a_file_is_written_as_stdout_would_be(run, inbox, tmp_path):
    result = run("annotate", inbox / "01-engineers.txt", "-o", tmp_path / "out.conllu")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out.conllu").read_text(encoding="utf-8") == run("annotate", inbox / "01-engineers.txt").stdout


def test_a_folder_is_read_and_what_cannot_be_is_named(run, inbox):
    result = run("annotate", inbox)
    assert result.exit_code == 0
    assert result.stdout.count("# newdoc id = ") == 3
    assert "skipped" in result.stderr
    assert "06-binary.txt" in result.stderr


def test_standard_input_is_read(run):
    result = run("annotate", "-", input=b"Kenya sent ships.")
    assert [row[1] for row in rows(result.stdout)] == ["Kenya", "sent", "ships", "."]


def test_nothing_to_read_is_the_users_error_and_writes_nothing(run, tmp_path):
    result = run("annotate", tmp_path / "nowhere.txt", "-o", tmp_path / "out.conllu")
    assert result.exit_code == 2
    assert "nowhere.txt" in result.stderr
    assert not (tmp_path / "out.conllu").exists()


def test_given_words_are_kept(run, tmp_path):
    (tmp_path / "in.conllu").write_text(GIVEN, encoding="utf-8")
    result = run("annotate", "--pretokenized", tmp_path / "in.conllu")
    assert [row[1] for row in rows(result.stdout)] == ["Nobody", "slept"]


def test_given_words_may_come_from_standard_input(run):
    result = run("annotate", "--pretokenized", "-", input=GIVEN.encode())
    assert [row[1] for row in rows(result.stdout)] == ["Nobody", "slept"]


def test_empty_nodes_are_reported(run):
    result = run("annotate", "--pretokenized", "-", input=(GIVEN + "2.1\tslept\t" + "_\t" * 7 + "_\n").encode())
    assert "1 empty nodes left out" in result.stderr


def test_bad_conllu_is_the_users_error_with_its_line(run, tmp_path):
    (tmp_path / "in.conllu").write_text(GIVEN + "3 .\n", encoding="utf-8")
    result = run("annotate", "--pretokenized", tmp_path / "in.conllu")
    assert result.exit_code == 2
    assert "in.conllu:3: 1 columns" in result.stderr


def test_a_folder_is_no_conllu(run, tmp_path):
    result = run("annotate", "--pretokenized", tmp_path)
    assert result.exit_code == 2
    assert "--pretokenized takes CoNLL-U files" in result.stderr


def test_a_place_that_cannot_be_written_is_the_users_error(run, inbox, tmp_path):
    result = run("annotate", inbox / "01-engineers.txt", "-o", tmp_path / "no" / "out.conllu")
    assert result.exit_code == 2
    assert "choose another file with -o" in result.stderr
