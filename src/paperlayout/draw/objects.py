"""PDF objects: numbers, names, strings, dictionaries and streams, and the file that holds them. The only module that knows reportlab.

reportlab's public way to a PDF is its canvas. It writes text by fonts of its own, packs photos again, and has no calls for faces that come encoded, inks with
colour spaces of their own, page labels by name or an outline in our order. So what lies below the canvas is used: `reportlab.pdfbase.pdfdoc`, which by its
docstring is no public interface. What is leant on has a test each in `tests/test_reportlab.py`:

* `PDFDictionary`, `PDFArray`: text among their values goes into the file as it stands, keys by the alphabet. So numbers, names and strings are written here.
* `PDFDocument.Reference` and `PDFObjectReference`: an object goes by the program's own name, and references may come before it.
* `PDFStream` whose entries name a filter: data that is encoded already stays as it is.
* `PDFDocument(invariant=1)` holds no time, and `updateSignature` makes the file's id from what its streams hold: the same pages, the same bytes.
* `PDFPage.Override_default_compilation`: a page's attributes are its entries, nothing of reportlab's comes in; its `Parent`, `Catalog.Pages`, is set by hand.
* `Catalog` takes entries as attributes (and must be given an outline), `info` any dictionary: the canvas encodes titles its own way and dates by the clock.
"""

import zlib

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFPage, PDFStream

LEVEL = 6  # one fixed compressor: bytes must not depend on what is installed
REGULAR = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.")

Value = str | int | PDFObject
PdfArray = PDFArray
PdfDictionary = PDFDictionary
Reference = PDFObjectReference


def number(value: float) -> str:
    """A length or share with at most three decimals; never -0."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> str:
    """A PDF name; what is not plain ASCII goes in as escaped UTF-8."""
    return "/" + "".join(chr(byte) if byte in REGULAR else f"#{byte:02X}" for byte in text.encode("utf-8"))


def string(text: str) -> str:
    """A text string: ASCII as it stands, everything else as UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex().upper() + ">"


def reference(key: str) -> Reference:
    """A reference to the object that is, or will be, in the file under this key."""
    return PDFObjectReference(key)


def array(*values: Value) -> PdfArray:
    """An array; numbers come as `number` wrote them."""
    return PDFArray(values)


def numbers(*values: float) -> PdfArray:
    """An array of lengths or shares."""
    return PDFArray([number(value) for value in values])


def dictionary(**entries: Value) -> PdfDictionary:
    """A dictionary by its keys."""
    return PDFDictionary(entries)


class PdfFile:
    """The objects of one document. References may be taken before the object is added; the id comes from what the streams hold."""

    def __init__(self, version: tuple[int, int], language: str) -> None:
        self._document = PDFDocument(invariant=1, compression=0, pdfVersion=version, lang=language)
        self._pages: list[Reference] = []

    def add(self, key: str, value: PDFObject) -> Reference:
        """Put an object into the file; `key` is only the program's own name for it."""
        self._document.Reference(value, key)  # type: ignore[no-untyped-call]
        return reference(key)

    def add_stream(self, key: str, data: bytes, entries: PdfDictionary) -> Reference:
        """A stream whose data is already encoded as its entries say."""
        self._document.updateSignature(data)
        return self.add(key, PDFStream(entries, data))

    def add_flate(self, key: str, data: bytes, **entries: Value) -> Reference:
        """A stream that is compressed here."""
        return self.add_stream(key, zlib.compress(data, LEVEL), dictionary(Filter="/FlateDecode", **entries))

    def add_page(self, contents: Reference, resources: PdfDictionary, boxes: dict[str, PdfArray]) -> None:
        """The next page; `page_reference` names it from 0."""
        page = PDFPage()
        page.Override_default_compilation = 1
        parent = self._document.Reference(self._document.Catalog.Pages)  # type: ignore[attr-defined, no-untyped-call]
        for key, value in {"Contents": contents, "Resources": resources, "Parent": parent, **boxes}.items():
            setattr(page, key, value)
        self._pages.append(self._document.thisPageRef())
        self._document.addPage(page)

    def page_reference(self, index: int) -> Reference:
        """The page of that index."""
        return self._pages[index]

    def set_catalog(self, key: str, value: Value) -> None:
        """An entry of the document's catalog."""
        setattr(self._document.Catalog, key, value)  # type: ignore[attr-defined]

    def set_info(self, entries: PdfDictionary) -> None:
        """The document information: title, author, dates."""
        self._document.info = entries  # type: ignore[assignment]

    def finished(self) -> bytes:
        """The finished file."""
        return self._document.format()
