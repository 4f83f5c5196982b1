"""build --explain: why each story stands where it stands, and what a page's cost is made of, in the editor's words."""

from collections.abc import Iterator

from paperlayout.catalogue.book import rule_of
from paperlayout.edition import FAULT_CODES, Edition
from paperlayout.grid import Block
from paperlayout.issue.placing import POSITIONS, Position
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.page import FittedPage
from paperlayout.plan.page_plan import BoxSlot, PlacedFigure, Slot
from paperlayout.story.box import MeasuredBox
from paperlayout.story.measured import MeasuredStory

RANKS_SAID = {1: "头条", 2: "要闻", 3: "一般稿", 4: "短稿"}
ANCHORS = {
    "top": "标题下面右侧", "middle": "栏中", "foot": "栏尾", "beside": "标题右边", "full": "标题下面，与正文一样高", "tower": "正文旁边，与全篇一样高",
}  # fmt: skip


def explained(edition: Edition) -> Iterator[str]:
    """The pages of an edition, line by line."""
    for page, fitted in zip(edition.pages, edition.fitted, strict=True):
        yield f"第 {page.number} 版：{fitted.grid.rows} 行，行距 {fitted.grid.leading:.2f} 点；总分 {fitted.plan.cost:.1f}（越低越好）"
        view = PlanView(fitted.plan, fitted.copy.prices.rules)
        for slot in fitted.plan.slots:
            yield f"  {_story(fitted.copy.stories[slot.story], slot, view)}"
        for box in fitted.plan.boxes:
            yield f"  {_box(fitted.copy.boxes[box.box], box, view)}"
        yield from (f"  {line}" for line in _bill(fitted))


def _story(story: MeasuredStory, slot: Slot, view: PlanView) -> str:
    said = [
        f"《{story.article.name}》（{RANKS_SAID.get(story.rank, '短稿')}，{story.flow.lines} 行）排在{_place(slot.block, view)}，{_size(slot.block)}",
        _why_there(story, slot, view),
        _head(slot),
        *(_photo(figure) for figure in slot.figures),
        f"绕开{'左' if slot.corner.column == 0 else '右'}下角 {slot.corner.columns} 栏 {slot.corner.rows} 行（咬合）" if slot.corner else "",
        _give(story, slot),
    ]
    return "；".join(s for s in said if s) + f"。此处 {slot.cost:.1f} 分"


def _photo(figure: PlacedFigure) -> str:
    cropped = f"，裁去 {figure.variant.crop:.0%}" if figure.variant.crop >= 0.005 else ""
    return f"照片占 {figure.picture.columns} 栏 {figure.picture.rows} 行，在{ANCHORS[figure.anchor]}{cropped}"


def _box(box: MeasuredBox, slot: BoxSlot, view: PlanView) -> str:
    pins = _pins(box.placing.position, box.placing.columns)
    why = "按写的" + "、".join(pins) if pins else "整块，放在容得下的地方"
    return f"{box.label}《{box.title}》排在{_place(slot.block, view)}，{_size(slot.block)}；{why}。此处 {slot.cost:.1f} 分"


def _place(block: Block, view: PlanView) -> str:
    """Where on the page a block stands."""
    across, down = view.across(block), view.down(block)
    row = "上" if down < 0.36 else "下" if down > 0.64 else "中"
    column = "" if block.columns == view.area.columns else "左" if across < 0.4 else "右" if across > 0.6 else "中"
    named = {"上": "版首通栏", "中": "中部通栏", "下": "版底通栏"}[row] if not column else f"{column}{row}"
    return {"中中": "正中", "中上": "上部中间", "中下": "下部中间"}.get(named, named)


def _size(block: Block) -> str:
    return f"{block.columns} 栏 × {block.rows} 行"


def _pins(position: Position | None, columns: int | None) -> list[str]:
    """What the editor pinned, as it is written."""
    place = POSITIONS.get(position) if position else None
    return [*([f"“位置: {place}”"] if place else []), *([f"“栏数: {columns}”"] if columns else [])]


def _why_there(story: MeasuredStory, slot: Slot, view: PlanView) -> str:
    """Pins first, then rank and the order of places (区序)."""
    pins = _pins(story.article.placing.position, story.article.placing.columns)
    if pins:
        return "按写的" + "、".join(pins)
    if story.rank == 1:
        return "头条占版面最强的左上"
    lower = [s for s in view.plan.slots if s.rank > slot.rank]
    below = sum(s.block.row >= slot.block.row for s in lower)
    return f"比 {below} 篇次要的稿件靠前" if lower and below else "填满留下的地方"


def _head(slot: Slot) -> str:
    steps = f"，比最大的字号退了 {slot.head.steps} 档" if 0 < slot.head.steps < 9 else "，太长，缩到版样之外" if slot.head.steps >= 9 else ""
    return f"{'竖题' if slot.head.vertical else '标题'} {slot.head.size:g} 点{steps}"


def _give(story: MeasuredStory, slot: Slot) -> str:
    """What the text gave way by."""
    changed = [(item.kind, pick.lines - item.nominal.lines) for item, pick in zip(story.flow.items, slot.picks, strict=False)]
    loose = sum(1 for kind, by in changed if kind == "paragraph" and by > 0)
    tight = sum(1 for kind, by in changed if kind == "paragraph" and by < 0)
    white = sum(by for kind, by in changed if kind == "subhead" and by > 0)
    said = [f"{loose} 段放松一行" if loose else "", f"{tight} 段收紧一行" if tight else "", f"小标题旁加 {white} 行空" if white else ""]
    return "、".join(s for s in said if s)


def _bill(fitted: FittedPage) -> Iterator[str]:
    """What the page's cost is made of, the dearest first."""
    plan = fitted.plan
    settings = sum(s.cost for s in plan.slots) + sum(b.cost for b in plan.boxes)
    items = [("各篇自身（标题字号、照片、松紧、栏数）", settings), *((_fault(f.rule), f.cost) for f in plan.faults)]
    totals: dict[str, float] = {}
    for name, cost in items:
        totals[name] = totals.get(name, 0.0) + cost
    yield "扣分：" + "，".join(f"{name} {cost:.1f}" for name, cost in sorted(totals.items(), key=lambda item: -item[1]) if cost >= 0.05)


def _fault(rule: str) -> str:
    found = rule_of(FAULT_CODES[rule])
    return found.title.zh if found else rule
