"""报眼 and 本期导读: copy that does not fit beside the nameplate, or has no place there."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.compose.nameplate import ear_entries
from paperlayout.diag import Diagnostic
from paperlayout.issue.content import FRONT, Article, Issue, Photo
from paperlayout.kit import Kit
from paperlayout.story.body import RUNNING
from paperlayout.story.ear import EarItem, ear_box, ear_crop, item_for_ear, measure_ear

NO_PLACE = {"kicker": "引题", "deck": "副题", "standing_head": "栏目", "author": "作者", "photos": "照片", "data": "数据"}
"""What of an article the ear has no place for."""


def crowded_ear(issue: Issue, kit: Kit) -> Iterator[Diagnostic]:
    """L212 for each entry with more lines than its place holds, and for what is pinned there and does not fit; S402, S407 for pins that have no effect."""
    leading = kit.house.look.nameplate.info_leading
    for entry in ear_entries(issue, kit):
        if entry.crowded(leading):
            key = "L212.guide" if entry.number or issue.guide else "L212.ear"
            yield tell(key, entry.text.origin, page=FRONT, lines=len(entry.lines))
    yield from _pinned(issue, kit)


def _pinned(issue: Issue, kit: Kit) -> Iterator[Diagnostic]:
    first = item_for_ear(issue.pages[0]) if issue.pages else None
    for number, page in enumerate(issue.pages, FRONT):
        items: tuple[EarItem, ...] = (*page.stories, *page.photos)
        for item in items:
            if item.placing.position != "ear":
                continue
            if item is not first:
                yield tell("S407", item.placing.origin or item.origin, page=number, story=item.id)
            elif issue.guide or issue.ear:
                yield tell("S402.taken", item.placing.origin or item.origin, page=number, story=item.id)
            else:
                yield from _story(item, kit) if isinstance(item, Article) else _photo(item, kit)


def _story(article: Article, kit: Kit) -> Iterator[Diagnostic]:
    for name, label in NO_PLACE.items():
        if getattr(article, name):
            yield tell("S402.earpart", article.origin, page=FRONT, story=article.id, label=label)
    if any(block.kind not in RUNNING for block in article.body):
        yield tell("S402.earpart", article.origin, page=FRONT, story=article.id, label="小标题、诗、表")
    over = measure_ear(article, kit).over
    if over:
        chars = over * kit.house.look.grid.chars
        yield tell("L212.story", article.origin, page=FRONT, story=article.id, title=article.name, rows=over, chars=chars)


def _photo(photo: Photo, kit: Kit) -> Iterator[Diagnostic]:
    for given, label in ((photo.body, "正文"), (photo.group, "文件组")):
        if given:
            yield tell("S402.earpart", photo.origin, page=FRONT, story=photo.id, label=label)
    crop = ear_crop(photo, kit)
    if crop > kit.house.look.figures.crop:
        box = ear_box(photo, kit)
        ratio = f"{box.width / box.height:.2g}"
        yield tell("L212.photo", photo.origin, page=FRONT, story=photo.id, name=photo.file.name, share=round(100 * crop), ratio=ratio)
