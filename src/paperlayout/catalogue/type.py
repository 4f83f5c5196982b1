"""T: faces and characters."""

from paperlayout.catalogue.entry import CatalogueRule, both, way

RULES = (
    CatalogueRule(
        "T401",
        both("字库里没有这个字", "a character no face has"),
        both(
            "随程序的几套字都没有它，印出来会是空白，所以先停下来。多半是生僻人名用字、自造字或从 PDF 粘来的怪字。",
            "None of the program's faces has it, and it would print as nothing. Often it is a rare name, a private character, or a paste from a PDF.",
        ),
        (
            way(
                ("字库里没有“{char}”（U+{number}）", "改用通用规范字，或用括注说明字形；确需此字请告诉维护人员补字"),
                ("no face has “{char}” (U+{number})", "use a standard character, or describe its shape in brackets; ask the maintainers if it is needed"),
            ),
        ),
    ),
)
