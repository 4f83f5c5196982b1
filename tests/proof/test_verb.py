"""paperlayout proof, as it is called."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from conftest import copied

from paperlayout.cli.proof import proof

NAME = "2021-06-校样.pdf"


def run(*words: object) -> Result:
    return CliRunner().invoke(proof, [str(word) for word in words])


def said(file: Path, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return "".join(document[page].get_textpage().get_text_range().split())
    finally:
        document.close()


def sheets(file: Path) -> int:
    with pikepdf.open(file) as opened:
        return len(opened.pages)


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_the_proof_stands_under_build_with_its_record(issue: Path) -> None:
    done = run(issue)
    assert (done.exit_code, done.stdout.splitlines()[-1].rpartition("/")[2], done.stderr) == (0, NAME, "")
    build = issue.parent / "build"
    assert sorted(file.name for file in build.iterdir()) == [".cache", NAME, "2021-06-校样记录.json"]
    assert "大样" in said(build / NAME) and "第1次" in said(build / NAME)


def test_the_same_issue_proved_twice_gives_the_same_bytes(issue: Path) -> None:
    file = issue.parent / "build" / NAME
    run(issue)
    first = file.read_bytes()
    run(issue)
    assert file.read_bytes() == first


def test_a_change_makes_the_next_revision_and_is_marked_until_the_next_change(issue: Path) -> None:
    file = issue.parent / "build" / NAME
    run(issue)
    issue.write_text(issue.read_text(encoding="utf-8").replace("端午前夕", "中秋前夕"), encoding="utf-8")
    for _ in range(2):
        run(issue)
        assert "第2次" in said(file) and "改动1处" in said(file)
        assert "【端午】" in said(file, 1) and "【中秋】" in said(file, 1)
    run(issue, "--form", "拼贴")
    assert sheets(file) == 5
    issue.write_text(issue.read_text(encoding="utf-8").replace("中秋前夕", "重阳前夕"), encoding="utf-8")
    run(issue)
    assert "第3次" in said(file) and "【重阳】" in said(file, 1)


def test_a_record_that_was_lost_or_damaged_begins_anew(issue: Path) -> None:
    run(issue, "--revision", 4)
    (issue.parent / "build" / "2021-06-校样记录.json").write_text("{", encoding="utf-8")
    done = run(issue)
    assert done.exit_code == 0
    assert "第1次" in said(issue.parent / "build" / NAME)


def test_stage_time_and_revision_are_printed_as_given(issue: Path) -> None:
    run(issue, "--stage", "付印", "--time", "6月14日 23:50", "--revision", 5, "--gray", "--paper", "A4")
    text = said(issue.parent / "build" / NAME)
    assert all(word in text for word in ("付印", "6月14日23:50", "第5次", "SHA-256"))


def test_now_is_a_time_only_when_it_is_asked_for(issue: Path) -> None:
    run(issue, "--time", "现在")
    assert "＿＿时" not in said(issue.parent / "build" / NAME)


def test_the_digest_is_that_of_the_file_that_goes_to_the_plant(issue: Path) -> None:
    import hashlib

    from paperlayout.cli.press import press

    run(issue, "--stage", "付印")
    CliRunner().invoke(press, [str(issue)])
    digest = hashlib.sha256((issue.parent / "build" / "2021-06-付印.pdf").read_bytes()).hexdigest()
    assert digest in said(issue.parent / "build" / NAME)


def test_a_galley_has_a_sheet_for_every_story(issue: Path) -> None:
    run(issue, "--stage", "小样")
    file = issue.parent / "build" / NAME
    assert all("小样" in said(file, page) for page in range(sheets(file)))
    assert "华亭镇总工会举行劳模座谈学党史" in "".join(said(file, page) for page in range(sheets(file)))


def test_with_errors_there_is_a_proof_only_as_a_draft_and_never_one_to_sign_for_printing(issue: Path) -> None:
    text = issue.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "党史学习教育是牢记" in line)
    issue.write_text(text.replace(line, "\n".join([line] * 20)), encoding="utf-8")
    file = issue.parent / "build" / NAME
    refused = run(issue)
    assert (refused.exit_code, file.exists()) == (1, False)
    assert "L201" in refused.stderr
    last = run(issue, "--stage", "付印", "--draft")
    assert (last.exit_code, file.exists()) == (1, False)
    assert "P144" in last.stderr
    draft = run(issue, "--draft")
    assert (draft.exit_code, file.exists()) == (1, True)


def test_to_stdout_and_to_a_folder(issue: Path, tmp_path: Path) -> None:
    data = run(issue, "-o", "-").stdout_bytes
    assert data.startswith(b"%PDF-")
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) == 1
    (tmp_path / "out").mkdir()
    assert run(issue, "-o", tmp_path / "out").stdout.strip().endswith(NAME)
    assert (tmp_path / "out" / NAME).exists()


@pytest.mark.parametrize("words", [("--profile", "没有这家"), ("--stage", "三样"), ("--paper", "A9"), ("--revision", "0"), ("--form", "拼贴", "--paper", "原大"), ("-o", "-", "--print")])
def test_wrong_use(issue: Path, words: tuple[str, ...]) -> None:
    assert run(issue, *words).exit_code == 2


def test_an_issue_that_is_not_there(tmp_path: Path) -> None:
    done = run(tmp_path / "none.yaml")
    assert done.exit_code == 2
    assert done.stderr


def test_what_is_proved_is_what_was_built(tmp_path: Path) -> None:
    """The make-up that was kept beside the issue holds for the proof as it does for the plant's file."""
    from paperlayout.cli.build import build
    from paperlayout.cli.press import press

    issue = copied(tmp_path)
    chosen = CliRunner().invoke(build, [str(issue), "--choose", "2"])
    assert chosen.exit_code == 0, chosen.output
    run(issue)
    CliRunner().invoke(press, [str(issue)])
    from hashlib import sha256

    digest = sha256((issue.parent / "build" / "2021-06-付印.pdf").read_bytes()).hexdigest()
    assert digest[:16] in said(issue.parent / "build" / NAME)
