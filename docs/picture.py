"""Make the README's picture from a finished map page: ``python docs/picture.py out/al-tanf/map.html docs/al-tanf.png``.

Needs the test extras and a Chromium on the machine; the network stays cut.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> None:
    """Open the page, select what is asked for, and write the picture."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("page", type=Path, help="the map page")
    words.add_argument("picture", type=Path, help="the PNG file to write")
    words.add_argument("--mark", default="", help="what to select, as in the page's address: claim=c3")
    words.add_argument("--width", type=int, default=1440)
    words.add_argument("--height", type=int, default=900)
    asked = words.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        words.error("there is no Chromium on this machine")
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": asked.width, "height": asked.height}, offline=True, reduced_motion="reduce", locale="en-GB"
        )
        page = context.new_page()
        page.goto(asked.page.resolve().as_uri() + (f"#{asked.mark}" if asked.mark else ""))
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(500)
        page.screenshot(path=asked.picture)
        browser.close()
    print(f"{asked.picture}: {asked.picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
