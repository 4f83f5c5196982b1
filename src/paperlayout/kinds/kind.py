"""What a home holds: the parts of one kind of item, for the stages that ask for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic

from paperlayout.diag import Diagnostic
from paperlayout.grid import Grid
from paperlayout.issue.content import Article, ItemT
from paperlayout.issue.fields import Table
from paperlayout.issue.house import House
from paperlayout.issue.items import ReadContext
from paperlayout.issue.reading import FieldReader
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.plan.page_plan import PagePlan
from paperlayout.story.box import MeasuredBox


def _nothing(*_: object) -> Iterator[Any]:
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[ItemT]):
    """One kind of item that stands on a page as a block; how it is drawn, the setting in each measured size knows (`BoxContent`).

    `field` is its field on a page (its row in `issue.fields`), `chinese` what editors call it, `item` what an editor gives.
    `tables`: the field tables of what may stand there, by their names in the JSON Schema; `forms`: these, or an `article`; `words_alone`: or mere words.
    `read`: the field to its items. `measure`: an item in every size it can take. `load`: the cells it will take of a page before it is measured.
    `exported`: its articles as readers get them outside the page, each with the head it stands under.
    `unused`: what of an item on a page of that number cannot be printed. `check`: what is to be said of the finished page.
    """

    field: str
    chinese: str
    item: type[ItemT]
    tables: Mapping[str, Table]
    forms: tuple[str, ...]
    words_alone: bool = False
    read: Callable[[FieldReader, ReadContext], tuple[ItemT, ...]]
    measure: Callable[[ItemT, Grid, Kit], MeasuredBox]
    load: Callable[[ItemT, House], float]
    exported: Callable[[ItemT, House], Iterator[tuple[Article, str]]] = _nothing
    unused: Callable[[ItemT, int], Iterator[Diagnostic]] = _nothing
    check: Callable[[Page, PagePlan], Iterator[Diagnostic]] = _nothing
