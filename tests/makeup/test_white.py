"""Rows that no copy stands in: what is cut from a story leaves white, never half a subhead or a verse, and so do rows its text does not fill."""

from dataclasses import replace
from math import inf

import pytest
from blocks.bench import flow

from makeup.test_search import copy_of
from paperlayout.compose.body import rows_of
from paperlayout.issue.prices import TextPrices
from paperlayout.plan.block.text_slack import TextSlack, shortened_items
from paperlayout.story.legs import fit_legs

OPENING = "夜校开课那天，教室里坐满了人，连走廊上也站着听课的职工。"
TYPED = {"verse": f"{OPENING}\n:::诗\n一一一\n二二二\n三三三\n四四四\n:::", "subhead": f"{OPENING}\n## 一张课表\n课表是职工自己点的。"}


@pytest.mark.parametrize(
    ("kind", "over", "left"),
    [
        ("verse", 0, ["body", "body", "gap", *["verse"] * 4, "gap"]), ("verse", 1, ["body", "body", *["gap"] * 5]), ("verse", 5, ["body", "body", "gap"]),
        ("verse", 6, ["body", "body"]), ("verse", 7, ["body"]), ("subhead", 0, ["body", "body", "subhead", "subhead", "body"]),
        ("subhead", 1, ["body", "body", "subhead", "subhead"]), ("subhead", 2, ["body", "body", "gap"]), ("subhead", 3, ["body", "body"]),
    ],
)  # fmt: skip
def test_what_is_cut_from_within_a_block_leaves_it_white(kind: str, over: int, left: list[str]) -> None:
    told = flow(TYPED[kind])
    rows = rows_of(told, [item.nominal for item in shortened_items(told.items, over, TextPrices().misfit_per_row)])
    assert [row.kind for row in rows] == left
    assert all(row.source is None and row.line is None for row in rows if row.kind == "gap")


@pytest.mark.parametrize("more", [1, 3])
def test_rows_a_story_does_not_fill_are_white_under_it(more: int) -> None:
    story = replace(copy_of([6]).stories[0], flow=flow(TYPED["subhead"]))
    rows = story.flow.lines + 20 + more
    fit = fit_legs(TextSlack.of(story, "short", rows, TextPrices()).items_for(rows), [rows], inf, TextPrices())
    assert fit is not None
    kinds = [row.kind for row in rows_of(story.flow, fit.picks)]
    assert len(kinds) == rows and kinds[-20 - more :] == ["gap"] * (20 + more) and kinds[0] == "body"
