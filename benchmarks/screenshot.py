"""A picture of the page for the docs: `python -m benchmarks.screenshot`. Writes docs/explorer.png.

The graph is that of the example articles; the page stands at the best connected node, two steps around it.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.building import ROOT, build
from benchmarks.explorer import ARGUMENTS, CHROMIUM

PICTURE = ROOT / "docs" / "explorer.png"
SIZE = {"width": 1240, "height": 720}


def main() -> None:
    """Build, open, choose, save."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as started:
        build([ROOT / "examples" / "articles"], Path(scratch))
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_context(offline=True, viewport=SIZE, reduced_motion="reduce").new_page()
        page.goto((Path(scratch) / "graph.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        page.locator("#panel .rows button").first.click()
        page.get_by_role("button", name="2 steps").click()
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE)


if __name__ == "__main__":
    main()
