"""A manuscript sorted, and written down as text."""

from pathlib import Path

from paperlayout.cli.messages import format_diagnostics
from paperlayout.diag import Diagnostic
from paperlayout.importing.found import FoundStory
from paperlayout.importing.join import join_torn
from paperlayout.importing.read import read_manuscript
from paperlayout.importing.split import split_stories

HERE = Path(__file__).parent


def sorted_out(path: Path, name: str = "") -> tuple[tuple[FoundStory, ...], tuple[Diagnostic, ...]]:
    """The stories of a manuscript and all that was said."""
    arrival = read_manuscript(path, name or path.name)
    lines, joins = join_torn(arrival.lines)
    stories, decided = split_stories(lines)
    return stories, tuple(sorted((*arrival.findings, *joins, *decided), key=lambda d: d.origin.line if d.origin else 0))


def written_down(stories: tuple[FoundStory, ...], said: tuple[Diagnostic, ...]) -> str:
    """Stories and what was said, for reading and comparing."""
    out = []
    for story in stories:
        out += [f"[{name}] {value}" for name, value in story.given]
        out += [line.text for line in story.body]
        out += [f"[photo] {p.caption} / {p.credit} / {p.picture.name or p.picture.suffix if p.picture else 'missing'}" for p in story.photos]
        out.append("")
    return "\n".join(out) + format_diagnostics(said, "short")
