"""The printing inks of the illustrations: black, grays, one red and its tints."""

Ink = tuple[int, int, int]

INK: Ink = (30, 28, 29)
COAL: Ink = (58, 57, 59)
SLATE: Ink = (88, 87, 90)
STEEL: Ink = (122, 121, 124)
GRAY: Ink = (156, 155, 158)
SILVER: Ink = (186, 185, 187)
ASH: Ink = (206, 205, 206)
FOG: Ink = (220, 219, 220)
MIST: Ink = (231, 230, 230)
PAPER: Ink = (242, 240, 239)

RED: Ink = (230, 0, 18)
DEEP_RED: Ink = (186, 6, 20)
CORAL: Ink = (238, 84, 76)
SALMON: Ink = (243, 142, 128)
ROSE: Ink = (247, 186, 175)
BLUSH: Ink = (249, 213, 204)
PALE: Ink = (249, 231, 225)

SKIN: Ink = (243, 205, 183)
SKIN_SHADE: Ink = (225, 177, 153)
TAN: Ink = (230, 186, 160)
TAN_SHADE: Ink = (208, 157, 130)


def dim(ink: Ink, percent: int) -> Ink:
    """The ink at the given percentage of its brightness, never lighter than the paper tint."""
    red, green, blue = (min(part * percent // 100, max(part, 244)) for part in ink)
    return red, green, blue
