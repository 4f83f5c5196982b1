"""The committed faces hold what the typesetting counts on, and the book finds a glyph for every character."""

import hashlib
from pathlib import Path

import pytest
import uharfbuzz as hb

from paperlayout import resources
from paperlayout.fonts.book import FaceGlyph, FontBook, FontMissing
from paperlayout.fonts.face import HALF, LATIN, Face
from paperlayout.setting.horizontal import glyph_cells

FACES = ("brush-400", "hei-400", "hei-700", "hei-900", "kai-300", "kai-400", "song-400", "song-600", "song-900")
OPENING = "“‘（《〈「『【〖〔［｛"
CLOSING = "”’）》〉」』】〗〕］｝，、；：。．！？"
FONTS = resources.folder("fonts")


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook()


def test_the_paper_owns_its_nine_faces(book: FontBook) -> None:
    assert book.ids() == FACES
    assert [book.face(face_id).weight for face_id in FACES] == [int(face_id.split("-")[1]) for face_id in FACES]
    assert len({book.face(face_id).ps_name for face_id in FACES}) == len(FACES)


def test_faces_are_those_the_checksums_name() -> None:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert {tuple(line.split("  ")) for line in lines} == {(_sha256(path), path.name) for path in FONTS.glob("*.ttf")}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("face_id", FACES)
def test_every_standard_character_is_found(book: FontBook, face_id: str) -> None:
    standard = (FONTS / "tongyong-guifan-8105.txt").read_text(encoding="utf-8").replace("\n", "")
    assert len(standard) == 8105
    elsewhere = [char for char in standard if (place := book.find(face_id, char)) is None or place.face_id != face_id]
    assert len(elsewhere) == (1467 if face_id == "brush-400" else 0)
    assert None not in {book.find(face_id, char) for char in elsewhere}


