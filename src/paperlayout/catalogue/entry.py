"""What an entry of the catalogue is: a rule with its page, and the ways it is said."""

from dataclasses import dataclass

from paperlayout.diag import Severity


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and English."""

    zh: str
    en: str

    def words(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


NONE = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way a finding is said: message and cure, {holes} where the named values go. A rule that is said in one way calls it ""."""

    name: str
    message: Bilingual
    hint: Bilingual = NONE


@dataclass(frozen=True, slots=True)
class CatalogueRule:
    """A code: its name, why it is a rule, the ways it is said, how bad it is, and a slip with its cure as examples.

    A rule without ways has its wording where it is found (the safe fixes of copy).
    """

    code: str
    title: Bilingual
    why: Bilingual
    ways: tuple[Wording, ...] = ()
    severity: Severity = Severity.ERROR
    wrong: str = ""
    right: str = ""

    def way(self, name: str) -> Wording:
        """The way of that name. Raises KeyError."""
        found = next((way for way in self.ways if way.name == name), None)
        if found is None:
            raise KeyError(f"{self.code}.{name}")
        return found


def both(zh: str, en: str) -> Bilingual:
    return Bilingual(zh, en)


def way(zh: tuple[str, str], en: tuple[str, str], name: str = "") -> Wording:
    """Message and cure in Chinese, then in English."""
    return Wording(name, Bilingual(zh[0], en[0]), Bilingual(zh[1], en[1]))
