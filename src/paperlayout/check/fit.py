"""Over and short: what does not fit on a page, in characters and lines, where it stops, and how to cure it."""

import math
from collections.abc import Iterator

from paperlayout.compose.page import over_chars
from paperlayout.diag import Diagnostic
from paperlayout.page import TEXT_KINDS, Page
from paperlayout.plan.page import Fitted
from paperlayout.story.model import MeasuredStory


def misfits(page: Page, fitted: Fitted) -> Iterator[Diagnostic]:
    """L201 for copy that cannot be placed, L202 for a page that cannot be filled."""
    plan = fitted.plan
    if not fitted.copy.stories:
        return
    lead = fitted.copy.stories[0]
    if plan.over_rows and not plan.slots and (stuck := tuple(_stuck(page, fitted))):
        yield from stuck
    elif plan.over_rows and not plan.slots:
        yield Diagnostic(
            "L201", f"本版稿件太多，连缩去头条 {plan.over_rows} 行也排不下", "把一部分稿件移到别的版，或去掉一张照片", lead.origin, page=page.number
        )
    elif plan.over_rows:
        yield _over(lead, page, plan.over_rows)
    elif plan.short_rows:
        yield _short(lead, page, fitted)


def _stuck(page: Page, fitted: Fitted) -> Iterator[Diagnostic]:
    """What alone keeps a page from being made up, however much is cut: photos taller than the page, columns that were asked for."""
    most = fitted.rows.area.rows
    for story in fitted.copy.stories:
        for figure in story.figures:
            if all(variant.rows + variant.caption_rows > most for variant in figure.variants):
                told = f"照片 {figure.photo.file.name} 的形状或“栏数”使它在这一版里放不下"
                yield Diagnostic("L201", told, "用“裁切”换一个形状（如 裁切: 3:2），或改“栏数”", figure.photo.origin, page=page.number, story=story.id)
        pins = story.article.placing
        if pins.columns or pins.full_width:
            told = f"《{story.article.name}》按写的“栏数”排，这一版就拼不起来"
            yield Diagnostic("L201", told, "删去或改“栏数”；稿件总量见其他提示", pins.origin or story.origin, page=page.number, story=story.id)


def _over(lead: MeasuredStory, page: Page, rows: int) -> Diagnostic:
    chars = over_chars(lead, page.frames)
    placed = [f for f in page.frames if f.story == lead.id and f.kind in TEXT_KINDS and f.text]
    tail = (placed[-1].text or "").replace("\n", "")[-12:] if placed else ""
    where = f"，从“……{tail}”以后排不下" if tail else ""
    photos = len(lead.figures)
    cures = [f"删去 {chars} 字", "把一部分稿件移到别的版"] + ([f"去掉{'一张' if photos > 1 else ''}照片"] if photos else [])
    return Diagnostic(
        "L201",
        f"《{lead.article.name}》超版 {chars} 字（{rows} 行）{where}",
        "；或".join(cures),
        lead.origin,
        page=page.number,
        story=lead.id,
    )


def _short(lead: MeasuredStory, page: Page, fitted: Fitted) -> Diagnostic:
    rows = fitted.plan.short_rows
    chars = rows * math.floor(page.grid.column / page.grid.body_size)
    return Diagnostic(
        "L202", f"第 {page.number} 版排不满，还空 {rows} 行（约 {chars} 字）", "；或".join(_fillers(rows, chars)), lead.origin, page=page.number, story=lead.id
    )


TALLEST_FILLER = 26
"""Rows of a picture two columns wide that still looks like one."""


def _fillers(rows: int, chars: int) -> Iterator[str]:
    """What could fill so many rows, nearest first."""
    photo = math.ceil(rows / 2)
    if photo <= TALLEST_FILLER:
        yield f"加一张两栏宽、约 {photo} 行高的照片"
        yield f"加一条 {max(60, chars - 60)} 字左右的简讯"
        yield f"给头条加 {chars} 字"
    else:
        yield f"还要约 {chars} 字的稿件，例如 {max(1, round(chars / 800))} 篇 800 字的文章"
        yield "加一两张照片，每张占三栏约 20 行"
