"""Inks on the plates: process colours by recipe, spot inks on a plate of their own, black that overprints."""

from paperlayout.draw.objects import PdfDictionary, PdfFile, Reference, array, dictionary, name, number, numbers
from paperlayout.page import Ink

OVERPRINT = "Over"
KNOCKOUT = "Knock"


def process_recipe(ink: Ink, share: float = 1.0) -> tuple[float, float, float, float]:
    """Cyan, magenta, yellow and black of a tint, 0 to 1."""
    return (ink.cyan * share / 100, ink.magenta * share / 100, ink.yellow * share / 100, ink.black * share / 100)


def overprints(ink: Ink) -> bool:
    """Whether type and rules in this ink print over what lies below: only solid black does, so that no white shows when plates shift."""
    return ink.spot is None and process_recipe(ink) == (0, 0, 0, 1)


class Plates:
    """The document's spot plates by name. The recipe a spot is first used with is its alternate on screen."""

    def __init__(self) -> None:
        self._spots: dict[str, Ink] = {}

    def space(self, spot: str) -> str:
        """The resource name of a spot's colour space."""
        return f"Spot{list(self._spots).index(spot) + 1}"

    def fill(self, ink: Ink, share: float = 1.0) -> str:
        """The operator that fills with a tint of an ink."""
        if ink.spot is None:
            return " ".join(map(number, process_recipe(ink, share))) + " k"
        return f"/{self._named(ink, ink.spot)} cs {number(share)} scn"

    def stroke(self, ink: Ink) -> str:
        """The operator that strokes with an ink."""
        if ink.spot is None:
            return " ".join(map(number, process_recipe(ink))) + " K"
        return f"/{self._named(ink, ink.spot)} CS 1 SCN"

    def _named(self, ink: Ink, spot: str) -> str:
        self._spots.setdefault(spot, ink)
        return self.space(spot)

    def add_to(self, file: PdfFile) -> dict[str, Reference]:
        """The colour spaces of all spot plates put into the file, by resource name."""
        spaces = {}
        for spot, ink in self._spots.items():
            tint = dictionary(FunctionType=2, Domain=numbers(0, 1), C0=numbers(0, 0, 0, 0), C1=numbers(*process_recipe(ink)), N=1)
            key = self.space(spot)
            spaces[key] = file.add(key, array("/Separation", name(spot), "/DeviceCMYK", tint))
        return spaces


def graphics_states() -> PdfDictionary:
    """The two ways of printing over a ground; mode 1 leaves the plates alone on which an ink has nothing."""
    over = dictionary(Type="/ExtGState", OP="true", op="true", OPM=1)
    knock = dictionary(Type="/ExtGState", OP="false", op="false", OPM=1)
    return dictionary(**{OVERPRINT: over, KNOCKOUT: knock})
