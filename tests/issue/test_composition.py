"""排字 in paper.yaml: every option reaches composing, wrong values are told with what was meant."""

import pytest

from paperlayout.issue import fields
from paperlayout.issue.house import BROADSHEET, CompositionStyle
from paperlayout.kit import Kit
from paperlayout.text.composition import Composition, Penalties

UNIT = CompositionStyle().number_unit
ISSUE = "日期: 2021-06-15\n头条: {标题: 甲, 正文: 甲。}\n"
WRITTEN = {
    "标点: 开明": {"style": "kaiming"},
    "避头尾: 严格": {"level": "strict"},
    "避头尾: 网页宽松": {"level": "css-loose"},
    "中西间距: 0.15": {"latin_gap": 0.15, "latin_gap_max": 0.2},
    "数字间距: 0.125": {"digit_gap": 0.125},
    "数量不拆: 否": {"penalties": Penalties(number_unit=60)},
    "日期不拆: 是": {"penalties": Penalties(number_unit=UNIT, date=10)},
    "行首标点: 整字": {"line_start": "full"},
    "段首标点: 整字": {"paragraph_start": "full"},
    "行末标点: 可整可半": {"line_end": "allow"},
    "标点悬挂: 是": {"hang": True},
    "连号紧排: 是": {"tight": True},
    "句号可挤: 否": {"squeeze_stops": False},
    "挤压留白: 0.25字": {"soft_floor": 0.25},
    "字距可紧: 0": {"rescue": 0.0},
    "口号空格: 1": {"slogan_space": 1.0},
    "省略号居行首: 否": {"ellipsis_start": False},
    "松紧相近: 是": {"penalties": Penalties(number_unit=UNIT, contrast=40)},
    "稿纸格: 是": {"grid": True},
}


def composition(load, line: str) -> Composition:  # type: ignore[no-untyped-def]
    house = load(ISSUE, f"排字:\n  {line}\n" if line else "# 空\n").issue.house
    return Kit(house, None, {}).composition  # type: ignore[arg-type]


def test_the_built_in_rules_are_the_standards() -> None:
    assert Kit(BROADSHEET, None, {}).composition == Composition(penalties=Penalties(number_unit=UNIT))  # type: ignore[arg-type]


@pytest.mark.parametrize("line", WRITTEN)
def test_an_option_reaches_composing(load, line: str) -> None:  # type: ignore[no-untyped-def]
    found = composition(load, line)
    for name, wanted in WRITTEN[line].items():
        assert getattr(found, name) == (pytest.approx(wanted) if isinstance(wanted, float) else wanted)
    assert found != composition(load, "")


def test_every_option_of_the_table_is_tried() -> None:
    assert {line.partition(":")[0] for line in WRITTEN} == {field.chinese for field in fields.COMPOSITION.fields}


def test_every_option_of_the_house_reaches_composing(load) -> None:  # type: ignore[no-untyped-def]
    assert len(CompositionStyle.__slots__) == len(fields.COMPOSITION.fields)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("line", "said"), [
    ("行末标点: 可半", "可整可半"),
    ("挤压留白: 2", "0 到 0.5"),
    ("字距可紧: 很紧", "0 到 0.1"),
    ("标点悬掛: 是", "标点悬挂"),
    ("稿纸格: 也许", "是"),
])  # fmt: skip
def test_what_was_meant_is_told(faults, line: str, said: str) -> None:  # type: ignore[no-untyped-def]
    found = faults(ISSUE, f"排字:\n  {line}\n")
    assert any(said in one.message + one.hint for one in found), [(one.code, one.message, one.hint) for one in found]
    assert found[0].origin.line == 2
