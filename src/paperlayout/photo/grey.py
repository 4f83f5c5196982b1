"""Developed photos in grey, for proofs on a laser printer."""

import io

from PIL import Image, ImageChops

SHARES = (0.3, 0.59, 0.11)
"""How dark cyan, magenta and yellow look."""
QUALITY = 85


def grey_jpeg(data: bytes) -> bytes:
    """The JPEG data of four plates as one of grey."""
    with Image.open(io.BytesIO(data)) as plates:
        cyan, magenta, yellow, black = plates.convert("CMYK").split()
    ink = black
    for plate, share in zip((cyan, magenta, yellow), SHARES, strict=True):
        ink = ImageChops.add(ink, plate.point([round(level * share) for level in range(256)]))
    stream = io.BytesIO()
    ImageChops.invert(ink).save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()
