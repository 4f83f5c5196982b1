"""An issue that is still empty, with the fields in Chinese and comments that teach; and a paper.yaml for a paper that has none."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.issue.yaml_text import indented, quoted
from paperlayout.loading.rhythm import EarlierIssue


@dataclass(frozen=True, slots=True)
class NewIssue:
    """What a new issue begins with; `schema` is the path of the JSON Schema as seen from it, for editors that complete."""

    paper: str
    date: datetime.date
    number: int | None
    total: int | None
    last: EarlierIssue | None = None
    schema: str = ""


ARTICLE_COMMENT = (
    "# 要用哪一行，去掉行首的“# ”：",
    "# 引题:",
    "# 副题:",
    "# 栏目:",
    "# 作者:",
    "# 文件: 稿件/01-头条.docx    # 正文另存成文件（.docx .md .txt），就不写“正文”",
)


def skeleton(start: NewIssue) -> str:
    """The text of an issue file."""
    return "\n".join([*_head(start), "", *(_pages(start) if start.last and start.last.pages else TAUGHT)]) + "\n"


def _head(start: NewIssue) -> Iterator[str]:
    if start.schema:
        yield f"# yaml-language-server: $schema={start.schema}"
    number = f" 第{start.number}期" if start.number else ""
    yield f"# {start.paper or '报纸'} {start.date.year}年{start.date.month}月{start.date.day}日{number}"
    yield "# 一行是一段；“## ”开头的是小标题；标题里的“/”是分行的地方。字段名后用半角冒号加一个空格。"
    yield "# 井号加空格开头的行是给同事看的话，不会印出来。来稿可以用 paperlayout import 文件… 整理进来。"
    if start.last and start.last.paper:
        yield f"报纸: {quoted(start.last.paper)}"
    yield f"日期: {start.date.isoformat()}"
    yield f"期号: {start.number}" if start.number else "# 期号:"
    yield f"总期号: {start.total}" if start.total else "# 总期号:"
    staff = dict(start.last.staff) if start.last else {}
    for name in ("责任编辑", "版式", "校对"):
        yield f"{name}: {quoted(staff[name])}" if name in staff else f"# {name}:"


def _pages(start: NewIssue) -> Iterator[str]:
    """The pages of the last issue, by name."""
    yield "版面:"
    for number, page in enumerate(start.last.pages if start.last else ()):
        yield f"  - 版名: {quoted(page.name)}" if page.name else "  - 版名:"
        yield from (f"    {name}: {quoted(value)}" for name, value in page.staff)
        yield from indented(BARE if number else TAUGHT, 4)
        yield ""


TAUGHT = (
    "# 头条：正文从“|”的下一行写起，往里缩两格，一行一段。",
    "头条:",
    "  标题:",
    *indented(ARTICLE_COMMENT, 2),
    "  正文: |",
    "",
    "# 头条以外的文章，一篇一个“- ”。",
    "文章:",
    "#  - 标题:",
    "#    文件: 稿件/02.docx",
    "",
    "# 照片放进 图片 文件夹。放在这里的跟头条走；要跟别的文章，写在那篇文章的 照片: 下。",
    "照片:",
    "#  - 文件: 图片/.jpg",
    "#    图注:",
    "#    摄影:",
    "",
    "# 简讯归进一个框，开头的“本报讯”由程序加，来源印在文末的括号里。",
    "简讯:",
    "#  - 标题:",
    "#    来源:",
    "#    正文:",
)
"""The copy of a page with comments that teach; once is enough."""
BARE = ("头条:", "  标题:", "  正文: |", "", "文章:", "", "照片:", "", "简讯:")


PAPER = """# 报纸的常用资料：每期不变的写在这里，各期稿单会自己往上找到它。
# 知道了就去掉行首的“# ”填上；不知道的不要填，报头上就不印。
报名: {name}
# 拼音:
# 主办:
# 主管:
# 准印证:              # 内部资料
# 国内统一刊号:        # 公开发行
# 地址:
# 电话:
# 投稿邮箱:
# 印刷:
# 发送对象:
# 印数:
电头: 本报讯
开本: 对开             # 对开、四开、A3，或“280mm 400mm”
"""
