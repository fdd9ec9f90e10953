"""Corpora become words with spans of our types, on words cut as the annotator's; sentences are our own."""

import gzip
import json
from pathlib import Path

import pytest

from training import prepare

TREES = """# newdoc id = GUM_news_ferry
# sent_id = ferry-1
1\tFerries\tferry\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\t_

# sent_id = ferry-2
1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_
1\tIt\tit\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_
3\tBergen\tBergen\tPROPN\tNNP\t_\t0\troot\t_\t_
3.1\tport\tport\tNOUN\tNN\t_\t_\t_\t_\t_

# newdoc id = GUM_bio_pilot
# sent_id = pilot-1
1\tRest\trest\tVERB\tVB\t_\t0\troot\t_\t_
"""
NAMES = """# sent_id = ferry-2
1\tIt\tO
2\t's\tO
3\tBergen\tB-LOC

# sent_id = pilot-1
1\tRest\tO
"""


@pytest.fixture
def put(tmp_path: Path):
    """Writes a text as a gzip file and gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(text.encode()))
        return path

    return write


def surfaces(sentence):
    return [(" ".join(sentence["words"][a:b]), t) for a, b, t in sentence["spans"]]


def test_spans_of_tags():
    tags = ["B-per", "I-per", "B-per", "O", "I-geo", "I-org"]
    assert prepare.bio_spans(tags) == [(0, 2, "per"), (2, 3, "per"), (4, 5, "geo"), (5, 6, "org")]


def test_words_are_cut_as_the_annotator_cuts_them_and_spans_move_along():
    words, spans = prepare.retokenise(["Spanish-born", "Ada", "didn't"], [(0, 1, "Demonym"), (1, 2, "Person")])
    assert words == ["Spanish", "-", "born", "Ada", "did", "n't"]
    assert spans == [[0, 3, "Demonym"], [3, 4, "Person"]]


def test_a_country_is_a_place_and_its_adjective_a_demonym():
    assert prepare.fix_place("Organization", "Norway") == "Place"
    assert prepare.fix_place("Place", "Norwegian") == "Demonym"
    assert prepare.fix_place("Organization", "Harbour Union") == "Organization"


def test_a_treebank_gives_documents_with_their_names(put):
    documents = list(prepare.treebank(put("trees.gz", TREES), "gum"))
    assert [(d["name"], len(d["sentences"])) for d in documents] == [("GUM_news_ferry", 2), ("GUM_bio_pilot", 1)]


def test_a_treebank_gives_words_without_ranges_and_empty_nodes(put):
    sentence = next(iter(prepare.treebank(put("trees.gz", TREES), "gum")))["sentences"][1]
    assert sentence["words"] == ["It", "'s", "Bergen"]
    assert (sentence["head"], sentence["deprel"]) == ([3, 3, 0], ["nsubj", "cop", "root"])


def test_a_treebank_annotates_no_span_but_where_a_second_file_does(put):
    names = prepare.uner(put("names.gz", NAMES))
    documents = list(prepare.treebank(put("trees.gz", TREES), "ewt", names))
    first, second = documents[0]["sentences"]
    assert (first["types"], first["spans"]) == ([], [])
    assert (second["types"], surfaces(second)) == (prepare.ANNOTATED["ewt"], [("Bergen", "Place")])


def test_titles_come_out_of_silver_names(put):
    tokens = [("Prime", "B-per"), ("Minister", "I-per"), ("Ada", "I-per"), ("Roe", "I-per"), ("left", "O")]
    path = put("silver.gz", "\n".join(f"{w}\tNN\t{t}" for w, t in tokens) + "\n")
    sentence = next(prepare.gmb(path))["sentences"][0]
    assert surfaces(sentence) == [("Prime Minister", "Title"), ("Ada Roe", "Person")]


def test_marks_lose_their_article_and_those_inside_a_word_are_dropped():
    text = "The Harbour Union sued the shipyard."
    marks = [(0, 17, "Organization"), (27, 31, "Facility")]
    sentence = prepare.offsets_sentence(text, 0, len(text), marks, "grobid")
    assert surfaces(sentence) == [("Harbour Union", "Organization")]


def test_reports_keep_names_and_all_weapons_but_no_descriptions(put):
    text = "The union saw a mortar near Bergen."
    entities = [("The union", "Organisation"), ("a mortar", "Weapon"), ("Bergen", "Location")]
    marks = [{"type": t, "text": x, "start": text.index(x), "end": text.index(x) + len(x)} for x, t in entities]
    document = next(prepare.re3d(put("reports.gz", json.dumps({"text": text, "entities": marks}))))
    assert surfaces(document["sentences"][0]) == [("mortar", "Weapon"), ("Bergen", "Place")]


def test_every_tenth_report_is_for_development(put):
    for name in ("EWT/dev.conllu", "GUM/dev.conllu", "GMB/dev.conll", "EWT/train.conllu", "GUM/train.conllu"):
        put(f"{name}.gz", TREES)
    for name in ("UNER-EWT/dev.iob2", "UNER-EWT/train.iob2"):
        put(f"{name}.gz", NAMES)
    records = [{"text": f"Ship {i}.", "entities": []} for i in range(12)]
    reports = put("re3d/train.jsonl.gz", "\n".join(map(json.dumps, records)))
    root = reports.parent.parent
    parts = {n: [d["sentences"][0]["words"][1] for d in f(root)["re3d"]] for n, f in
             (("dev", prepare.development), ("train", prepare.training))}  # fmt: skip
    assert parts == {"dev": ["0", "10"], "train": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "11"]}


def test_what_is_written_is_what_was_given(tmp_path, capsys):
    document = {"corpus": "gum", "sentences": [{"words": ["Café", "."], "types": [], "spans": []}]}
    prepare.write(tmp_path / "dev.gum.jsonl", [document])
    assert json.loads((tmp_path / "dev.gum.jsonl").read_text(encoding="utf-8")) == document
    assert capsys.readouterr().out == "dev.gum: 1 documents, 1 sentences, 2 words\n"
