"""分版: copy without a page is shared out evenly, pins are kept, companies stay together, and the result does not depend on chance."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from paperlayout.check.contradictions import contradictions
from paperlayout.check.pins import unused_fields
from paperlayout.issue.content import Article, CopyBlock, Issue, PageCopy, Photo, Text
from paperlayout.issue.house import BROADSHEET
from paperlayout.issue.placing import Placing
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.photo.open import PhotoFacts
from paperlayout.plan.assign.allot import allotted, capacity

FACTS = PhotoFacts(1500, 1000, "RGB", "JPEG")
PHOTO = Path("p.jpg")


def article(number: int, chars: int, photos: int = 0, **pins: object) -> Article:
    body = tuple(CopyBlock("paragraph", "文" * 100) for _ in range(max(1, chars // 100)))
    standing = Text(str(pins.pop("standing", "")))
    return Article(
        id=f"a{number}", title=Text(f"第{number}篇"), body=body, standing_head=standing, placing=Placing(**pins),  # type: ignore[arg-type]
        photos=tuple(Photo(id=f"p{number}{n}", file=PHOTO) for n in range(photos)),
    )  # fmt: skip


def issue(articles: Sequence[Article], lead: int = 1, briefs: tuple[Briefs, ...] = (), count: int | None = None) -> Issue:
    loose = PageCopy(lead=tuple(articles[:lead]), articles=tuple(articles[lead:]), others=briefs, loose=True)
    return Issue(Path("issue.yaml"), BROADSHEET, datetime.date(2021, 6, 15), pages=(loose,), page_count=count)


def shared(given_issue: Issue) -> tuple[PageCopy, ...]:
    return allotted(given_issue, {PHOTO: FACTS}).pages


def ids(page: PageCopy) -> list[str]:
    return [a.id for a in (*page.lead, *page.articles)]


def rows(page: PageCopy) -> int:
    return sum(9 * len(a.body) for a in (*page.lead, *page.articles))


FOUR = [article(0, 1600, 2), *(article(n, 300 + 100 * (n % 7), n % 3 == 0) for n in range(1, 30))]


def test_four_pages_are_about_as_full() -> None:
    plain = [article(n, 300 + 100 * (n % 9)) for n in range(40)]
    pages = shared(issue(plain, lead=0, count=4))
    assert len(pages) == 4
    assert sorted(name for page in pages for name in ids(page)) == sorted(a.id for a in plain)
    loads = [rows(page) / capacity(BROADSHEET, n) for n, page in enumerate(pages, 1)]
    assert max(loads) - min(loads) < 0.08


def test_the_lead_opens_the_front_page_and_the_order_is_roughly_the_editors() -> None:
    pages = shared(issue(FOUR))
    assert ids(pages[0])[0] == "a0"
    at = {name: n for n, page in enumerate(pages) for name in ids(page)}
    assert sum(at[f"a{n}"] for n in range(1, 11)) < sum(at[f"a{n}"] for n in range(20, 30))


def test_pins_are_kept() -> None:
    pinned = [*FOUR[:5], article(5, 400, page=3), *FOUR[6:]]
    assert "a5" in ids(shared(issue(pinned))[2])


def test_what_must_stand_together_does() -> None:
    marked = [article(n, 500, together=True) if n in (3, 17, 26) else a for n, a in enumerate(FOUR)]
    pages = shared(issue(marked))
    assert len({n for n, page in enumerate(pages) for name in ids(page) if name in ("a3", "a17", "a26")}) == 1


def at(pages: Sequence[PageCopy]) -> dict[str, int]:
    """The page of every article, brief box and photo by its name."""
    return {item.id: n for n, page in enumerate(pages, 1) for item in (*page.lead, *page.articles, *page.of(Briefs), *page.photos)}


def test_what_must_stand_together_does_however_far_apart_it_was_written() -> None:
    """Two stories pull the others, and a box of briefs, to one page, though no single move would."""
    for marked in ((1, 29), (0, 13, 28), (5, 6, 25, 27)):
        copy = [article(n, 700, together=True) if n in marked else a for n, a in enumerate(FOUR)]
        boxes = (Briefs(items=(article(100, 200),), id="briefs1", placing=Placing(together=True)), Briefs(items=(article(101, 200),), id="briefs2"))
        where = at(shared(issue(copy, briefs=boxes)))
        assert len({where[f"a{n}"] for n in marked} | {where["briefs1"]}) == 1


def test_together_goes_to_the_page_one_of_them_is_pinned_to() -> None:
    copy = [article(n, 500, together=True) if n in (3, 17) else article(n, 500, together=True, page=3) if n == 26 else a for n, a in enumerate(FOUR)]
    where = at(shared(issue(copy)))
    assert {where["a3"], where["a17"], where["a26"]} == {3}


def test_a_story_that_goes_with_another_stands_on_its_page() -> None:
    for target, pins in (("a0", {}), ("a14", {}), ("a14", {"page": 4})):
        n = int(target[1:])
        copy = [replace(a, placing=Placing(**pins)) if i == n else article(i, 400, beside=target) if i in (2, 27) else a for i, a in enumerate(FOUR)]
        where = at(shared(issue(copy, count=4)))
        assert where["a2"] == where["a27"] == where[target] and where[target] == pins.get("page", where[target])


def test_a_story_goes_with_one_on_a_named_page() -> None:
    named = PageCopy(name=Text("副刊"), articles=(article(90, 1500),))
    loose = PageCopy(lead=(FOUR[0],), articles=(*FOUR[1:7], article(50, 300, beside="a90")), loose=True)
    whole = Issue(Path("issue.yaml"), BROADSHEET, datetime.date(2021, 6, 15), pages=(loose, PageCopy(name=Text("要闻")), named))
    assert at(shared(whole))["a50"] == 2


def test_what_is_pinned_apart_stays_apart_and_is_told() -> None:
    copy = [article(n, 500, together=True, page=n // 10 + 1) if n in (3, 17) else a for n, a in enumerate(FOUR)]
    sent = allotted(issue(copy, count=4), {PHOTO: FACTS})
    assert (at(sent.pages)["a3"], at(sent.pages)["a17"]) == (1, 2)
    assert [d.code for d in contradictions(sent)] == ["S408"]


def test_two_stories_for_one_place_stand_on_two_pages() -> None:
    copy = [article(n, 500, position="top-left") if n in (3, 4, 5) else article(n, 500, position="lead") if n == 6 else a for n, a in enumerate(FOUR)]
    sent = allotted(issue(copy, count=5), {PHOTO: FACTS})
    assert len({at(sent.pages)[f"a{n}"] for n in (0, 3, 4, 5, 6)}) == 5
    assert not list(contradictions(sent)) and ids(sent.pages[at(sent.pages)["a6"] - 1])[0] == "a6"


def test_no_photo_is_lost_and_each_goes_where_it_belongs() -> None:
    """Photos written apart from the stories: with the lead, with the story they name, on the page they name."""
    photos = (Photo(id="x1", file=PHOTO), Photo(id="x2", file=PHOTO, placing=Placing(beside="a20")), Photo(id="x3", file=PHOTO, placing=Placing(page=3)), Photo(id="x4", file=PHOTO, title=Text("图")))
    given_issue = issue(FOUR, count=4)
    whole = replace(given_issue, pages=(replace(given_issue.pages[0], photos=photos),))
    sent = allotted(whole, {PHOTO: FACTS})
    where = at(sent.pages)
    assert (where["x1"], where["x2"], where["x3"]) == (where["a0"], where["a20"], 3) and "x4" in where
    assert [p.placing.beside for page in sent.pages for p in page.photos if p.id == "x1"] == ["a0"]
    assert not [d for d in unused_fields(sent) if d.code == "S401"]


def test_a_column_is_not_torn() -> None:
    columned = [article(n, 500, standing="职工书屋") if n in (8, 9, 12) else a for n, a in enumerate(FOUR)]
    pages = shared(issue(columned))
    assert len({n for n, page in enumerate(pages) for name in ids(page) if name in ("a8", "a9", "a12")}) == 1


def test_little_copy_stays_on_one_page() -> None:
    pages = shared(issue([article(n, 600) for n in range(5)]))
    assert len(pages) == 1 and not pages[0].loose


def test_so_many_pages_as_are_asked_for() -> None:
    assert len(shared(issue(FOUR, count=6))) == 6


def test_named_pages_keep_their_copy_and_take_the_rest() -> None:
    named = PageCopy(name=Text("副刊"), articles=(article(90, 1500),))
    loose = PageCopy(lead=(FOUR[0],), articles=tuple(FOUR[1:8]), loose=True)
    whole = Issue(Path("issue.yaml"), BROADSHEET, datetime.date(2021, 6, 15), pages=(loose, PageCopy(name=Text("要闻")), named))
    first, second = shared(whole)
    assert (first.name.value, second.name.value) == ("要闻", "副刊")
    assert "a90" in ids(second) and ids(first)[0] == "a0"
    assert len(ids(first)) + len(ids(second)) == 9


@given(st.lists(st.integers(100, 1500), min_size=1, max_size=24), st.integers(0, 3))
def test_nothing_is_lost_and_nothing_twice(lengths: list[int], boxes: int) -> None:
    articles = [article(n, chars, n % 4 == 0) for n, chars in enumerate(lengths)]
    briefs = tuple(Briefs(items=(article(100 + n, 120),), id=f"briefs{n}") for n in range(boxes))
    pages = shared(issue(articles, briefs=briefs))
    assert sorted(name for page in pages for name in ids(page)) == sorted(a.id for a in articles)
    assert sorted(b.id for page in pages for b in page.of(Briefs)) == sorted(b.id for b in briefs)
    assert shared(issue(articles, briefs=briefs)) == pages
