"""The drawings of pages by their digest, and their pixels as image files."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from paperlayout.geometry import Rect
from paperlayout.preview.protocol import BuiltPage, Crash, Raster, RasterOrder, Tile
from paperlayout.preview.workers import Worker, WorkerLost

PATIENCE = 20.0
"""Seconds one image may take."""
MOST_BYTES = 96_000_000
RECENT = 24
"""Drawings kept beyond those on show, for browsers a few builds behind."""
WHOLE = (20, 50, 75, 100, 150, 200)
"""Pixels a hundred points of the page, as asked for in addresses: of whole pages, the first for thumbnails."""
TILED = (300, 450, 600)
"""And of tiles, for zooming in."""


class NoPicture(LookupError):
    """A picture that is not to be had: unknown page, or no pixels came."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page's PDF, and the page it is like but for some places."""

    pdf: bytes
    base: str | None
    changed: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class ImageWanted:
    """One image of one page: at a scale, whole or a tile by its column and row."""

    digest: str
    scale: int
    tile: Tile | None = None


class PageImages:
    """Asks the raster worker for what browsers want to see, each image once."""

    def __init__(self) -> None:
        self.worker = Worker("raster")
        self._drawings: dict[str, Drawing] = {}
        self._files: dict[ImageWanted, bytes] = {}
        self._wanted: dict[ImageWanted, asyncio.Task[bytes]] = {}
        self._told: set[str] = set()
        self._life = 0

    def add(self, page: BuiltPage) -> None:
        """Keeps a page's new drawing."""
        if page.pdf:
            self._drawings.pop(page.digest, None)
            self._drawings[page.digest] = Drawing(page.pdf, page.base, page.changed)

    def keep(self, on_show: Collection[str]) -> None:
        """Lets go of drawings that are neither on show nor recent."""
        gone = [digest for digest in self._drawings if digest not in on_show][:-RECENT]
        for digest in gone:
            del self._drawings[digest]

    async def image(self, shot: ImageWanted) -> bytes:
        """The image file. Raises NoPicture."""
        found = self._files.pop(shot, None)
        if found is None:
            task = self._wanted.get(shot)
            if task is None:
                task = self._wanted[shot] = asyncio.create_task(self._raster(shot))
                task.add_done_callback(lambda done: self._done(shot, done))
            found = await asyncio.shield(task)
            self._files.pop(shot, None)
        self._files[shot] = found
        self._trim()
        return found

    def _done(self, shot: ImageWanted, task: asyncio.Task[bytes]) -> None:
        self._wanted.pop(shot, None)
        if not task.cancelled():
            task.exception()  # whoever waited has heard it

    def _trim(self) -> None:
        size = sum(map(len, self._files.values()))
        while size > MOST_BYTES:
            size -= len(self._files.pop(next(iter(self._files))))

    async def _raster(self, shot: ImageWanted) -> bytes:
        for _ in range(2):
            try:
                found = await self._asked(shot)
            except WorkerLost:
                continue
            if isinstance(found, Raster) and found.data:
                return found.data
            if isinstance(found, Crash):
                break
            self._told.discard(shot.digest)
        raise NoPicture(shot.digest)

    async def _asked(self, shot: ImageWanted) -> Raster | Crash:
        drawing = self._drawings.get(shot.digest)
        if drawing is None:
            raise NoPicture(shot.digest)
        if self._life != self.worker.life:  # a new worker knows no page yet
            self._told.clear()
        pdf = None if shot.digest in self._told else drawing.pdf
        found: Raster | Crash = await self.worker.ask(RasterOrder(shot.digest, shot.scale / 100, pdf, shot.tile, drawing.base, drawing.changed), PATIENCE)
        self._told.add(shot.digest)
        self._life = self.worker.life
        return found
