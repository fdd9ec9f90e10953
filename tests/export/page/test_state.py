"""The address: a view can be shared, gone back from, and survives what it does not know."""


def test_a_view_opens_again_from_its_address(opened, resolution):
    explorer = opened(resolution, "#ana-reyl")
    explorer.page.get_by_label("State", exact=False).first.uncheck()
    explorer.page.get_by_role("button", name="Events as lines").click()
    fragment, drawn = explorer.fragment, explorer.drawn
    again = opened(resolution, fragment)
    assert (again.drawn, again.title, again.fragment) == (drawn, "Ana Reyl", fragment)


def test_a_line_opens_from_its_address(opened, resolution):
    assert opened(resolution, "#&line=sudland~estmark").title == "Estmark and Sudland"


def test_back_returns_to_what_was_chosen_before(opened, resolution):
    explorer = opened(resolution, "#ana-reyl")
    explorer.page.click("#panel .line button:text-is('Ivo Marr')")
    assert explorer.title == "Ivo Marr"
    explorer.page.go_back()
    explorer.wait_for("Ana Reyl")


def test_an_address_that_makes_no_sense_opens_the_overview(opened, resolution):
    explorer = opened(resolution, "#%E0%A4%A&view=x&hide=99.x&window=a~b&score=much&path=one&article=%")
    assert explorer.title == "Overview"
    assert explorer.drawn == 14


def test_an_empty_graph_opens(opened):
    from kg.model import Resolution

    explorer = opened(Resolution((), (), (), {}, (), ()))
    assert explorer.page.inner_text("#shown") == "All 0 shown"
    for view in ("table", "articles"):
        explorer.page.click(f"#view-{view}")