@pytest.mark.parametrize("face_id", FACES)
def test_half_width_marks_keep_their_ink_inside_half_an_em(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    for char in OPENING + CLOSING + "·":
        glyph = face.glyph(chr(HALF + ord(char)))
        ink = face.extents(glyph)
        assert (char, face.advance(glyph)) == (char, 0.5)
        assert 0 <= ink.x0 < ink.x1 <= 0.5, char


@pytest.mark.parametrize("face_id", FACES)
def test_marks_between_words_stand_in_the_middle(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    for char in "·–":
        ink = face.extents(face.glyph(chr(HALF + ord(char))))
        assert ((ink.x0 + ink.x1) / 2, (ink.y0 + ink.y1) / 2) == pytest.approx((0.25, 0.38), abs=0.001), char


@pytest.mark.parametrize("face_id", FACES)
def test_full_width_marks_have_the_ink_of_the_half_where_it_belongs(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    for char in OPENING + CLOSING:
        full, half = face.glyph(char), face.glyph(chr(HALF + ord(char)))
        shift = 0.5 if char in OPENING else 0.0
        assert (char, face.advance(full)) == (char, 1.0)
        assert face.extents(full).x0 == pytest.approx(face.extents(half).x0 + shift, abs=0.0011), char
        assert face.extents(full).y0 == face.extents(half).y0, char


@pytest.mark.parametrize("face_id", FACES)
def test_dashes_and_ellipsis_fill_whole_ems(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    assert [face.advance(face.glyph(char)) for char in "—…⸺"] == [1.0, 1.0, 2.0]
    (dash,) = face.shape("——")
    assert (dash.advance, dash.text) == (2.0, "——")
    dots = face.extents(face.glyph("…"))
    assert (dots.y0 + dots.y1) / 2 == pytest.approx(0.38, abs=0.01), "at mid-height"


@pytest.mark.parametrize("face_id", FACES)
def test_apostrophe_of_a_latin_word_is_narrow(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    word = face.shape("don’t")
    assert "".join(shaped.text for shaped in word) == "don’t"
    assert word[3].glyph == face.glyph(chr(LATIN + ord("’")))
    assert word[3].advance < 0.5


@pytest.mark.parametrize("face_id", [face_id for face_id in FACES if face_id != "brush-400"])
def test_vertical_lines_have_upright_quotes_and_dashes(book: FontBook, face_id: str) -> None:
    face = book.face(face_id)
    quote, han, dash = face.shape("“中——", vertical=True)
    assert quote.glyph != face.glyph("“")
    assert han.glyph == face.glyph("中")
    assert [shaped.advance for shaped in (quote, han, dash)] == [1.0, 1.0, 2.0]
    rule = face.extents(dash.glyph)
    assert rule.y1 - rule.y0 > 1.8 > 0.1 > rule.x1 - rule.x0


def test_a_rare_character_comes_from_the_whole_face(book: FontBook) -> None:
    assert book.find("kai-400", "𬭊") == FaceGlyph("kai-400", book.face("kai-400").glyph("𬭊"))
    assert book.find("kai-400", "龘") == FaceGlyph("song-400", book.face("song-400").glyph("龘"))
    assert book.find("brush-400", "瞭") == FaceGlyph("kai-400", book.face("kai-400").glyph("瞭"))


def test_half_forms_stand_in_like_characters(book: FontBook) -> None:
    assert book.find("song-900", "，", half=True) == FaceGlyph("song-900", book.face("song-900").glyph(chr(HALF + ord("，"))))
    assert book.find("brush-400", "〘", half=True) == FaceGlyph("kai-400", book.face("kai-400").glyph(chr(HALF + ord("〘"))))
    assert book.find("song-400", "工", half=True) is None


def test_a_character_of_no_face_is_not_found(book: FontBook) -> None:
    assert all(book.find(face_id, "\U000ffffd") is None for face_id in FACES)


def test_an_unknown_face_is_told_with_those_there_are(book: FontBook) -> None:
    with pytest.raises(FontMissing, match=r"no face song-500; there are brush-400, .*song-900"):
        book.face("song-500")


def test_an_empty_folder_has_no_faces(tmp_path: Path) -> None:
    assert FontBook(tmp_path).ids() == ()
    with pytest.raises(FontMissing, match="none at all"):
        FontBook(tmp_path).face("song-400")


def test_subset_is_the_same_each_time_and_keeps_glyph_ids(book: FontBook) -> None:
    face = book.face("song-400")
    glyphs = {face.glyph(char) for char in "工会报，——"} | {face.shape("——")[0].glyph}
    program = face.subset(frozenset(glyphs))
    assert program == Face("again", face.path).subset(frozenset(sorted(glyphs, reverse=True)))
    cut = hb.Font(hb.Face(program))
    assert {glyph: cut.get_glyph_h_advance(glyph) / 1000 for glyph in glyphs} == {glyph: face.advance(glyph) for glyph in glyphs}
    assert all(cut.get_glyph_extents(glyph).height for glyph in glyphs)
    assert not cut.get_glyph_extents(face.glyph("人")).height


def test_subset_has_only_what_a_pdf_reads(book: FontBook) -> None:
    program = book.face("kai-400").subset(frozenset({50, 60}))
    assert set(hb.Face(program).table_tags) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert len(program) < 200_000


def test_measure_adds_up_shaped_words(book: FontBook) -> None:
    face = book.face("song-400")
    assert book.measure("song-400", "AV") < face.advance(face.glyph("A")) + face.advance(face.glyph("V")), "kerned"
    assert book.measure("song-400", "") == 0
    assert book.measure("hei-400", "2021") == pytest.approx(4 * book.measure("hei-400", "2"))


def test_measure_takes_what_the_brush_lacks_from_kai(book: FontBook) -> None:
    brush, kai = book.face("brush-400"), book.face("kai-400")
    assert not brush.glyph("№")
    assert book.measure("brush-400", "№7") == brush.advance(brush.glyph("7")) + kai.advance(kai.glyph("№"))


def test_metrics_are_those_of_the_em_box(book: FontBook) -> None:
    for face_id in FACES:
        face = book.face(face_id)
        assert (face.upem, face.ascent, face.descent) == (1000, 0.88, -0.12)
        assert 0.6 < face.cap_height < 0.8
        assert face.bbox[1] < -0.12 and face.bbox[3] > 0.88
        assert face.extents(face.glyph(" ")).x1 == 0.0


def test_all_outlines_are_truetype(book: FontBook) -> None:
    for face_id in FACES:
        assert book.face(face_id).path.read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize("variant", ["葛\U000e0100", "辻\ufe01"])
def test_a_variant_the_face_lacks_is_its_common_form(book: FontBook, variant: str) -> None:
    assert book.find("song-400", variant) == book.find("song-400", variant[0])
    (sort,) = glyph_cells(book, "song-900", variant)
    assert (sort.text, sort.advance) == (variant, 1.0)
