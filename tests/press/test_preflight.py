"""Seeded faults: a file that is right, made wrong in one way, and preflight says which and where."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from paperlayout.catalogue.book import in_language
from paperlayout.catalogue.preflight import RULES
from paperlayout.diag import Severity
from paperlayout.geometry import Point, Rect
from paperlayout.issue.house import Graded, PressProfile
from paperlayout.page import Picture, Rule
from paperlayout.photo.pixels import Darkroom
from paperlayout.press.finish import Pressed, press_file
from paperlayout.press.preflight import Expected, preflight
from press.pages import INFO, SIZE, kit, page, photo, pressed, small_page
from press.pages import frame as framed

Change = Callable[[Pdf], None]
EXPECTED = (Expected(1, SIZE),)


AS_IT_IS = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def changed(data: bytes, change: Change, **how) -> bytes:
    with pikepdf.open(BytesIO(data)) as file:
        change(file)
        out = BytesIO()
        file.save(out, **({} if "encryption" in how else AS_IT_IS), **how)
        return out.getvalue()


PLAIN = PressProfile()


def found(data: bytes, press: PressProfile = PLAIN, expected=EXPECTED) -> list[tuple[str, str]]:
    return [(d.code, str(d.severity)) for d in preflight(data, expected, press).diagnostics]


def drawn(operators: str) -> Change:
    """More drawing at the end of the page, in the state a page begins with."""

    def change(file: Pdf) -> None:
        sheet = file.pages[0]
        sheet.contents_coalesce()
        sheet.obj.Contents = file.make_stream(b"q\n" + sheet.Contents.read_bytes() + b"\nQ\n" + operators.encode())

    return change


def font(file: Pdf) -> str:
    return next(iter(file.pages[0].Resources.Font.keys()))


def typed(colour: str, size: float = 10.5, at: str = "100 300", state: str = "/Over gs", bold: bool = False) -> Change:
    """A word of type; at 100 300 there is bare paper, at 40 370 the red tab, at 100 150 the photo."""

    def change(file: Pdf) -> None:
        fonts = file.pages[0].Resources.Font
        name = next(n for n in fonts.keys() if ("Hei-B" in str(fonts[n].BaseFont)) == bold)  # noqa: SIM118
        width = list(fonts[name].DescendantFonts[0].get("/W", ()))
        code = int(width[0]) if width else 1
        drawn(f"{state} {colour} BT {name} {size} Tf 1 0 0 1 {at} Tm <{code:04X}{code:04X}> Tj ET")(file)

    return change


def image_of(space: object, width: int = 900, height: int = 600, bits: int = 8, data: bytes | None = None, **more: object) -> Callable[[Pdf], Stream]:
    def make(file: Pdf) -> Stream:
        bands = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(space), 1)
        pixels = data or bytes([90]) * (width * height * bands * bits // 8)
        return file.make_stream(pixels, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=bits, ColorSpace=space, **more)

    return make


def shown(make: Callable[[Pdf], Stream], box: str = "200 0 0 140 40 40") -> Change:
    def change(file: Pdf) -> None:
        file.pages[0].Resources.XObject.Seed = make(file)
        drawn(f"q {box} cm /Seed Do Q")(file)

    return change


def page_key(key: str, value: object) -> Change:
    return lambda file: file.pages[0].obj.__setitem__(key, value)


def annotated(kind: Name, rect: list[int]) -> Change:
    def change(file: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=kind, Rect=Array(rect))
        file.pages[0].obj.Annots = Array([file.make_indirect(note)])

    return change


def state(**entries: object) -> Change:
    def change(file: Pdf) -> None:
        file.pages[0].Resources.ExtGState.Seed = Dictionary(Type=Name.ExtGState, **entries)
        drawn("/Seed gs 0.2 0 0 0 k 100 280 20 20 re f")(file)

    return change


def helvetica(file: Pdf) -> None:
    file.pages[0].Resources.Font.Seed = file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    drawn("/Over gs 0 0 0 1 k BT /Seed 12 Tf 100 300 Td (Helvetica) Tj ET")(file)


def without(*keys: str) -> Change:
    """A file without something, by its path from the catalog or /Info."""

    def change(file: Pdf) -> None:
        holder = file.trailer.Info if keys[0] == "/Info" else file.Root
        del holder[keys[-1]]

    return change


def intents(count: int) -> Change:
    def change(file: Pdf) -> None:
        file.Root.OutputIntents = Array([file.Root.OutputIntents[0]] * count)

    return change


def screen_profile(file: Pdf) -> None:
    from PIL import ImageCms

    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file.Root.OutputIntents[0].DestOutputProfile = file.make_stream(data, N=3)


def unnamed(file: Pdf) -> None:
    data = file.Root.Metadata.read_bytes().replace(b">PDF/X-4<", b">PDF/X-9<")
    file.Root.Metadata = file.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def untold(file: Pdf) -> None:
    data = re.sub(rb"<xmpMM:DocumentID>.*?</xmpMM:DocumentID>", b"", file.Root.Metadata.read_bytes())
    file.Root.Metadata = file.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def named_space(space: Callable[[Pdf], object], colour: str) -> Change:
    def change(file: Pdf) -> None:
        file.pages[0].Resources.ColorSpace = Dictionary(Seed=file.make_indirect(space(file)))
        drawn(f"/Seed cs {colour} scn 100 280 20 20 re f")(file)

    return change


def icc_space(file: Pdf) -> Array:
    return Array([Name.ICCBased, file.make_stream(b"x", N=3)])


def all_space(file: Pdf) -> Array:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def action(file: Pdf) -> None:
    file.Root.Seed = file.make_indirect(Dictionary(Type=Name.Action, S=Name.URI, URI=String("http://example.org")))


def script(file: Pdf) -> None:
    file.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array()))


def packed(file: Pdf) -> None:
    file.pages[0].Resources.XObject.Seed = file.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)


def outside(file: Pdf) -> None:
    file.pages[0].Resources.XObject.Seed = file.make_stream(b"", F=String("picture.tif"))


def second_page(file: Pdf) -> None:
    file.pages.append(file.pages[0])


CMYK_DARK = bytes([200, 180, 180, 200])


def in_form(inner: str) -> Change:
    def change(file: Pdf) -> None:
        sheet = file.pages[0]
        form = file.make_stream(inner.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 300, 400], Resources=sheet.Resources, Matrix=[1, 0, 0, 1, 10, 0])
        sheet.Resources.XObject.Form = form
        drawn("/Form Do")(file)

    return change


def masked(file: Pdf) -> Stream:
    return image_of(Name.DeviceCMYK, SMask=file.make_indirect(image_of(Name.DeviceGray)(file)))(file)


@dataclass(frozen=True)
class Seed:
    """A fault: how the file is made wrong, what must be said of it, and anything it cannot help causing as well."""

    change: Change
    code: str
    severity: str = "error"
    also: tuple[str, ...] = ()


SEEDS = {
    "no-title": Seed(without("/Info", "/Title"), "P104"),
    "not-told-whether-trapped": Seed(without("/Info", "/Trapped"), "P104"),
    "trapped-unknown": Seed(lambda file: file.trailer.Info.__setitem__("/Trapped", Name.Unknown), "P104"),
    "no-document-id-in-xmp": Seed(untold, "P104"),
    "no-xmp": Seed(without("/Root", "/Metadata"), "P102", also=("P104",)),
    "another-standard-in-xmp": Seed(unnamed, "P102"),
    "no-output-intent": Seed(intents(0), "P103"),
    "two-output-intents": Seed(intents(2), "P103"),
    "profile-of-a-screen": Seed(screen_profile, "P103"),
    "no-profile": Seed(lambda file: file.Root.OutputIntents[0].__delitem__("/DestOutputProfile"), "P103"),
    "no-trim-box": Seed(lambda file: file.pages[0].obj.__delitem__("/TrimBox"), "P105"),
    "art-box-too": Seed(page_key("/ArtBox", [0, 0, 300, 400]), "P105"),
    "trim-outside-media": Seed(page_key("/MediaBox", [0, 0, 290, 400]), "P105"),
    "trim-outside-bleed": Seed(page_key("/BleedBox", [10, 10, 290, 390]), "P105"),
    "crop-box-cuts": Seed(page_key("/CropBox", [0, 0, 300, 390]), "P105"),
    "wrong-size": Seed(page_key("/TrimBox", [0, 0, 297, 400]), "P105"),
    "turned": Seed(page_key("/Rotate", 90), "P105"),
    "one-page-too-many": Seed(second_page, "P105"),
    "font-not-embedded": Seed(helvetica, "P106"),
    "half-transparent": Seed(state(ca=0.5), "P111", "warning"),
    "multiplied": Seed(state(BM=Name.Multiply), "P111", "warning"),
    "soft-mask": Seed(state(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity)), "P111", "warning"),
    "picture-with-soft-mask": Seed(shown(masked), "P111", "warning"),
    "link-on-the-page": Seed(annotated(Name.Link, [50, 50, 90, 90]), "P108"),
    "note-on-the-page": Seed(annotated(Name.Text, [50, 50, 90, 90]), "P108"),
    "form-fields": Seed(lambda file: file.Root.__setitem__("/AcroForm", Dictionary(Fields=Array())), "P108"),
    "action": Seed(action, "P108"),
    "script": Seed(script, "P108"),
    "lzw": Seed(packed, "P109"),
    "external-stream": Seed(outside, "P109"),
    "transfer-curve": Seed(state(TR=Name.Identity), "P110"),
    "rgb-ground": Seed(drawn("0.9 0.1 0.1 rg 100 280 20 20 re f"), "P201"),
    "rgb-type": Seed(typed("0.9 0.1 0.1 rg", 12), "P201"),
    "rgb-rule": Seed(drawn("1 w 0.9 0.1 0.1 RG 100 280 m 200 280 l S"), "P201"),
    "rgb-photo": Seed(shown(image_of(Name.DeviceRGB)), "P201", also=("P304",)),
    "broken-photo": Seed(shown(lambda file: image_of(Name.DeviceCMYK, data=b"no jpeg", Filter=Name.DCTDecode)(file)), "P304", "warning"),
    "indexed-rgb-photo": Seed(shown(image_of(Array([Name.Indexed, Name.DeviceRGB, 255, String(bytes(768))]))), "P201", also=("P304",)),
    "rgb-in-a-form": Seed(in_form("0.9 0.1 0.1 rg 100 280 20 20 re f"), "P201"),
    "icc-colour": Seed(named_space(icc_space, "0.1 0.2 0.3"), "P201"),
    "registration-colour": Seed(named_space(all_space, "1"), "P212", also=("P303",)),
    "gray-black-type": Seed(typed("0 g"), "P202"),
    "black-type-knocks-out": Seed(typed("0 0 0 1 k", state="/Knock gs"), "P203", "warning"),
    "black-rule-knocks-out": Seed(drawn("/Knock gs 0 0 0 1 K 0.5 w 100 280 m 200 280 l S"), "P203", "warning"),
    "large-black-type-knocks-out-of-paper": Seed(typed("0 0 0 1 k", 40, state="/Knock gs"), "P203", "warning"),
    "white-type-overprints": Seed(typed("0 0 0 0 k", at="40 370"), "P204"),
    "white-ground-overprints": Seed(drawn("/Over gs 0 0 0 0 k 40 370 10 10 re f"), "P204"),
    "small-type-on-two-plates": Seed(typed("1 0.5 0 0 k", 8, state="/Knock gs"), "P205", "warning"),
    "small-reversed-type": Seed(typed("0 0 0 0 k", 6, "40 365", "/Knock gs", True), "P206", "warning"),
    "white-type-on-paper": Seed(typed("0 0 0 0 k", 20, state="/Knock gs"), "P213", "warning"),
    "tiny-type": Seed(typed("0 0 0 1 k", 4), "P207", "warning"),
    "rich-black-type": Seed(typed("0.4 0 0 1 k", 14), "P208", "warning"),
    "hairline": Seed(drawn("/Over gs 0 0 0 1 K 0.1 w 100 280 m 200 280 l S"), "P209", "warning"),
    "hairline-by-scale": Seed(drawn("/Over gs 0 0 0 1 K q 0.1 0 0 0.1 0 0 cm 1 w 1000 2800 m 2000 2800 l S Q"), "P209", "warning"),
    "hairline-as-ground": Seed(drawn("0 0 0 1 k 100 280 100 0.1 re f"), "P209", "warning"),
    "fine-line-on-two-plates": Seed(drawn("1 1 0 0 K 0.5 w 100 280 m 200 280 l S"), "P210", "warning"),
    "fine-tinted-line": Seed(drawn("0 0 0 0.3 K 0.5 w 100 280 m 200 280 l S"), "P210", "warning"),
    "coarse-photo": Seed(shown(image_of(Name.DeviceCMYK, 200, 140)), "P301"),
    "rather-coarse-photo": Seed(shown(image_of(Name.DeviceCMYK, 360, 252)), "P305", "warning"),
    "needlessly-fine-photo": Seed(shown(image_of(Name.DeviceGray, 2000, 1400)), "P302", "warning"),
    "coarse-line-art": Seed(shown(image_of(Name.DeviceGray, 800, 560, 1)), "P305", "warning"),
    "ground-with-too-much-ink": Seed(drawn("0.9 0.9 0.9 0.9 k 40 40 60 60 re f"), "P303"),
    "type-with-too-much-ink": Seed(typed("0.9 0.9 0.9 0.2 k", 14, state="/Knock gs"), "P303"),
    "photo-with-too-much-ink": Seed(shown(image_of(Name.DeviceCMYK, data=CMYK_DARK * 900 * 600)), "P303"),
    "turned-photo-with-too-much-ink": Seed(
        shown(image_of(Name.DeviceCMYK, data=bytes(255 - v for v in CMYK_DARK) * 900 * 600, Decode=[1, 0] * 4)), "P303"
    ),
    "black-on-a-full-photo": Seed(
        lambda file: (shown(image_of(Name.DeviceCMYK, data=bytes([150, 150, 150, 120]) * 900 * 600))(file), typed("0 0 0 1 k", 60, "60 60")(file))[0], "P303"
    ),
}  # fmt: skip


def test_a_file_that_is_right_has_no_findings(small: Pressed) -> None:
    assert small.report.diagnostics == ()
    assert found(changed(small.data, lambda file: None)) == []


def test_the_edition_has_no_errors_and_no_warnings(four: Pressed) -> None:
    assert [f"{d.code} {d.message}" for d in four.report.diagnostics] == []


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_fault_is_caught(name: str, small: Pressed) -> None:
    seed = SEEDS[name]
    said = found(changed(small.data, seed.change))
    assert (seed.code, seed.severity) in said
    assert {code for code, _ in said} <= {seed.code, *seed.also}, said


def test_encryption_is_caught(small: Pressed) -> None:
    locked = changed(small.data, lambda file: None, encryption=pikepdf.Encryption(owner="a", user="", R=4, aes=True))
    assert ("P101", "error") in found(locked)


def test_a_newer_pdf_than_the_standard_knows_is_caught(small: Pressed) -> None:
    assert ("P101", "error") in found(changed(small.data, lambda file: None, force_version="1.7"))


@pytest.mark.parametrize(
    ("change", "how", "code"),
    [
        (state(ca=0.5), {"force_version": "1.4", "object_stream_mode": pikepdf.ObjectStreamMode.disable}, "P107"),
        (lambda file: file.trailer.Info.__delitem__("/GTS_PDFXVersion"), {"force_version": "1.4"}, "P102"),
    ],
)
def test_what_x1a_does_not_allow_is_an_error_there(change: Change, how: dict, code: str, tmp_path: Path) -> None:
    press = PressProfile(standard="x1a")
    data = pressed(small_page(photo(tmp_path)), press=press).data
    assert found(data, press) == []
    assert (code, "error") in found(changed(data, change, **how), press)


def test_object_streams_are_an_error_in_x1a(tmp_path: Path) -> None:
    press = PressProfile(standard="x1a")
    data = changed(pressed(small_page(photo(tmp_path)), press=press).data, lambda file: None, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert ("P101", "error") in found(data.replace(b"%PDF-1.5", b"%PDF-1.4"), press)


def test_the_ink_limit_is_the_plants(tmp_path: Path) -> None:
    one = small_page(photo(tmp_path, (120, 110, 100, 100), "CMYK"))
    strict, usual = (pressed(one, press=PressProfile(ink_limit=limit)).report for limit in (210.0, 260.0))
    assert [d.code for d in strict.diagnostics] == ["P303"] and usual.diagnostics == ()


def test_a_finding_names_page_place_and_number(small: Pressed) -> None:
    lines = " ".join(f"100 {280 + 3 * i} m 200 {280 + 3 * i} l S" for i in range(5))
    report = preflight(changed(small.data, drawn(f"/Over gs 0 0 0 1 K 0.1 w {lines}")), (Expected(3, SIZE),), PressProfile())
    (only,) = report.diagnostics
    assert only.page == 3 and only.severity is Severity.WARNING
    assert only.message == "线只有 0.10 点粗，印版上留不住：距左边 35 毫米、上边 42 毫米，共 5 处"
    assert "0.25" in only.hint


def test_every_fault_is_in_the_catalogue_and_seeded(tmp_path: Path) -> None:
    """Whatever preflight can say has its page in `paperlayout rules`, in both languages, and a fault here that makes it say so."""
    seeded = {seed.code for seed in SEEDS.values()} | {"P101", "P107", "P112", "P130"}
    assert {rule.code for rule in RULES} == seeded
    assert all(one.message.en and one.message.zh for rule in RULES for one in rule.ways if one.name != "whole")


def test_findings_are_said_in_english_too(small: Pressed) -> None:
    (only,) = preflight(changed(small.data, SEEDS["hairline"].change), EXPECTED, PressProfile()).diagnostics
    assert in_language(only, "en").message == "a line is only 0.10 pt: 35 mm from the left, 42 mm from the top"


def test_a_picture_that_nobody_described_is_noted(tmp_path: Path) -> None:
    """An advert without a label; a photo with its story's title is told by that."""
    shown_twice = tuple(Picture(Rect(20, 160 + y, 280, 240 + y), str(photo(tmp_path)), Rect(0, 0, 1, 1)) for y in (0, 90))
    (only,) = pressed(page(framed("x", "advert", *shown_twice, story=None))).report.diagnostics
    assert (only.code, only.severity, only.page) == ("P112", Severity.NOTE, 1)
    assert pressed(page(framed("x", "figure", *shown_twice))).report.diagnostics == ()


