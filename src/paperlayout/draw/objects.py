"""PDF objects: numbers, names, strings, dictionaries and streams, and the file that holds them."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFPage, PDFStream

LEVEL = 6  # one fixed compressor: bytes must not depend on what is installed
REGULAR = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.")

Value = str | int | PDFObject


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


def array(*values: Value) -> PDFArray:
    """An array; numbers come as `number` wrote them."""
    return PDFArray(values)


def numbers(*values: float) -> PDFArray:
    """An array of lengths or shares."""
    return PDFArray([number(value) for value in values])


def dictionary(**entries: Value) -> PDFDictionary:
    """A dictionary by its keys."""
    return PDFDictionary(entries)


class PdfFile:
    """The objects of one document. References may be taken before the object is added; the id comes from what the streams hold."""

    def __init__(self, version: tuple[int, int], language: str) -> None:
        self._document = PDFDocument(invariant=1, compression=0, pdfVersion=version)
        self.set_catalog("Lang", string(language))

    def add(self, key: str, value: PDFObject) -> PDFObjectReference:
        """Put an object into the file; `key` is only the program's own name for it."""
        self._document.Reference(value, key)  # type: ignore[no-untyped-call]
        return PDFObjectReference(key)

    def add_stream(self, key: str, data: bytes, entries: PDFDictionary | None = None) -> PDFObjectReference:
        """A stream whose data is already encoded as its entries say."""
        self._document.updateSignature(data)
        return self.add(key, PDFStream(entries, data, []))

    def add_flate(self, key: str, data: bytes, **entries: Value) -> PDFObjectReference:
        """A stream that is compressed here."""
        return self.add_stream(key, zlib.compress(data, LEVEL), dictionary(Filter="/FlateDecode", **entries))

    def add_page(self, contents: PDFObjectReference, resources: PDFDictionary, boxes: dict[str, PDFArray]) -> None:
        """The next page; `page_reference` names it from 0."""
        page = PDFPage()
        page.Override_default_compilation = 1
        parent = self._document.Reference(self._document.Catalog.Pages)  # type: ignore[attr-defined, no-untyped-call]
        for key, value in {"Contents": contents, "Resources": resources, "Parent": parent, **boxes}.items():
            setattr(page, key, value)
        self._document.addPage(page)

    def page_reference(self, index: int) -> PDFObjectReference:
        """The page of that index."""
        return PDFObjectReference(f"Page{index + 1}")  # the key reportlab gives it

    def set_catalog(self, key: str, value: Value) -> None:
        """An entry of the document's catalog."""
        setattr(self._document.Catalog, key, value)  # type: ignore[attr-defined]

    def set_info(self, entries: PDFDictionary) -> None:
        """The document information: title, author, dates."""
        self._document.info = entries  # type: ignore[assignment]

    def finished(self) -> bytes:
        """The finished file."""
        return self._document.format()
