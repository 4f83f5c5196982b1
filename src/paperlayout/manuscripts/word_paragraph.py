"""One Word paragraph while it is read: its stretches of text with their boldness and size, and the pictures that hang in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from paperlayout.manuscripts.arrival import EDGES, ManuscriptPicture


@dataclass(slots=True)
class WordParagraph:
    """A paragraph being read: stretches of text with their boldness, and the pictures that hang in it."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    pictures: list[ManuscriptPicture] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)

    def lines(self) -> Iterator["WordParagraph"]:
        """Its parts between Word's line breaks, each a paragraph of ours."""
        part = WordParagraph(pictures=self.pictures, sizes=self.sizes)
        for text, strong in self.pieces:
            first, *rest = text.split("\n")
            part.pieces.append((first, strong))
            for more in rest:
                yield part
                part = WordParagraph([(more, strong)], [], self.sizes)
        yield part

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @property
    def size(self) -> float:
        """The size most of its characters have."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=0.0)

    @property
    def strong(self) -> bool:
        """Every character but marks and spaces is bold."""
        return bool(self.text.strip(EDGES)) and all(strong for text, strong in self.pieces if text.strip(EDGES))

    def marked(self) -> str:
        """The copy with ** round what is bold."""
        merged: list[tuple[str, bool]] = []
        for text, strong in self.pieces:
            if merged and merged[-1][1] == strong:
                merged[-1] = (merged[-1][0] + text, strong)
            elif text:
                merged.append((text, strong))
        return "".join(emboldened(text) if strong and text.strip(EDGES) else text for text, strong in merged)


def emboldened(text: str) -> str:
    """Text between ** that hold no white."""
    inner = text.strip(EDGES)
    lead = text[: len(text) - len(text.lstrip(EDGES))]
    return f"{lead}**{inner}**{text[len(lead) + len(inner) :]}"
