"""Worker processes as the server sees them: they may crash or hang without taking it along."""

import asyncio
import contextlib
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

from paperlayout.preview.worker import HEAD

EVERY = 0.1
"""How often is looked whether a process has ended, in seconds."""
LAST_WORDS = 1.0
"""Seconds a worker has to end by itself when the preview ends."""


class WorkerLost(Exception):
    """A worker ended or was ended before it answered; `late`: because it took too long."""

    def __init__(self, late: bool) -> None:
        super().__init__("late" if late else "gone")
        self.late = late


class Worker:
    """One worker process of a role, started when first asked and again after it was lost. Orders are answered one after another."""

    def __init__(self, role: str) -> None:
        self._role = role
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self.life = 0

    async def start(self) -> None:
        """Starts the process if none is running, so that it is warm when the first order comes."""
        if self._process is None or self._process.returncode is not None:
            here = {**os.environ, "PYTHONUTF8": "1"}
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "paperlayout.preview.worker", self._role, stdin=PIPE, stdout=PIPE, env=here, limit=1 << 26, start_new_session=True
            )
            self.life += 1

    async def ask(self, order: Any, seconds: float) -> Any:
        """The worker's answer.

        Raises WorkerLost when it crashed, was given up by `give_up`, or took longer than `seconds`; the next order finds a new worker.
        """
        async with self._turn:
            await self.start()
            assert self._process
            answer, end = asyncio.create_task(self._exchange(order)), asyncio.create_task(_gone(self._process))
            try:
                # its end is listened for too: processes it has started hold its pipes open when it is gone
                done, _ = await asyncio.wait({answer, end}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
                if answer in done:
                    return answer.result()
                raise WorkerLost(late=not done)
            except (OSError, asyncio.IncompleteReadError):
                raise WorkerLost(late=False) from None
            finally:
                end.cancel()
                if not answer.done() or answer.cancelled() or answer.exception():
                    answer.cancel()  # an answer nobody waits for would be taken for the next one's
                    await self._kill()

    def give_up(self) -> None:
        """Ends the process; whoever waits for its answer hears WorkerLost."""
        if self._process and self._process.returncode is None:
            _end(self._process)

    async def close(self) -> None:
        """Lets the process end, or ends it."""
        process = self._process
        if process and process.returncode is None and process.stdin:
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), LAST_WORDS)
            except TimeoutError:
                await self._kill()

    async def _exchange(self, order: Any) -> Any:
        process = self._process
        assert process and process.stdin and process.stdout
        data = pickle.dumps(order, pickle.HIGHEST_PROTOCOL)
        process.stdin.write(HEAD.pack(len(data)) + data)
        await process.stdin.drain()
        (size,) = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
        return pickle.loads(await process.stdout.readexactly(size))

    async def _kill(self) -> None:
        if self._process:
            _end(self._process)
            await self._process.wait()


async def _gone(process: Process) -> None:
    """Waits until the process itself has ended; `wait` would wait for those that hold its pipes too."""
    while process.returncode is None:
        await asyncio.sleep(EVERY)


def _end(process: Process) -> None:
    """Kills a worker and the processes it has started itself."""
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)  # also when it is gone itself
        else:
            process.kill()
