"""转版: a story on two pages is still one story: nothing lost, nothing twice, jump lines that agree, enough of it on either page."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makeup.invariants import RULES, text_begins_under_its_head
from makeup.pages import Made, article_copy, edition
from makeup.test_edits import bare
from paperlayout.compose.body import rows_of
from paperlayout.diag import Diagnostic, Severity
from paperlayout.draw.tags import MarkedContent, reading
from paperlayout.edition import Edition, layout
from paperlayout.issue.content import Article, CopyBlock, InlineMark, Issue, Photo, Text
from paperlayout.pipeline import Timings, arranged, kept_of, make_up
from paperlayout.plan.kept_layout import NOTHING_KEPT, BadKept, KeptLayout, KeptPage, item_names, kept_layout_of, kept_layout_text
from paperlayout.plan.tree import ItemTree, standings, topology
from paperlayout.press.proof.changes import told as told_copy
from paperlayout.press.threads import threads
from paperlayout.story.body import measure_body
from paperlayout.story.jump import LEAST_LINES, cut_in_two, cuts

MORE = "区总工会组织职工代表走进车间班组，听取一线职工的意见和建议，逐条登记、逐件办理，并在一周之内当面答复。"


def four() -> Issue:
    """Four pages as written; nothing jumps."""
    return edition("four-pages")[0].issue


def sent(to: int | bool | None, number: int = 1, **changes: Any) -> Issue:
    """The same with the lead of a page sent on."""
    issue = four()
    page = issue.pages[number - 1]
    lead = replace(page.lead[0], placing=replace(page.lead[0].placing, jump=to), **changes)
    pages = list(issue.pages)
    pages[number - 1] = replace(page, lead=(lead, *page.lead[1:]))
    return replace(issue, pages=tuple(pages))


@cache
def jumped() -> tuple[Issue, Edition]:
    """The front page's lead sent on to page 3, where another lead stands."""
    issue = sent(3, source=Text("区总工会"), end_note=Text("清凉要送到人，也要送到权益。"))
    return issue, make_up(issue, edition("four-pages")[1], chosen=(1, 3))


def pages() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = layout(jumped()[1])["pages"]
    return found


def told(page: dict[str, Any], story: str) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in page["stories"] if s["id"] == story)
    return found


def errors(made: Edition) -> list[Diagnostic]:
    return [d for d in made.diagnostics if d.severity is Severity.ERROR]


# -- on the pages


def test_frames_joined_over_the_pages_are_the_story() -> None:
    lead = jumped()[0].pages[0].lead[0]
    photos = jumped()[0].pages[0].photos
    copy = "".join(f["text"] for page in pages() for f in page["frames"] if f.get("story") == lead.id and f["copy"])
    head, _, rest = bare(copy).partition(bare(lead.body[0].text))
    assert head == bare(article_copy(replace(lead, body=(), source=Text(""), end_note=Text("")), ""))
    body = bare("".join(f["text"] for page in pages() for f in page["frames"] if f.get("story") == lead.id and f["copy"] and f["kind"] in ("body", "subhead", "end_note")))
    assert body == bare("".join(b.text for b in lead.body) + "（区总工会）编后：清凉要送到人，也要送到权益。")
    captions = [p.caption.value for p in (*lead.photos, *photos)]
    assert all(copy.count(caption) == 1 for caption in captions) and rest


def test_both_pages_are_full_and_sound() -> None:
    assert errors(jumped()[1]) == []
    hard = [rule for rule in RULES if rule is not text_begins_under_its_head]  # a lead may have its photo there, at a price (L342)
    for page in pages():
        assert {rule.__name__: list(rule(page)) for rule in hard} == {rule.__name__: [] for rule in hard}
    story, page = jumped()[0].pages[0].lead[0].id, pages()[1]
    head, line = (next(f for f in page["frames"] if f["kind"] == kind and f.get("story") == story) for kind in ("headline", "jump_line"))
    assert line["cells"][:2] == [head["cells"][0], head["cells"][1] + head["cells"][3]]


