"""Where the preview listens, and by which names it may be called."""

import ipaddress
import os
import secrets
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Listener:
    """Where the preview listens, and the key for visitors from other machines (None: there are none)."""

    host: str
    port: int
    key: str | None = None

    @staticmethod
    def at(host: str, port: int) -> "Listener":
        """A listener with a new key unless it leads to this machine only."""
        return Listener(host, port, None if is_loopback(host) else secrets.token_urlsafe(12))

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

