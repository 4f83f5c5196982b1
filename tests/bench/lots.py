"""Issues drawn by lot from real news at a load that is asked for. The same seed and number give the same issue."""

import random
from collections.abc import Iterator
from dataclasses import replace

from bench.corpus import SUBHEAD, News, Story
from bench.issues import COLUMNS, FRONT_ROWS, HEAD_CELLS, INSIDE_ROWS, Given, GivenIssue, GivenPage, Shot, box_cells
from bench.pictures import RATIOS

LEAST_LOAD, MOST_LOAD = 0.86, 1.04
LIGHT = 0.93
"""A page lighter than this is given a photo: no editor leaves it light and without one."""
LEAST_TEXT, LEAST_STORY = 0.36, 10.0
"""Text's share of a page, and lines of a story that is not a brief."""
LONGEST_TITLE, LONGEST_BRIEF, LONGEST_PARAGRAPH = 24, 17, 450
NAMES = ("要闻", "综合", "基层", "副刊")


def one_page(news: News, seed: str, number: int) -> GivenIssue:
    """The issue of that number: 3 to 12 stories on a front page."""
    lot = random.Random(f"{seed}/one/{number}")
    target = lot.uniform(LEAST_LOAD, MOST_LOAD)
    page = _page(_Desk(news, lot), 3 + number % 10, target, FRONT_ROWS)
    return GivenIssue(f"p{number:03d}", (page,), target=target)


def four_pages(news: News, seed: str, number: int) -> GivenIssue:
    """The issue of that number: a front page and three inside pages, every other one without saying which story goes where."""
    lot = random.Random(f"{seed}/four/{number}")
    target = lot.uniform(LEAST_LOAD, MOST_LOAD)
    desk = _Desk(news, lot)
    pages = [_page(desk, lot.randint(4, 8), target, INSIDE_ROWS if i else FRONT_ROWS) for i in range(len(NAMES))]
    return GivenIssue(f"f{number:03d}", tuple(replace(p, name=n) for p, n in zip(pages, NAMES, strict=True)), bool(number % 2), number % 4 == 1, target)


class _Desk:
    """The month's copy as it lies on the desk of one issue: nothing is given twice."""

    def __init__(self, news: News, lot: random.Random) -> None:
        self.lot = lot
        self.stories = [s for s in news.stories if 6 <= len(s.title) <= LONGEST_TITLE and max(map(len, s.body)) <= LONGEST_PARAGRAPH]
        self.heads = list(news.heads)
        lot.shuffle(self.heads)

    def story(self, lines: float, choice: int = 8) -> Story:
        """One of the stories nearest to so many lines."""
        near = sorted(self.stories, key=lambda s: abs(s.lines - lines))[:choice]
        found = self.lot.choice(near)
        self.stories.remove(found)
        return found

    def brief(self) -> Story:
        found = self.lot.choice([s for s in self.stories if s.chars <= 240 and len(s.title) <= LONGEST_BRIEF and not s.byline])
        self.stories.remove(found)
        return replace(found, deck="", body=tuple(p for p in found.body if not p.startswith(SUBHEAD)))

    def head(self, least: int, most: int) -> str:
        """A head without a story, of so many characters."""
        at = next(i for i, head in enumerate(self.heads) if least <= len(head) <= most)
        return self.heads.pop(at)


def _page(desk: _Desk, count: int, target: float, rows: int) -> GivenPage:
    """A page of so many stories at the load asked for, to within three lines where the month has a story of that length."""
    lot = desk.lot
    briefs = tuple(desk.brief() for _ in range(lot.choice((3, 3, 4)))) if count >= 6 and lot.random() < 0.5 else ()
    articles = count - len(briefs)
    shots = _shots(desk, articles, target)
    room = target * COLUMNS * rows - box_cells(briefs) - _head_cells(articles)
    while sum(map(len, shots.values())) > (target < LIGHT) and room - _photo_cells(shots) < max(
        LEAST_TEXT * COLUMNS * rows - box_cells(briefs), 1.3 * LEAST_STORY * articles
    ):
        shots = _fewer(shots)
    shares = _shares(articles, lot)
    room -= _photo_cells(shots)
    given = [_dressed(desk, desk.story(max(LEAST_STORY, room * s)), i, shots.get(i, ())) for i, s in enumerate(shares)]
    return _loaded(GivenPage(tuple(given), briefs, rows), target, desk)


def _head_cells(articles: int) -> int:
    """Of heads, the white over them, and what kickers and decks come to."""
    return 14 + sum(c * r + (c if i else 0) for i, (c, r) in enumerate(HEAD_CELLS[min(i + 1, 3)] for i in range(articles)))


def _photo_cells(shots: dict[int, tuple[Shot, ...]]) -> int:
    return sum(shot.cells(3 if i == 0 and j == 0 else 2) for i, own in shots.items() for j, shot in enumerate(own))


