"""Groups of a large graph: around hubs that are no neighbours, the nearest one decides."""

from kg.export.groups import MOST, groups


def line(a: int, b: int) -> dict[str, int]:
    return {"from": a, "to": b}


def test_every_node_goes_to_the_nearest_hub() -> None:
    star = [line(0, n) for n in (1, 2, 3)]
    other = [line(6, n) for n in (4, 5, 7)]
    found = groups([f"n{n}" for n in range(9)], [*star, *other, line(3, 4)])
    assert found["hubs"][:2] == [0, 6]
    assert found["of"][:8] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_what_no_line_touches_is_in_no_group() -> None:
    assert groups(["a", "b", "c"], [line(0, 1)])["of"] == [0, 0, -1]


def test_there_are_never_more_groups_than_can_be_drawn() -> None:
    pairs = [line(2 * n, 2 * n + 1) for n in range(MOST + 40)]
    found = groups([f"n{n}" for n in range(2 * len(pairs))], pairs)
    assert len(found["hubs"]) == len(found["at"]) == MOST


def test_the_order_of_lines_leaves_no_trace() -> None:
    lines = [line(n % 5, n) for n in range(1, 30)]
    labels = [f"n{n}" for n in range(30)]
    assert groups(labels, lines) == groups(labels, lines[::-1])
