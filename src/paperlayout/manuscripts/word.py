"""Word manuscripts (.docx): paragraphs with what their styles say, pictures, tables, and all that could not come along, named."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Filling, IssueError, Origin
from paperlayout.manuscripts.arrival import EDGES, Arrival, ManuscriptLine, ManuscriptPicture, Shape
from paperlayout.manuscripts.word_numbers import LABEL_END, LABEL_START, with_numbers
from paperlayout.manuscripts.word_paragraph import WordParagraph

MOST_BYTES = 200_000_000
"""All parts of a Word file unpacked: more is no manuscript."""
OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How .doc files begin, and .docx files under a password."""
SUFFIXES = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/bmp": ".bmp", "image/tiff": ".tif", "image/webp": ".webp",
    "image/x-emf": ".emf", "image/x-wmf": ".wmf", "image/svg+xml": ".svg",
}  # fmt: skip
STYLES: dict[str, tuple[Shape, int]] = {
    "title": ("title", 0), "标题": ("title", 0), "subtitle": ("subtitle", 0), "副标题": ("subtitle", 0), "caption": ("caption", 0), "题注": ("caption", 0),
    "quote": ("quote", 0), "intense quote": ("quote", 0), "引用": ("quote", 0), "明显引用": ("quote", 0),
}  # fmt: skip
TRACKED = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo ")
SAID_PIECE = 20
TYPED: dict[str, Callable[[Any], str]] = {
    "Text": lambda element: str(element.value),
    "Tab": lambda _: "\t",
    "Break": lambda element: "\n" if element.break_type == "line" else "",
    "Checkbox": lambda element: "☑" if element.checked else "☐",
}
"""What each of mammoth's leaves stands for in copy."""


def read_word(path: Path, shown: str) -> Arrival:
    """A Word file's paragraphs, numbered from 1 as the eye counts them, empty ones left out.

    Raises IssueError when it is no Word file, locked by a password, or too large.
    """
    data = _opened(path, shown)
    reader = _WordReader(shown)
    reader.tell_unsettled(data)
    document = _document(data, shown, reader)
    reader.notes, reader.comments = document.notes, {c.comment_id: c for c in document.comments}
    reader.read(document.children)
    return Arrival(shown, tuple(reader.lines), tuple(reader.findings))


