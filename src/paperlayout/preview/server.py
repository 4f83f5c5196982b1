"""The preview's web server: one page, its pictures and its events. Addresses hold digests and numbers, never paths."""

import asyncio
import re
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from paperlayout import resources
from paperlayout.preview.access import Access, local_visitor
from paperlayout.preview.listen import Listener
from paperlayout.preview.pictures import TILED, WHOLE, ImageWanted, NoPicture
from paperlayout.preview.protocol import Tile
from paperlayout.preview.session import Session, as_json

STATIC = Path(__file__).parent / "static"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FACE = "hei-400.ttf"
"""For the words of the page on machines without a Chinese font of their own."""
PULSE = 15.0
"""Seconds of silence after which the event stream shows that it lives."""
RETRY = 500
"""Milliseconds after which a browser asks again when the stream broke."""
FOREVER = "private, max-age=31536000, immutable"
SHOT = re.compile(r"(?P<digest>[0-9a-f]{20})-(?P<scale>\d{2,3})(?:-(?P<column>\d{1,2})-(?P<row>\d{1,2}))?\.jpg")


def application(session: Session, listener: Listener) -> Starlette:
    """The web application of one desk."""
    pages = Pages(session)
    routes = [
        Route("/", pages.index),
        Route("/static/{name}", pages.static),
        Route("/face", pages.face),
        Route("/events", pages.events),
        Route("/layout", pages.layout),
        Route("/picture/{name}", pages.picture),
        Route("/edition.pdf", pages.pdf),
        Route("/again", pages.again, methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Access, listener=listener)])


class Pages:
    """What each address gives."""

    def __init__(self, session: Session) -> None:
        self._desk = session
        self._files = {file.name: file for file in sorted(STATIC.iterdir()) if file.suffix in KINDS}

    async def index(self, request: Request) -> Response:
        return self._file("index.html")

    async def static(self, request: Request) -> Response:
        return self._file(request.path_params["name"])

    def _file(self, name: str) -> Response:
        file = self._files.get(name)
        if file is None:
            return Response(status_code=404)
        return FileResponse(file, media_type=KINDS[file.suffix], headers={"cache-control": "no-cache"})

    async def face(self, request: Request) -> Response:
        return FileResponse(resources.folder("fonts") / FACE, media_type="font/ttf", headers={"cache-control": "private, max-age=86400"})

    async def events(self, request: Request) -> Response:
        folder = self._desk.issue.resolve().parent if local_visitor(request) else None
        return StreamingResponse(self._stream(folder), media_type="text/event-stream", headers={"cache-control": "no-store"})

    async def _stream(self, folder: Path | None) -> AsyncIterator[str]:
        revision = -1
        yield f"retry: {RETRY}\n\n"
        while True:
            try:
                view = await asyncio.wait_for(self._desk.after(revision), PULSE)
            except TimeoutError:
                yield ": \n\n"
                continue
            if view is None:
                return
            revision = view.revision
            yield f"id: {revision}\ndata: {as_json(view, folder)}\n\n"

    async def layout(self, request: Request) -> Response:
        view = self._desk.view
        head = {"cache-control": "no-store", "x-build": str(view.build)}
        return Response(view.told.layout or '{"pages":[],"places":[]}', media_type="application/json", headers=head)

    async def picture(self, request: Request) -> Response:
        shot = shot_of(request.path_params["name"])
        if shot is None:
            return Response(status_code=404)
        tag = f'"{request.path_params["name"]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        start = time.perf_counter()
        try:
            data = await self._desk.pictures.image(shot)
        except NoPicture:
            return Response(status_code=404, headers={"cache-control": "no-store"})
        spent = f"raster;dur={(time.perf_counter() - start) * 1000:.1f}"
        return Response(data, media_type="image/jpeg", headers={"etag": tag, "cache-control": FOREVER, "server-timing": spent})

    async def pdf(self, request: Request) -> Response:
        data = await self._desk.pdf()
        if not data:
            return Response("还没有排好的版", 409, media_type="text/plain")
        return Response(data, media_type="application/pdf", headers={"cache-control": "no-store"})

    async def again(self, request: Request) -> Response:
        self._desk.again()
        return JSONResponse({})


def shot_of(name: str) -> ImageWanted | None:
    """The picture an address means; None for what the page never asks for."""
    found = SHOT.fullmatch(name)
    if found is None:
        return None
    scale = int(found["scale"])
    tile = Tile(int(found["column"]), int(found["row"])) if found["row"] else None
    return ImageWanted(found["digest"], scale, tile) if scale in (TILED if tile else WHOLE) else None


class _Server(uvicorn.Server):
    """Lets go of listening browsers first, so that it ends at once."""

    def __init__(self, config: uvicorn.Config, session: Session) -> None:
        super().__init__(config)
        self._desk = session

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._desk.close()
        await super().shutdown(sockets)


async def serve(session: Session, listener: Listener, bound: socket.socket, work: asyncio.Task[None]) -> None:
    """Serves until the editor ends it with Ctrl+C, or the desk's work breaks off."""
    config = uvicorn.Config(
        application(session, listener), log_level="warning", access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=1, server_header=False
    )
    server = _Server(config, session)
    work.add_done_callback(lambda _: setattr(server, "should_exit", True))
    await server.serve(sockets=[bound])
