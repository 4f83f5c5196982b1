"""Screen colours into newsprint inks without a press profile: grey goes to black, near-pure colours print pure."""

from functools import reduce
from itertools import pairwise

from PIL import Image, ImageChops

# A dot under 3 % does not hold on newsprint and one over 91 % fills in, so the ends of the scale are pulled to paper and solid.
# This is also what makes the common red of illustrations, sRGB #E60012, meet the paper's red, 0/100/100/0.
SCALE = ((0.0, 0.0), (0.03, 0.0), (0.06, 0.06), (0.82, 0.82), (0.91, 1.0), (1.0, 1.0))


def _scaled(value: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(SCALE):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return 1.0


HELD = [round(255 * _scaled(value / 255)) for value in range(256)]
CUBE = [round(255 * (value / 255) ** 3) for value in range(256)]


def separate(image: Image.Image) -> Image.Image:
    """The four plates of an RGB image; no more than 220 % ink anywhere.

    The grey part g of a colour is taken out of all three inks and comes back on the black plate, but less so the purer the colour
    is: the trace of grey in a poster red is an artefact of the screen, not dirt to be printed. What remains is strengthened by 1 + g,
    the two-ink stand-in for dividing by 1 - g that keeps dark colours within the ink limit.
    """
    inks = tuple(ImageChops.invert(band) for band in image.split())
    most, grey = reduce(ImageChops.lighter, inks), reduce(ImageChops.darker, inks)
    purity = ImageChops.subtract(most, grey).point(CUBE)
    colours = (ImageChops.subtract(ink, grey) for ink in inks)
    plates = [ImageChops.add(colour, ImageChops.multiply(colour, grey)) for colour in colours]
    plates.append(ImageChops.subtract(grey, ImageChops.multiply(grey, purity)))
    return Image.merge("CMYK", [plate.point(HELD) for plate in plates])
