"""Why a line is as it is: what was squeezed, opened or hung to bring it to the measure, in an editor's words."""

import unicodedata
from collections.abc import Iterator, Sequence

from paperlayout.text.justify import LinePiece, SetLine

LEGEND = "挤：标点让出空白；收、紧：间距、字距变小；拉：间距放宽（字间按每处计，余按全行合计）；单位是一个正文字"

_NAMES = {
    "，": "逗号", "、": "顿号", "；": "分号", "：": "冒号", "。": "句号", "．": "句点", "！": "叹号", "？": "问号",
    "“": "引号", "”": "引号", "‘": "引号", "’": "引号", "《": "书名号", "》": "书名号", "〈": "书名号", "〉": "书名号",
    "（": "括号", "）": "括号", "〔": "括号", "〕": "括号", "【": "括号", "】": "括号", "「": "引号", "」": "引号", "『": "引号", "』": "引号",
}  # fmt: skip
_OF_STAGE = {"S3": "引号书名号括号", "S4": "逗号顿号分号冒号", "S6": "句号句点叹号问号"}
_HELD_BACK = {"S3b": "S3", "S4b": "S4"}
_SAID = {
    "S1": "词间收 {} 字", "S2": "间隔号旁收 {} 字", "S3": "{}旁挤 {} 字", "S4": "{}后挤 {} 字", "S5": "中西间收 {} 字", "S6": "{}后挤 {} 字",
    "E1": "词间拉 {} 字", "E2": "中西间拉 {} 字",
}  # fmt: skip


def account(line: SetLine) -> str:
    """What was done to the line, such as 逗号后挤 0.5 字；字间拉 0.03 字; 恰好 when nothing was."""
    return "；".join(_parts(line)) or "恰好"


def _parts(line: SetLine) -> Iterator[str]:
    if line.ends_paragraph:
        yield "末行"
    yield from _inside(line)
    yield from _edges(line)
    if line.adjust.overfull:
        yield f"超出版心 {_em(line.adjust.overfull)} 字"


def _inside(line: SetLine) -> Iterator[str]:
    """What happened between the line's edges."""
    fit = line.adjust
    for stage, amount in _whole_stages(fit.used):
        if stage in _OF_STAGE:
            yield _SAID[stage].format(_marks(line.pieces, stage), _em(amount))
        elif stage in _SAID:
            yield _SAID[stage].format(_em(amount))
    if fit.tracking:
        yield f"字间紧 {_em(fit.tracking)} 字"
    if fit.stretch:
        yield f"字间拉 {_em(fit.stretch)} 字"


def _edges(line: SetLine) -> Iterator[str]:
    """What happened to the marks at its edges."""
    fit = line.adjust
    if _halved(line.pieces[:1]):
        yield "行首标点占半字"
    if fit.hung:
        yield f"行末标点悬出 {_em(fit.hung)} 字"
    elif fit.kept:
        yield "行末标点占整字"
    elif _halved(line.pieces[-1:]):
        yield "行末标点占半字"


def _whole_stages(used: Sequence[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """The stages with the parts that the soft floor holds back added to their first."""
    sums: dict[str, float] = {}
    for stage, amount in used:
        whole = _HELD_BACK.get(stage, stage)
        sums[whole] = sums.get(whole, 0.0) + amount
    yield from sums.items()


def _marks(pieces: Sequence[LinePiece], stage: str) -> str:
    """The names of the marks inside a line that gave way in a stage: drawn half, though no mark beside them took their blank."""
    names: list[str] = []
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        name = _NAMES.get(piece.text, "")
        beside = before if piece.text in "“‘《〈（〔【「『" else after
        if name and name in _OF_STAGE[stage] and piece.form == "half" and beside.text not in _NAMES and name not in names:
            names.append(name)
    return "、".join(names) or "标点"


def _halved(edge: Sequence[LinePiece]) -> bool:
    return any(piece.form == "half" and piece.text in _NAMES for piece in edge)


def _em(amount: float) -> str:
    return f"{amount:.2f}".rstrip("0").rstrip(".") if amount >= 0.005 else "不到 0.01"


def padded(text: str, width: int) -> str:
    """The text filled with spaces to so many half-width columns, as a terminal counts them."""
    return text + " " * (width - terminal_columns(text))


def terminal_columns(text: str) -> int:
    """Half-width columns a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
