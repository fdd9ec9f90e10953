"""Files: the drawing as PNG and SVG."""

import struct

from lxml import etree


def test_the_png_is_a_picture_of_the_canvas(opened, resolution):
    found = opened(resolution).saved("#png")
    assert found[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", found[16:24])
    assert width > 300
    assert height > 300


def test_the_svg_has_the_names_as_text(opened, resolution):
    explorer = opened(resolution)
    root = etree.fromstring(explorer.saved("#svg"))
    names = {" ".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Ana Reyl", "Estmark", "Norland army"} <= names
    assert len(list(root.iter("{http://www.w3.org/2000/svg}line"))) == len(explorer.lines)
