"""The plant's file meets its standard: real validators, boxes, printing condition, ids, order of reading on."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conftest import ROOT, SAMPLE, copied, program
from PIL import ImageCms

from paperlayout.diag import IssueError
from paperlayout.geometry import Point
from paperlayout.issue.house import PressProfile
from paperlayout.press.finish import Pressed
from paperlayout.press.icc import description, printing_condition
from paperlayout.units import mm
from press.pages import SPOT, line, page, photo, pressed, small_page
from press.pages import frame as framed
from press.verapdf import VeraPDF

ICC = ROOT / "assets" / "icc"


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["four", "small", pytest.param("issue_of_pages", marks=pytest.mark.slow)])
def test_verapdf_passes_the_x4_file(verapdf: VeraPDF, flavour: str, name: str, request: pytest.FixtureRequest) -> None:
    assert verapdf.faults(request.getfixturevalue(name).data, flavour) == {}


@pytest.mark.slow
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_passes_pages_with_marks_and_demo_blocks(verapdf: VeraPDF, flavour: str) -> None:
    """Verse, tables, lists, quotes, 注音, initials, and a vertical head; marks round the page."""
    from paperlayout.photo.pixels import Darkroom
    from paperlayout.pipeline import Timings, document_info, load, make_up, open_kit
    from paperlayout.press.finish import press_file

    for folder in (ROOT / "tests" / "blocks" / "demo", ROOT / "tests" / "vertical"):
        issue, _ = load(folder, Timings())
        kit = open_kit(issue)
        made = press_file(make_up(issue, kit).pages, document_info(issue), kit, Darkroom(Path()).develop, PressProfile(marks="full"))
        assert verapdf.faults(made.data, flavour) == {}, folder.name


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_passes_named_inks_and_what_the_plant_says(verapdf: VeraPDF, flavour: str, tmp_path: Path) -> None:
    spot = framed("k", "kicker", line("专色引题", Point(100, 60), SPOT, "hei-700", 14), copy=True)
    one = small_page(photo(tmp_path))
    own = tmp_path / "plant.icc"
    own.write_bytes((ICC / "newsprint_tr002_220.icc").read_bytes())
    made = pressed(replace(one, frames=(*one.frames, spot)), press=PressProfile(icc=own, trapped=True, overprint_black=False, ink_limit=220))
    assert verapdf.faults(made.data, flavour) == {}
    with opened(made.data) as file:
        assert str(file.docinfo["/Trapped"]) == "/True" and b"<pdf:Trapped>True<" in file.Root.Metadata.read_bytes()


def test_verapdf_does_find_faults(verapdf: VeraPDF, small: Pressed) -> None:
    """The validator is awake: without alternative text and without the archive's colours it complains."""
    with opened(small.data) as file:
        del next(o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure").Alt
        file.Root.OutputIntents = pikepdf.Array([file.Root.OutputIntents[0]])
        out = BytesIO()
        file.save(out)
    assert verapdf.faults(out.getvalue(), "ua1") and verapdf.faults(out.getvalue(), "2a")


@pytest.mark.parametrize("standard", ["x4", "x1a"])
@pytest.mark.parametrize("marks", ["none", "full"])
def test_qpdf_finds_nothing(standard: str, marks: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pressed(small_page(photo(tmp_path)), press=PressProfile(standard=standard, marks=marks)).data)
    done = subprocess.run([program("qpdf"), "--check", path], capture_output=True, text=True)
    assert done.returncode == 0 and "No syntax or stream encoding errors found" in done.stdout, done.stdout + done.stderr


def test_x1a_is_pdf_1_4_without_object_streams_and_says_so(tmp_path: Path) -> None:
    data = pressed(small_page(photo(tmp_path)), press=PressProfile(standard="x1a")).data
    assert data.startswith(b"%PDF-1.4") and b"/ObjStm" not in data and b"/XRef" not in data
    with opened(data) as file:
        assert str(file.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert [str(intent.S) for intent in file.Root.OutputIntents] == ["/GTS_PDFX"]
        assert b"pdfaid:part" not in file.Root.Metadata.read_bytes()
        assert "/Tabs" not in file.pages[0].obj and "/StructTreeRoot" in file.Root


def test_x4_is_named_in_xmp_and_information(small: Pressed) -> None:
    assert small.data.startswith(b"%PDF-1.6")
    with opened(small.data) as file:
        packet = file.Root.Metadata.read_bytes().decode()
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet and "<pdfuaid:part>1<" in packet and "<pdfaid:conformance>A<" in packet
        assert str(file.docinfo["/Trapped"]) == "/False" and "<pdf:Trapped>False<" in packet
        assert str(file.docinfo.CreationDate) == "D:20210601000000+08'00'" and "<xmp:CreateDate>2021-06-01T00:00:00+08:00<" in packet
        assert "/Filter" not in file.Root.Metadata


def boxes(data: bytes, index: int = 0) -> list[list[float]]:
    with opened(data) as file:
        return [[float(v) for v in file.pages[index].obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")]


def test_boxes_are_the_trim_alone_or_have_room_for_marks_round_it(tmp_path: Path) -> None:
    one = small_page(photo(tmp_path))
    slug = mm(12)
    assert boxes(pressed(one).data) == [[0, 0, 300, 400]] * 3
    media, bleed, trim = boxes(pressed(one, press=PressProfile(marks="full")).data)
    assert media == pytest.approx([0, 0, 300 + 2 * slug, 400 + 2 * slug], abs=0.002)
    assert bleed == trim == pytest.approx([slug, slug, 300 + slug, 400 + slug], abs=0.002)


def test_pages_have_labels_bookmarks_and_language(four: Pressed) -> None:
    with opened(four.data) as file:
        labels = list(file.Root.PageLabels.Nums)
        assert [str(entry.P) for entry in labels[1::2]] == ["01", "02", "03", "04"]
        assert str(file.Root.Lang) == "zh-CN" and bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_outline() as outline:
            assert len(outline.root) == 4 and all(len(entry.children) >= 4 for entry in outline.root)


@pytest.mark.parametrize(("limit", "file"), [(240.0, "newsprint_tr002_240.icc"), (220.0, "newsprint_tr002_220.icc"), (300.0, "newsprint_tr002_240.icc")])
def test_the_built_in_profile_of_the_ink_limit_is_embedded_once(limit: float, file: str, tmp_path: Path) -> None:
    made = pressed(small_page(photo(tmp_path)), press=PressProfile(ink_limit=limit))
    with opened(made.data) as pdf:
        intents = list(pdf.Root.OutputIntents)
        assert [str(intent.S) for intent in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert {bytes(intent.DestOutputProfile.read_bytes()) for intent in intents} == {(ICC / file).read_bytes()}
        assert intents[0].DestOutputProfile.objgen == intents[1].DestOutputProfile.objgen
        assert str(intents[0].OutputConditionIdentifier) == "CGATS TR 002"


def test_the_plants_own_profile_is_embedded_under_its_own_name(tmp_path: Path) -> None:
    own = tmp_path / "plant.icc"
    own.write_bytes((ICC / "newsprint_tr002_220.icc").read_bytes())
    with opened(pressed(small_page(photo(tmp_path)), press=PressProfile(icc=own)).data) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert bytes(intent.DestOutputProfile.read_bytes()) == own.read_bytes()
        assert str(intent.OutputConditionIdentifier) == "Custom" and "/RegistryName" not in intent
        assert str(intent.Info) == description(own.read_bytes()) == "Coldset newsprint TR002 TAC220 (paperlayout)"


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def of_version(version: int) -> bytes:
    data = bytearray((ICC / "newsprint_tr002_240.icc").read_bytes())
    data[8] = version
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "standard", "told"),
    [
        (srgb(), "x4", "不是印刷设备"),
        (b"", "x4", "不是完整的"),
        ((ICC / "newsprint_tr002_240.icc").read_bytes()[:9000], "x4", "不是完整的"),
        (b"\xff\xd8\xff\xe0" + bytes(500), "x4", "不是完整的"),
        (of_version(5), "x4", "第 5 版"),
        (of_version(4), "x1a", "第 4 版"),
    ],
)
def test_a_profile_that_is_none_is_told(data: bytes, standard: str, told: str, tmp_path: Path) -> None:
    own = tmp_path / "plant.icc"
    own.write_bytes(data)
    with pytest.raises(IssueError) as caught:
        printing_condition(PressProfile(icc=own, standard=standard))
    (found,) = caught.value.diagnostics
    assert found.code == "P130" and told in found.message and "plant.icc" in found.message and found.hint


def test_ids_come_from_the_pages(tmp_path: Path) -> None:
    one = small_page(photo(tmp_path))
    other = replace(one, frames=(*one.frames, framed("b", "byline", line("又一行", Point(24, 372)))))
    ids = []
    for each in (one, one, other):
        with opened(pressed(each).data) as file:
            packet = file.Root.Metadata.read_bytes().decode()
            ids.append((re.findall(r"uuid:([0-9a-f-]{36})", packet), bytes(file.trailer.ID[0])))
    assert ids[0] == ids[1] and len(set(ids[0][0])) == 2
    assert not set(ids[0][0]) & set(ids[2][0]) and ids[0][1] != ids[2][1]


def test_a_thread_leads_through_every_leg_of_a_story_and_back(four: Pressed) -> None:
    with opened(four.data) as file:
        lead = file.Root.Threads[0]
        assert str(lead.I.Title) == "区总工会推动党史学习教育走深走实见成效"
        beads = [lead.F]
        while beads[-1].N.objgen != lead.F.objgen:
            assert beads[-1].N.V.objgen == beads[-1].objgen
            beads.append(beads[-1].N)
            assert len(beads) < 40
        pages = [file.pages.index(pikepdf.Page(bead.P)) for bead in beads]
        assert pages == sorted(pages) and set(pages) == {0, 1}, "the lead runs on to the second page"
        for index, sheet in enumerate(file.pages):
            standing = {bead.objgen for bead in sheet.obj.B}
            assert {bead.objgen for bead, on in zip(beads, pages, strict=True) if on == index} <= standing


def test_special_characters_in_names_stay_xml(tmp_path: Path) -> None:
    from paperlayout.photo.pixels import Darkroom
    from paperlayout.press.finish import press_file
    from press.pages import INFO, kit

    info = replace(INFO, title="A&B <报> “引”", author="甲 & 乙")
    made = press_file((page(framed("a", "headline", line("题", Point(20, 80)), copy=True)),), info, kit(), Darkroom(Path()).develop, PressProfile())
    with opened(made.data) as file, file.open_metadata() as metadata:
        assert metadata["dc:title"] == "A&B <报> “引”" and metadata["dc:creator"] == ["甲 & 乙"]


def test_another_process_folder_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    elsewhere = copied(tmp_path).parent
    files, listings = [], []
    for seed, folder, issue in (("1", ROOT, SAMPLE), ("2", elsewhere, Path())):
        out = tmp_path / f"{seed}-付印.pdf"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati" if seed == "2" else "UTC", "LC_ALL": "C"}
        command = [sys.executable, "-m", "paperlayout", "press", issue, "-o", out]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        files.append(out.read_bytes())
        listings.append((tmp_path / f"{seed}-付印清单.json").read_text(encoding="utf-8").replace(f"{seed}-付印", ""))
    assert files[0] == files[1] and listings[0] == listings[1]
