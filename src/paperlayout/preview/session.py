"""The desk: hears of saves, has the issue built, and holds what browsers show. The newest save wins."""

import asyncio
import contextlib
import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from paperlayout.geometry import Rect, Size
from paperlayout.preview.pictures import PageImages
from paperlayout.preview.protocol import BuildOrder, Built, BuiltPage, Crash, EditionReport, Json, PdfOrder
from paperlayout.preview.watch import WatchedFolders, listen
from paperlayout.preview.workers import Worker, WorkerLost

Status = Literal["starting", "good", "broken", "stuck"]
IMPATIENCE, TIMES = 5.0, 4.0
"""Seconds a build may run when a newer save waits, or so many times what the longest took: ending a worker that is only slow gains nothing."""
SECOND_LOOK = 0.15
"""Seconds a fault waits for the rest of a file that was read half written."""
WARMING = 120.0
"""Seconds more for a worker that has just been started: everything is read and measured for the first time."""
SETTLING = 0.05
"""Seconds the old ears stay when others are put on, which have looked round by then."""
EVERY = 0.25
"""How often a running build is looked at."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """How the editor wants the preview: network drive or not, seconds a build may take, where reports of our faults are written."""

    poll: bool = False
    patience: float = 60.0
    report: Callable[[BaseException], Path] | None = None


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page on show: its drawing, the one before it and the first of this session."""

    number: int
    label: str
    name: str
    size: Size
    digest: str
    before: str
    first: str
    changed: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionView:
    """All that browsers show, one after each build. `revision` counts; `stale`: the pages are those of an earlier, good build."""

    revision: int = 0
    status: Status = "starting"
    busy: bool = True
    pages: tuple[ShownPage, ...] = ()
    told: EditionReport = EditionReport("", ())
    seconds: dict[str, float] = field(default_factory=dict)
    heard: float = 0.0
    build: int = 0


class WorkerFault(Exception):
    """A fault of ours that happened in a worker; the message is its traceback."""


class Session:
    """One issue under the editor's eyes."""

    def __init__(self, issue: Path, choices: PreviewOptions) -> None:
        self.issue, self.view = issue, EditionView()
        self.pictures = PageImages()
        self._choices, self._builder = choices, Worker("build")
        self._heard, self._news = asyncio.Event(), asyncio.Event()
        self._watched: WatchedFolders | None = None
        self._ears: asyncio.Task[None] | None = None
        self._files: tuple[str, ...] = (str(issue),)
        self._good = EditionReport("", ())
        self._longest, self._warm, self._closed = 0.0, 0, False

    async def start(self) -> None:
        """Starts the workers and the first build."""
        await self._builder.start()
        await self.pictures.worker.start()
        self._heard.set()
        await self._listen(self._files)

    async def run(self) -> None:
        """Builds after every save, until cancelled."""
        try:
            while True:
                await self._heard.wait()
                await self._round()
        finally:
            if self._ears:
                self._ears.cancel()
            await asyncio.gather(self._builder.close(), self.pictures.worker.close())

    def again(self) -> None:
        """Builds once more, as after a save."""
        self._heard.set()

    async def pdf(self) -> bytes:
        """The last good edition as a PDF; empty when there is none."""
        try:
            found = await self._builder.ask(PdfOrder(), self._choices.patience)
        except WorkerLost:
            self.again()
            return b""
        return found if isinstance(found, bytes) else b""

    async def after(self, revision: int) -> EditionView | None:
        """The newest view, as soon as it is newer than that; None when there will be no more."""
        while self.view.revision == revision and not self._closed:
            await self._news.wait()
        return None if self._closed else self.view

    def close(self) -> None:
        """Lets everyone who waits for news go."""
        self._closed = True
        self._news.set()

    async def _round(self) -> None:
        self._heard.clear()
        heard, stamps = time.time(), stamps_of(self._files)
        if not self.view.busy:
            self._show(replace(self.view, busy=True))
        outcome = await self._built()
        if isinstance(outcome, Built) and not outcome.pages:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._heard.wait(), SECOND_LOOK)
        if self._heard.is_set() and not (isinstance(outcome, Built) and outcome.pages):
            return  # something newer is there already: a fault that is being mended is not worth a word
        if isinstance(outcome, Built):
            await self._listen(outcome.files)
            if stamps_of(stamps) != stamps:
                self._heard.set()  # saved while it was read: the old ears may not have told of it any more
            self._files = outcome.files or self._files
            self._show(self._good_view(outcome, heard) if outcome.pages else self._bad_view(outcome, heard))
        else:
            self._show(replace(self.view, status="stuck", busy=False, told=replace(self._good, problems=(outcome,)), heard=heard, build=self.view.build + 1))

    async def _built(self) -> Built | Json:
        """The outcome of a build; where the worker came to harm twice, the problem to be told."""
        allowed = self._allowed
        try:
            try:
                found = await self._asked()
            except WorkerLost as lost:
                if lost.late:
                    raise
                found = await self._asked()  # a worker that was ended from outside, or while it had nothing to do, is no fault of the issue
        except WorkerLost as lost:
            return harm("late" if lost.late else "gone", allowed)
        return found if isinstance(found, Built) else self._reported(found)

    @property
    def _cold(self) -> bool:
        return self._warm == 0 or self._warm != self._builder.life

    @property
    def _allowed(self) -> float:
        """Seconds the next build may take."""
        return self._choices.patience + (WARMING if self._cold else 0.0)

    async def _asked(self) -> Built | Crash:
        """The builder's answer. Raises WorkerLost, also when a newer save cannot wait for it."""
        asked = asyncio.create_task(self._builder.ask(BuildOrder(str(self.issue)), self._allowed))
        start, cold, self._warm = time.monotonic(), self._cold, 0
        try:
            while not (await asyncio.wait({asked}, timeout=EVERY))[0]:
                if self._heard.is_set() and not cold and time.monotonic() - start > max(IMPATIENCE, TIMES * self._longest):
                    self._builder.give_up()
            found: Built | Crash = await asked
        finally:
            asked.cancel()
        self._longest, self._warm = self._longest if cold else max(self._longest, time.monotonic() - start), self._builder.life
        return found

    def _reported(self, crash: Crash) -> Json:
        place = str(self._choices.report(WorkerFault(crash.trace))) if self._choices.report else ""
        return {**harm("fault", 0), "message": f"程序出错：{crash.kind}" + (f"，经过写在 {place}" if place else "")}

    def _good_view(self, built: Built, heard: float) -> EditionView:
        """The pages as built. A build that changed nothing, such as that after the make-up was kept, is none."""
        view, self._good = self.view, built.told
        for page in built.pages:
            self.pictures.add(page)
        last = {page.number: page for page in view.pages}
        pages = tuple(_shown(page, last.get(page.number)) for page in built.pages)
        if view.status == "good" and view.told == built.told and [p.digest for p in pages] == [p.digest for p in view.pages]:
            return replace(view, busy=False)
        self.pictures.keep({digest for page in pages for digest in (page.digest, page.before, page.first)})
        return replace(view, status="good", busy=False, pages=pages, told=built.told, seconds=built.seconds, heard=heard, build=view.build + 1)

    def _bad_view(self, built: Built, heard: float) -> EditionView:
        told = replace(self._good, problems=built.told.problems)
        return replace(self.view, status="broken", busy=False, told=told, seconds=built.seconds, heard=heard, build=self.view.build + 1)

    def _show(self, view: EditionView) -> None:
        self.view = replace(view, revision=self.view.revision + 1)
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def _listen(self, files: tuple[str, ...]) -> None:
        watched = WatchedFolders.of(self.issue, files)
        if watched != self._watched:
            self._watched, before = watched, self._ears
            self._ears = asyncio.create_task(listen(watched, self._heard, self._choices.poll))
            if before:
                await asyncio.sleep(SETTLING)
                before.cancel()


