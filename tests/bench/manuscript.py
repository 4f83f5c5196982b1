"""An issue as an editor writes it: YAML, with its paper.yaml."""

from collections.abc import Iterator, Sequence

from bench.corpus import Story
from bench.issues import Given, GivenIssue

PAPER = """报名: 江湾工会
拼音: JIANGWAN GONGHUI
主办: 江湾区总工会
发送对象: 内部交流　免费赠阅
电头: 本报讯
开本: 对开
"""


def yaml_of(issue: GivenIssue) -> str:
    """The issue as YAML; pictures are looked for in ../图片."""
    lines = ["日期: 2024-06-18", "期号: 10"]
    if issue.flat and issue.told_pages:
        lines.append(f"版数: {len(issue.pages)}")
    if issue.flat:
        lines += _copy(tuple(g for p in issue.pages for g in p.stories), tuple(b for p in issue.pages for b in p.briefs), "")
    elif len(issue.pages) == 1:
        lines += _copy(issue.pages[0].stories, issue.pages[0].briefs, "")
    else:
        lines.append("版面:")
        for page in issue.pages:
            lines += [f"  - 版名: {page.name}", *_copy(page.stories, page.briefs, "    ")]
    return "\n".join(lines) + "\n"


def _copy(stories: Sequence[Given], briefs: Sequence[Story], indent: str) -> Iterator[str]:
    yield f"{indent}头条:"
    yield from (f"{indent}  {line}" for line in _article(stories[0]))
    for key, items in (("文章", [list(_article(g)) for g in stories[1:]]), ("简讯", [list(_article(Given(b))) for b in briefs])):
        if items:
            yield f"{indent}{key}:"
        for first, *others in items:
            yield f"{indent}  - {first}"
            yield from (f"{indent}    {line}" for line in others)


def _article(given: Given) -> Iterator[str]:
    story = given.story
    fields = {
        "标题": _slashes(story.title), "引题": _slashes(given.kicker), "副题": _slashes(given.deck), "栏目": given.standing_head, "作者": story.byline,
        "重要性": given.priority, "样式": "竖排标题" if given.vertical else "",
    }  # fmt: skip
    yield from (f"{name}: {_plain(value)}" for name, value in fields.items() if value)
    yield "正文: |"
    yield from (f"  {paragraph}" for paragraph in story.body)
    if given.shots:
        yield "照片:"
    for shot in given.shots:
        yield f"  - 文件: ../图片/{shot.picture}.jpg"
        yield f"    图注: {_plain(shot.caption)}"
        yield "    示意图: 是"
        if shot.credit:
            yield f"    摄影: {shot.credit}"


def _slashes(head: str) -> str:
    return head.replace("/", "//")


def _plain(value: str) -> str:
    """Quoted where YAML would take a first character for a sign of its own."""
    return f'"{value}"' if value[0].isascii() and not value[0].isalnum() else value
