"""How the file is read aloud, copied and reflowed: the structure tree (ISO 32000-1, 14.7; PDF/UA-1)."""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from paperlayout.draw.tags import Element, MarkedContent, Reading
from paperlayout.page import Page
from paperlayout.units import Pt


@dataclass(slots=True)
class _Tree:
    """The tree while it is written: the file, its pages, and each page's elements by the number of their passages."""

    file: Pdf
    pages: tuple[Page, ...]
    margin: Pt
    sheets: list[Object]
    parents: list[dict[int, Object]] = field(default_factory=list)


def add_structure(file: Pdf, reading: Reading, pages: tuple[Page, ...], margin: Pt) -> None:
    """The structure tree put into the file, whose drawing carries the marks."""
    tree = _Tree(file, pages, margin, [page.obj for page in file.pages], [{} for _ in pages])
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = Array([_element(tree, reading.document, root)])
    numbers: list[Object | int] = []
    for index, parents in enumerate(tree.parents):
        tree.sheets[index].StructParents = index
        tree.sheets[index].Tabs = Name.S
        numbers += [index, file.make_indirect(Array([parents[mark] for mark in range(len(parents))]))]
    root.ParentTree = file.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(tree.parents)
    file.Root.StructTreeRoot = root
    file.Root.MarkInfo = Dictionary(Marked=True)


def _element(tree: _Tree, element: Element, parent: Object) -> Object:
    made = tree.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    first = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
    if first is not None:
        made.Pg = tree.sheets[first]
    if element.title:
        made.T = String(element.title)
    if element.alt:
        made.Alt = String(element.alt)
    if element.said:
        made.ActualText = String(element.said)
    if element.box and first is not None:
        made.A = _layout(tree, element, first)
    made.K = Array([_kid(tree, kid, made, first) for kid in element.kids])
    return made


def _kid(tree: _Tree, kid: Element | MarkedContent, parent: Object, page: int | None) -> Object | int:
    """A passage by its number, with its page where that is not its element's."""
    if isinstance(kid, Element):
        return _element(tree, kid, parent)
    tree.parents[kid.page][kid.mark] = parent
    if kid.page == page:
        return kid.mark
    return Dictionary(Type=Name.MCR, Pg=tree.sheets[kid.page], MCID=kid.mark)


def _layout(tree: _Tree, element: Element, index: int) -> Object:
    """Where a figure stands, y up from the sheet's lower left."""
    assert element.box
    top = tree.pages[index].size.height + tree.margin
    box = (tree.margin + element.box.x0, top - element.box.y1, tree.margin + element.box.x1, top - element.box.y0)
    return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(edge, 3) for edge in box]))
