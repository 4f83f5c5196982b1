"""One page from its dummy: furniture, boxes, stories, rules, and the account of every cell."""

from collections.abc import Iterator, Sequence

from paperlayout.compose.body import body_frames
from paperlayout.compose.credits import credits_frame
from paperlayout.compose.draft import draft_frames
from paperlayout.compose.ear import ear_frames, ear_story
from paperlayout.compose.figure import figure_frames
from paperlayout.compose.folio import folio_frame, foot_frame
from paperlayout.compose.frames import gap_frame
from paperlayout.compose.nameplate import nameplate_frame
from paperlayout.compose.rules import rule_frames
from paperlayout.geometry import Point
from paperlayout.grid import Block, Grid
from paperlayout.heads.frames import head_frames
from paperlayout.heads.wording import in_one_line
from paperlayout.issue.content import FRONT, Article, Issue
from paperlayout.kit import Kit
from paperlayout.page import TEXT_KINDS, Elastic, Frame, Page, Picture, PlacedStory
from paperlayout.plan.judge.plan_view import owners
from paperlayout.plan.page import FittedPage
from paperlayout.plan.page_plan import PagePlan, Slot
from paperlayout.story.copy import Copy
from paperlayout.story.measured import MeasuredStory, Unbroken


def compose_page(issue: Issue, number: int, fitted: FittedPage, kit: Kit) -> Page:
    """The page as frames at absolute points."""
    grid = fitted.grid
    frames = tuple(_frames(issue, number, fitted, grid, kit))
    over = over_chars(fitted.copy.stories[fitted.plan.cut], frames) if fitted.plan.over_rows and fitted.copy.stories else 0
    frames += tuple(draft_frames(fitted.plan, over, grid, kit))
    blank = _uncovered(frames, grid)
    white = tuple(_declared(fitted.plan, frames, grid))
    stories = (*ear_story(issue, frames), *_stories(fitted.copy, fitted.plan, frames, grid))
    return Page(
        number=number, label=f"{number:02d}", name=issue.pages[number - 1].name.value, size=kit.house.trim, type_area=grid.type_area(), grid=grid,
        frames=(*frames, *white), stories=stories, blank_cells=blank - sum(f.cells.columns * f.cells.rows for f in white if f.cells),
        elastic=elastic(fitted, frames, kit),
    )  # fmt: skip


def _frames(issue: Issue, number: int, fitted: FittedPage, grid: Grid, kit: Kit) -> Iterator[Frame]:
    plan, copy = fitted.plan, fitted.copy
    front = number == FRONT
    yield nameplate_frame(issue, grid, grid.furniture_rows, kit) if front else folio_frame(issue, number, copy.staff, grid.furniture_rows, grid, kit)
    if front:
        yield from ear_frames(issue, grid, kit)
    yield from rule_frames(plan, copy.boxes, grid, kit)
    for slot in plan.slots:
        story = copy.stories[slot.story]
        yield from _head(story, slot, grid, kit)
        yield from body_frames(story, slot, grid, kit)
        yield from figure_frames(story, slot, grid, kit)
    for box in plan.boxes:
        yield from box.variant.content.frames(copy.boxes[box.box], box.block, grid, kit)
    yield credits_frame(issue, copy.staff, number, grid, kit) if front else foot_frame(grid, kit)