def test_each_page_says_where_the_other_part_stands() -> None:
    first, third = pages()
    story = jumped()[0].pages[0].lead[0].id
    assert [(told(p, story)["jump_to"], told(p, story)["jump_from"]) for p in (first, third)] == [(3, None), (None, 1)]
    for page, text, at in ((first, "（下转第3版）", -1), (third, "（上接第1版）", 0)):
        (line,) = [f for f in page["frames"] if f["kind"] == "jump_line"]
        assert (line["text"], line["set"], line["copy"], line["story"]) == (text, [text], False, story)
        running = [f for f in page["frames"] if f.get("story") == story and f["kind"] in ("body", "subhead", "end_note", "jump_line")]
        assert running[at] is line


def test_the_line_that_leads_on_stands_at_the_right() -> None:
    page = jumped()[1].pages[0]
    line = next(f for f in page.frames if f.kind == "jump_line")
    (run, *_), last = [i for i in line.items if hasattr(i, "glyphs")], [i for i in line.items if hasattr(i, "glyphs")][-1]
    assert run.face.startswith("kai") and run.at.x > line.rect.x0 + line.rect.width / 4
    assert line.rect.x1 - (last.at.x + last.glyphs[-1].x + last.size) < 1.0


def test_lines_are_counted_on_over_the_pages() -> None:
    story = jumped()[0].pages[0].lead[0].id
    first, rest = (told(page, story) for page in pages())
    assert first["part"] == [0, first["lines"]] and rest["part"] == [first["lines"], first["lines"] + rest["lines"]]
    assert first["chars"] + rest["chars"] == sum(len(b.text) for b in jumped()[0].pages[0].lead[0].body)
    assert min(first["lines"], rest["lines"]) >= LEAST_LINES
    assert (first["rank"], rest["rank"]) == (1, 3)


def test_the_head_is_repeated_smaller_and_is_no_copy() -> None:
    story = jumped()[0].pages[0].lead[0]
    heads = [next(f for f in page["frames"] if f["kind"] == "headline" and f["story"] == story.id) for page in pages()]
    assert [h["copy"] for h in heads] == [True, False] and {h["text"] for h in heads} == {story.name}
    assert heads[1]["size"] < heads[0]["size"] / 2 and heads[1]["lines"] <= 3
    assert not [f for f in pages()[1]["frames"] if f.get("story") == story.id and f["kind"] in ("kicker", "deck", "byline", "standing_head", "figure")]


def test_page_two_is_as_it_was() -> None:
    assert arranged(jumped()[0], edition("four-pages")[1]).issue.pages[1] == four().pages[1]


def test_what_was_cut_is_not_cut_again() -> None:
    once = arranged(jumped()[0], edition("four-pages")[1])
    assert once.issue != once.whole and arranged(once.issue, edition("four-pages")[1]).issue == once.issue


def test_subheads_stand_alike_on_both_pages() -> None:
    """The small line they have in common is found in all of them, not in those of a part."""
    kit = edition("four-pages")[1]
    paragraph = CopyBlock("paragraph", MORE * 4)
    heads = [CopyBlock("subhead", f"党史学习教育突出一个“{word}”字见真章") for word in "速实深"]
    body = tuple(block for head in heads for block in (paragraph, head, paragraph))
    article = Article(id="a", title=Text("一"), standing_head=Text("党史学习教育"), body=body)
    parts = cut_in_two(article, 7, 1, 2)
    set_heads = [[[p.text for p in line.parts] for line in b.subhead] for part in (parts.first, parts.rest) for b in measure_body(part, 15, kit).blocks if b.subhead]
    whole = [[[p.text for p in line.parts] for line in b.subhead] for b in measure_body(article, 15, kit).blocks if b.subhead]
    assert set_heads == whole and all(len(lines) == 2 for lines in whole)


