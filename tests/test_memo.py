"""What a kit, a book or a face remembers is bounded, is its own, and goes with it."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from conftest import ROOT

from paperlayout.memo import Memo, remembered
from paperlayout.pipeline import Timings, arranged, load, make_up, open_kit, pdf
from paperlayout.preview.page_cache import PageCache
from paperlayout.story.evenly import even_legs
from paperlayout.story.measured import Choice, FlowItem


class Owner:
    def __init__(self) -> None:
        self.memo, self.asked = Memo(), list[int]()


@remembered(2, owner=1)
def doubled(number: int, owner: Owner, more: int = 0) -> int:
    owner.asked.append(number)
    return 2 * number + more


def test_an_answer_is_worked_out_once_for_each_owner() -> None:
    first, second = Owner(), Owner()
    assert [doubled(1, first), doubled(1, first), doubled(1, second), doubled(1, first, more=3)] == [2, 2, 2, 5]
    assert (first.asked, second.asked) == ([1, 1], [1])


def test_the_answers_last_in_use_are_kept() -> None:
    owner = Owner()
    for number in (1, 2, 1, 3, 1, 2):
        assert doubled(number, owner) == 2 * number
    assert owner.asked == [1, 2, 3, 2]


@pytest.fixture
def uncollected() -> Iterator[None]:
    """As the command runs: what is held in a circle stays."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("name", ["three-stories", "tall-photo"])
def test_a_kit_goes_with_the_last_who_uses_it(name: str) -> None:
    issue, _ = load(ROOT / "tests" / "pages" / name, Timings())
    kit = open_kit(issue)
    edition = make_up(issue, kit)
    pdf(edition, kit, Timings())
    gone = [weakref.ref(kit), weakref.ref(kit.book), weakref.ref(kit.book.face("song-400"))]
    del kit
    assert edition.pages and [one() for one in gone] == [None, None, None]


@pytest.mark.usefixtures("uncollected")
def test_pages_kept_for_the_preview_let_an_old_kit_go() -> None:
    issue, _ = load(ROOT / "tests" / "pages" / "three-stories", Timings())
    standing, old, new = PageCache(), open_kit(issue), open_kit(issue)
    made = standing.make(issue, 1, old, Timings())
    gone = weakref.ref(old)
    del old
    assert gone() is not None
    assert standing.make(issue, 1, new, Timings()).page == made.page and gone() is None


@pytest.mark.usefixtures("uncollected")
def test_a_page_made_with_a_new_kit_lets_the_old_one_of_all_pages_go() -> None:
    issue, _ = load(ROOT / "tests" / "pages" / "four-pages", Timings())
    standing, old, new = PageCache(), open_kit(issue), open_kit(issue)
    shared = arranged(issue, old).issue
    for number in (2, 4):
        standing.make(shared, number, old, Timings())
    gone = weakref.ref(old)
    del old
    assert gone() is not None
    assert standing.make(shared, 4, new, Timings()) and gone() is None


def test_even_legs_are_remembered_by_the_kit_they_were_set_with() -> None:
    issue, _ = load(ROOT / "tests" / "pages" / "three-stories", Timings())
    first, second = open_kit(issue), open_kit(issue)
    items = (FlowItem("paragraph", (Choice(8, 0.0, 0),)),)
    found = even_legs(items, (0, 0), first)
    assert even_legs(items, (0, 0), first) is found
    assert even_legs(items, (0, 0), second) == found and even_legs(items, (0, 0), second) is not found
