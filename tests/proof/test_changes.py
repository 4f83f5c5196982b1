"""核红: what counts as changed, where it is marked, and how it is told."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperlayout.geometry import Rect
from paperlayout.press.proof.changes import CopyChange, ProofLine, ProofRecord, ProofStory, StoryPart, copy_changes, dumped, followed, loaded, told

LINE = 10
BODY = "本报讯6月10日，端午前夕，某镇总工会举行座谈会。会上劳模代表畅所欲言，气氛热烈。镇领导听取了发言，并作了总结！"


def story(body: str, id_: str = "a1", title: str = "某镇举行座谈会", **parts: str) -> ProofStory:
    """A story whose body is set ten characters a line."""
    lines = tuple(ProofLine(1, Rect(0, at, 100, at + LINE), at, min(at + LINE, len(body))) for at in range(0, max(1, len(body)), LINE))
    heads = tuple(StoryPart(label, text, (ProofLine(1, Rect(0, -9, 100, 0), 0, len(text)),)) for label, text in parts.items())
    return ProofStory(id_, title, (*heads, StoryPart("正文", body, lines)))


def one(before: str, after: str) -> CopyChange:
    (found,) = copy_changes((story(before),), (story(after),))
    return found


def marked(change: CopyChange) -> list[int]:
    return [line.start // LINE for line in change.lines]


def test_copy_that_did_not_change_is_not_marked_however_it_breaks() -> None:
    moved = replace(story(BODY), parts=tuple(replace(p, lines=tuple(replace(x, page=2, rect=Rect(9, 9, 99, 99)) for x in p.lines)) for p in story(BODY).parts))
    assert copy_changes((story(BODY),), (moved,)) == ()


def test_a_word_put_in_is_marked_where_it_stands_and_nothing_after_it() -> None:
    change = one(BODY, BODY.replace("畅所欲言", "畅所欲言献计献策"))
    assert "【献计献策】" in change.after and "【】" in change.before
    at = BODY.index("畅所欲言") + 4
    assert marked(change) == sorted({at // LINE, (at + 3) // LINE})


def test_a_word_taken_out_is_marked_at_the_line_where_it_stood() -> None:
    change = one(BODY, BODY.replace("，端午前夕", ""))
    assert change.before.endswith("，某镇总工会举行座…") or "【，端午前夕】" in change.before
    assert marked(change) == [0]


def test_a_word_put_right_shows_both() -> None:
    change = one(BODY, BODY.replace("端午", "中秋"))
    assert "【端午】" in change.before and "【中秋】" in change.after and (change.number, change.label) == (1, "正文")


def test_the_last_character_taken_away_is_marked_on_the_last_line() -> None:
    change = one(BODY, BODY[:-1])
    assert marked(change) == [(len(BODY) - 2) // LINE]


def test_heads_captions_and_photos_are_told_by_what_they_are() -> None:
    before = story(BODY, 主题="某镇举行座谈会", 图注="会场", 照片="a.jpg")
    after = story(BODY, 主题="某镇召开座谈会", 图注="会场内外", 照片="b.jpg")
    assert [c.label for c in copy_changes((before,), (after,))] == ["主题", "图注", "换照片"]
    assert [c.label for c in copy_changes((before,), (story(BODY, 主题="某镇举行座谈会"),))] == ["删去图注", "删去照片"]


def test_a_story_keeps_its_past_when_others_come_before_it() -> None:
    """Ids are given by order, so a new first story moves them all."""
    old = (story(BODY, "a1"), story("第二篇的正文没有改。", "a2", "第二篇"))
    new = (story("新来的一篇。", "a1", "头一篇"), story(BODY, "a2"), story("第二篇的正文没有改。", "a3", "第二篇"))
    assert [(c.title, c.label) for c in copy_changes(old, new)] == [("头一篇", "新稿")]


def test_a_story_under_a_new_title_is_the_same_story() -> None:
    (change,) = copy_changes((story(BODY, 主题="旧题"),), (story(BODY, id_="a7", title="新题", 主题="新题"),))
    assert change.label == "主题"


def test_a_story_that_was_taken_out_is_told() -> None:
    (change,) = copy_changes((story(BODY), story("别的一篇。", "a2", "别的")), (story(BODY),))
    assert (change.label, change.title, change.lines) == ("撤稿", "别的", ())


@given(st.lists(st.sampled_from("工会座谈端午前夕。，"), max_size=80), st.lists(st.sampled_from("工会座谈端午前夕。，"), max_size=80))
def test_every_change_is_found_and_its_lines_exist(before: list[str], after: list[str]) -> None:
    old, new = "".join(before), "".join(after)
    found = copy_changes((story(old),), (story(new),))
    assert bool(found) == (old != new)
    for change in found:
        assert change.lines
        assert change.before or change.after


def test_a_long_story_is_compared_in_a_moment() -> None:
    chance = random.Random(2)
    old = "".join(chance.choice("的一是在工会人员上海市区党史学习教育，。") for _ in range(6000))
    new = list(old)
    for _ in range(30):
        new[chance.randrange(len(new))] = "变"
    assert 1 <= len(copy_changes((story(old),), (story("".join(new)),))) <= 30


def test_revisions_count_changes_and_an_unchanged_proof_is_the_same_proof() -> None:
    first = followed(None, (story(BODY),))
    assert (first.revision, first.before) == (1, None)
    again = followed(first, (story(BODY),))
    assert again == first
    second = followed(again, (story(BODY + "完"),))
    assert (second.revision, second.before) == (2, first.now)
    assert followed(second, (story(BODY + "完"),)) == second
    assert followed(second, (story(BODY),), 9).revision == 9


def test_a_record_comes_back_as_it_was_kept() -> None:
    record = followed(followed(None, (story(BODY),)), (story(BODY + "完"),))
    back = loaded(dumped(record))
    assert back is not None
    assert copy_changes(back.before, record.now) == copy_changes(record.before, record.now)
    assert followed(back, record.now).revision == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"format": 9}', b'{"format": 1, "revision": "x", "now": [], "before": null}', b'{"format":1,"revision":1,"now":[3],"before":null}'])
def test_a_record_that_is_none_of_ours_counts_as_none(damage: bytes) -> None:
    assert loaded(damage) is None


def test_the_copy_of_a_page_is_told_whole(sample) -> None:
    """Every line of copy on the page belongs to a part, and no part has more."""
    page = sample[0].pages[0]
    parts = [part for one in told((page,)) for part in one.parts if part.label != "照片"]
    said = sum(len(part.text) for part in parts)
    assert said == sum(len("".join(f.set) or (f.text or "").replace("\n", "")) for f in page.frames if f.kind != "figure" and f.text)
    for part in parts:
        assert part.lines[0].start == 0 and part.lines[-1].end == len(part.text)


def test_record_is_a_value() -> None:
    assert ProofRecord(1, (), None) == ProofRecord(1, (), None)