def test_what_the_house_turned_off_is_not_said(tmp_path: Path) -> None:
    """Only what is no error can be turned off."""
    house = replace(kit().house, graded=(Graded("P209", None), Graded("P303", None)))
    thin = replace(small_page(photo(tmp_path)))
    thin = replace(thin, frames=(*thin.frames, framed("r", "rule", Rule(Point(20, 370), Point(99, 370), 0.1), story=None)))
    quiet = press_file((thin,), INFO, replace(kit(), house=house), Darkroom(Path()).develop, PressProfile(ink_limit=160))
    assert {d.code for d in quiet.report.diagnostics} == {"P303"}
    assert "P209" in {d.code for d in pressed(thin).report.diagnostics}


def test_a_clipped_or_turned_picture_has_the_fineness_it_is_printed_in(small: Pressed) -> None:
    """A picture clipped to a strip is as coarse as it is, and a turned one no coarser."""
    coarse, fine = image_of(Name.DeviceCMYK, 200, 140), image_of(Name.DeviceCMYK, 900, 300)
    assert ("P301", "error") in found(changed(small.data, shown(coarse, "40 40 30 140 re W n 200 0 0 140 40 40")))
    assert found(changed(small.data, shown(fine, "0 200 -66 0 200 40"))) == []


def test_what_lies_outside_the_trim_is_not_judged(tmp_path: Path) -> None:
    made = pressed(small_page(photo(tmp_path)), press=PressProfile(marks="full"))
    assert made.report.diagnostics == ()
    assert found(changed(made.data, drawn("0.9 0.1 0.1 rg 2 2 10 10 re f"))) == []


def test_places_are_measured_from_the_trimmed_corner(tmp_path: Path) -> None:
    made = pressed(small_page(photo(tmp_path)), press=PressProfile(marks="full"))
    (only,) = preflight(changed(made.data, drawn("0.9 0.1 0.1 rg 134.016 134.016 20 20 re f")), EXPECTED, PressProfile()).diagnostics
    assert "距左边 35 毫米、上边 99 毫米" in only.message


def test_clipped_drawing_counts_where_it_shows(small: Pressed) -> None:
    hidden = "q 400 500 10 10 re W n 0.9 0.1 0.1 rg 100 280 20 20 re f Q"
    assert found(changed(small.data, drawn(hidden))) == []