def _opened(path: Path, shown: str) -> bytes:
    """The file's bytes, once it is sure that they are a Word file of a sane size."""
    try:
        data = path.read_bytes()
    except OSError:
        raise IssueError([tell("F316.busy", Origin(shown), name=path.name)]) from None
    if data.startswith(OLD_WORD):
        raise IssueError([tell("F316.locked", Origin(shown), name=path.name)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size, names = sum(part.file_size for part in parts.infolist()), parts.namelist()
    except zipfile.BadZipFile:
        size, names = 0, []
    if "word/document.xml" not in names and "[Content_Types].xml" not in names:
        raise IssueError([tell("F316", Origin(shown), name=path.name)])
    if size > MOST_BYTES:
        raise IssueError([tell("F316.large", Origin(shown), name=path.name, most=MOST_BYTES // 1_000_000)])
    return data


def _document(data: bytes, shown: str, reader: "_WordReader") -> Any:
    """mammoth's tree of the document, its messages told."""
    import mammoth.docx

    try:
        result = mammoth.docx.read(io.BytesIO(with_numbers(data)), external_file_access=False)
    except Exception as fault:  # mammoth lets through whatever its XML and zip readers raise on a damaged file
        raise IssueError([tell("F316", Origin(shown), name=Path(shown).name)]) from fault
    for message in dict.fromkeys(m.message for m in result.messages):
        reader.tell_message(message)
    return result.value


class _WordReader:
    """Walks the document and keeps its lines and what there is to say."""

    def __init__(self, file: str) -> None:
        self.file, self.lines, self.findings = file, list[ManuscriptLine](), list[Diagnostic]()
        self.notes: Any = None
        self.comments: dict[str, Any] = {}
        self._gap = False

    @property
    def _here(self) -> Origin:
        return Origin(self.file, len(self.lines) + 1)

    def _tell(self, key: str, origin: Origin | None = None, **values: Filling) -> None:
        self.findings.append(finding(sentence(key, **values), origin or self._here))

    def tell_unsettled(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            body = parts.read("word/document.xml") if "word/document.xml" in parts.namelist() else b""
        if any(mark in body for mark in TRACKED):
            self._tell("C364.tracked", Origin(self.file))
        if b"<w:vanish" in body:
            self._tell("C364.hidden", Origin(self.file))

    def tell_message(self, message: str) -> None:
        """What mammoth could not read, in the editor's words; its remarks about styles matter to nobody."""
        if "w:sym" in message:
            self._tell("C365.symbol", Origin(self.file))
        elif "math" in message:
            self._tell("C365.formula", Origin(self.file))
        elif "was ignored" in message and "unrecognised element" in message:
            self._tell("C365.thing", Origin(self.file), what=message.rpartition(": ")[2])

    def read(self, elements: Iterable[Any]) -> None:
        for element in elements:
            kind = type(element).__name__
            if kind == "Paragraph":
                self._paragraph(element)
            elif kind == "Table":
                self._table(element)

    def _paragraph(self, element: Any) -> None:
        gathered = WordParagraph()
        self._gather(element.children, gathered, False)
        shape, level = _shape(element)
        if shape == "title":
            gathered.pieces = [(text.replace("\n", "/"), strong) for text, strong in gathered.pieces]
        if not gathered.text.strip(EDGES + "\n") and not gathered.pictures:
            self._gap = True
        indented = gathered.text.startswith("　")  # typed: an indent of the style says nothing about this paragraph
        for part in gathered.lines():
            self._line(part, shape, level, element.alignment == "center", indented)

    def _line(self, part: WordParagraph, shape: Shape, level: int, centred: bool, indented: bool) -> None:
        for picture in part.pictures:
            self.lines.append(ManuscriptLine("", self._here, "picture", picture=picture))
        strong = part.strong
        text = (part.text if strong else part.marked()).strip(EDGES)
        if LABEL_START in text:
            text = self._numbered(text)
        if text.strip(EDGES):
            self.lines.append(ManuscriptLine(text, self._here, shape, level, part.size, centred, strong, indented, self._gap))
            self._gap = False

    def _numbered(self, text: str) -> str:
        label = text[text.index(LABEL_START) + 1 : text.index(LABEL_END)]
        self._tell("C363", label=label)
        return text.replace(LABEL_START, "").replace(LABEL_END, "")

    def _gather(self, elements: Iterable[Any], into: WordParagraph, strong: bool, size: float = 0.0) -> None:
        for element in elements:
            kind = type(element).__name__
            if kind in TYPED:
                text = TYPED[kind](element)
                into.pieces.append((text, strong))
                into.sizes[size] = into.sizes.get(size, 0) + len(text)
            elif kind == "Run":
                self._tell_struck(element)
                self._gather(element.children, into, element.is_bold or element.style_name == "Strong", element.font_size or 0.0)
            elif kind == "Image":
                into.pictures += self._picture(element)
            elif kind in ("NoteReference", "CommentReference"):
                self._tell_aside(element)
            elif hasattr(element, "children"):
                self._gather(element.children, into, strong, size)

    def _picture(self, image: Any) -> list[ManuscriptPicture]:
        suffix = SUFFIXES.get(image.content_type or "", ".bin")
        try:
            with image.open() as opened:
                return [ManuscriptPicture(suffix, opened.read(), alt=image.alt_text or "")]
        except (OSError, ValueError, KeyError):  # only linked, so it lies on the sender's machine; or its part is missing
            self._tell("F315")
            return []

    def _tell_struck(self, run: Any) -> None:
        text = _plain_text(run)
        if run.is_strikethrough and text:
            self._tell("C364.struck", piece=_piece(text))

    def _tell_aside(self, reference: Any) -> None:
        """A footnote or a colleague's comment is no copy, but nobody should have to look for it."""
        if type(reference).__name__ == "NoteReference":
            self._tell("C365.footnote", text=_plain_text(*self.notes.resolve(reference).body))
        elif comment := self.comments.get(reference.comment_id):
            key, who = ("C366.by", comment.author_name) if comment.author_name else ("C366", "")
            self._tell(key, who=who, text=_plain_text(*comment.body))

    def _table(self, table: Any) -> None:
        """A table of one cell is a frame round paragraphs; any other keeps its rows and cells."""
        cells = [cell for row in table.children for cell in row.children]
        if len(cells) == 1:
            self.read(cells[0].children)
            return
        rows = ["\t".join(self._cell(cell) for cell in row.children) for row in table.children]
        if any(row.strip() for row in rows):
            self.lines.append(ManuscriptLine("\n".join(rows), self._here, "fence", gap=self._gap))

    def _cell(self, cell: Any) -> str:
        gathered = WordParagraph()
        for i, element in enumerate(cell.children):
            gathered.pieces += [(" ", False)] if i and gathered.text else []
            self._gather(getattr(element, "children", ()), gathered, False)
        for picture in gathered.pictures:
            self.lines.append(ManuscriptLine("", self._here, "picture", picture=picture))
        return " ".join(gathered.text.replace(LABEL_START, "").replace(LABEL_END, "").split())


def _shape(element: Any) -> tuple[Shape, int]:
    """What a paragraph's style says it is: Word keeps the English names of its own styles in every language."""
    name = (element.style_name or "").strip().lower()
    for prefix in ("heading ", "标题 "):
        if name.startswith(prefix) and name[len(prefix) :].strip().isdigit():
            return "heading", int(name[len(prefix) :])
    if name in STYLES:
        return STYLES[name]
    listed = element.numbering is not None and not element.numbering.is_ordered
    return ("list", 0) if listed else ("plain", 0)


def _plain_text(*elements: Any) -> str:
    """The characters of a piece of the document."""
    found = (e.value if type(e).__name__ == "Text" else _plain_text(*getattr(e, "children", ())) for e in elements)
    return "".join(found).strip()


def _piece(text: str) -> str:
    return text if len(text) <= SAID_PIECE else text[:SAID_PIECE] + "…"
