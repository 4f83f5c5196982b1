"""What becomes of a manuscript. A case is a file: cases/<rule>, the manuscript, `# output`, and what is made of it and said."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperlayout.diag import Origin
from paperlayout.importing.join import join_torn
from paperlayout.importing.split import split_stories
from paperlayout.manuscripts.arrival import ManuscriptLine

from .conftest import HERE, sorted_out, written_down

CASES = sorted((HERE / "cases").iterdir())
OUTPUT = "# output\n"
SEED = HERE.parent / "issue" / "seed.txt"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    given, _, expected = case.read_text(encoding="utf-8").partition(OUTPUT)
    manuscript = tmp_path / f"来稿{case.suffix}"
    manuscript.write_text(given, encoding="utf-8")
    made = written_down(*sorted_out(manuscript))
    if made != expected and pytestconfig.getoption("--accept"):
        case.write_text(given + OUTPUT + made, encoding="utf-8")
    assert made == expected


def test_the_seed_is_sorted_as_an_editor_would() -> None:
    stories, said = sorted_out(SEED)
    assert [s.value("title") for s in stories] == [
        "区总工会推动党史学习教育走深走实见成效", "华亭镇总工会举行劳模座谈学党史", "嘉定镇总工会开展职工休养实事项目", "菊园新区总工会走访调研辖区内企业",
    ]  # fmt: skip
    lead, *briefs = stories
    assert lead.value("standing-head") == "党史学习教育"
    assert [line.text[-3:-1] for line in lead.body if line.text.startswith("## ")] == ["速”", "新”", "实”", "融”"]
    assert [p.caption for p in lead.photos] == ["工匠风采展", "党史定向赛", "健康服务点"]
    assert [b.value("source") for b in briefs] == ["华亭镇总工会", "嘉定镇街道总工会", "菊园新区总工会"]
    assert all(b.value("dateline") == "本报讯" and len(b.body) == 1 for b in briefs)
    assert sum(d.code == "C362" for d in said) == 4
    assert "提供择业与就业指导" in "".join(line.text for line in lead.body)


def test_the_sample_issue_is_what_import_makes_of_the_seed() -> None:
    """The sample was typed by an editor from the same manuscript."""
    sample = (HERE.parents[1] / "issues" / "2021-06" / "issue.yaml").read_text(encoding="utf-8")
    stories, _ = sorted_out(SEED)
    typed = "".join(sample.split())
    assert all("".join(line.text.split()) in typed for story in stories for line in story.body)


# -- never a word changed

PHRASES = st.sampled_from(["职工夜校开课", "教室里坐满了人，", "连走廊上也站着听课的职工。", "本报讯 ", "一、", "“新”字", "记者 张三", "SHOW time ", "2021年6月15日", "！", "/", "（外冈镇总工会）", "▲", "摄影：李四", "标题：", "——", "**", "图为", "嘉定区总工会", "、", "编辑：赵敏", "【头条】", "张　三　李四　王小五", "（外冈镇总工会 张三）", "张三"])
LINES = st.lists(st.builds("".join, st.lists(PHRASES, min_size=1, max_size=7)), min_size=1, max_size=12)
NAMED = Counter("（）()—－-▲△▼◆：:／/ ") + Counter("标题主副引肩眉栏目作者署名来源供稿单位摄影图片照说明注由") + Counter("本报讯")
"""What may go: brackets, dashes, caption marks, labels, a dateline typed twice; each time it is said."""


@example(["本报讯 本报讯 职工夜校开课"], False)
@given(LINES, st.booleans())
def test_no_character_of_copy_is_lost_added_or_moved(texts: list[str], indented: bool) -> None:
    typed = [t.strip() for t in texts if t.strip()]
    lines = tuple(ManuscriptLine(text, Origin("x", i), indented=indented) for i, text in enumerate(typed, 1))
    if not lines:
        return
    healed, _ = join_torn(lines)
    stories, said = split_stories(healed)
    before, after = _copy("".join(typed)), Counter[str]()
    for story in stories:
        after += Counter(_copy("".join([*(v.replace("//", "/") for _, v in story.given), *(_unmarked(line.text) for line in story.body)])))
        after += Counter(_copy("".join(story.asides)))
        after += Counter(_copy("".join(p.caption + p.credit for p in story.photos)))
    assert not after - Counter(before), "nothing is added"
    gone = Counter(before) - after
    assert set(gone) <= set(NAMED), gone
    if gone:
        assert any(word in d.message for d in said for word in ("去掉了", "记作“摄影”")), gone
    body = _copy("".join(_unmarked(line.text) for story in stories for line in story.body))
    assert _is_subsequence(body, before), "the text stands in its order"


def _copy(text: str) -> str:
    return "".join(text.replace("*", "").split())


def _unmarked(text: str) -> str:
    return "" if text.startswith(":::") else re.sub(r"^(?:## |> |- )", "", text)


def _is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in part)


@given(LINES)
def test_healing_moves_no_character(texts: list[str]) -> None:
    typed = [t.strip() for t in texts if t.strip()]
    healed, said = join_torn(tuple(ManuscriptLine(text, Origin("x", i)) for i, text in enumerate(typed, 1)))
    assert _copy("".join(line.text for line in healed)) == _copy("".join(typed))
    assert len(said) == len(typed) - len(healed)
