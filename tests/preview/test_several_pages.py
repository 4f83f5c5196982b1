"""Issues of several pages: thumbnails, spreads, turning, and following what changes."""

from collections.abc import Iterator

import pytest
from conftest import copied
from playwright.sync_api import Browser, Page

from .conftest import built
from .served import Served, served, two_pages


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(copied(tmp_path_factory.mktemp("pages"), two_pages)) as running:
        running.wait(lambda state: bool(state["pages"]) and not state["busy"])
        yield running


@pytest.fixture
def page(browser: Browser, preview: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.goto(preview.url, wait_until="load")
    built(opened, preview.state()["build"])
    yield opened
    context.close()


def on_show(page: Page) -> list[str]:
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")  # until what was changed is drawn
    return [sheet.get_attribute("data-page") or "" for sheet in page.locator(".sheet").all()]


def test_every_page_has_a_thumbnail(page: Page) -> None:
    thumbs = page.locator(".thumb")
    assert thumbs.count() == 2
    assert "要闻" in thumbs.nth(0).inner_text() and "综合" in thumbs.nth(1).inner_text()
    page.locator(".thumb img[src*='-20.jpg']").nth(1).wait_for(state="attached")
    thumbs.nth(1).click()
    assert on_show(page) == ["2"] and thumbs.nth(1).get_attribute("aria-current") == "true"


def test_pages_are_turned_by_key(page: Page) -> None:
    assert on_show(page) == ["1"]
    for key, shown in (("ArrowRight", "2"), ("ArrowRight", "2"), ("ArrowLeft", "1"), ("2", "2"), ("9", "2")):
        page.keyboard.press(key)
        assert on_show(page) == [shown], key
    page.locator(".sheet .picture").wait_for()


def test_a_story_is_found_on_its_page(page: Page) -> None:
    page.locator("#tab-stories").click()
    page.locator("button.story", has_text="乙文").click()
    assert on_show(page) == ["2"] and "乙文" in page.locator("#card").inner_text()


def test_only_the_changed_page_is_fetched(page: Page, preview: Served) -> None:
    before = {p["number"]: p["digest"] for p in preview.state()["pages"]}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    preview.change("乙文第一段", "乙文首段")
    state = preview.wait(lambda state: state["pages"][1]["digest"] != before[2])
    built(page, state["build"])
    assert state["pages"][0]["digest"] == before[1]
    assert not [url for url in asked if before[1] in url]
    assert on_show(page) == ["1"], "the editor looks at what he looks at"


def test_following_turns_to_what_changed(page: Page, preview: Served) -> None:
    page.keyboard.press("a")
    number = preview.state()["build"]
    preview.change("乙文第二段", "乙文末段")
    state = preview.wait(lambda state: state["build"] > number and not state["busy"])
    built(page, state["build"])
    assert on_show(page) == ["2"]


def test_a_spread_shows_facing_pages(page: Page, preview: Served) -> None:
    page.keyboard.press("s")
    assert on_show(page) == ["1"], "the front page has none beside it"
    page.keyboard.press("2")
    assert on_show(page) == ["2"] and page.locator("#spread").get_attribute("aria-pressed") == "true"


def test_the_page_speaks_english_too(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("dialog button", has_text="English").click()
    page.locator("#fit", has_text="Page").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    chinese = page.evaluate("[...document.querySelectorAll('#bar button, #side .tabs, #problems b, thead th')].map(e => e.textContent + e.title).filter(t => /[\u4e00-\u9fff]/.test(t))")
    assert chinese == []
