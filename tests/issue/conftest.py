"""Issues written on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from paperlayout.diag import Diagnostic, IssueError
from paperlayout.loading.load import Loaded, load_issue

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes an issue, and a paper.yaml beside it, into a folder of its own."""

    def writing(text: str | bytes, paper: str = "报名: 试报\n") -> Path:
        (tmp_path / "paper.yaml").write_text(paper, encoding="utf-8")
        file = tmp_path / "issue.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return writing


@pytest.fixture
def load(write: Write) -> Callable[..., Loaded]:
    return lambda text, paper="报名: 试报\n": load_issue(write(text, paper))


@pytest.fixture
def faults(write: Write) -> Callable[..., tuple[Diagnostic, ...]]:
    def found(text: str | bytes, paper: str = "报名: 试报\n") -> tuple[Diagnostic, ...]:
        with pytest.raises(IssueError) as caught:
            load_issue(write(text, paper))
        return caught.value.diagnostics

    return found
