"""Heads: broken where the editor or the sense says, in pairs of one measure, never wider than their place."""

from dataclasses import replace
from itertools import accumulate, pairwise, product

import pytest

from makeup.pages import made
from paperlayout.heads.headline import equal_pairs
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadVariant
from paperlayout.heads.variants import head_variants
from paperlayout.heads.wording import title_lines
from paperlayout.issue.content import Article, CopyBlock, Text
from paperlayout.kinds.briefs.measure import brief_head
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.story.body import common_prefix, set_subhead
from paperlayout.text import words as words_module
from paperlayout.text.words import MEASURE_WORDS, break_by_sense, words

LEADING, DROP = 15.75, 3.0
WIDTHS = {1: 157.5, 2: 330.75, 3: 504.0, 4: 677.25, 5: 850.5, 6: 1023.75}
PLACES = list(product((1, 2, 3, 4), WIDTHS))
TITLES = (
    "区总工会推动党史学习教育走深走实见成效",
    "江湾区总工会三年建成48个“15分钟职工服务圈”",
    "百名工匠同台比武比出一支生力军",
    "首批12个职工健康服务点在产业园区陆续投入试运营",
    "2021年全区新增会员1.9万人",
    "让劳动者的获得感成色更足、幸福感更可持续、安全感更有保障",
    "嘉定区召开庆祝“五一”国际劳动节暨劳模先进表彰大会",
)
ENDLESS = "区总工会联合区人力资源和社会保障局区工商业联合会区企业联合会开展新就业形态劳动者权益保障集中宣传服务月活动启动仪式暨首场招聘会"


@pytest.fixture(scope="module")
def kit() -> Kit:
    return made("sample").kit


def place(rank: int, columns: int) -> HeadPlace:
    return HeadPlace(rank, columns, WIDTHS[columns], LEADING, DROP, rank == 1)


def article(title: str, **fields: str) -> Article:
    return Article(id="a1", title=Text(title), **{name: Text(value) for name, value in fields.items()})


def main_lines(variant: HeadVariant) -> tuple[str, ...]:
    return tuple(line.text for line in variant.lines if line.kind == "headline")


# -- breaks


def test_a_slash_breaks_and_two_are_one() -> None:
    assert title_lines("党史学习/走深走实") == ("党史学习", "走深走实")
    assert title_lines("7//8月合刊/征订启事") == ("7/8月合刊", "征订启事")
    assert title_lines("A//B") == ("A/B",)


@pytest.mark.parametrize(("rank", "columns"), PLACES)
def test_the_editors_break_is_the_only_one(rank: int, columns: int, kit: Kit) -> None:
    parts = ("区总工会推动党史学习教育", "走深走实见成效")
    variants = head_variants(article("/".join(parts)), (place(rank, columns),), kit)
    assert variants
    assert {main_lines(v) for v in variants} <= {parts, ("".join(parts),)}


def test_a_briefs_head_breaks_where_the_editor_says(kit: Kit) -> None:
    """In a narrow box the head of a brief does not fit on one line; it too is broken at the mark."""
    head, _ = brief_head("嘉定镇街道总工会开展职工疗/休养实事项目", 0, 147.0, LEADING, kit)
    assert tuple(line.text for line in head) in {("嘉定镇街道总工会开展职工疗", "休养实事项目"), ("嘉定镇街道总工会开展职工疗休养实事项目",)}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("lines", [2, 3])
def test_a_break_by_sense_leaves_words_whole(title: str, lines: int) -> None:
    broken = break_by_sense(title, lines)
    assert "".join(broken) == title and len(broken) == lines
    edges = set(accumulate(len(word) for word in words(title)))
    assert set(accumulate(len(line) for line in broken)) <= edges


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("lines", [2, 3])
def test_a_break_by_sense_reads_on(title: str, lines: int) -> None:
    """No line begins with 的 or 了 or a mark, and no number is parted from its measure word."""
    for above, below in pairwise(break_by_sense(title, lines)):
        assert below[0] not in "的了着过等，、。”》）"
        assert above[-1] not in "第“《（"
        assert not (above[-1].isdigit() and (below[0].isdigit() or below[0] in MEASURE_WORDS | {"."}))


@pytest.mark.parametrize(
    "lines",
    [
        "去年工业生产稳定增长/主要产品受市场影响较为明显",
        "东方不亮西方亮/三万下岗职工上吕梁",
        "美声称不排除/单独对伊采取行动",
        "收费电话请/给消费者亮个底",
        "我常驻联合国代表指出/77国集团是重要国际力量",
    ],
)
def test_a_break_by_sense_parts_no_phrase(lines: str) -> None:
    """An adverb or preposition leads on to its verb, 主要 to its noun, a number to what it counts."""
    assert break_by_sense(lines.replace("/", ""), 2) == tuple(lines.split("/"))


