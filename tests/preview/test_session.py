"""Saves of every kind, and workers that come to harm."""

import asyncio
import contextlib
import json
import os
import signal
import threading
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import copied

from paperlayout.preview import session as desk_module
from paperlayout.preview.protocol import Built, EditionReport
from paperlayout.preview.session import EditionView, PreviewOptions, Session
from paperlayout.preview.watch import WatchedFolders
from paperlayout.preview.workers import Worker

from .served import SOON, Served, children, ended, four_pages, served

STONE = "奠基石"


def apart(run: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs in a thread of its own: the browser of other tests keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, run()).result()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Served]:
    with served(copied(tmp_path)) as running:
        running.wait(good)
        yield running


def good(state: dict[str, Any]) -> bool:
    return bool(state["status"] == "good" and not state["busy"])


def digest(state: dict[str, Any]) -> str:
    return str(state["pages"][0]["digest"])


def chars(state: dict[str, Any]) -> int:
    return int(state["stories"][0]["chars"])


def replaced(issue: Path, text: str) -> None:
    """As careful editors save: a new file in the old one's place."""
    new = issue.with_name(".issue.yaml.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, issue)


def backed_up(issue: Path, text: str) -> None:
    """As vim and Word save: the old file away, a new one written."""
    issue.rename(issue.with_name("issue.yaml~"))
    issue.write_text(text, encoding="utf-8")
    issue.with_name("issue.yaml~").unlink()


@pytest.mark.parametrize("save", [Path.write_text, replaced, backed_up], ids=["in place", "renamed over", "renamed away"])
def test_every_way_of_saving_is_heard(preview: Served, save: Any) -> None:
    before = preview.state()
    text = preview.text
    for more in (1, 2):
        save(preview.issue, text.replace(STONE, STONE + "好" * more, 1))
        preview.wait(lambda state, more=more: good(state) and chars(state) == chars(before) + more)


def test_a_network_drive_is_looked_at(tmp_path: Path) -> None:
    with served(copied(tmp_path), "--poll") as running:
        before = running.wait(good)
        running.change(STONE, STONE + "好")
        running.wait(lambda state: good(state) and chars(state) == chars(before) + 1)


def test_a_save_made_while_other_ears_are_put_on_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that names another folder changes what is listened to: at every moment somebody listens, and a save made just before is noticed."""

    async def run() -> None:
        desk, hearing = Session(copied(tmp_path), PreviewOptions()), list[WatchedFolders]()
        built = Built((), EditionReport("", ()), (str(tmp_path / "elsewhere" / "paper.yaml"), str(desk.issue)), {})

        async def ears(watched: WatchedFolders, heard: asyncio.Event, _poll: bool) -> None:
            hearing.append(watched)
            try:
                await asyncio.sleep(60)
            finally:
                hearing.remove(watched)

        async def saved_meanwhile() -> Built:
            desk.issue.write_text(desk.issue.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            return built

        async def nothing_saved() -> Built:
            return built

        monkeypatch.setattr(desk_module, "listen", ears)
        monkeypatch.setattr(desk_module, "SECOND_LOOK", 0.0)
        await desk._listen(desk._files)
        for work, heard in ((nothing_saved, False), (saved_meanwhile, True)):
            monkeypatch.setattr(desk, "_built", work)
            round_ = asyncio.create_task(desk._round())
            while not round_.done():
                await asyncio.sleep(0)
                assert hearing, "nobody hears"
            await round_
            assert desk._heard.is_set() is heard
        await asyncio.sleep(0)
        assert len(hearing) == 1 and hearing[0].flat

    (tmp_path / "elsewhere").mkdir()
    apart(run)


def test_another_photo_is_heard_and_seen(preview: Served) -> None:
    before = preview.state()
    photos = preview.issue.parent / "图片"
    data = (photos / "党史定向赛.jpg").read_bytes()
    from PIL import Image

    with Image.open(photos / "党史定向赛.jpg") as image:
        size = image.size
    Image.new("RGB", size, (0, 90, 160)).save(photos / "new.jpg")
    os.replace(photos / "new.jpg", photos / "党史定向赛.jpg")
    changed = preview.wait(lambda state: good(state) and digest(state) != digest(before))
    (photos / "党史定向赛.jpg").write_bytes(data)
    preview.wait(lambda state: good(state) and digest(state) not in (digest(changed), "") and digest(state) == digest(before))


def test_the_paper_is_watched_too(preview: Served) -> None:
    before = preview.state()
    paper = preview.issue.parents[1] / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8").replace("报名: 嘉定工会", "报名: 嘉定工人"), encoding="utf-8")
    after = preview.wait(lambda state: good(state) and digest(state) != digest(before))
    assert "嘉定工人" in after["title"]


def test_only_moved_copy_draws_nothing_new(preview: Served) -> None:
    before = preview.state()
    preview.save("# 给同事的话\n\n" + preview.text)
    after = preview.wait(lambda state: good(state) and state["build"] > before["build"])
    assert digest(after) == digest(before) and not after["pages"][0]["changed"]
    places = json.loads(preview.get("layout").body)["places"][0]
    lines = preview.text.splitlines()
    for frame in ("a1.headline", "b1.headline"):
        assert "标题" in lines[places[frame][0]["line"] - 1] or "头条" in lines[places[frame][0]["line"] - 2]


def test_keeping_the_make_up_is_no_build_of_its_own(preview: Served) -> None:
    """版样.json is written beside the issue, as by `build`, and heard of like any save; builds are counted one after another."""
    before = preview.state()
    for more in (1, 2, 3):
        preview.change(STONE, STONE + "好")
        state = preview.wait(lambda state, more=more: good(state) and chars(state) == chars(before) + more)
        assert (preview.issue.parent / "版样.json").is_file()
    assert state["build"] == before["build"] + 3


def test_a_file_half_written_is_no_fault(preview: Served) -> None:
    """The first half of a file is often broken YAML; the rest comes a moment later."""
    before = chars(preview.state())
    said: list[str] = []
    stop = threading.Event()

    def listen() -> None:
        with urllib.request.urlopen(preview.url + "events", timeout=SOON) as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    said.append(json.loads(line[6:])["status"])
                if stop.is_set():
                    return

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    text = preview.text
    for more in (1, 2, 3):
        with preview.issue.open("w", encoding="utf-8") as file:
            file.write("日期: 2021-06-15\n头条: [\n")
            file.flush()
            time.sleep(0.04)
            file.seek(0)
            file.write(text.replace(STONE, STONE + "好" * more, 1))
            file.truncate()
        preview.wait(lambda state, more=more: good(state) and chars(state) == before + more)
    stop.set()
    assert set(said) == {"good"}


def test_the_issue_may_be_broken_from_the_start(tmp_path: Path) -> None:
    with served(copied(tmp_path, lambda text: text.replace("  标题:", "  标提:", 1))) as running:
        state = running.wait(lambda state: state["status"] == "broken")
        assert state["pages"] == [] and state["problems"][0]["code"] == "S203"
        running.change("标提", "标题")
        assert running.wait(good)["pages"]


def test_the_issue_may_go_and_come_back(preview: Served) -> None:
    text = preview.text
    preview.issue.unlink()
    state = preview.wait(lambda state: state["status"] == "broken")
    assert state["problems"][0]["code"] == "F100" and state["pages"]
    preview.save(text)
    preview.wait(good)


@pytest.mark.parametrize("role", ["build", "raster"])
def test_a_killed_worker_is_replaced(preview: Served, role: str) -> None:
    before = preview.state()
    old = preview.workers()
    os.kill(old[role], signal.SIGKILL)
    preview.change(STONE, STONE + "好")
    after = preview.wait(lambda state: good(state) and chars(state) == chars(before) + 1)
    for page in (digest(after), digest(before)):
        assert preview.get(f"picture/{page}-75.jpg").status == 200
    new = preview.workers()
    assert new[role] != old[role] and len(new) == 2


def test_a_worker_killed_at_work_is_replaced_too(preview: Served) -> None:
    before = preview.state()
    builder = preview.workers()["build"]
    os.kill(builder, signal.SIGSTOP)
    preview.change(STONE, STONE + "好")
    preview.wait(lambda state: state["busy"])
    os.kill(builder, signal.SIGKILL)
    preview.wait(lambda state: good(state) and chars(state) == chars(before) + 1)


def test_a_worker_that_always_crashes_is_told(tmp_path: Path) -> None:
    """And nothing runs in circles: the next try waits for the next save."""

    async def run() -> None:
        desk = Session(copied(tmp_path), PreviewOptions())
        desk._builder = Worker("nobody")  # ends at once: there is no such role
        await desk.start()
        work = asyncio.create_task(desk.run())
        view = await asyncio.wait_for(desk.after(0), SOON)
        assert view and view.status == "stuck" and "两次" in view.told.problems[0]["message"] and not view.busy
        assert desk._builder.life == 2
        desk.again()
        await asyncio.wait_for(desk.after(view.revision + 1), SOON)
        assert desk._builder.life == 4
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work

    apart(run)


def test_a_fault_of_ours_is_reported_and_the_worker_stays_warm(tmp_path: Path) -> None:
    reports: list[str] = []

    def report(fault: BaseException) -> Path:
        reports.append(str(fault))
        return tmp_path / "report.txt"

    async def run() -> None:
        desk = Session(copied(tmp_path), PreviewOptions(report=report))
        await desk.start()
        builder, desk._builder = desk._builder, Worker("raster")  # which knows nothing of build orders
        told = await desk._built()
        assert isinstance(told, dict) and "report.txt" in told["message"] and "Traceback" in reports[0]
        await desk._built()
        assert desk._builder.life == 1, "the same worker answers again"
        await asyncio.gather(builder.close(), desk._builder.close(), desk.pictures.worker.close())

    apart(run)


def test_a_hanging_worker_is_ended_after_a_while(tmp_path: Path) -> None:
    with served(copied(tmp_path), "--patience", "1") as running:
        before = running.wait(good)
        builder = running.workers()["build"]
        os.kill(builder, signal.SIGSTOP)
        running.change(STONE, STONE + "好")
        state = running.wait(lambda state: state["status"] == "stuck")
        assert "1 秒" in state["problems"][0]["message"] and state["pages"] == before["pages"]
        assert running.get(f"picture/{digest(state)}-150.jpg").status == 200, "pictures go on meanwhile"
        assert builder not in running.workers().values()
        running.change(STONE, STONE + "好")
        running.wait(lambda state: good(state) and chars(state) == chars(before) + 2)


def test_a_worker_killed_with_helpers_leaves_none_behind(tmp_path: Path) -> None:
    """The first build of several pages is planned by processes of the worker's own."""
    with served(copied(tmp_path, four_pages)) as running:
        helpers: list[int] = []
        end = time.monotonic() + SOON
        while not helpers and time.monotonic() < end:
            worker = running.workers().get("build", 0)
            helpers = children(worker)
            time.sleep(0.01)
        assert helpers, "it had none"
        os.kill(worker, signal.SIGKILL)
        state = running.wait(good)
        assert len(state["pages"]) == 4 and running.workers()["build"] != worker
        assert ended(helpers)
        assert children(running.workers()["build"]) == []


def test_a_newer_save_does_not_wait_for_a_hanging_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute of patience, but not with something newer to do."""
    issue = copied(tmp_path)
    monkeypatch.setattr(desk_module, "IMPATIENCE", 0.2)

    def longer() -> None:
        issue.write_text(issue.read_text(encoding="utf-8").replace(STONE, STONE + "好", 1), encoding="utf-8")

    async def run() -> None:
        desk = Session(issue, PreviewOptions())
        await desk.start()
        work = asyncio.create_task(desk.run())
        before = await shown(desk, lambda view: view.status == "good" and not view.busy)
        assert desk._builder._process
        os.kill(desk._builder._process.pid, signal.SIGSTOP)
        longer()
        await shown(desk, lambda view: view.busy)
        longer()
        after = await shown(desk, lambda view: view.status == "good" and not view.busy and view.build > before.build)
        assert after.told.stories[0]["chars"] == before.told.stories[0]["chars"] + 2
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work

    apart(run)


async def shown(desk: Session, what: Callable[[EditionView], bool]) -> EditionView:
    """The desk's view as soon as it is what the test waits for."""

    async def looked() -> EditionView:
        view = desk.view
        while not what(view):
            view = await desk.after(view.revision) or view
        return view

    return await asyncio.wait_for(looked(), SOON)


def test_many_saves_leave_nothing_behind(preview: Served) -> None:
    """Forty saves one after another, the preview asked after each; the bench does it for thirty seconds and looks at the memory too."""
    base, before = preview.text, chars(preview.state())
    for _ in range(3):
        preview.state()
    handles = open_files(preview)
    for number in range(40):
        preview.save(base.replace(STONE, STONE + "好" * (number % 7), 1))
        preview.state()
    preview.save(base.replace(STONE, STONE + "好" * 9, 1))
    preview.wait(lambda state: good(state) and chars(state) == before + 9)
    assert open_files(preview) <= handles + 2 and len(preview.workers()) == 2


def open_files(preview: Served) -> int:
    return len(os.listdir(f"/proc/{preview.process.pid}/fd"))


def test_it_ends_at_once_with_browsers_listening(tmp_path: Path) -> None:
    with served(copied(tmp_path)) as running:
        running.wait(good)
        workers = running.workers()
        stream = urllib.request.urlopen(running.url + "events", timeout=SOON)
        os.killpg(running.process.pid, signal.SIGINT)  # as the terminal does on Ctrl+C
        assert running.process.wait(10) in (0, 130)
        assert running.said() == "", "nothing to complain of"
        stream.close()
        assert not [pid for pid in workers.values() if Path(f"/proc/{pid}").exists()]


def test_workers_end_with_a_killed_server(tmp_path: Path) -> None:
    with served(copied(tmp_path)) as running:
        running.wait(good)
        workers = running.workers()
        running.process.kill()
        running.process.wait()
        end = time.monotonic() + 10
        while any(Path(f"/proc/{pid}").exists() for pid in workers.values()) and time.monotonic() < end:
            time.sleep(0.05)
        assert not [pid for pid in workers.values() if Path(f"/proc/{pid}").exists()]
