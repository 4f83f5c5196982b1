"""A drawn document finished to a print standard: PDF/X-4 that is PDF/UA-1 and PDF/A-2a too, or PDF/X-1a for old RIPs."""

import hashlib
import io
import uuid
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from paperlayout.draw.pdf import DocumentInfo
from paperlayout.draw.tags import Reading
from paperlayout.page import Page
from paperlayout.press.icc import Condition
from paperlayout.press.structure import add_structure
from paperlayout.press.threads import add_threads
from paperlayout.press.xmp import Statement, packet
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Standard:
    """A print standard: what it is called in the file, the PDF version it is written in, and whether the file is PDF/UA-1 and PDF/A-2a as well."""

    name: str
    version: str
    accessible: bool


STANDARDS = {"x4": Standard("PDF/X-4", "1.6", True), "x1a": Standard("PDF/X-1a:2003", "1.4", False)}
PRINT, ARCHIVE = "/GTS_PDFX", "/GTS_PDFA1"


@dataclass(frozen=True, slots=True)
class FinishJob:
    """All that finishing needs to know of a document beside its drawing. `margin` is from the edge of the sheet to the trimmed page."""

    pages: tuple[Page, ...]
    info: DocumentInfo
    reading: Reading
    standard: Standard
    condition: Condition
    margin: Pt = 0.0
    trapped: bool = False


def finish(drawn: bytes, job: FinishJob) -> bytes:
    """The finished file; the same drawing and job give the same bytes."""
    with Pdf.open(io.BytesIO(drawn)) as file:
        _identify(file, drawn, job)
        _add_intents(file, job)
        add_structure(file, job.reading, job.pages, job.margin)
        if job.standard.version < "1.5":
            _without_tab_order(file)
        add_threads(file, job.pages, job.margin)
        return _saved(file, job.standard)


def _without_tab_order(file: Pdf) -> None:
    """PDF 1.4 knows no tab order."""
    for page in file.pages:
        del page.obj.Tabs


def _identify(file: Pdf, drawn: bytes, job: FinishJob) -> None:
    """The standard and the ids, in the document information and in XMP alike. Ids come from what is drawn, so they change when the pages do."""
    file.docinfo[Name.GTS_PDFXVersion] = String(job.standard.name)
    file.docinfo[Name.Trapped] = Name("/True") if job.trapped else Name("/False")
    digest = hashlib.sha256(drawn).digest()
    document, instance = (str(uuid.UUID(bytes=half, version=4)) for half in (digest[:16], digest[16:]))
    said = Statement(job.standard.name, job.standard.accessible, job.trapped, document, instance)
    file.Root.Metadata = file.make_stream(packet(job.info, said), Type=Name.Metadata, Subtype=Name.XML)


def _add_intents(file: Pdf, job: FinishJob) -> None:
    """The printing condition with its profile, once for print and once for the archive."""
    profile = file.make_stream(job.condition.profile, N=4)
    kinds = (PRINT, ARCHIVE) if job.standard.accessible else (PRINT,)
    file.Root.OutputIntents = Array([file.make_indirect(_intent(Name(kind), job.condition, profile)) for kind in kinds])


def _intent(kind: Name, condition: Condition, profile: Object) -> Dictionary:
    entries = Dictionary(Type=Name.OutputIntent, S=kind, OutputConditionIdentifier=String(condition.identifier), DestOutputProfile=profile)
    entries.Info = entries.OutputCondition = String(condition.description)
    if condition.registry:
        entries.RegistryName = String(condition.registry)
    return entries


def _saved(file: Pdf, standard: Standard) -> bytes:
    out = io.BytesIO()
    packed = ObjectStreamMode.generate if standard.version >= "1.5" else ObjectStreamMode.disable
    file.save(out, force_version=standard.version, object_stream_mode=packed, compress_streams=True, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()
