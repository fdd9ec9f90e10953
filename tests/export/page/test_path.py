"""Paths: the shortest way with its evidence, over what passes the filters."""


def test_a_path_is_found_from_one_name_to_another(opened, resolution):
    explorer = opened(resolution)
    explorer.page.keyboard.press("p")
    for box, name in (("#path-from", "sudland"), ("#path-to", "port sall")):
        explorer.page.fill(box, name)
        explorer.page.keyboard.press("Enter")
    assert explorer.title == "Sudland to Port Sall"
    assert "3 steps; the weakest is asserted, read with confidence 0.90." in explorer.panel
    assert "Estmark and its ally Sudland" in explorer.panel
    assert "path=sudland~port-sall" in explorer.fragment


def test_what_nothing_connects_is_said(opened, resolution):
    explorer = opened(resolution, "#&path=sudland~harbour-post")
    assert "No path: nothing that was read connects the two." in explorer.panel


def test_a_path_keeps_to_what_passes_the_filters(opened, resolution):
    explorer = opened(resolution, "#&path=sudland~port-sall")
    explorer.page.get_by_role("checkbox", name="Deployment").uncheck()
    assert "No path over what passes the filters." in explorer.panel


def test_a_path_can_start_at_what_is_chosen(opened, resolution):
    explorer = opened(resolution, "#sudland")
    explorer.page.get_by_role("button", name="Path from here").click()
    assert explorer.page.input_value("#path-from") == "Sudland"
    explorer.page.keyboard.type("engineers")
    explorer.page.keyboard.press("Enter")
    assert explorer.title == "Sudland to engineers"