def _shares(count: int, lot: random.Random) -> list[float]:
    """What each story takes of the text, falling, the lead most."""
    weights = sorted((lot.uniform(0.5, 1.6) for _ in range(count)), reverse=True)
    weights[0] = max(weights[0], 1.0) * lot.uniform(1.4, 2.2)
    return [w / sum(weights) for w in weights]


def _shots(desk: _Desk, articles: int, target: float) -> dict[int, tuple[Shot, ...]]:
    """One to three photos by their story, in one page of twelve none: the lead's first, the others' where they fall."""
    lot = desk.lot
    owners: dict[int, tuple[Shot, ...]] = {}
    for turn in range(max(lot.choice((0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3)), int(target < LIGHT))):
        owner = 0 if turn == 0 and lot.random() < 0.85 else lot.randrange(min(articles, 5))
        wide = turn == 0 or lot.random() < 0.7
        picture = lot.choice(("横三比二", "横四比三", "横三比二", "宽幅")) if wide else lot.choice(tuple(RATIOS))
        owners[owner] = (*owners.get(owner, ()), Shot(picture, desk.head(8, 22), "新华社记者" if lot.random() < 0.3 else ""))
    return owners


def _fewer(shots: dict[int, tuple[Shot, ...]]) -> dict[int, tuple[Shot, ...]]:
    """Without the last photo of the least story that has any."""
    last = max(shots)
    return {owner: own[: -1 if owner == last else None] for owner, own in shots.items() if owner != last or len(own) > 1}


def _dressed(desk: _Desk, story: Story, index: int, shots: tuple[Shot, ...]) -> Given:
    """The story with kicker, deck, standing head and subheads as a desk gives them."""
    lot = desk.lot
    return Given(
        _with_subheads(desk, story, 0.8 if index == 0 else 0.4),
        desk.head(12, 22) if lot.random() < (0.25 if index < 2 else 0.05) else "",
        desk.head(14, 26) if lot.random() < (0.3 if index < 2 else 0.05) else story.deck if len(story.deck) <= 28 and index < 3 else "",
        desk.head(6, 8)[:8] if lot.random() < 0.12 else "",
        lot.choice(("要闻", "补白")) if index > 2 and lot.random() < 0.12 else "",
        index > 0 and len(story.title) <= 16 and not shots and lot.random() < 0.06,
        shots,
    )


def _with_subheads(desk: _Desk, story: Story, chance: float) -> Story:
    """Long copy without subheads gets one before every third to fifth paragraph."""
    body = story.body
    if story.chars < 800 or any(p.startswith(SUBHEAD) for p in body) or desk.lot.random() > chance:
        return story
    marked, since, step = [], 0, desk.lot.randint(2, 4)
    for paragraph in body:
        if since >= step and paragraph is not body[-1]:
            marked.append(SUBHEAD + desk.head(6, 13))
            since = 0
        marked.append(paragraph)
        since += 1
    return replace(story, body=tuple(marked))


def _loaded(page: GivenPage, target: float, desk: _Desk) -> GivenPage:
    """The page with its stories changed for others, a little longer or shorter, until its load is the one asked for."""
    for _ in range(8):
        off = round((target - page.load) * COLUMNS * page.rows)
        if abs(off) <= 2:
            break
        index, lines = min(_changes(page, off), key=lambda change: _miss(change, page, off, desk))
        old = page.stories[index]
        desk.stories.append(old.story)
        new = desk.story(lines, 1)
        deck = new.deck if old.deck == old.story.deck and len(new.deck) <= 28 and index < 3 else old.deck
        page = replace(page, stories=(*page.stories[:index], replace(old, story=new, deck=deck), *page.stories[index + 1 :]))
    return page


def _changes(page: GivenPage, off: int) -> Iterator[tuple[int, float]]:
    """Each story with the lines it should have: no more than a third off, and the lead stays the longest."""
    lead, longest = page.stories[0].story.lines, max(g.story.lines for g in page.stories[1:])
    for index, given in enumerate(page.stories):
        old = given.story.lines
        least = max(LEAST_STORY, old * 0.7, longest + 4 if index == 0 else 0)
        most = max(old * 1.4, least) if index == 0 else min(old * 1.4, max(LEAST_STORY, lead - 4))
        yield index, min(max(old + off, least), most)


def _miss(change: tuple[int, float], page: GivenPage, off: int, desk: _Desk) -> tuple[float, int]:
    """How far the page stays from its load when this story is changed for the nearest there is."""
    index, lines = change
    old = page.stories[index].story.lines
    nearest = min(desk.stories, key=lambda s: abs(s.lines - lines)).lines
    return abs(off - (nearest - old)), index
