"""Lengths: points everywhere, 字 (em) where a size is still open, and the Chinese 号 sizes."""

from typing import NewType

Pt = float
Em = NewType("Em", float)

POINTS_PER_MM = 72 / 25.4


def mm(length: float) -> Pt:
    """A length in millimetres, as points."""
    return length * POINTS_PER_MM


HAO: dict[str, Pt] = {
    "初号": 42,
    "小初": 36,
    "一号": 26,
    "小一": 24,
    "二号": 22,
    "小二": 18,
    "三号": 16,
    "小三": 15,
    "四号": 14,
    "小四": 12,
    "五号": 10.5,
    "小五": 9,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5,
}  # the table of Word and WPS, which editors know

ROMAN_BASELINE = 0.88
"""The baseline stands 0.88 em below the top of the em box in all our faces."""
