"""The drawing: what is on it, how it looks, how it grows and shrinks."""

from dataclasses import replace

from kg.model import Claim, EntityId, Modality, Relation, Span


def test_the_page_opens_with_counts_and_an_overview(opened, resolution):
    explorer = opened(resolution)
    assert explorer.page.inner_text("#counts") == "2 articles · 14 entities · 4 events · 13 claims"
    assert explorer.page.inner_text("#shown") == "14 of 18 shown: the rest stands in no relation; search finds it"
    assert explorer.title == "Overview"


def test_a_click_on_a_node_and_on_a_line_opens_them(opened, resolution):
    explorer = opened(resolution)
    explorer.click("Sudland")
    explorer.wait_for("Sudland")
    explorer.click("Sudland", "Estmark")
    explorer.wait_for("Estmark and Sudland")
    assert "Estmark and its ally Sudland" in explorer.panel


def test_the_style_of_a_line_tells_how_firmly_it_is_said(opened, resolution):
    lines = opened(resolution).lines
    assert {bool(line["dashes"]) for line in lines} == {True, False}


def test_a_line_is_wider_where_two_sources_say_so(opened, resolution):
    said_twice = replace(
        resolution.relations[4],
        claims=(
            *resolution.relations[4].claims,
            Claim(resolution.documents[0].id, (Span(0, 10),), Modality.ASSERTED),
        ),
    )
    explorer = opened(replace(resolution, relations=(*resolution.relations[:4], said_twice)))
    wide = max(explorer.lines, key=lambda line: line["width"])
    assert wide["title"] == "allied with (2 sources)"
    assert wide["width"] > sorted(line["width"] for line in explorer.lines)[0]
    assert "2 sources" in explorer.panel


def test_events_fold_into_lines_between_their_participants(opened, resolution):
    explorer = opened(resolution)
    before = explorer.drawn
    explorer.page.get_by_role("button", name="Events as lines").click()
    folded = [line for line in explorer.lines if isinstance(line["id"], str)]
    assert explorer.drawn == before - 3
    assert len(folded) >= 3
    assert "folded=1" in explorer.fragment
    assert all(line["title"] for line in folded)


def test_a_folded_event_opens_by_its_line(opened, resolution):
    explorer = opened(resolution, "#&folded=1")
    explorer.click("Estmark", "engineers")
    explorer.wait_for("Deployment")


def test_steps_around_a_node_leave_the_rest_out(opened, resolution):
    explorer = opened(resolution, "#sudland")
    explorer.page.get_by_role("button", name="1 step").click()
    assert explorer.drawn == 2
    explorer.page.get_by_role("button", name="2 steps").click()
    assert explorer.drawn == 3
    explorer.page.get_by_role("button", name="Everything").click()
    assert explorer.drawn == 14


def test_neighbours_without_other_ties_can_be_hidden_and_brought_back(opened, resolution):
    explorer = opened(resolution, "#estmark")
    before = explorer.drawn
    explorer.page.get_by_role("button", name="without other ties").click()
    assert explorer.drawn == before - 1
    explorer.page.get_by_role("button", name="1 more neighbour").click()
    assert explorer.drawn == before


def crowd(resolution, size):
    """A ring of so many people, tied to one of their number."""
    claim = Claim(resolution.documents[0].id, (Span(0, 10),), Modality.ASSERTED)
    people = [replace(resolution.entities[0], id=EntityId(f"p{n}"), name=f"Person {n}") for n in range(size)]
    ties = [Relation("alliedWith", p.id, people[n - 1].id, (claim,)) for n, p in enumerate(people)]
    ties += [Relation("alliedWith", p.id, people[0].id, (claim,)) for p in people[2:80]]
    return replace(resolution, entities=(*resolution.entities, *people), relations=tuple(ties), events=())


def test_a_large_graph_opens_with_its_best_connected_and_says_so(opened, resolution):
    explorer = opened(crowd(resolution, 400))
    assert explorer.drawn == 150
    assert "150 of 414 shown: the best connected" in explorer.page.inner_text("#shown")
    explorer.page.get_by_role("button", name="Show 40 of").click()
    assert explorer.drawn == 190
    explorer.page.get_by_role("button", name="Show all 400").click()
    assert explorer.drawn == 400


def test_a_hub_grows_by_forty_at_a_time(opened, resolution):
    explorer = opened(crowd(resolution, 400), "#p0")
    before = explorer.drawn
    explorer.page.evaluate("document.querySelector('#view-graph').focus()")
    explorer.page.get_by_role("button", name="more neighbour").click()
    assert before < explorer.drawn <= before + 40


def test_a_large_graph_can_be_seen_in_groups_and_a_group_opened(opened, resolution):
    explorer = opened(crowd(resolution, 400))
    explorer.page.get_by_role("button", name="Groups").click()
    assert 1 < explorer.drawn <= 60
    assert "each around its best connected" in explorer.page.inner_text("#shown")
    explorer.click("group 0")
    explorer.wait_for("Person 0")
    assert explorer.drawn > 1
