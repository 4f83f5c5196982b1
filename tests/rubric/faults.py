"""A fault as the rubric names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A rule of make-up §2 broken, with what broke it. A soft one costs half."""

    rule: str
    note: str
    soft: bool = False

    @property
    def weight(self) -> float:
        return 0.5 if self.soft else 1.0

    def __str__(self) -> str:
        return f"{self.rule}{' (soft)' if self.soft else ''} {self.note}"
