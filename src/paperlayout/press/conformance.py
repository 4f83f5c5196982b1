"""The papers of a finished file: what a print standard wants said, boxed, embedded and left out (ISO 15930)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

from paperlayout.diag import Said
from paperlayout.geometry import Rect, Size
from paperlayout.press.icc import NEWEST, profile_fault
from paperlayout.press.rules import fault
from paperlayout.press.standard import PRINT, Standard
from paperlayout.units import POINTS_PER_MM

NEAR = 0.3
"""Points a page may be off its size: a tenth of a millimetre."""
SAID = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title")
"""What PDF/X-4 wants in XMP."""
ACTIONS = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/Named", "/Movie", "/Sound", "/ResetForm", "/ImportData")
OUTSIDE = ("/TrapNet", "/PrinterMark")
"""Annotations that may stand anywhere."""
PACKED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
DEPTH = 20


@dataclass(frozen=True, slots=True)
class Conformance:
    """A finished file under inspection, with its bytes and the standard it should meet."""

    file: Pdf
    data: bytes
    standard: Standard
    key: str


def document_faults(conformance: Conformance) -> Iterator[Said]:
    """All that is wrong with the file as a whole."""
    for rule in (version, identification, condition, facts, nothing_runs, objects):
        yield from rule(conformance)


def version(conformance: Conformance) -> Iterator[Said]:
    """P101: no newer PDF than the standard knows, not encrypted, with an id."""
    file, most = conformance.file, conformance.standard.version
    if file.pdf_version > most:
        yield fault("P101", version=file.pdf_version, standard=conformance.standard.name, most=most)
    if most < "1.5" and PACKED.search(conformance.data):
        yield fault("P101.packed", most=most)
    if file.is_encrypted:
        yield fault("P101.locked")
    if "/ID" not in file.trailer:
        yield fault("P101.id")


def identification(conformance: Conformance) -> Iterator[Said]:
    """P102: the file says which standard it meets."""
    wanted = conformance.standard.name
    info, packet = str(_info(conformance.file).get("/GTS_PDFXVersion", "")), _packet(conformance.file)
    told = f">{wanted}<" in packet if conformance.standard.accessible else info == wanted
    if not told:
        yield fault("P102", standard=wanted)


def _info(file: Pdf) -> Object:
    return file.trailer.get("/Info", Dictionary())


def _packet(file: Pdf) -> str:
    metadata = file.Root.get("/Metadata")
    return metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""


def condition(conformance: Conformance) -> Iterator[Said]:
    """P103: one printing condition, named, with its profile."""
    intents = [intent for intent in _listed(conformance.file.Root.get("/OutputIntents")) if str(intent.get("/S")) == PRINT]
    if len(intents) != 1:
        yield fault("P103", count=len(intents))
    for intent in intents:
        if "/OutputConditionIdentifier" not in intent:
            yield fault("P103.nameless")
        profile = intent.get("/DestOutputProfile")
        if not isinstance(profile, Stream):
            yield fault("P103.missing")
        elif told := profile_fault(profile.read_bytes(), NEWEST[conformance.key]):
            yield fault("P103.profile", fault=told)


def facts(conformance: Conformance) -> Iterator[Said]:
    """P104: title, dates and trapping are said."""
    info, packet = _info(conformance.file), _packet(conformance.file)
    missing = [key.lstrip("/") for key in ("/Title", "/CreationDate", "/ModDate") if key not in info]
    if str(info.get("/Trapped", "")) not in ("/True", "/False"):
        missing.append("Trapped")
    if conformance.standard.accessible:
        missing += [key for key in SAID if f"<{key}" not in packet]
    if missing:
        yield fault("P104", missing=", ".join(missing))


def nothing_runs(conformance: Conformance) -> Iterator[Said]:
    """P108: no forms, scripts or attachments."""
    root = conformance.file.Root
    opened = root.get("/OpenAction")
    found = [key.lstrip("/") for key in ("/AcroForm", "/AA", "/URI") if key in root]
    found += ["OpenAction"] if isinstance(opened, Dictionary) else []
    found += [key.lstrip("/") for key in ("/JavaScript", "/EmbeddedFiles") if key in root.get("/Names", Dictionary())]
    if found:
        yield fault("P108.acts", kind=", ".join(found))


def objects(conformance: Conformance) -> Iterator[Said]:
    """What no object of the file may be: P106 fonts, P108 actions, P109 streams, P110 transfer curves."""
    for whole in conformance.file.objects:
        for found in _with_parts(whole):
            for look in (_font, _action, _transfer):
                yield from look(found, conformance)
        if isinstance(whole, Stream):
            yield from _stream(whole, conformance)


def _with_parts(whole: Object, depth: int = 0) -> Iterator[Dictionary | Stream]:
    """An object and the dictionaries written inside it; others that it refers to come by themselves."""
    if not isinstance(whole, Dictionary | Stream) or depth > DEPTH:
        return
    yield whole
    for part in whole.values():
        if isinstance(part, Dictionary) and not part.is_indirect:
            yield from _with_parts(part, depth + 1)


def _font(found: Object, conformance: Conformance) -> Iterator[Said]:
    if str(found.get("/Type", "")) != "/Font" or str(found.get("/Subtype", "")) in ("/Type0", "/Type3"):
        return
    descriptor = found.get("/FontDescriptor", Dictionary())
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        name = str(found.get("/BaseFont", "")).lstrip("/")
        yield fault("P106", name=name)


def _action(found: Object, conformance: Conformance) -> Iterator[Said]:
    kind = str(found.get("/S", ""))
    if kind in ACTIONS and str(found.get("/Type", "/Action")) == "/Action":
        yield fault("P108.acts", kind=kind.lstrip("/"))


def _transfer(found: Object, conformance: Conformance) -> Iterator[Said]:
    if "/TR" in found or str(found.get("/TR2", "/Default")) != "/Default":
        yield fault("P110")


def _stream(found: Stream, conformance: Conformance) -> Iterator[Said]:
    filters = str(found.get("/Filter", ""))
    if "/LZWDecode" in filters or ("/JPXDecode" in filters and conformance.key == "x1a"):
        yield fault("P109", standard=conformance.standard.name)
    if "/F" in found:
        yield fault("P109.outside")


def _listed(array: Object | None) -> list[Any]:
    return list(array) if isinstance(array, Array) else []


def page_box(page: Page, key: str) -> Rect | None:
    """A box of a page in points, y up."""
    found = page.obj.get(key)
    return Rect(*sorted_box([float(v) for v in found])) if isinstance(found, Array) and len(found) == 4 else None


def sorted_box(edges: list[float]) -> tuple[float, float, float, float]:
    """The edges of a box from the lower left to the upper right, however they are written."""
    x0, y0, x1, y1 = edges
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def page_faults(page: Page, wanted: Size) -> Iterator[Said]:
    """P105 and P108: the boxes of one page, and what is stuck on it."""
    media, bleed, trim = page_box(page, "/MediaBox"), page_box(page, "/BleedBox"), page_box(page, "/TrimBox")
    if media is None or trim is None or "/ArtBox" in page.obj:
        yield fault("P105")
        return
    if not _inside(trim, media) or (bleed and not (_inside(trim, bleed) and _inside(bleed, media))):
        yield fault("P105.nested")
    crop = page_box(page, "/CropBox")
    if crop and not _inside(bleed or trim, crop):
        yield fault("P105.crop")
    if abs(trim.width - wanted.width) > NEAR or abs(trim.height - wanted.height) > NEAR:
        yield fault("P105.size", found=_sides(trim.width, trim.height), wanted=_sides(wanted.width, wanted.height))
    if int(page.obj.get("/Rotate", 0)) or "/UserUnit" in page.obj:
        yield fault("P105.turned")
    yield from (_annotation(note) for note in _listed(page.obj.get("/Annots")) if _in_the_way(note, trim))


def _annotation(note: Object) -> Said:
    return fault("P108", kind=str(note.get("/Subtype", "")).lstrip("/"))


def _in_the_way(note: Object, trim: Rect) -> bool:
    if str(note.get("/Subtype", "")) in OUTSIDE:
        return False
    x0, y0, x1, y1 = sorted_box([float(v) for v in note.get("/Rect", (0, 0, 0, 0))])
    return x0 < trim.x1 and trim.x0 < x1 and y0 < trim.y1 and trim.y0 < y1


def _inside(box: Rect, outer: Rect, slack: float = 0.01) -> bool:
    return box.x0 >= outer.x0 - slack and box.y0 >= outer.y0 - slack and box.x1 <= outer.x1 + slack and box.y1 <= outer.y1 + slack


def _sides(width: float, height: float) -> str:
    return "×".join(f"{side / POINTS_PER_MM:.1f}".removesuffix(".0") for side in (width, height))

