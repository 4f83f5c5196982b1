"""Who may talk to the preview: this machine's browser and, where the editor opened it, those who have the key. Nobody else's page."""

import secrets

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from paperlayout.preview.listen import Listener, is_loopback

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


class Access:
    """Refuses what does not come from our own page, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, listener: Listener) -> None:
        self._app, self._listener = app, listener

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
        if not self._listener.admits(request.headers.get("host", "")):
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
        key = self._listener.key
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
