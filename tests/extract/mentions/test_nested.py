"""What a name holds is named as well."""

from kg.model import Kind


def test_a_quarter_of_a_state_names_the_state_too(reading):
    found = reading("Rebels attacked a village in southern Chile on Monday.")
    assert found.types("Chile") == {"State"}
    assert found.types("southern Chile") == {"Region"}


def test_a_province_is_known_without_its_noun(reading):
    found = reading("Rebels attacked a village in Nimroz province on Monday.")
    (short,) = found.named("Nimroz")
    assert (short.kind, found.article.mentions[short.antecedent].text) == (Kind.NAME, "Nimroz province")