def stamps_of(files: Iterable[str]) -> dict[str, tuple[int, int]]:
    """What tells that a file was written anew; a file that is not there has nothing."""
    found = {}
    for file in files:
        with contextlib.suppress(OSError):
            status = os.stat(file)
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _shown(page: BuiltPage, last: ShownPage | None) -> ShownPage:
    if last is None:
        return ShownPage(page.number, page.label, page.name, page.size, page.digest, page.digest, page.digest)
    if last.digest == page.digest:
        return replace(last, label=page.label, name=page.name, changed=())
    return ShownPage(page.number, page.label, page.name, page.size, page.digest, last.digest, last.first, page.changed)


HARM = {
    "late": ("排版 {seconds:.0f} 秒还没有结束，已经停下", "改一改稿单再存一次就会重排；稿子确实很多，用 --patience 多给些时间"),
    "gone": ("排版程序接连意外停了两次", "改一改最后动过的地方，再存一次；总是这样，请把稿单发给维护人员"),
    "fault": ("程序出错", "请把那个文件发给维护人员；改一改最后动过的地方，多半能先绕过去"),
}


def harm(kind: str, seconds: float) -> Json:
    """What is told when a build came to no end."""
    message, hint = HARM[kind]
    nowhere = dict.fromkeys(("file", "line", "column", "page", "story"))
    return {"code": "", "severity": "error", "message": message.format(seconds=seconds), "hint": hint, **nowhere}


def as_json(view: EditionView, folder: Path | None) -> str:
    """The view as browsers get it. `folder` is told only to a browser on this machine, for opening files in the editor."""
    pages = [
        {
            "number": page.number, "label": page.label, "name": page.name, "size": [page.size.width, page.size.height],
            "digest": page.digest, "before": page.before, "first": page.first, "changed": [[r.x0, r.y0, r.x1, r.y1] for r in page.changed],
        }
        for page in view.pages
    ]  # fmt: skip
    seconds = {stage: round(value, 4) for stage, value in view.seconds.items()}
    return json.dumps(
        {
            "revision": view.revision, "build": view.build, "status": view.status, "busy": view.busy, "title": view.told.title, "pages": pages,
            "problems": view.told.problems, "stories": view.told.stories, "seconds": seconds, "heard": view.heard, "folder": str(folder) if folder else None,
        },
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip
