"""preview: the pages in the browser, made up anew after every save."""

import asyncio
import contextlib
import gc
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.output import Unwritable, say
from paperlayout.diag import IssueError

if TYPE_CHECKING:
    from paperlayout.preview.listen import Listener
    from paperlayout.preview.session import Session

PORT = 8765


@click.command(help="在浏览器里边改边看。ISSUE 是稿单文件，或放稿单的文件夹；不写就用当前文件夹。按 Ctrl+C 结束。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="端口；被占用就用后面的，0 是随便一个")
@click.option("--host", default="127.0.0.1", show_default=True, help="听哪个地址；默认只有本机能看，0.0.0.0 让同一网络里的手机也能看")
@click.option("--no-open", is_flag=True, help="不打开浏览器")
@click.option("--poll", is_flag=True, help="不等系统通知，隔一会儿看一次文件（网络盘会自动这样做）")
@click.option("--patience", type=click.FloatRange(1), default=60.0, show_default=True, help="排一次最多等多少秒；第一次多等两分钟")
def preview(issue: Path, port: int, host: str, no_open: bool, poll: bool, patience: float) -> None:
    from paperlayout.cli.report import write_report
    from paperlayout.loading.load import find_issue
    from paperlayout.preview.listen import Listener, listening
    from paperlayout.preview.session import PreviewOptions, Session
    from paperlayout.preview.watch import remote

    try:
        file = find_issue(issue)
    except IssueError as fault:
        say(fault.diagnostics, "text")
        sys.exit(2)
    try:
        bound = listening(host, port)
    except OSError as fault:
        raise Unwritable(f"{host} 的 {port} 端口用不上（{fault.strerror or fault}）；用 --port 0 随便用一个，或换一个 --host") from fault
    gc.enable()
    listener = Listener.at(host, bound.getsockname()[1])
    session = Session(file, PreviewOptions(poll or remote(file.resolve().parent), patience, write_report))
    click.echo(listener.url)
    sys.stdout.flush()
    if listener.key:
        click.echo("同一网络里知道这个地址的人都能看到版面；只给自己人，用完按 Ctrl+C", err=True)
    asyncio.run(_run(session, listener, bound, not no_open))


async def _run(session: "Session", listener: "Listener", bound: socket.socket, open_browser: bool) -> None:
    """The first build is under way while the web server is still being imported."""
    await session.start()
    work = asyncio.create_task(session.run())
    try:
        server = await asyncio.to_thread(import_module, "paperlayout.preview.server")
        if open_browser:
            click.launch(listener.url)
        await server.serve(session, listener, bound, work)
    finally:
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work
