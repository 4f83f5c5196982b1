"""An exported site before two strict readers: the Nu HTML checker, and axe-core in a browser, in light and dark.

    npm install axe-core vnu-jar --prefix /tmp/audit
    paperlayout export issues/2021-07 -o /tmp/exported
    python tests/bench/audit_site.py /tmp/audit/node_modules /tmp/exported/html
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def main() -> None:
    tools, site = Path(sys.argv[1]), Path(sys.argv[2])
    pages = sorted(site.glob("*.html"))
    print("Nu HTML checker:", dict(html_faults(tools, pages)) or "nothing but remarks")
    print("axe-core:", dict(axe_faults(tools, pages)) or "nothing", f"on {len(pages)} pages, light and dark")


def html_faults(tools: Path, pages: list[Path]) -> Counter[str]:
    """Errors and warnings by their words; that void elements end in a slash is a remark."""
    command = ["java", "-jar", str(tools / "vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    messages = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["messages"]
    return Counter(m["message"] for m in messages if m["type"] == "error" or m.get("subType") == "warning")


def axe_faults(tools: Path, pages: list[Path]) -> Counter[str]:
    """Violations, and what axe could not decide, by rule."""
    axe = (tools / "axe-core/axe.min.js").read_text(encoding="utf-8")
    found: Counter[str] = Counter()
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme).new_page()
            for file in pages:
                page.goto(file.resolve().as_uri())
                page.evaluate(axe)
                told = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
                found.update(one["id"] for one in (*told["violations"], *told["incomplete"]))
        browser.close()
    return found


if __name__ == "__main__":
    main()
