"""A press file in grey, for laser printers that make poor greys of four colours: every colour operator and photo on the black plate."""

import io
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Operator, Pdf, parse_content_stream, unparse_content_stream

from paperlayout.photo.grey import grey_jpeg

SHARES = (0.3, 0.59, 0.11)
"""How dark cyan, magenta and yellow look (PostScript's own way from CMYK to grey)."""
SPACES = {"k": "g", "K": "G", "rg": "g", "RG": "G"}
CHOOSE, SET = {"cs": "fill", "CS": "stroke"}, {"sc": "fill", "scn": "fill", "SC": "stroke", "SCN": "stroke"}
PAINT = {"fill": "g", "stroke": "G"}


def greyed(data: bytes) -> bytes:
    """The file with all its pages in grey."""
    with Pdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.contents_coalesce()
            page.obj.Contents = file.make_stream(_grey_content(page.obj, page.obj.Resources))
        for image in _images(file):
            _grey_image(image)
        out = io.BytesIO()
        file.save(out, deterministic_id=True, compress_streams=True, fix_metadata_version=False)
        return out.getvalue()


def _images(file: Pdf) -> Iterator[Object]:
    """Every photo of the file once."""
    for item in file.objects:
        if isinstance(item, Object) and item._type_name == "stream" and item.get(Name.Subtype) == Name.Image:
            yield item


def _grey_image(image: Object) -> None:
    if image.get(Name.ColorSpace) != Name.DeviceCMYK or image.get(Name.Filter) != Name.DCTDecode:
        return
    image.write(grey_jpeg(image.read_raw_bytes()), filter=Name.DCTDecode)
    image.ColorSpace = Name.DeviceGray
    if Name.Decode in image:
        del image.Decode


def _grey_content(stream: Object, resources: Object) -> bytes:
    """A page's operators with every colour as a grey."""
    spaces: dict[str, Any] = {}
    found: list[Any] = []
    for instruction in parse_content_stream(stream):
        if isinstance(instruction, ContentStreamInlineImage):
            found.append(instruction)
            continue
        name, operands = str(instruction.operator), list(instruction.operands)
        if name in SPACES:
            found.append(([_grey(operands)], Operator(SPACES[name])))
        elif name in CHOOSE:
            spaces[CHOOSE[name]] = resources.get(Name.ColorSpace, Dictionary()).get(str(operands[0]))
        elif name in SET:
            kind = SET[name]
            found.append(([_tint(spaces.get(kind), operands)], Operator(PAINT[kind])))
        else:
            found.append(instruction)
    return unparse_content_stream(found)


def _grey(operands: list[Any]) -> float:
    """The grey of a CMYK or RGB colour."""
    values = [float(value) for value in operands]
    if len(values) == 4:
        return round(1 - min(1.0, sum(a * b for a, b in zip(SHARES, values, strict=False)) + values[3]), 4)
    return round(sum(a * b for a, b in zip(SHARES, values, strict=True)), 4)


def _tint(space: Any, operands: list[Any]) -> float:
    """The grey of a tint of a spot ink, by the recipe that stands in for it on screen."""
    share = float(operands[0])
    if isinstance(space, Array) and len(space) == 4 and Name.C1 in space[3]:
        return _grey([float(part) * share for part in space[3].C1])
    return round(1 - share, 4)
