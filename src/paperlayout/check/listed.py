"""What a proofreader checks one by one against the manuscript: heads, people with their posts, dates, numbers; each with its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from paperlayout.check.dates import DATE
from paperlayout.check.names import OFFICES
from paperlayout.check.passages import CopyPassage, passages
from paperlayout.diag import Origin
from paperlayout.issue.content import Issue

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤殷罗毕郝邬安常乐于时傅"
    "皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫"
    "房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲家封储靳段富巫乌焦巴牧隗山谷车侯全班仰秋仲伊宫宁仇栾厉刘景詹束龙叶司黎白蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥闻"
    "党翟谭劳申冉桑桂牛寿边燕冀浦尚温庄晏柴瞿阎连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广东欧沃利师巩聂晁勾敖冷辛那简饶空曾沙丰关查游竺权盖益桓公诸海肖"
)
PERSON = re.compile(rf"[\u4e00-\u9fff]{{0,8}}(?:{OFFICES}|同志|劳模|工匠|记者|通讯员)[ 　]?(?=[{SURNAMES}])[\u4e00-\u9fff·]{{2,3}}")
NAME = re.compile(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,3}}")
NUMBER = re.compile(r"\d[\d,.]*\d?(?:[万亿千百]?[%％‰]?) ?[\u4e00-\u9fff]{0,2}|[一二三四五六七八九十百千万亿]{3,}[\u4e00-\u9fff]?")


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One thing to check: what it is, its words, its page and place."""

    kind: str
    text: str
    page: int | None
    origin: Origin | None


def listed(issue: Issue, kinds: tuple[str, ...]) -> Iterator[ListedItem]:
    """What there is of the kinds asked for, in the order of the copy, kind by kind."""
    found = tuple(passages(issue))
    for kind in kinds:
        for one in found:
            for start, end in KINDS[kind](one, issue):
                yield ListedItem(kind, one.text[start:end], one.page, one.at(start, end))


Span = tuple[int, int]


def _heads(one: CopyPassage, issue: Issue) -> Iterator[Span]:
    if one.role in ("head", "subhead"):
        yield 0, len(one.text)


def _people(one: CopyPassage, issue: Issue) -> Iterator[Span]:
    spans = [match.span() for match in PERSON.finditer(one.text)]
    spans += [match.span() for person in issue.house.people for match in re.finditer(re.escape(person.name), one.text)]
    if one.role == "line" and NAME.fullmatch(one.text):
        spans = [(0, len(one.text))]
    reached = 0
    for start, end in sorted(spans):
        if end > reached:
            yield start, end
        reached = max(reached, end)


def _dates(one: CopyPassage, issue: Issue) -> Iterator[Span]:
    yield from (match.span() for match in DATE.finditer(one.text))


def _numbers(one: CopyPassage, issue: Issue) -> Iterator[Span]:
    dates = list(_dates(one, issue))
    yield from (match.span() for match in NUMBER.finditer(one.text) if not any(start <= match.start() < end for start, end in dates))


KINDS: dict[str, Callable[[CopyPassage, Issue], Iterator[Span]]] = {"标题": _heads, "人名": _people, "日期": _dates, "数字": _numbers}
