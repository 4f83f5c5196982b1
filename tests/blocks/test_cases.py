"""A case is a file: the measure, a manuscript, `# output`, and the rows it is set in. `pytest --accept` writes what differs and still fails."""

from pathlib import Path

import pytest

from blocks.bench import rows, shown

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"), key=lambda path: path.name)
OUTPUT = "\n# output\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    given, _, expected = case.read_text(encoding="utf-8").partition(OUTPUT)
    first, _, typed = given.rstrip("\n").partition("\n")
    measure, initial = (*map(int, first.removeprefix("measure ").split(" initial ")), 0)[:2]
    found = "\n".join(map(shown, rows(typed, measure, initial))) + "\n"
    if found != expected and request.config.getoption("--accept"):
        case.write_text(given.rstrip("\n") + "\n" + OUTPUT + found, encoding="utf-8")
    assert found == expected
