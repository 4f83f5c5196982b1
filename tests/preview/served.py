"""The preview as an editor starts it: a process of its own, its issue in a folder of its own, and always ended."""

import contextlib
import json
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

SOON = 60.0
"""Seconds after which a test stops waiting; nothing is expected to take long."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running preview: its process, address and issue file."""

    process: subprocess.Popen[str]
    url: str
    issue: Path
    complaints: IO[str]

    def said(self) -> str:
        """What was written on standard error."""
        self.complaints.seek(0)
        return self.complaints.read()

    @property
    def text(self) -> str:
        return self.issue.read_text(encoding="utf-8")

    def save(self, text: str) -> None:
        self.issue.write_text(text, encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        """Replaces the first `old`, as the editor would."""
        assert old in self.text
        self.save(self.text.replace(old, new, 1))

    def get(self, path: str = "", **headers: str) -> "Answer":
        return get(self.url + path, headers)

    def state(self) -> dict[str, Any]:
        """What a browser hears first."""
        with urllib.request.urlopen(self.url + "events", timeout=SOON) as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    found: dict[str, Any] = json.loads(line[6:])
                    return found
        raise AssertionError("no event")

    def wait(self, what: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The state as soon as it is what the test waits for."""
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            state = self.state()
            if what(state):
                return state
            time.sleep(0.05)
        raise AssertionError(f"never came: {state}")

    def workers(self) -> dict[str, int]:
        """The processes of the workers by role (Linux)."""
        found = {}
        for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            if b"paperlayout.preview.worker" in command:
                found[command[-2].decode()] = int(pid)
        return found


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def get(url: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    """An answer whatever its status; no redirect is followed."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in (headers or {}).items()}, method=method)
    opener = urllib.request.build_opener(_Stay())
    try:
        with opener.open(request, timeout=SOON) as answer:
            return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, {k.lower(): v for k, v in refused.headers.items()}, refused.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@contextlib.contextmanager
def served(issue: Path, *options: str, python: str | Path = sys.executable) -> Iterator[Served]:
    """A preview of an issue for as long as the block runs."""
    command = [str(python), "-m", "paperlayout", "preview", str(issue), "--port", "0", "--no-open", *options]
    complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 (closed below)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True, start_new_session=True)
    try:
        assert process.stdout
        url = process.stdout.readline().strip()
        assert url.startswith("http://"), url
        yield Served(process, url, issue, complaints)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(SOON)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()
        complaints.close()


def two_pages(_: str) -> str:
    """A short issue of two pages, the second 综合."""
    return short_pages(("要闻", "甲文"), ("综合", "乙文"))


def four_pages(_: str) -> str:
    """A short issue of four pages: enough for several processes to plan."""
    return short_pages(("要闻", "甲文"), ("综合", "乙文"), ("民生", "丙文"), ("副刊", "丁文"))


def short_pages(*pages: tuple[str, str]) -> str:
    """An issue of pages with one story each, by name and title."""
    body = "职工群众把学习教育同岗位工作结合起来，边学边干，边干边学。" * 60
    page = "  - 版名: {name}\n    头条:\n      标题: {title}办得好\n      正文: |\n        {title}第一段。{body}\n        {title}第二段。{body}\n"
    return "日期: 2021-06-15\n版面:\n" + "".join(page.format(name=name, title=title, body=body) for name, title in pages)


def ended(pids: list[int]) -> bool:
    """Whether processes have ended, at the latest after a while: an orphan is listed until the system has laid it to rest (Linux)."""
    end = time.monotonic() + SOON
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def children(pid: int) -> list[int]:
    """The processes a process has started (Linux)."""
    try:
        return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []
