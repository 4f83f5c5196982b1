"""Words, for breaking heads by sense: the dictionary segmentation of rjieba, over which the paper's own words have the last say."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, product

NEVER_STARTS_LINE = frozenset("的了着过吗呢们等，、。；：！？）》”’」』】")
NEVER_ENDS_LINE = frozenset("（《“‘「『【第")
ENCLITICS = frozenset("的了着们吗呢，、。；：！？）》”’」』】")
"""Words and marks that belong to the word before them."""
WEAK_START = frozenset("和与及或之")
WEAK_END = frozenset("和与及在把被对向为将最更")
MEASURE_WORDS = frozenset("年月日时分元人名个户家次届号期条项位余多万亿％%")
BINDING = (
    "总工会", "工会", "推进会", "运动会", "人社局", "职工之家", "送清凉", "送温暖", "劳模精神", "工匠精神", "劳动精神", "新就业形态", "工人文化宫", "沉浸式",
    "国际劳动节", "困难职工", "一线职工", "产业工人",
)  # fmt: skip
"""Compounds of a union paper that a general dictionary takes apart (typesetting §7.3)."""
_UNITS = "平方公里|平方米|[欧美日港]元|英镑|公[里斤顷]|[千毫厘分]米|千克|小时|分钟|周年|个月|人次|年代"
_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
BOUND = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:全国|[省市区县州镇])总工会",
        r"[十二三四五六七八九]+大(?=代表|报告|精神)",
        rf"[{_NUMERALS}]+届(?:[{_NUMERALS}]+[中次]全会|[{_NUMERALS}]+次会议)?",
        r"\d+月\d+日",
        r"[A-Za-z0-9]{2,}",
        r"[—―]{2,}|[…⋯]{2,}",
        r".·.",
        rf"第?[{_NUMERALS}]{{2,}}",
        rf"(?:百分之)?[{_NUMERALS}]+点[{_NUMERALS}]+|百分之[{_NUMERALS}]+",
        r"\d[．.－-]\d",
        rf"第?\d[\d.,]*[十百千万亿]*[多余]?(?:{_UNITS}|[{''.join(sorted(MEASURE_WORDS))}])?",
    )
)
"""What is one word whatever the dictionary says: a body with the place it is of, a number with its unit (20万欧元)."""


LEADING = re.compile(
    "[将未不再更最又也都已曾正才只还就尚均须应可能要会先即仍并而且但却到在向对给由从为以用于因按让使被把与同及和或]|"
    "最后|单独|进一步|继续|严格|切实|正确|积极|努力|着力|大力|加快|深入|全面|正在|已经|必须|应当|关于|对于|根据|按照|通过|为了|以及"
)
"""Words that lead on to the next and end no line: adverbs, prepositions, conjunctions."""
NUMERAL = re.compile(rf"第?[\d{_NUMERALS}]+")
PHRASES = ((45.0, "m", "mq"), (30.0, "b", "n"))
"""Prices of a break between two words of these parts of speech: a number and its measure, a distinguishing word (主要, 初级) and its noun. Two nouns or a verb
and a noun tell nothing: there a clause may as well end."""
LEADING_COST = 60.0
LEADS_ON = re.compile(r"——.?$")
"""——记, ——访: the dash of a second line and the word after it begin that line, where the lines are not too uneven for it."""
LEADS_ON_COST = 20.0


def words(text: str, own: Sequence[str] = ()) -> tuple[str, ...]:
    """The text as words, in order and complete; `own` words are never parted."""
    return _words(text, tuple(own))


@lru_cache(maxsize=512)
def _words(text: str, own: tuple[str, ...]) -> tuple[str, ...]:
    cuts, at = {0, len(text)}, 0
    for word, _ in _tagged(text):
        if word not in ENCLITICS:
            cuts.add(at)
        at += len(word)
    for kept in (*own, *BINDING):
        cuts -= _inside(re.compile(re.escape(kept)), text)
    for bound in BOUND:
        cuts -= _inside(bound, text)
    places = sorted(cuts)
    return tuple(text[a:b] for a, b in pairwise(places))


@lru_cache(maxsize=512)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The dictionary's words with their parts of speech."""
    import rjieba  # 120 ms to load its dictionary: only when a head has to be broken

    return tuple(rjieba.tag(text))


@lru_cache(maxsize=512)
def _phrase_costs(text: str) -> dict[int, float]:
    """What a break at each end of a word costs for the phrase it parts."""
    tagged = _tagged(text)
    ends = accumulate(len(word) for word, _ in tagged)
    return {at: _phrase_cost(word, a, b) for at, ((word, a), (_, b)) in zip(ends, pairwise(tagged), strict=False)}


def _phrase_cost(word: str, before: str, after: str) -> float:
    if LEADING.fullmatch(word) or NUMERAL.fullmatch(word):
        return LEADING_COST
    return next((cost for cost, a, b in PHRASES if before[0] in a and after[0] in b), 0.0)


def _inside(pattern: re.Pattern[str], text: str) -> set[int]:
    return {at for found in pattern.finditer(text) for at in range(found.start() + 1, found.end())}


def break_by_sense(text: str, lines: int, own: Sequence[str] = ()) -> tuple[str, ...]:
    """The text in so many lines, broken between words where it reads and balances best; fewer lines when it has too few words."""
    return _broken(text, lines, tuple(own))


@lru_cache(maxsize=1024)
def _broken(text: str, lines: int, own: tuple[str, ...]) -> tuple[str, ...]:
    parts = words(text, own)
    lines = min(lines, len(parts))
    if lines <= 1:
        return (text,)
    phrases = _phrase_costs(text)
    best = min((_joined(parts, cuts) for cuts in _cuts(parts, lines)), key=lambda found: _cost(found) + _parted(found, phrases))
    return tuple(s.strip(" \u3000") for s in best)


NEAR = {2: 1000, 3: 14, 4: 7, 5: 4, 6: 3}
"""Word ends looked at for each break, nearest to an even share first: all for two lines, fewer the more breaks there are to combine."""


def _cuts(parts: Sequence[str], lines: int) -> Iterator[tuple[int, ...]]:
    """Sensible choices of the words after which lines end, ascending."""
    ends = list(accumulate(display_length(p) for p in parts))
    near = NEAR.get(lines, 2 if lines <= 10 else 1)
    choices = [sorted(range(1, len(parts)), key=lambda i: (abs(ends[i - 1] - ends[-1] * n / lines), i))[:near] for n in range(1, lines)]
    found = False
    for cuts in product(*choices):
        if all(a < b for a, b in pairwise(cuts)):
            found = True
            yield cuts
    if not found:
        yield tuple(range(1, lines))


def _joined(parts: Sequence[str], cuts: Sequence[int]) -> tuple[str, ...]:
    edges = (0, *cuts, len(parts))
    return tuple("".join(parts[a:b]) for a, b in pairwise(edges))


def _cost(lines: Sequence[str]) -> float:
    """Typesetting §7.4: sense first, then balance; a shorter last line is preferred to a longer one."""
    lengths = [display_length(s) for s in lines]
    spread = (max(lengths) - min(lengths)) / max(lengths)
    return 100 * spread**2 * len(lines) + 40 * max(0.0, lengths[-1] - lengths[0]) / max(lengths) + sum(_break_costs(lines))


def _parted(lines: Sequence[str], phrases: dict[int, float]) -> float:
    """What the breaks between the lines cost for the phrases they part."""
    return sum(phrases.get(at, 0.0) for at in accumulate(len(line) for line in lines[:-1]))


def _break_costs(lines: Sequence[str]) -> Iterator[float]:
    for n, (above, below) in enumerate(pairwise(lines), 1):
        yield 2000.0 * inside_quotes("".join(lines[:n]))
        yield 3000.0 * (below[0] in NEVER_STARTS_LINE) + 3000.0 * (above[-1] in NEVER_ENDS_LINE)
        yield 400.0 * (below[0] in WEAK_START) + 300.0 * (above[-1] in WEAK_END)
        yield 3000.0 * (above[-1].isdigit() and (below[0] in MEASURE_WORDS or below[0].isdigit()))
        yield -200.0 * (above[-1] in "，；： \u3000") + LEADS_ON_COST * bool(LEADS_ON.search(above))


def inside_quotes(text: str) -> bool:
    """Whether a text ends inside a quotation or title."""
    return any(text.count(opening) > text.count(closing) for opening, closing in ("“”", "‘’", "《》", "（）"))


def display_length(text: str) -> float:
    """Length in 字 of a line of display type: marks and Latin count half."""
    return sum(0.5 if c.isascii() or c in "“”‘’（）《》，、：；。！？·" else 1.0 for c in text)