def test_a_very_long_line_is_broken_without_trying_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A subhead of sixty characters in a narrow column: the ways to break it into seven run into millions."""
    tried = 0
    cost = words_module._cost

    def counted(lines: tuple[str, ...]) -> float:
        nonlocal tried
        tried += 1
        assert tried <= 20_000
        return cost(lines)

    monkeypatch.setattr(words_module, "_cost", counted)
    assert "".join(break_by_sense(ENDLESS, 7)) == ENDLESS


def test_the_papers_own_words_stay_whole() -> None:
    assert "沙家浜休养院" in words("去沙家浜休养院参观", ("沙家浜休养院",))
    lines = break_by_sense("组织职工前往沙家浜休养院疗休养", 2, ("沙家浜休养院",))
    assert any("沙家浜休养院" in line for line in lines)


# -- pairs


@pytest.mark.parametrize(
    "lines",
    [("区总工会推动党史学习教育", "走深走实见成效"), ("聚力", "奋楫扬帆新征程建功立业新时代"), ("把实事办到职工心坎上", "区总工会持续推进“我为群众办实事”")],
)
@pytest.mark.parametrize("columns", [5, 6])
def test_a_pair_has_one_measure(lines: tuple[str, str], columns: int, kit: Kit) -> None:
    for pair in equal_pairs(lines, place(1, columns), kit):
        first, second = (display_width(kit.book, (StyledText(line.text, line.type),)) for line in pair.lines)
        sizes = sorted(line.type.size for line in pair.lines)
        assert abs(first - second) <= 1
        assert sizes[1] / sizes[0] <= 1.65 + 1e-9
        assert all(line.type.tracking <= 0.06 * line.type.size + 1e-9 for line in pair.lines)
        assert max(first, second) <= WIDTHS[columns]
        assert tuple(line.text for line in pair.lines) == lines, "in the editor's order"


def test_the_samples_head_is_such_a_pair(kit: Kit) -> None:
    assert list(equal_pairs(("区总工会推动党史学习教育", "走深走实见成效"), place(1, 6), kit))


def test_a_line_too_short_for_a_pair_makes_none(kit: Kit) -> None:
    assert not list(equal_pairs(("聚力", "奋楫扬帆新征程建功立业新时代"), place(1, 6), kit))


# -- room


@pytest.mark.parametrize(("rank", "columns"), PLACES)
@pytest.mark.parametrize("title", [TITLES[0], TITLES[5], ENDLESS, "WWW.ACFTU.ORG.CN", "聚力"])
def test_a_head_never_leaves_its_place(rank: int, columns: int, title: str, kit: Kit) -> None:
    variants = head_variants(article(title), (place(rank, columns),), kit)
    assert variants
    for variant in variants:
        for line in variant.lines:
            assert line.left >= -0.01 and line.left + line.width <= WIDTHS[columns] + 0.01, line.text
            assert line.baseline < variant.rows * LEADING
        assert "".join(main_lines(variant)) == title
        baselines = [line.baseline for line in variant.lines]
        assert baselines == sorted(baselines)


@pytest.mark.parametrize("kind", ["kicker", "deck", "author", "standing_head"])
@pytest.mark.parametrize(("rank", "columns"), PLACES)
def test_what_goes_with_a_head_never_leaves_its_place(kind: str, rank: int, columns: int, kit: Kit) -> None:
    copy = {
        "kicker": "江湾区总工会三年建成48个“15分钟职工服务圈”",
        "deck": "累计服务职工21.4万人次，办结诉求1.3万件，满意率98.6%",
        "author": "本报记者　林知远　何晓蔓",
        "standing_head": "党史学习教育",
    }[kind]
    for variant in head_variants(article("江湾工会", **{kind: copy}), (place(rank, columns),), kit):
        for line in variant.lines:
            assert line.left >= -0.01 and line.left + line.width <= WIDTHS[columns] + 0.01, line.text


@pytest.mark.parametrize("width", [147.0, 309.75, 472.5])
@pytest.mark.parametrize("title", [*TITLES, ENDLESS])
def test_a_briefs_head_never_leaves_its_box(title: str, width: float, kit: Kit) -> None:
    for turn in range(3):
        head, rows = brief_head(title, turn, width, LEADING, kit)
        assert all(line.width <= width + 0.01 for line in head)
        assert head[-1].baseline < rows * LEADING
        assert "".join(line.text for line in head) == title


def test_a_longer_head_is_never_larger(kit: Kit) -> None:
    """The same place, the same rank: more words, smaller or more lines."""
    short, long_ = (head_variants(article(title), (place(2, 3),), kit)[0] for title in ("职工书屋上新", "区总工会为全区职工书屋集中上新一批红色图书"))
    assert (short.size, -len(main_lines(short))) >= (long_.size, -len(main_lines(long_)))


# -- subheads


def subheads(*texts: str, standing_head: str = "") -> Article:
    return replace(article("党史学习教育", standing_head=standing_head), body=tuple(CopyBlock("subhead", text) for text in texts))


def prefix_of(kit: Kit, *texts: str, standing_head: str = "") -> str:
    return common_prefix(texts, standing_head, kit.house.look.subheads)


FOUR = tuple(f"党史学习教育突出一个“{word}”字" for word in "速新实融")


def test_a_common_beginning_becomes_the_small_line_and_the_word_is_red(kit: Kit) -> None:
    prefix = prefix_of(kit, *FOUR, standing_head="党史学习教育")
    assert prefix == "党史学习教育"
    for text, word in zip(FOUR, "速新实融", strict=True):
        small, large = set_subhead(text, prefix, 15.0, kit)
        assert "".join(p.text for p in small.parts) == "党史学习教育"
        assert "".join(p.text for p in large.parts) == f"突出一个“{word}”字"
        assert [p.text for p in large.parts if p.type.ink == "red"] == [word]
        assert small.parts[0].type.size < large.parts[0].type.size and small.baseline < large.baseline


def test_a_common_beginning_ends_with_a_word(kit: Kit) -> None:
    prefix = prefix_of(kit, *FOUR)
    assert prefix and prefix in {"".join(words(FOUR[0])[:n]) for n in range(1, 9)}
    assert all(len(text) - len(prefix) >= 5 for text in FOUR)


@pytest.mark.parametrize(
    "texts", [("先问一声“缺什么”", "一张图看清每一扇门"), ("工会进园区", "工会进楼宇"), ("党史学习教育突出一个“速”字",), ("职工书屋好", "职工书屋多")]
)
def test_without_enough_in_common_a_subhead_stays_whole(texts: tuple[str, ...], kit: Kit) -> None:
    assert prefix_of(kit, *texts) == ""


@pytest.mark.parametrize("text", ["先问一声“缺什么”", "从“坐等上门”到“背包下去”跑出来的信任", ENDLESS[:36], "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"])
@pytest.mark.parametrize("measure", [13.0, 15.0])
def test_a_subhead_never_leaves_its_column(text: str, measure: float, kit: Kit) -> None:
    lines = set_subhead(text, "", measure, kit)
    assert "".join(p.text for line in lines for p in line.parts) == text
    assert all(display_width(kit.book, line.parts) <= measure * 10.5 + 0.01 for line in lines)


@pytest.mark.parametrize("words_", ["速", "实干"])
def test_a_key_word_of_one_or_two_is_red(words_: str, kit: Kit) -> None:
    (line,) = set_subhead(f"突出一个“{words_}”字", "", 15.0, kit)[-1:]
    reds = [p.text for p in line.parts if p.type.ink == "red"]
    assert reds in ([], [words_])


# -- short and long heads (typesetting §7.5)


@pytest.mark.parametrize("title", ["奋进", "送清凉", "劳模风采"])
def test_a_short_head_is_spaced_and_stays_in_its_place(title: str, kit: Kit) -> None:
    variant = head_variants(article(title), (place(2, 3),), kit)[0]
    (line,) = [x for x in variant.lines if x.kind == "headline"]
    assert 0 < line.parts[0].type.tracking <= 1.5 * line.parts[0].type.size and line.width <= WIDTHS[3]


def test_a_head_a_little_too_long_is_condensed_within_the_limit(kit: Kit) -> None:
    stretches = {v.lines[-1].parts[0].type.stretch for n in range(12, 20) for v in head_variants(article("工" * n), (place(2, 3),), kit)}
    assert any(s < 1 for s in stretches) and min(stretches) >= kit.house.look.heads.condensed


def test_a_head_that_leaves_its_rung_says_by_how_much(kit: Kit) -> None:
    capacity = 3 * int(WIDTHS[1] / 18)
    assert all(v.over == 0 for v in head_variants(article("工会职工劳模之家学习"), (place(3, 1),), kit))
    found = head_variants(article("工会" * 20), (place(3, 1),), kit)[0]
    assert found.over >= 40 - capacity - 3


def test_a_title_is_spoken_of_without_its_marks_but_keeps_its_slash() -> None:
    assert article("A//B级/工匠座谈会").name == "A/B级工匠座谈会"
