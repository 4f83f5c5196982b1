"""What `draw/objects.py` leans on in reportlab without its promise: one test for each, told by the file that is written."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

import paperlayout
from paperlayout.draw.objects import PdfFile, array, dictionary, number, numbers, reference, string

BOXES = {"MediaBox": numbers(0, 0, 200, 300), "TrimBox": numbers(3, 3, 197, 297)}


def empty() -> PdfFile:
    file = PdfFile((1, 6), "zh-CN")
    file.set_catalog("Outlines", dictionary(Type="/Outlines"))
    return file


@pytest.fixture
def file() -> PdfFile:
    return empty()


def add_page(file: PdfFile, operators: bytes = b"0 0 10 10 re f\n") -> None:
    file.add_page(file.add_flate(f"content.{operators!r}", operators), dictionary(), BOXES)


def opened(file: PdfFile) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file.finished()))


def test_values_go_in_as_they_are_written_here(file: PdfFile) -> None:
    file.set_catalog("Names", file.add("values", dictionary(B=number(1 / 3), A="/Name", C=array(number(2.5), string("甲")), D=7)))
    add_page(file)
    written = file.finished()
    assert b"/A /Name /B 0.333 /C [ 2.5 <FEFF7532> ] /D 7" in re.sub(rb"\s+", b" ", written)


def test_a_reference_may_come_before_its_object(file: PdfFile) -> None:
    file.set_catalog("Names", file.add("first", dictionary(Next=reference("second"))))
    file.add("second", dictionary(Told=string("found")))
    add_page(file)
    with opened(file) as pdf:
        assert str(pdf.Root.Names.Next.Told) == "found"
        assert pdf.Root.Names.Next.is_indirect


def test_a_reference_without_an_object_is_a_fault(file: PdfFile) -> None:
    file.set_catalog("Names", file.add("first", dictionary(Next=reference("nowhere"))))
    add_page(file)
    with pytest.raises(KeyError, match="nowhere"):
        file.finished()


def test_encoded_data_stays_as_it_is(file: PdfFile) -> None:
    data = bytes(range(256)) * 3
    file.set_catalog("Names", dictionary(Photo=file.add_stream("photo", data, dictionary(Filter="/DCTDecode"))))
    add_page(file)
    with opened(file) as pdf:
        photo = pdf.Root.Names.Photo
        assert (photo.read_raw_bytes(), photo.Filter) == (data, Name.DCTDecode)
        assert photo.Length == len(data)


def test_the_same_objects_give_the_same_bytes_and_others_another_id() -> None:
    def written(operators: bytes) -> bytes:
        file = empty()
        add_page(file, operators)
        file.set_info(dictionary(Title=string("工人报")))
        return file.finished()

    def identifier(pdf: bytes) -> bytes:
        return bytes(pikepdf.open(io.BytesIO(pdf)).trailer.ID[0])

    one, again, other = written(b"0 g\n"), written(b"0 g\n"), written(b"1 g\n")
    assert one == again
    assert identifier(one) != identifier(other)
    assert b"CreationDate" not in one


def test_a_page_has_our_entries_and_nothing_of_reportlab_in_it(file: PdfFile) -> None:
    add_page(file)
    with opened(file) as pdf:
        page = pdf.pages[0].obj
        assert set(page) == {"/Type", "/Parent", "/Contents", "/Resources", *(f"/{name}" for name in BOXES)}
        assert page.Parent.objgen == pdf.Root.Pages.objgen
        assert page.Contents.read_bytes() == b"0 0 10 10 re f\n"
        assert not set(page.Resources)


def test_pages_are_referred_to_in_their_order(file: PdfFile) -> None:
    add_page(file, b"0 g\n")
    add_page(file, b"1 g\n")
    file.set_catalog("Dests", dictionary(First=array(file.page_reference(0), "/Fit"), Second=array(file.page_reference(1), "/Fit")))
    with opened(file) as pdf:
        dests = pdf.Root.Dests
        assert [dests.First[0].objgen, dests.Second[0].objgen] == [page.obj.objgen for page in pdf.pages]


@pytest.mark.parametrize("key", ["ViewerPreferences", "PageLabels", "Outlines"])
def test_the_catalog_takes_our_entries(file: PdfFile, key: str) -> None:
    file.set_catalog(key, dictionary(Ours="true"))
    add_page(file)
    with opened(file) as pdf:
        assert pdf.Root[f"/{key}"].Ours is True
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.pdf_version == "1.6"


def test_the_information_is_ours_alone(file: PdfFile) -> None:
    file.set_info(dictionary(Title=string("工人报"), Trapped="/False"))
    add_page(file)
    with opened(file) as pdf:
        assert set(pdf.docinfo) == {"/Title", "/Trapped"}
        assert str(pdf.docinfo.Title) == "工人报"


def test_one_module_alone_knows_reportlab() -> None:
    source = Path(paperlayout.__file__).parent
    knowing = [path for path in source.rglob("*.py") if re.search(r"^ *(from|import) reportlab", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert knowing == [source / "draw" / "objects.py"]
