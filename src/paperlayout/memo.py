"""What is worked out once for an owner (a kit, a book of faces, a face): it remembers the answers, and they go when it goes."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
UNKNOWN = object()


class Memo:
    """The answers an owner remembers, by the function that gave them; of each function those last in use."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[object, dict[Hashable, Any]] = {}

    def of(self, function: object) -> dict[Hashable, Any]:
        """The answers of one function by what it was asked."""
        return self._answers.setdefault(function, {})


def remembered(most: int, owner: int = 0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `most` answers of a function in the memo of one of its arguments, the owner, by its place.

    The owner is no part of what was asked and no answer may hold it, so that nothing but its users keeps it alive.
    """

    def of(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def answer(*args: P.args, **named: P.kwargs) -> R:
            memo: Memo = args[owner].memo  # type: ignore[attr-defined]
            answers, asked = memo.of(function), (*args[:owner], *args[owner + 1 :], *named.items())
            found = answers.pop(asked, UNKNOWN)
            answers[asked] = found = function(*args, **named) if found is UNKNOWN else found  # last in use, last to go
            if len(answers) > most:
                answers.pop(next(iter(answers)))
            return found

        return answer

    return of
