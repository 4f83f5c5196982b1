"""Prints kept on disk: the same as fresh ones, made anew whenever anything differs, never trusted when damaged, never too many."""

import os
from pathlib import Path

import pytest
from samples import WHOLE, photo, saved

from paperlayout.geometry import Rect
from paperlayout.page import Picture
from paperlayout.photo import pixels as developing
from paperlayout.photo.image_cache import ImageCache
from paperlayout.photo.pixels import Darkroom
from paperlayout.photo.recipe import USUAL, Recipe

BOX = Rect(0, 0, 72, 72)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The photos really developed."""
    done: list[str] = []
    real = developing.pixels

    def counted(file, *how):
        done.append(file.name)
        return real(file, *how)

    monkeypatch.setattr(developing, "pixels", counted)
    return done


def darkroom(tmp_path: Path, recipe: Recipe = USUAL, most: int = 10**9) -> Darkroom:
    image_cache = ImageCache(tmp_path / "build" / ".cache" / "photos", most)
    return Darkroom(tmp_path, recipe.profile, recipe.ppi, recipe.ink_limit, recipe.gray, image_cache)


def test_the_second_run_takes_the_print_from_the_shelf(tmp_path: Path, work: list[str]) -> None:
    saved(photo(), tmp_path / "a.jpg")
    picture = Picture(BOX, "a.jpg", WHOLE, "")
    fresh = Darkroom(tmp_path).develop(picture)
    assert darkroom(tmp_path).develop(picture) == fresh
    assert darkroom(tmp_path).develop(picture) == fresh
    assert len(work) == 2


def test_anything_that_makes_a_difference_makes_a_new_print(tmp_path: Path, work: list[str]) -> None:
    saved(photo(), tmp_path / "a.jpg")
    for picture, recipe in (
        (Picture(BOX, "a.jpg", WHOLE, ""), Recipe()),
        (Picture(BOX, "a.jpg", Rect(0, 0, 1, 0.9), ""), Recipe()),
        (Picture(Rect(0, 0, 72, 73), "a.jpg", WHOLE, ""), Recipe()),
        (Picture(BOX, "a.jpg", WHOLE, ""), Recipe(ppi=200)),
        (Picture(BOX, "a.jpg", WHOLE, ""), Recipe(gray=True)),
        (Picture(BOX, "a.jpg", WHOLE, ""), Recipe(ink_limit=220)),
        (Picture(BOX, "a.jpg", WHOLE, ""), Recipe(profile=Recipe().profile.with_name("newsprint_tr002_220.icc"))),
    ):
        darkroom(tmp_path, recipe).develop(picture)
    saved(photo().rotate(180), tmp_path / "a.jpg")
    darkroom(tmp_path).develop(Picture(BOX, "a.jpg", WHOLE, ""))
    assert len(work) == 8


def test_the_same_photo_under_another_name_or_date_is_no_other_photo(tmp_path: Path, work: list[str]) -> None:
    saved(photo(), tmp_path / "a.jpg")
    saved(photo(), tmp_path / "b.jpg")
    os.utime(tmp_path / "b.jpg", (1, 1))
    prints = [darkroom(tmp_path).develop(Picture(BOX, name, WHOLE, "")) for name in ("a.jpg", "b.jpg")]
    assert prints[0] == prints[1]
    assert work == ["a.jpg"]


def test_a_print_that_goes_while_room_is_made_does_not_end_it(tmp_path: Path) -> None:
    """Several photos are developed at once: one may be put in its place or thrown away while another looks round."""
    folder = tmp_path / "build" / ".cache" / "photos"
    folder.mkdir(parents=True)
    (folder / "old.print").write_bytes(b"old")
    os.utime(folder / "old.print", (1, 1))
    (folder / "gone.print").symlink_to(folder / "nowhere")
    saved(photo(), tmp_path / "a.jpg")
    darkroom(tmp_path, most=2).develop(Picture(BOX, "a.jpg", WHOLE, ""))
    assert not (folder / "old.print").exists()


def test_a_damaged_print_is_made_anew(tmp_path: Path, work: list[str]) -> None:
    saved(photo(), tmp_path / "a.jpg")
    picture = Picture(BOX, "a.jpg", WHOLE, "")
    fresh = darkroom(tmp_path).develop(picture)
    (kept,) = (tmp_path / "build" / ".cache" / "photos").iterdir()
    for damage in (b"", kept.read_bytes()[:-1], b"x" * 500, kept.read_bytes()[:40]):
        kept.write_bytes(damage)
        assert darkroom(tmp_path).develop(picture) == fresh
    assert len(work) == 5


def test_the_shelf_holds_no_more_than_it_may_and_the_longest_unused_go_first(tmp_path: Path, work: list[str]) -> None:
    for at in range(6):
        saved(photo().rotate(at * 40), tmp_path / f"{at}.jpg")
    room = 3.5 * len(Darkroom(tmp_path).develop(Picture(BOX, "1.jpg", WHOLE, "")).data)
    image_cache = darkroom(tmp_path, most=int(room))
    folder = tmp_path / "build" / ".cache" / "photos"
    for at in range(6):
        image_cache.develop(Picture(BOX, f"{at}.jpg", WHOLE, ""))
        for n, kept in enumerate(sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime_ns)):
            os.utime(kept, (1000 + n, 1000 + n))
    assert sum(one.stat().st_size for one in folder.iterdir()) <= room
    work.clear()
    image_cache.develop(Picture(BOX, "5.jpg", WHOLE, ""))
    assert work == []
    image_cache.develop(Picture(BOX, "0.jpg", WHOLE, ""))
    assert work == ["0.jpg"]


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_lost(tmp_path: Path) -> None:
    saved(photo(), tmp_path / "a.jpg")
    (tmp_path / "build").write_text("a file where the folder should be")
    picture = Picture(BOX, "a.jpg", WHOLE, "")
    assert darkroom(tmp_path).develop(picture) == Darkroom(tmp_path).develop(picture)


def test_a_tiff_comes_off_the_shelf_like_any_other(tmp_path: Path) -> None:
    saved(photo(), tmp_path / "a.tif")
    picture = Picture(BOX, "a.tif", WHOLE, "")
    assert darkroom(tmp_path).develop(picture) == darkroom(tmp_path).develop(picture)
