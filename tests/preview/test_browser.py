"""The page in a real browser: no flicker, nothing lost from sight, and from every block back to its line."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from paperlayout.draw.png import RasterPage, encoded

from .conftest import built
from .served import Served

STONE = "奠基石"
PROBE = """() => {
  window.probe = { frames: 0, blank: 0, moved: 0 };
  const place = () => { const r = document.querySelector('.sheet').getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round).join(); };
  const first = place();
  const look = () => {
    window.probe.frames++;
    for (const sheet of document.querySelectorAll('.sheet')) {
      const top = [...sheet.querySelectorAll('.picture')].at(-1);
      if (!top || !top.complete || !top.naturalWidth || getComputedStyle(top).visibility !== 'visible') window.probe.blank++;
    }
    if (place() !== first) window.probe.moved++;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def scrolled(page: Page) -> list[float]:
    found: list[float] = page.evaluate("(d => [d.scrollLeft, d.scrollTop])(document.getElementById('desk'))")
    return found


def percent(page: Page) -> str:
    return page.locator("#percent").inner_text()


def layout(preview: Served) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(preview.get("layout").body)
    return found


def click_on(page: Page, x: float, y: float, size: list[float]) -> None:
    """Clicks on a place of the page, given in points."""
    box = page.locator(".sheet").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + x / size[0] * box["width"], box["y"] + y / size[1] * box["height"])


def test_a_save_swaps_the_picture_without_flicker(page: Page, preview: Served) -> None:
    page.evaluate(PROBE)
    seen = {page.locator(".sheet").get_attribute("data-digest")}
    for number in range(2, 7):
        preview.change(STONE, STONE + "好")
        built(page, number)
        seen.add(page.locator(".sheet").get_attribute("data-digest"))
    probe = page.evaluate("window.probe")
    assert len(seen) == 6, "every save drew a new page"
    assert probe["frames"] > 20 and probe["blank"] == 0 and probe["moved"] == 0, probe


def test_zoom_and_scroll_are_kept(page: Page, preview: Served) -> None:
    page.locator("#actual").click()
    page.evaluate("document.getElementById('desk').scrollTo(180, 640)")
    before = scrolled(page)
    assert before == [180, 640] and percent(page) == "100%"
    for number in (2, 3):
        preview.change(STONE, STONE + "好")
        built(page, number)
    assert scrolled(page) == before and percent(page) == "100%"
    page.reload(wait_until="load")
    built(page, 3)
    assert scrolled(page) == before and percent(page) == "100%"


def test_what_is_shown_is_the_pdf(page: Page, preview: Served) -> None:
    preview.change(STONE, "基石")  # shorter, so that the lines below it move
    built(page, 2)
    digest = page.locator(".sheet").get_attribute("data-digest")
    sheet = RasterPage(preview.get("edition.pdf").body)
    for scale in (75, 200):
        assert preview.get(f"picture/{digest}-{scale}.jpg").body == encoded(sheet.whole(scale / 100), "JPEG")
    sheet.close()


