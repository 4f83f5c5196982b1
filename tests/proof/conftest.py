"""A press file of four pages, and what a proof needs beside it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from conftest import SAMPLE

from paperlayout.draw.pdf import DocumentInfo
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.press.proof.changes import ProofRecord, followed, told
from paperlayout.press.proof.proof import ProofOrder, proof


@dataclass(frozen=True)
class Pressed:
    """Pages, the press file made of them, and what it says of itself."""

    pages: tuple[Page, ...]
    data: bytes
    info: DocumentInfo
    kit: Kit

    def proof(self, record: ProofRecord | None = None, **order: object) -> bytes:
        wanted = {"stage": "大样", "form": "whole", "paper": "A3", "gray": False, "time": "", "revision": 1, **order}
        return proof(self.data, self.pages, self.info, self.kit, ProofOrder(**wanted), record or followed(None, told(self.pages)))


@pytest.fixture(scope="session")
def press_of(sample) -> Callable[[int], Pressed]:
    """The sample's page so many times, each under its own number, as a press file."""
    from paperlayout.photo.pixels import Darkroom
    from paperlayout.pipeline import document_info
    from paperlayout.press.finish import press_file

    edition, kit = sample
    made: dict[int, Pressed] = {}

    def pressed(count: int) -> Pressed:
        if count not in made:
            pages = tuple(replace(edition.pages[0], number=n, label=f"{n:02d}", name="要闻") for n in range(1, count + 1))
            info = document_info(edition.issue)
            made[count] = Pressed(pages, press_file(pages, info, kit, Darkroom(SAMPLE).develop, kit.house.press[0]).data, info, kit)
        return made[count]

    return pressed
