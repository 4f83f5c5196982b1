"""Who may talk to the preview: its own page, and nobody else's."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import copied

from paperlayout.preview.listen import Listener, listening

from .served import Served, get, served


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory):
    with served(copied(tmp_path_factory.mktemp("guard"))) as found:
        found.wait(lambda state: state["status"] == "good")
        yield found


def port(running: Served) -> int:
    found = urlsplit(running.url).port
    assert found
    return found


def test_it_listens_on_this_machine_only(running: Served) -> None:
    assert urlsplit(running.url).hostname == "127.0.0.1"
    with socket.socket() as outside:
        outside.settimeout(2)
        own = socket.gethostbyname(socket.gethostname())
        if not own.startswith("127."):
            assert outside.connect_ex((own, port(running))) != 0


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "localhost.:{port}", "[::1", "", "192.168.1.7:{port}"])
@pytest.mark.parametrize("path", ["", "events", "layout", "edition.pdf"])
def test_a_foreign_host_is_refused(running: Served, host: str, path: str) -> None:
    assert running.get(path, Host=host.format(port=port(running))).status == 421


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
def test_our_own_names_are_known(running: Served, host: str) -> None:
    assert running.get(Host=host.format(port=port(running))).status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost:{port}", "https://127.0.0.1:{port}"])
@pytest.mark.parametrize("path", ["events", "layout", "again"])
def test_a_foreign_origin_is_refused(running: Served, origin: str, path: str) -> None:
    assert get(running.url + path, {"Origin": origin.format(port=port(running))}, "POST" if path == "again" else "GET").status == 403


def test_our_own_origin_may_build(running: Served) -> None:
    assert get(running.url + "again", {"Origin": running.url.rstrip("/")}, "POST").status == 200
    assert get(running.url + "again").status == 405


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_cannot_show_our_pictures(running: Served, site: str) -> None:
    digest = running.state()["pages"][0]["digest"]
    assert running.get(f"picture/{digest}-50.jpg", Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors").status == 403
    assert running.get("edition.pdf", Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate").status == 403
    assert running.get("", Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate").status == 200


@pytest.mark.parametrize("path", ["", "static/main.js", "layout", "nothing", "picture/x"])
def test_every_answer_carries_the_policy(running: Served, path: str) -> None:
    policy = running.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert "access-control-allow-origin" not in running.get(path).headers


@pytest.mark.parametrize("path", ["static/../server.py", "static/..%2Fserver.py", "static/%2e%2e/server.py", "static//etc/passwd", "picture/..%2f..%2fissue.yaml", "picture/" + "0" * 20 + "-100.jpg", "issue.yaml"])
def test_no_file_is_reached_by_its_path(running: Served, path: str) -> None:
    assert running.get(path).status == 404


@pytest.mark.parametrize("name", ["-33.jpg", "-1000.jpg", "-100-0-0.jpg", "-300.jpg", "-450-100-0.jpg", "-450--1-0.jpg", ".jpg", "-100.png"])
def test_only_pictures_the_page_asks_for_are_drawn(running: Served, name: str) -> None:
    digest = running.state()["pages"][0]["digest"]
    assert running.get(f"picture/{digest}{name}").status == 404


def test_pictures_are_known_by_their_digest(running: Served) -> None:
    digest = running.state()["pages"][0]["digest"]
    first = running.get(f"picture/{digest}-50.jpg")
    assert first.status == 200 and first.body[:3] == b"\xff\xd8\xff" and "immutable" in first.headers["cache-control"]
    again = running.get(f"picture/{digest}-50.jpg", If_None_Match=first.headers["etag"])
    assert again.status == 304 and not again.body


def test_the_edition_is_there_as_pdf(running: Served) -> None:
    assert running.get("edition.pdf").body.startswith(b"%PDF-")


def test_visitors_from_elsewhere_need_the_key(tmp_path: Path) -> None:
    with served(copied(tmp_path), "--host", "0.0.0.0") as running:
        address = urlsplit(running.url)
        local = f"http://127.0.0.1:{address.port}/"
        assert get(local).status == 403 and get(local + "events").status == 403 and get(local + "?key=wrong").status == 403
        welcome = get(f"{local}?{address.query}")
        assert welcome.status == 303 and welcome.headers["location"] == "/"
        cookie = welcome.headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie
        assert get(local, {"Cookie": cookie.split(";")[0]}).status == 200
        assert get(local, {"Cookie": cookie.split(";")[0], "Host": f"evil.example:{address.port}"}).status == 421


def test_a_taken_port_is_passed_over() -> None:
    with listening("127.0.0.1", 0) as first, listening("127.0.0.1", first.getsockname()[1]) as second:
        assert second.getsockname()[1] != first.getsockname()[1]


def test_the_key_is_new_each_time_and_only_for_others() -> None:
    assert Listener.at("127.0.0.1", 1).key is None
    assert Listener.at("0.0.0.0", 1).key != Listener.at("0.0.0.0", 1).key
