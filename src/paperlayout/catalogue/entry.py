"""What an entry of the catalogue is: a rule with its page, and the ways it is said."""

from dataclasses import dataclass

from paperlayout.diag import Severity


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in Chinese and English."""

    zh: str
    en: str

    def words(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


NONE = Both("", "")


@dataclass(frozen=True, slots=True)
class Way:
    """One way a finding is said: message and cure, {holes} where the named values go. A rule that is said in one way calls it ""."""

    name: str
    message: Both
    hint: Both = NONE


@dataclass(frozen=True, slots=True)
class Rule:
    """A code: its name, why it is a rule, the ways it is said, how bad it is, and a slip with its cure as examples.

    A rule without ways has its wording where it is found (the safe fixes of copy).
    """

    code: str
    title: Both
    why: Both
    ways: tuple[Way, ...] = ()
    severity: Severity = Severity.ERROR
    wrong: str = ""
    right: str = ""

    def way(self, name: str) -> Way:
        """The way of that name. Raises KeyError."""
        found = next((way for way in self.ways if way.name == name), None)
        if found is None:
            raise KeyError(f"{self.code}.{name}")
        return found


def both(zh: str, en: str) -> Both:
    return Both(zh, en)


def way(zh: tuple[str, str], en: tuple[str, str], name: str = "") -> Way:
    """Message and cure in Chinese, then in English."""
    return Way(name, Both(zh[0], en[0]), Both(zh[1], en[1]))