def test_a_jumped_story_is_read_as_one_and_its_head_once() -> None:
    """Tagged PDF, article threads and the account of changes take both parts for one story."""
    lead = jumped()[0].pages[0].lead[0]
    both = jumped()[1].pages
    (article,) = [e for e in reading(both).document.kids if not isinstance(e, MarkedContent) and e.role == "Art" and e.title == lead.name]
    assert [e.role for e in article.kids if not isinstance(e, MarkedContent)].count("H2") == 1
    (thread,) = [t for t in threads(both) if t.title == lead.name]
    assert {bead.page for bead in thread.beads} == {0, 1}
    (story,) = [s for s in told_copy(both) if s.id == lead.id]
    assert [part.label for part in story.parts].count("主题") == 1
    assert bare(next(p.text for p in story.parts if p.label == "正文")).startswith(bare("".join(b.text for b in lead.body)))


def test_the_edition_has_its_stories_whole() -> None:
    """What export and preview read: every story once."""
    assert jumped()[1].issue == jumped()[0]


def test_a_story_stays_cut_where_it_was_while_that_is_nearly_as_good() -> None:
    kit = edition("four-pages")[1]
    (best,) = arranged(jumped()[0], kit).jumped
    lead = jumped()[0].pages[0].lead[0]
    ends = [sum(len(b.text) for b in lead.body[:n]) for n in range(len(lead.body) + 1)]
    at = ends.index(best.chars)
    (near, *_) = [n for n in (at - 1, at + 1) if lead.body[n - 1].kind != "subhead"]
    for before, chars in ((near, ends[near]), (2, best.chars)):
        page = KeptPage(1, 90, (), ItemTree(6, 80, 0), 0.0, cuts=((lead.id, before),))
        (found,) = arranged(jumped()[0], kit, KeptLayout((page,))).jumped
        assert found.chars == chars


def test_a_kept_make_up_refits_and_its_story_still_jumps() -> None:
    issue, made = jumped()
    kit = edition("four-pages")[1]
    kept = kept_layout_of(kept_layout_text(kept_of(made)))
    assert kept == kept_of(made) and list(kept.cuts) == [issue.pages[0].lead[0].id]
    with pytest.raises(BadKept):
        kept_layout_of(kept_layout_text(kept).replace('"cuts": {', '"cuts": 1, "else": {'))
    again = make_up(issue, kit, chosen=(1, 3), kept=kept)
    assert again.pages == made.pages
    lead = issue.pages[0].lead[0]
    body = (replace(lead.body[0], text=lead.body[0].text + "各项措施已经到位。"), *lead.body[1:])
    edited = replace(issue, pages=(replace(issue.pages[0], lead=(replace(lead, body=body),)), *issue.pages[1:]))
    after = make_up(edited, kit, chosen=(1, 3), kept=kept)
    shapes = [[topology(p.tree) if p.tree else None for p in e.plans] for e in (made, after)]
    assert shapes[0] == shapes[1] and errors(after) == []
    assert [item_names(f.copy) for f in after.fitted] == [item_names(f.copy) for f in made.fitted]
    assert all(p.tree and len(list(standings(p.tree))) == len(item_names(f.copy)) for p, f in zip(after.plans, after.fitted, strict=True))


# -- every place where a story may be cut

KINDS = st.sampled_from(["paragraph"] * 6 + ["subhead", "quote", "list", "verse", "table", "break"])


@st.composite
def bodies(draw: st.DrawFn) -> tuple[CopyBlock, ...]:
    blocks = []
    for n, kind in enumerate(draw(st.lists(KINDS, min_size=2, max_size=14))):
        match kind:
            case "subhead":
                text = f"第{n}件事怎么办"
            case "verse":
                text = "春风又绿江南岸\n明月何时照我还"
            case "table":
                text = "项目\t数\n一\t1\n二\t2"
            case "break":
                text = ""
            case _:
                text = (MORE * 4)[: draw(st.integers(5, 180))] + draw(st.sampled_from(["。", "：", "？"]))
        blocks.append(CopyBlock(kind, text))  # type: ignore[arg-type]
    return tuple(blocks)


