"""The papers of a finished file: what a print standard wants said, boxed, embedded and left out (ISO 15930)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

from paperlayout.geometry import Rect, Size
from paperlayout.press.icc import NEWEST, fault_of
from paperlayout.press.rules import ERROR, Fault
from paperlayout.press.standard import PRINT, Standard
from paperlayout.units import POINTS_PER_MM

NEAR = 0.3
"""Points a page may be off its size: a tenth of a millimetre."""
SAID = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title")
"""What PDF/X-4 wants in XMP."""
ACTIONS = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/Named", "/Movie", "/Sound", "/ResetForm", "/ImportData")
OUTSIDE = ("/TrapNet", "/PrinterMark")
"""Annotations that may stand anywhere."""
REMAKE = "用 paperlayout press 重新生成"


@dataclass(frozen=True, slots=True)
class Papers:
    """A finished file under inspection, with the standard it should meet."""

    file: Pdf
    standard: Standard
    key: str


def document_faults(papers: Papers) -> Iterator[Fault]:
    """All that is wrong with the file as a whole."""
    for rule in (version, identification, condition, facts, nothing_runs, objects):
        yield from rule(papers)


def version(papers: Papers) -> Iterator[Fault]:
    """P101: no newer PDF than the standard knows, not encrypted, with an id."""
    file, most = papers.file, papers.standard.version
    if file.pdf_version > most:
        yield Fault("P101", ERROR, f"PDF 是 {file.pdf_version} 版，{papers.standard.name} 最高 {most} 版", REMAKE)
    if file.is_encrypted:
        yield Fault("P101", ERROR, "PDF 加了密，制版机打不开", "去掉密码")
    if "/ID" not in file.trailer:
        yield Fault("P101", ERROR, "PDF 没有文件标识（ID）", REMAKE)


def identification(papers: Papers) -> Iterator[Fault]:
    """P102: the file says which standard it meets."""
    wanted = papers.standard.name
    info, packet = str(_info(papers.file).get("/GTS_PDFXVersion", "")), _packet(papers.file)
    told = f">{wanted}<" in packet if papers.standard.accessible else info == wanted
    if not told:
        yield Fault("P102", ERROR, f"文件没有标明是 {wanted}", REMAKE)


def _info(file: Pdf) -> Object:
    return file.trailer.get("/Info", Dictionary())


def _packet(file: Pdf) -> str:
    metadata = file.Root.get("/Metadata")
    return metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""


def condition(papers: Papers) -> Iterator[Fault]:
    """P103: one printing condition, named, with its profile."""
    intents = [intent for intent in _listed(papers.file.Root.get("/OutputIntents")) if str(intent.get("/S")) == PRINT]
    if len(intents) != 1:
        yield Fault("P103", ERROR, f"要有一个输出条件（OutputIntent），文件里有 {len(intents)} 个", REMAKE)
    for intent in intents:
        if "/OutputConditionIdentifier" not in intent:
            yield Fault("P103", ERROR, "输出条件没有名称", REMAKE)
        profile = intent.get("/DestOutputProfile")
        told = fault_of(profile.read_bytes(), NEWEST[papers.key]) if isinstance(profile, Stream) else "没有嵌入"
        if told:
            yield Fault("P103", ERROR, f"输出条件的色彩文件{told}", REMAKE)


def facts(papers: Papers) -> Iterator[Fault]:
    """P104: title, dates and trapping are said."""
    info, packet = _info(papers.file), _packet(papers.file)
    missing = [key.lstrip("/") for key in ("/Title", "/CreationDate", "/ModDate") if key not in info]
    if str(info.get("/Trapped", "")) not in ("/True", "/False"):
        missing.append("Trapped")
    if papers.standard.accessible:
        missing += [key for key in SAID if f"<{key}" not in packet]
    if missing:
        yield Fault("P104", ERROR, f"文件信息缺 {'、'.join(missing)}", REMAKE)


def nothing_runs(papers: Papers) -> Iterator[Fault]:
    """P108: no forms, scripts or attachments."""
    root = papers.file.Root
    opened = root.get("/OpenAction")
    found = [key.lstrip("/") for key in ("/AcroForm", "/AA", "/URI") if key in root]
    found += ["OpenAction"] if isinstance(opened, Dictionary) else []
    found += [key.lstrip("/") for key in ("/JavaScript", "/EmbeddedFiles") if key in root.get("/Names", Dictionary())]
    if found:
        yield Fault("P108", ERROR, f"文件里有表单、动作或附件（{'、'.join(found)}）", "付印文件里不能有；请供稿方去掉")


def objects(papers: Papers) -> Iterator[Fault]:
    """What no object of the file may be: P106 fonts, P108 actions, P109 streams, P110 transfer curves."""
    for found in papers.file.objects:
        if isinstance(found, Dictionary | Stream):
            for look in (_font, _action, _transfer):
                yield from look(found, papers)
        if isinstance(found, Stream):
            yield from _stream(found, papers)


def _font(found: Object, papers: Papers) -> Iterator[Fault]:
    if str(found.get("/Type", "")) != "/Font" or str(found.get("/Subtype", "")) in ("/Type0", "/Type3"):
        return
    descriptor = found.get("/FontDescriptor", Dictionary())
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        name = str(found.get("/BaseFont", "")).lstrip("/")
        yield Fault("P106", ERROR, f"字体 {name} 没有嵌入", "请供稿方嵌入字体，或把文字转成曲线")


def _action(found: Object, papers: Papers) -> Iterator[Fault]:
    kind = str(found.get("/S", ""))
    if kind in ACTIONS and str(found.get("/Type", "/Action")) == "/Action":
        yield Fault("P108", ERROR, f"文件里有动作（{kind.lstrip('/')}）", "付印文件里不能有；请供稿方去掉")


def _transfer(found: Object, papers: Papers) -> Iterator[Fault]:
    if "/TR" in found or str(found.get("/TR2", "/Default")) != "/Default":
        yield Fault("P110", ERROR, "文件里有自带的网点曲线（传递函数）", "请供稿方去掉，网点曲线由印厂定")


def _stream(found: Stream, papers: Papers) -> Iterator[Fault]:
    filters = str(found.get("/Filter", ""))
    if "/LZWDecode" in filters or ("/JPXDecode" in filters and papers.key == "x1a"):
        yield Fault("P109", ERROR, f"文件里有 {papers.standard.name} 不许的压缩方式", REMAKE)
    if "/F" in found:
        yield Fault("P109", ERROR, "文件的一部分放在外面的文件里", "请供稿方给完整的文件")
    if papers.key == "x1a" and str(found.get("/Type", "")) in ("/ObjStm", "/XRef"):
        yield Fault("P101", ERROR, "PDF 用了 1.4 版没有的对象流", REMAKE)


def _listed(array: Object | None) -> list[Any]:
    return list(array) if isinstance(array, Array) else []


def box_of(page: Page, key: str) -> Rect | None:
    """A box of a page in points, y up."""
    found = page.obj.get(key)
    return Rect(*sorted_box([float(v) for v in found])) if isinstance(found, Array) and len(found) == 4 else None


def sorted_box(edges: list[float]) -> tuple[float, float, float, float]:
    """The edges of a box from the lower left to the upper right, however they are written."""
    x0, y0, x1, y1 = edges
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def page_faults(page: Page, wanted: Size) -> Iterator[Fault]:
    """P105 and P108: the boxes of one page, and what is stuck on it."""
    media, bleed, trim = box_of(page, "/MediaBox"), box_of(page, "/BleedBox"), box_of(page, "/TrimBox")
    if media is None or trim is None or "/ArtBox" in page.obj:
        yield Fault("P105", ERROR, "页面要有纸张框（MediaBox）和成品框（TrimBox），不能有 ArtBox", REMAKE)
        return
    if not _inside(trim, media) or (bleed and not (_inside(trim, bleed) and _inside(bleed, media))):
        yield Fault("P105", ERROR, "成品框要在出血框里，出血框要在纸张框里", REMAKE)
    crop = box_of(page, "/CropBox")
    if crop and not _inside(bleed or trim, crop):
        yield Fault("P105", ERROR, "裁剪框（CropBox）切掉了版面", REMAKE)
    if abs(trim.width - wanted.width) > NEAR or abs(trim.height - wanted.height) > NEAR:
        yield Fault("P105", ERROR, f"成品尺寸是 {_mm(trim.width)}×{_mm(trim.height)} 毫米，应是 {_mm(wanted.width)}×{_mm(wanted.height)}", "查“开本”")
    if int(page.obj.get("/Rotate", 0)) or "/UserUnit" in page.obj:
        yield Fault("P105", ERROR, "页面转了方向或改了单位", REMAKE)
    yield from (_annotation(note) for note in _listed(page.obj.get("/Annots")) if _in_the_way(note, trim))


def _annotation(note: Object) -> Fault:
    return Fault("P108", ERROR, f"版面上有批注或链接（{str(note.get('/Subtype', '')).lstrip('/')}）", "付印文件里不能有；请供稿方去掉")


def _in_the_way(note: Object, trim: Rect) -> bool:
    if str(note.get("/Subtype", "")) in OUTSIDE:
        return False
    x0, y0, x1, y1 = sorted_box([float(v) for v in note.get("/Rect", (0, 0, 0, 0))])
    return x0 < trim.x1 and trim.x0 < x1 and y0 < trim.y1 and trim.y0 < y1


def _inside(box: Rect, outer: Rect, slack: float = 0.01) -> bool:
    return box.x0 >= outer.x0 - slack and box.y0 >= outer.y0 - slack and box.x1 <= outer.x1 + slack and box.y1 <= outer.y1 + slack


def _mm(length: float) -> str:
    return f"{length / POINTS_PER_MM:.1f}".removesuffix(".0")