def test_zooming_to_400_per_cent_brings_sharper_pictures(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("+")
    assert percent(page) == "400%"
    page.locator(".tiles img").first.wait_for(state="attached")
    sharpness = page.evaluate("(t => t.naturalWidth / t.getBoundingClientRect().width)(document.querySelector('.tiles img'))")
    assert sharpness >= 1


def test_zooming_keeps_the_place_under_the_pointer(page: Page) -> None:
    page.locator("#actual").click()
    page.evaluate("document.getElementById('desk').scrollTo(200, 500)")
    under = """([x, y]) => { const r = document.querySelector('.sheet').getBoundingClientRect(); return [(x - r.x) / r.width, (y - r.y) / r.height]; }"""
    page.mouse.move(500, 400)
    before = page.evaluate(under, [500, 400])
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.locator("#percent", has_text=re.compile("^(?!100%)")).wait_for()
    assert page.evaluate(under, [500, 400]) == pytest.approx(before, abs=0.003)


def test_a_click_names_the_line(page: Page, standing: Served) -> None:
    form = layout(standing)["pages"][0]
    lines = standing.text.splitlines()
    bodies = [frame for frame in form["frames"] if frame["kind"] == "body" and frame["lines"] > 5]
    assert len(bodies) > 8
    for frame in bodies[::3]:
        x0, y0, x1, y1 = frame["rect"]
        at = frame["lines"] // 2
        click_on(page, (x0 + x1) / 2, y0 + (at + 0.5) / frame["lines"] * (y1 - y0), form["size"])
        shown = page.locator("#card .place code").inner_text()
        file, line, _ = shown.split(":")
        assert file == "issue.yaml"
        text = re.sub(r"\s", "", lines[int(line) - 1])
        assert re.sub(r"[\s“”‘’]", "", frame["set"][at])[:6] in re.sub(r"[“”‘’\"]", "", text), (shown, frame["set"][at])


def test_a_click_opens_the_editor(page: Page, preview: Served) -> None:
    form = layout(preview)["pages"][0]
    figure = next(frame for frame in form["frames"] if frame["kind"] == "figure")
    click_on(page, *[(figure["rect"][i] + figure["rect"][i + 2]) / 2 for i in (0, 1)], form["size"])
    link = page.locator("#card a.small").get_attribute("href")
    file, line, column = figure["origin"].split(":")
    assert link and unquote(link) == f"vscode://file{preview.issue.parent}/{file}:{line}:{column}"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#card .place button").click()
    assert page.evaluate("navigator.clipboard.readText()") == figure["origin"]


def test_a_double_click_looks_closer_and_back(page: Page, standing: Served) -> None:
    before = percent(page)
    box = page.locator(".sheet").bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.45)
    page.locator("#percent", has_text=re.compile(f"^(?!{before})")).wait_for()
    page.mouse.dblclick(640, 400)
    page.locator("#percent", has_text=before).wait_for()


def test_a_broken_issue_keeps_the_last_good_page(page: Page, preview: Served) -> None:
    digest = page.locator(".sheet").get_attribute("data-digest")
    good = preview.text
    preview.change("  标题:", "  标提:")
    banner = page.locator("#banner")
    banner.wait_for()
    assert "S203" in banner.inner_text() and "issue.yaml:12:3" in banner.inner_text() and "改成 标题" in banner.inner_text()
    assert page.locator("body.stale").count() == 1 and page.locator(".sheet").get_attribute("data-digest") == digest
    page.locator("#problems li.error").wait_for(state="attached")
    assert page.locator("#problems li.error").count() == 1
    preview.save(good)
    banner.wait_for(state="hidden")
    page.locator("body:not(.stale)").wait_for(state="attached")
    assert page.locator(".sheet").get_attribute("data-digest") == digest


def test_copy_that_does_not_fit_is_marked_where_it_ends(page: Page, preview: Served) -> None:
    preview.change(STONE + "。", STONE + "。" + "职工群众把党史学习教育同岗位工作结合起来。" * 60)
    built(page, 2)
    page.locator("#problems li.error").wait_for()
    assert re.search(r"L201", page.locator("#problems li.error").first.inner_text())
    amount = page.locator(".amount").inner_text()
    assert re.fullmatch(r"超 \d+ 字", amount) and page.locator(".pin.error").count() >= 1
    page.locator("#tab-stories").click()
    row = page.locator("#stories tr.rank1").inner_text()
    over = int(re.findall(r"\d+", amount)[0])
    _, chars, placed, told = (int(n) for n in re.findall(r"\d+", row))
    assert chars - placed == over == told


def test_a_marker_leads_to_its_problem_and_back(page: Page, preview: Served) -> None:
    preview.change(STONE + "。", STONE + "。" + "职工群众把党史学习教育同岗位工作结合起来。" * 60)
    built(page, 2)
    page.locator(".pin").first.click()
    assert page.locator("#problems li.chosen").count() == 1
    page.locator("#problems button.problem").first.click()
    assert page.locator(".pin.chosen").count() == 1