def _head(story: MeasuredStory, slot: Slot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """A story's head where its block has it."""
    block = slot.head_block.at(slot.block)
    yield from head_frames(slot.head, story.article, story.rank, block, grid.cells(block), kit)


def _covered(frames: Sequence[Frame]) -> set[tuple[int, int]]:
    return {
        (column, row)
        for f in frames
        if f.cells
        for column in range(f.cells.column, f.cells.column + f.cells.columns)
        for row in range(f.cells.row, f.cells.row + f.cells.rows)
    }


def _uncovered(frames: Sequence[Frame], grid: Grid) -> int:
    return grid.columns * grid.rows - len(_covered(frames))


def _declared(plan: PagePlan, frames: Sequence[Frame], grid: Grid) -> Iterator[Frame]:
    """The white rows between blocks, which the dummy put there."""
    covered = _covered(frames)
    cells = owners(plan)
    for column in range(plan.area.columns):
        rows = [r for r in range(plan.area.row, plan.area.foot) if cells[column][r - plan.area.row] is None and (column, r) not in covered]
        start = 0
        for i, row in enumerate(rows):
            if i + 1 == len(rows) or rows[i + 1] != row + 1:
                if i - start < MOST_BETWEEN:
                    yield gap_frame(f"between{column + 1}-{rows[start] + 1}", Block(column, rows[start], 1, i - start + 1), grid)
                start = i + 1


MOST_BETWEEN = 2
"""Rows of white between two blocks at most; more is a hole and counts as blank cells."""


def _stories(copy: Copy, plan: PagePlan, frames: Sequence[Frame], grid: Grid) -> Iterator[PlacedStory]:
    for slot in plan.slots:
        story = copy.stories[slot.story]
        over = plan.over_rows if slot.story == plan.cut else 0
        lines = sum(p.set_lines for p in slot.picks if p.setting is not Unbroken.EMPTY)
        to, came_from = _jump(story.article)
        yield PlacedStory(
            id=story.id, rank=story.rank, title=in_one_line(story.article.title.value), chars=story.chars, lines=lines, part=(0, lines),
            over_chars=over_chars(story, frames) if over else 0, short_lines=plan.short_rows if slot is plan.slots[0] else 0,
            polygons=(outline(slot, grid),), jump_to=to, jump_from=came_from,
        )  # fmt: skip
    for box in plan.boxes:
        rect = grid.cells(box.block).corners()
        measured = copy.boxes[box.box]
        if measured.always_told and not box.variant.texts:
            yield PlacedStory(id=measured.id, rank=measured.rank, title=measured.title, polygons=(rect,))
        for text in box.variant.texts:
            chars = sum(len(b.text) for b in text.article.body)
            title = in_one_line(text.article.title.value)
            yield PlacedStory(id=text.article.id, rank=measured.rank, title=title, chars=chars, lines=text.lines, part=(0, text.lines), polygons=(rect,))


def _jump(article: Article) -> tuple[int | None, int | None]:
    return (article.jump.to, article.jump.from_page) if article.jump else (None, None)


def over_chars(story: MeasuredStory, frames: Sequence[Frame]) -> int:
    """Characters of a story that stand on no frame."""
    placed = sum(len("".join(f.text.split())) for f in frames if f.story == story.id and f.text and f.kind in TEXT_KINDS)
    return whole_chars(story) - placed


def whole_chars(story: MeasuredStory) -> int:
    """All characters of a story's body as it is set, dateline and source included."""
    texts = [b.block.text for b in story.flow.blocks if b.block.kind != "jump_line"]
    extra = [story.article.dateline.value if story.article.dateline else "", f"（{story.article.source.value}）" if story.article.source else ""]
    return sum(len("".join(t.split())) for t in (*texts, *extra))


def outline(slot: Slot, grid: Grid) -> tuple[Point, ...]:
    """The block of a story as a polygon, without the corner it leaves."""
    a, b, c, d = grid.cells(slot.block).corners()
    if slot.corner is None:
        return (a, b, c, d)
    corner = grid.cells(slot.corner.at(slot.block))
    if slot.corner.column == 0:
        return (a, b, c, Point(corner.x1, corner.y1), Point(corner.x1, corner.y0), Point(corner.x0, corner.y0))
    return (a, b, Point(b.x, corner.y0), Point(corner.x0, corner.y0), Point(corner.x0, corner.y1), d)


def elastic(fitted: FittedPage, frames: Sequence[Frame], kit: Kit) -> Elastic:
    """How far the fit moved things from their nominal values."""
    slots = fitted.plan.slots
    loose = blank = 0
    for slot in slots:
        items = fitted.copy.stories[slot.story].flow.items
        for item, pick in zip(items, slot.picks, strict=False):
            loose += item.kind == "paragraph" and pick.layout is not None and pick.lines != item.nominal.lines
            blank += max(0, pick.lines - item.nominal.lines) if item.kind == "subhead" else 0
    led = fitted.grid.leading - kit.house.grid().leading
    return Elastic(
        leading=led, photo_crop_max=max(crops(fitted, frames), default=0.0), headline_steps=max((s.head.steps for s in slots), default=0),
        loose_paragraphs=loose, blank_lines=blank,
    )  # fmt: skip


def crops(fitted: FittedPage, frames: Sequence[Frame]) -> Iterator[float]:
    """The share of each photo that the program cut off; of one whose shape the editor asked for, what is cut off beyond that."""
    stories = fitted.copy.stories
    asked = {figure.photo.origin for story in stories for figure in story.figures if figure.photo.crop}
    for frame in frames:
        yield from (1 - item.crop.width * item.crop.height for item in frame.items if isinstance(item, Picture) and item.origin not in asked)
    for slot in fitted.plan.slots:
        yield from (placed.variant.crop for placed in slot.figures if stories[slot.story].figures[placed.index].photo.crop)