def running_text(article: Article) -> str:
    """The copy of a story's body as it is set, without jump lines."""
    flow = measure_body(article, 15, edition("four-pages")[1])
    rows = rows_of(flow, [item.nominal for item in flow.items])
    lines = [row.line.text for row in rows if row.line and row.kind != "jump_line"]
    heads = {id(row.source): "".join(p.text for line in row.source.subhead for p in line.parts) for row in rows if row.source and row.source.subhead}
    return "".join(sorted(bare("".join(lines)) + "".join(heads.values())))


@settings(max_examples=40, deadline=None)
@given(bodies(), st.booleans(), st.integers(1, 3))
def test_nothing_is_lost_wherever_a_story_is_cut(body: tuple[CopyBlock, ...], signed: bool, here: int) -> None:
    article = Article(id="a", title=Text("一/二"), author=Text("某某"), dateline=Text("本报讯"), source=Text("某单位") if signed else Text(""), body=body, end_note=Text("编后一句。"))
    kit = edition("four-pages")[1]
    whole = measure_body(article, 15, kit)
    for cut in cuts(article, whole):
        parts = cut_in_two(article, cut.blocks, here, here + 1)
        first, rest = parts.first, parts.rest
        assert first.body + rest.body == body and first.id == rest.id
        assert first.body[-1].kind not in ("subhead", "break") and rest.body[0].kind != "break" and not first.body[-1].text.endswith("：")
        assert sorted(running_text(first) + running_text(rest)) == sorted(running_text(article))
        for part in (first, rest):
            flow = measure_body(part, 15, kit)
            own = [i for i, b in zip(flow.items, flow.blocks, strict=True) if b.block in part.body]
            assert sum(min(c.set_lines for c in item.choices) for item in own) >= LEAST_LINES
        assert measure_body(first, 15, kit).blocks[-1].block.text == f"（下转第{here + 1}版）"
        assert measure_body(rest, 15, kit).blocks[0].block.text == f"（上接第{here}版）"


def test_the_same_copy_read_again_is_cut_at_the_same_places() -> None:
    """What was measured is found again by what the copy says, and where it was written may be another line by then."""
    kit = edition("four-pages")[1]
    body = [("table", "项目\t数\n一\t1"), *(("paragraph", f"{n}{MORE * 3}") for n in range(6)), ("paragraph", MORE[:20])]
    first, again = (Article(id="a", title=Text("一"), dateline=Text("本报讯"), body=tuple(CopyBlock(kind, text) for kind, text in body)) for _ in range(2))
    assert list(cuts(first, measure_body(first, 15, kit))) == list(cuts(again, measure_body(first, 15, kit)))


def test_photos_go_where_the_editor_puts_them() -> None:
    lead = four().pages[0].lead[0]
    there, here = (Photo(id=f"p{n}", file=lead.photos[0].file if lead.photos else four().pages[0].photos[0].file, placing=replace(lead.placing, page=n)) for n in (3, 1))
    parts = cut_in_two(replace(lead, photos=(there, here)), 5, 1, 3)
    assert (parts.first.photos, parts.rest.photos) == ((here,), (there,))


def test_a_head_of_three_lines_is_repeated_in_two_at_most() -> None:
    lead = replace(four().pages[0].lead[0], title=Text("一二三/四五//六/七八九"))
    assert cut_in_two(lead, 5, 1, 3).rest.name == lead.name == "一二三四五/六七八九"
    assert re.sub("//", "", cut_in_two(lead, 5, 1, 3).rest.title.value).count("/") == 0


# -- what cannot be


@pytest.mark.parametrize(
    ("to", "number", "changes", "words"),
    [
        (9, 1, {}, "只有 4 版"), (1, 1, {}, "已经在第 1 版"), (1, 2, {}, "只能往后转"),
        (3, 1, {"body": (CopyBlock("paragraph", MORE),)}, "太短"), (3, 1, {"body": (CopyBlock("paragraph", MORE * 9), CopyBlock("paragraph", MORE))}, "没有一处段末"),
    ],
)  # fmt: skip
def test_a_jump_that_cannot_be_is_told_with_its_reason(to: int, number: int, changes: dict[str, Any], words: str) -> None:
    from paperlayout.check.jumps import told_jumps

    issue = sent(to, number, **changes)
    found = arranged(issue, edition("four-pages")[1])
    (said,) = told_jumps(found)
    assert (said.code, said.severity, said.page, said.story) == ("S414", Severity.WARNING, number, issue.pages[number - 1].lead[0].id)
    assert words in said.message and said.hint
    assert found.issue == issue, "the story stays whole"


