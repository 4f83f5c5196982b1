"""export: the digital edition of an issue, and its pages as pictures or plain text."""

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from paperlayout.cli.alternatives import as_kept
from paperlayout.cli.build import chosen_pages, default_pdf, status_of
from paperlayout.cli.output import failed, say, shown, write_export, write_whole
from paperlayout.diag import IssueError

if TYPE_CHECKING:
    from paperlayout.edition import Edition
    from paperlayout.export.pictures import ExportPictures
    from paperlayout.kit import Kit
    from paperlayout.pipeline import Timings

FORMATS = ("html", "epub", "png", "txt")
PAGE_WIDTH = 1800
"""Pixels of a page picture: body type can just be read."""
POINTS_PER_INCH = 72


class Formats(click.ParamType[tuple[str, ...]]):
    """Formats parted by commas."""

    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(part.strip().lower() for part in str(value).replace("，", ",").split(",") if part.strip()))
        unknown = [name for name in found if name not in FORMATS]
        if unknown or not found:
            self.fail(f"没有 {'、'.join(unknown) or '空的'} 这种格式；可写 {', '.join(FORMATS)}", param, ctx)
        return found

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The last of the formats typed so far."""
        before, _, last = incomplete.rpartition(",")
        given = before.split(",") if before else []
        return [CompletionItem(",".join([*given, name])) for name in FORMATS if name.startswith(last) and name not in given]


@click.command("export", help="导出数字报和版面图。ISSUE 是稿单文件，或放稿单的文件夹；不写就用当前文件夹。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--to", "formats", type=Formats(), default="html", help="导出什么：html、epub、png、txt，用逗号隔开（默认 html）")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="导出到哪个文件夹（默认 build/export）")
@click.option("--ppi", type=click.IntRange(36, 600), default=150, help="png 每英寸多少像素")
@click.option("--pages", help="png 只导出这几版，如 1,3-4")
@click.option("--draft", is_flag=True, help="超版或排不满也导出")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
@click.option("--open", "open_after", is_flag=True, help="完成后打开数字报")
def export(
    issue: Path, formats: tuple[str, ...], output: Path | None, ppi: int, pages: str | None, draft: bool, strict: bool, style: str, open_after: bool
) -> None:
    from paperlayout.pipeline import Timings, load, open_kit

    timed = Timings()
    try:
        read, notes = load(issue, timed)
        kit = open_kit(read)
        chosen = chosen_pages(pages, read)
        edition, said = as_kept(read, kit, timed, chosen if set(formats) == {"png"} else ())
        found = (*notes, *said, *edition.diagnostics)
        say(found, style)
        bad = failed(found, strict)
        if bad and not draft:
            sys.exit(1)
        name = default_pdf(read).stem
        folder = output or default_pdf(read).parent / "export"
        order = ExportOrder(edition, kit, timed, folder, name)
        for kind in formats:
            for path in order.png(chosen, ppi) if kind == "png" else getattr(order, kind)():
                click.echo(shown(path))
                if open_after and path.name == "index.html":
                    click.launch(str(path))
    except IssueError as fault:
        say(fault.diagnostics, style)
        sys.exit(status_of(fault.diagnostics))
    sys.exit(1 if bad else 0)


class ExportOrder:
    """An edition being exported; what several formats need is made once."""

    def __init__(self, edition: "Edition", kit: "Kit", timed: "Timings", folder: Path, name: str) -> None:
        from paperlayout.export.paper import digital_paper
        from paperlayout.pipeline import pdf

        self.paper, self.edition, self.folder, self.name = digital_paper(edition), edition, folder, name
        self.pdf = pdf(edition, kit, timed)

    @cached_property
    def pictures(self) -> "ExportPictures":
        """Pages and photos for the screen."""
        from paperlayout.draw.png import RasterPage, encoded
        from paperlayout.export.pictures import ExportPictures, PictureFile, photo_files
        from paperlayout.photo.screen import for_screen

        pages = {}
        for i, page in enumerate(self.paper.pages):
            sheet = RasterPage(self.pdf, i)
            image = sheet.whole(PAGE_WIDTH / page.size.width)
            pages[page.number] = PictureFile(f"page-{page.number:02d}.jpg", encoded(image, "JPEG"), image.size)
            sheet.close()
        photos = {file: (name, for_screen(Path(file))) for file, name in photo_files(self.paper).items()}
        return ExportPictures(pages, {file: PictureFile(name, taken.data, (taken.width, taken.height)) for file, (name, taken) in photos.items()})

    def html(self) -> Iterator[Path]:
        """The site's files; those of an earlier export that are no more in it are taken away. Only its first page is named."""
        from paperlayout.export.html import MANIFEST, WebEdition, site_files

        folder, pdf = self.folder / "html", f"{self.name}.pdf"
        files = site_files(WebEdition(self.paper, self.pictures, pdf)) | {pdf: self.pdf}
        for stale in _listed(folder / MANIFEST) - set(files):
            (folder / stale).unlink(missing_ok=True)
        for name, data in files.items():
            write_export(folder / name, data)
        yield folder / "index.html"

    def epub(self) -> Iterator[Path]:
        from paperlayout.export.epub import epub

        yield write_whole(self.folder / f"{self.name}.epub", epub(self.paper, self.pictures))

    def txt(self) -> Iterator[Path]:
        from paperlayout.export.text import text_files

        yield from self._all("txt", text_files(self.paper, self.name))

    def png(self, pages: tuple[int, ...], ppi: int) -> Iterator[Path]:
        from paperlayout.draw.png import png

        made = {f"{self.name}-p{p.number}.png": png(self.pdf, i, ppi) for i, p in enumerate(self.paper.pages) if p.number in pages or not pages}
        yield from self._all("png", made)

    def _all(self, folder: str, files: Mapping[str, bytes]) -> Iterator[Path]:
        for name, data in files.items():
            write_export(self.folder / folder / name, data)
            yield self.folder / folder / name


def _listed(manifest: Path) -> set[str]:
    """The files an earlier export put into its folder, by plain names only."""
    try:
        named = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in named if isinstance(name, str) and Path(name).name == name}
