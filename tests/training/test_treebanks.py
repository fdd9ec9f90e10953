"""Treebanks become documents with their trees, and with the spans of a second file; sentences are our own."""

from training import treebanks
from training.spans import ANNOTATED

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


def test_a_treebank_gives_documents_with_their_names(put):
    documents = list(treebanks.treebank(put("trees.gz", TREES), "gum"))
    assert [(d["name"], len(d["sentences"])) for d in documents] == [("GUM_news_ferry", 2), ("GUM_bio_pilot", 1)]


def test_a_treebank_gives_words_without_ranges_and_empty_nodes(put):
    sentence = next(iter(treebanks.treebank(put("trees.gz", TREES), "gum")))["sentences"][1]
    assert sentence["words"] == ["It", "'s", "Bergen"]
    assert (sentence["head"], sentence["deprel"]) == ([3, 3, 0], ["nsubj", "cop", "root"])


def test_a_treebank_annotates_no_span_but_where_a_second_file_does(put, surfaces):
    names = treebanks.uner(put("names.gz", NAMES))
    documents = list(treebanks.treebank(put("trees.gz", TREES), "ewt", names))
    first, second = documents[0]["sentences"]
    assert (first["types"], first["spans"]) == ([], [])
    assert (second["types"], surfaces(second)) == (ANNOTATED["ewt"], [("Bergen", "Place")])
