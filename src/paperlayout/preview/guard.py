"""Who may talk to the preview: this machine's browser and, where the editor opened it, those who have the key. Nobody else's page."""

import ipaddress
import os
import secrets
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "paperlayout"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Door:
    """Where the preview listens, and the key for visitors from other machines (None: there are none)."""

    host: str
    port: int
    key: str | None = None

    @staticmethod
    def at(host: str, port: int) -> "Door":
        """A door with a new key unless it leads to this machine only."""
        return Door(host, port, None if is_loopback(host) else secrets.token_urlsafe(12))

    @property
    def url(self) -> str:
        """The address to open."""
        host = self.host
        if host in ("0.0.0.0", "::"):
            host = own_address()
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self.port}/" + (f"?key={self.key}" if self.key else "")

    def admits(self, host: str) -> bool:
        """Whether a Host header names this server: a foreign name would mean that somebody's page made its own name point here (DNS rebinding)."""
        name, port = _split(host)
        if port != self.port:
            return False
        if name in LOOPBACK:
            return True
        return self.key is not None and (name == self.host or name == socket.gethostname().lower() or _is_address(name))


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is reached from this machine only."""
    return host in LOOPBACK or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def own_address() -> str:
    """This machine's address as its neighbours see it. Nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: an address for documentation
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _split(host: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"//{host}")
        return (parts.hostname or "").lower(), parts.port or 80
    except ValueError:
        return "", 0


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Refuses what does not come from our own page, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        request = Request(scope)
        answer = self._refusal(request) or self._greeting(request)
        await (answer or self._app)(scope, receive, sealed)

    def _refusal(self, request: Request) -> PlainTextResponse | None:
        if not self._door.admits(request.headers.get("host", "")):
            return PlainTextResponse("这个地址不是预览的地址", 421)
        if not self._from_here(request):
            return PlainTextResponse("只有预览自己的网页可以访问", 403)
        return None

    def _from_here(self, request: Request) -> bool:
        """Neither another site's script nor its picture or frame; typing the address or following a link is a navigation."""
        origin = request.headers.get("origin")
        if origin is not None and origin != f"http://{request.headers['host']}":
            return False
        site = request.headers.get("sec-fetch-site", "none")
        return site in ("same-origin", "none") or (request.method == "GET" and request.headers.get("sec-fetch-mode") == "navigate" and request.url.path == "/")

    def _greeting(self, request: Request) -> PlainTextResponse | RedirectResponse | None:
        """Lets visitors with the key in, with a cookie for the rest of their visit."""
        key = self._door.key
        if key is None or _same(request.cookies.get(COOKIE), key):
            return None
        if request.url.path == "/" and _same(request.query_params.get("key"), key):
            welcome = RedirectResponse("/", 303)
            welcome.set_cookie(COOKIE, key, httponly=True, samesite="strict")
            return welcome
        return PlainTextResponse("要用命令行里给出的完整地址打开", 403)


def _same(given: str | None, key: str) -> bool:
    return given is not None and secrets.compare_digest(given.encode(), key.encode())


def local_visitor(request: Request) -> bool:
    """Whether the browser runs on this machine, where files can be opened."""
    return request.client is not None and is_loopback(request.client.host)


def listening(host: str, port: int, further: Iterable[int] = range(1, 20)) -> socket.socket:
    """A socket at the port or, where it is taken, one of those after it; port 0 takes any. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for at in (port, *(port + more for more in further)) if port else (0,):
        bound = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # on Windows the option lets two servers share a port
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind((host, at))
            bound.listen(128)
            return bound
        except OSError as fault:
            bound.close()
            last = fault
    raise last

