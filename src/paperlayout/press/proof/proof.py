"""The whole way from a press file to its proof."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from paperlayout.draw.pdf import DocumentInfo
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.press.grey import greyed
from paperlayout.press.proof.bound import bound
from paperlayout.press.proof.changes import ProofRecord, copy_changes
from paperlayout.press.proof.forms import ProofJob, change_list, spreads, tiles, whole
from paperlayout.press.proof.galley import galley
from paperlayout.press.proof.pen import ProofPen
from paperlayout.press.proof.sheet import ProofSheet, ProofSlip, Stage

Form = Literal["whole", "spreads", "tiles", "galley"]
FORMS: dict[str, Callable[[ProofJob, str], tuple[ProofSheet, ...]]] = {
    "whole": whole, "spreads": spreads, "tiles": tiles, "galley": lambda job, paper: galley(job),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProofOrder:
    """What kind of proof is wanted: its stage, form and paper, gray or in colours; time and revision as they are to be printed."""

    stage: Stage
    form: Form
    paper: str
    gray: bool
    time: str
    revision: int


def proof(pressed: bytes, pages: tuple[Page, ...], info: DocumentInfo, kit: Kit, order: ProofOrder, record: ProofRecord) -> bytes:
    """The proof of a press file. `record` has the copy of these pages and of the proof before; the same arguments give the same bytes."""
    date = f"{info.date.year}年{info.date.month}月{info.date.day}日"
    slip = ProofSlip(info.subject, date, order.stage, order.revision, order.time, hashlib.sha256(pressed).hexdigest())
    found = copy_changes(record.before, record.now) if record.before is not None else ()
    job = ProofJob(pages, slip, found, ProofPen(kit, order.gray))
    sheets = (*FORMS[order.form](job, order.paper), *change_list(job, order.paper))
    source = greyed(pressed) if order.gray else pressed
    return bound(source, sheets, replace(info, title=f"{info.title} {order.stage} 第{order.revision}次"), kit.book)
