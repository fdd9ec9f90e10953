"""Corpora are divided into parts and written as they were read; sentences are our own."""

import json

from training import prepare


def test_every_tenth_report_is_for_development(put):
    for part in ("dev", "train"):
        put(f"UNER-EWT/{part}.iob2.gz", "# sent_id = 1\n1\tRest\tO\n")
    records = [{"text": f"Ship {i}.", "entities": []} for i in range(12)]
    root = put("re3d/train.jsonl.gz", "\n".join(map(json.dumps, records))).parent.parent
    parts = {n: [d["sentences"][0]["words"][1] for d in f(root)["re3d"]] for n, f in
             (("dev", prepare.development), ("train", prepare.training))}  # fmt: skip
    assert parts == {"dev": ["0", "10"], "train": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "11"]}


def test_what_is_written_is_what_was_given(tmp_path, capsys):
    document = {"corpus": "gum", "sentences": [{"words": ["Café", "."], "types": [], "spans": []}]}
    prepare.write(tmp_path / "dev.gum.jsonl", [document])
    assert json.loads((tmp_path / "dev.gum.jsonl").read_text(encoding="utf-8")) == document
    assert capsys.readouterr().out == "dev.gum: 1 documents, 1 sentences, 2 words\n"