def test_a_page_without_stories_takes_no_jump() -> None:
    issue = sent(3)
    bare_page = replace(issue.pages[2], lead=(), articles=())
    found = arranged(replace(issue, pages=(*issue.pages[:2], bare_page, issue.pages[3])), edition("four-pages")[1])
    assert [r.reason for r in found.refused] == ["empty"]


@pytest.mark.parametrize("pins", [{"style": "boxed"}, {"style": "tinted"}, {"columns": 3, "legs": 2}, {"position": "ear"}])
def test_stories_in_blocks_of_their_own_stay_whole(pins: dict[str, Any]) -> None:
    issue = four()
    own = issue.pages[0].articles[1]
    articles = tuple(replace(a, placing=replace(a.placing, jump=3, **pins)) if a is own else a for a in issue.pages[0].articles)
    found = arranged(replace(issue, pages=(replace(issue.pages[0], articles=articles), *issue.pages[1:])), edition("four-pages")[1])
    assert [r.reason for r in found.refused] == ["box"]


# -- by itself


def overlong(by: int, jump: int | bool | None = None) -> Issue:
    """Page 1 with a lead longer by so many paragraphs, and page 3, which has room."""
    issue = sent(jump, body=(*four().pages[0].lead[0].body, *(CopyBlock("paragraph", MORE * 2) for _ in range(by))))
    return replace(issue, pages=(issue.pages[0], issue.pages[2]))


def test_a_lead_far_too_long_goes_on_where_there_is_room() -> None:
    kit = edition("four-pages")[1]
    found = arranged(overlong(30), kit)
    (one,) = found.jumped
    assert (one.page, one.to, one.automatic) == (1, 2, True)
    assert arranged(overlong(30, jump=False), kit).jumped == ()
    assert arranged(four(), kit).jumped == ()


def test_a_lead_that_turns_out_too_long_goes_on_and_is_told() -> None:
    kit = edition("four-pages")[1]
    issue = overlong(OVER)
    assert arranged(issue, kit).jumped == (), "the load alone does not tell"
    made = make_up(issue, kit)
    assert errors(made) == []
    (said,) = [d for d in made.diagnostics if d.code == "S413"]
    assert (said.page, said.severity) == (1, Severity.NOTE) and "第 2 版" in said.message and "转版: 否" in said.hint
    whole = Made(made, kit)
    assert any(s["jump_to"] == 2 for s in whole.json["stories"])
    (kept,) = arranged(issue, kit, kept_of(made)).jumped
    assert (kept.chars, kept.to) == (told(whole.json, issue.pages[0].lead[0].id)["chars"], 2), "what was kept is not found out again"
    assert arranged(overlong(0, jump=False), kit, kept_of(made)).jumped == ()


OVER = 16
"""Paragraphs more than the page takes."""


def test_a_forbidden_jump_is_an_overset() -> None:
    made = make_up(overlong(OVER, jump=False), edition("four-pages")[1], Timings(), (1,), kept=NOTHING_KEPT)
    assert [d.code for d in errors(made)] == ["L201"]


def test_a_jump_does_not_part_a_question_from_its_answer() -> None:
    kit, question = edition("four-pages")[1], "问：气温到多少度，室外就该停工？"
    asked = CopyBlock("paragraph", question, marks=(InlineMark(0, len(question), "strong"),))
    article = Article(id="a", title=Text("题"), body=tuple(block for _ in range(3) for block in (asked, CopyBlock("paragraph", MORE * 4))))
    found = [cut.blocks for cut in cuts(article, measure_body(article, 15, kit))]
    assert found == [2, 4], "only after an answer"
