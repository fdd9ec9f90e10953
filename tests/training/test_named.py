"""Corpora of named spans become documents with spans of our types; sentences are our own."""

import json

from training import named


def test_reports_keep_names_and_all_weapons_but_no_descriptions(put, surfaces):
    text = "The union saw a mortar near Bergen."
    entities = [("The union", "Organisation"), ("a mortar", "Weapon"), ("Bergen", "Location")]
    marks = [{"type": t, "text": x, "start": text.index(x), "end": text.index(x) + len(x)} for x, t in entities]
    document = next(named.re3d(put("reports.gz", json.dumps({"text": text, "entities": marks}))))
    assert surfaces(document["sentences"][0]) == [("mortar", "Weapon"), ("Bergen", "Place")]