@pytest.mark.parametrize(("key", "mark"), [("g", ".cells rect"), ("b", ".baselines path"), ("k", ".frames rect"), ("o", ".order polyline"), ("m", ".tag.ppi")])
def test_overlays_by_key(page: Page, key: str, mark: str) -> None:
    assert page.locator(mark).count() == 0
    page.keyboard.press(key)
    page.locator(mark).first.wait_for(state="attached")
    page.keyboard.press(key)
    page.locator(mark).first.wait_for(state="detached")


def test_the_grid_stands_on_the_page(page: Page, standing: Served) -> None:
    page.keyboard.press("g")
    grid = layout(standing)["pages"][0]
    columns = page.locator(".cells rect")
    columns.first.wait_for(state="attached")
    assert columns.count() == grid["grid"]["columns"]
    assert float(columns.first.get_attribute("x") or 0) == pytest.approx(grid["type_area"][0])
    last = columns.last
    assert float(last.get_attribute("x") or 0) + float(last.get_attribute("width") or 0) == pytest.approx(grid["type_area"][2], abs=0.1)


def test_the_build_before_is_compared_with(page: Page, preview: Served) -> None:
    first = page.locator(".sheet").get_attribute("data-digest")
    preview.change(STONE, STONE + "好好")
    built(page, 2)
    page.keyboard.press("c")
    page.locator(f'.earlier[data-key^="{first}"]').wait_for(state="attached")
    assert page.locator(".sheet.swipe").count() == 1
    assert "多 2 字" in page.locator("#comparing").inner_text()
    for way in ("blink", "difference"):
        page.locator(f'[data-way="{way}"]').click()
        page.locator(f".sheet.{way}").wait_for()
    page.keyboard.press("Escape")
    page.locator(".earlier").wait_for(state="detached")


def test_dragging_pans(page: Page) -> None:
    page.locator("#actual").click()
    page.evaluate("document.getElementById('desk').scrollTo(200, 500)")
    page.mouse.move(600, 500)
    page.mouse.down()
    page.mouse.move(520, 380, steps=4)
    page.mouse.up()
    assert scrolled(page) == [280, 620]
    assert page.locator("#card").is_hidden(), "a drag is no click"


def test_help_is_a_key_away(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="detached")


def test_everything_can_be_reached_by_tab(page: Page) -> None:
    wanted = set(page.evaluate("[...document.querySelectorAll('button, a[href]')].filter(e => e.checkVisibility() && !e.disabled).map(e => e.id).filter(Boolean)"))
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    assert wanted - reached == set()
    unnamed = page.evaluate("[...document.querySelectorAll('button, a[href]')].filter(e => e.checkVisibility() && !e.textContent.trim() && !e.getAttribute('aria-label')).map(e => e.outerHTML)")
    assert unnamed == []


def test_on_a_phone_everything_fits(browser: Browser, standing: Served) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto(standing.url, wait_until="load")
    built(phone, 1)
    assert phone.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]") == [390, 390]
    sheet = phone.locator(".sheet").bounding_box()
    assert sheet and sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= 390
    for name in ("problems", "stories", "tools"):
        phone.locator(f"#dock-{name}").tap()
        panel = phone.locator(".tools" if name == "tools" else f"#{name}")
        panel.wait_for()
        phone.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished))")
        box = panel.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] + box["height"] <= 844, (name, box)
    small = phone.evaluate("[...document.querySelectorAll('.tools button, #dock button')].map(e => e.getBoundingClientRect()).filter(r => r.width && (r.width < 36 || r.height < 36)).length")
    assert small == 0, "a finger needs room"
    phone.locator("#dock-page").tap()
    phone.locator(".sheet").tap(position={"x": 90, "y": 240})
    card = phone.locator("#card")
    card.wait_for()
    assert "issue.yaml:" in card.inner_text()
    context.close()
