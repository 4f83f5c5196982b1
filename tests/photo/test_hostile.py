"""Files that are broken, or made to do harm: one message each, soon, and never a fall."""

import io
import os
import random
import struct
import sys
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import copied
from PIL import Image
from samples import ADOBE_RGB, INCH, WHOLE, photo, rgb_profile, saved

from paperlayout.cli.main import cli
from paperlayout.geometry import Size
from paperlayout.page import Picture
from paperlayout.photo import apart
from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.open import look
from paperlayout.photo.pixels import Darkroom, pixels


def written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.gif", "a.bmp"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.66, 0.97])
def test_a_file_whose_end_is_missing_is_a_fault(tmp_path: Path, name: str, share: float) -> None:
    file = saved(photo(), tmp_path / name)
    written(file, file.read_bytes()[: int(file.stat().st_size * share)])
    with pytest.raises(PhotoFault, match="F333"):
        look(file)
        pixels(file, WHOLE, INCH)


def test_a_thumbnails_end_mark_does_not_pass_for_the_photos(tmp_path: Path) -> None:
    data, thumbnail = encoded(photo(), "JPEG"), b"Exif\0\0\xff\xd8\xff\xd9"
    file = written(tmp_path / "a.jpg", data[:2] + b"\xff\xe1" + struct.pack(">H", len(thumbnail) + 2) + thumbnail + data[2 : len(data) // 2])
    with pytest.raises(PhotoFault, match="F333"):
        look(file)


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"hello, this is no picture at all", "F332", "不是图片"),
        (b"", "F333", "不完整"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "F304", "HEIC"),
        (b"%PDF-1.4 not really", "F331", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "F333", "不完整"),
        (b"8BPS\0\1" + bytes(40), "F331", "PSD"),
        (b"PK\x03\x04" + bytes(40), "F331", "Office"),
        (b"II*\0\x10\0\0\0CR\x02\0" + bytes(40), "F331", "RAW"),
        (b"II*\0\x08\0\0\0\xff\xff" + bytes(40), "F333", "TIFF"),
        (b"\xef\xbb\xbf<svg xmlns=''/>", "F331", "SVG"),
    ],
)
def test_what_is_not_a_photo_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, code: str, word: str) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)  # as where the HEIC reader is not installed
    with pytest.raises(PhotoFault) as fault:
        look(written(tmp_path / "a.jpg", data))
    assert fault.value.code == code
    assert "a.jpg" in fault.value.message
    assert word in fault.value.message
    assert fault.value.hint


def test_a_gif_of_44_bytes_that_claims_gigapixels(tmp_path: Path) -> None:
    data = b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6) + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;"
    data += bytes(44 - len(data))
    with pytest.raises(PhotoFault, match="F334"):
        look(written(tmp_path / "bomb.gif", data))


def test_more_pixels_than_any_camera_has(tmp_path: Path) -> None:
    with pytest.raises(PhotoFault, match="F334"):
        look(saved(Image.new("1", (20_000, 10_001)), tmp_path / "bomb.png"))


def test_a_png_that_claims_what_it_does_not_hold(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 14_000, 14_000, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    with pytest.raises(PhotoFault, match="F333"):
        Darkroom(tmp_path).develop(Picture(WHOLE, written(tmp_path / "bomb.png", data).name, WHOLE, ""))


def test_a_small_jpeg_of_endless_passes(tmp_path: Path) -> None:
    """Each scan of a progressive JPEG makes the reader go over every pixel again; a few bytes cost a second each."""
    data = encoded(Image.new("RGB", (6000, 4000), "white"), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    with pytest.raises(PhotoFault, match="F334"):
        look(written(tmp_path / "bomb.jpg", data[:last] + data[last:-2] * 500 + data[-2:]))
    assert look(written(tmp_path / "good.jpg", data)).width == 6000


def test_a_folder_named_like_a_photo(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").mkdir()
    with pytest.raises(PhotoFault, match="F335"):
        look(tmp_path / "a.jpg")


def test_exif_that_makes_no_sense_is_passed_over(tmp_path: Path) -> None:
    for bad in (b"Exif\0\0garbage", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x02a\0\0\0\0\0\0\0"):
        file = saved(photo(), tmp_path / "a.jpg", exif=bad)
        assert (look(file).width, pixels(file, WHOLE, INCH).width) == (640, 220)


def test_a_reader_that_falls_takes_only_its_photo_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A TIFF is read in a process of its own; here that process dies, says nothing, or does not come back."""
    file = saved(photo(), tmp_path / "a.tif")
    picture = Picture(WHOLE, file.name, WHOLE, "")
    whole = Darkroom(tmp_path).develop(picture)
    assert whole == pixels(file, WHOLE, Size(1, 1))
    reader = written(tmp_path / "python", b"#!/bin/sh\nkill -SEGV $$\n")
    os.chmod(reader, 0o755)
    monkeypatch.setattr(sys, "executable", str(reader))
    with pytest.raises(PhotoFault, match="F336"):
        Darkroom(tmp_path).develop(picture)
    written(reader, b"#!/bin/sh\nexec sleep 30\n")
    monkeypatch.setattr(apart, "SECONDS", 0.3)
    with pytest.raises(PhotoFault, match="F334"):
        Darkroom(tmp_path).develop(picture)


def test_a_tiffs_reader_keeps_its_grumbling_to_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = saved(photo().convert("1"), tmp_path / "a.tif", compression="group4")
    data = bytearray(file.read_bytes())
    data[200:2000:7] = b"\x55" * len(data[200:2000:7])
    written(file, bytes(data))
    try:
        Darkroom(tmp_path).develop(Picture(WHOLE, file.name, WHOLE, ""))
    except PhotoFault as fault:
        assert fault.hint
    assert capfd.readouterr() == ("", "")


def originals() -> list[bytes]:
    image = photo(200, 150)
    exif = Image.Exif()
    exif[0x0112] = 6
    profile = rgb_profile(ADOBE_RGB, 2.2)
    kinds = [("JPEG", image, {"exif": exif, "icc_profile": profile}), ("JPEG", image, {"progressive": True}), ("JPEG", image.convert("CMYK"), {})]
    kinds += [("PNG", image, {"icc_profile": profile}), ("PNG", image.convert("P"), {}), ("PNG", image.convert("RGBA"), {"exif": exif})]
    kinds += [("TIFF", image, {"exif": exif}), ("TIFF", image, {"compression": "packbits"}), ("WEBP", image, {"exif": exif}), ("GIF", image.convert("P"), {})]
    return [encoded(one, kind, **how) for kind, one, how in kinds]


def harmed(data: bytearray, chance: random.Random) -> bytes:
    """The file with bytes changed, lost, put in, or its end cut off, most often in its head."""
    for _ in range(chance.choice((1, 2, 4, 10, 40))):
        if not data:
            break
        at = chance.randrange(min(len(data), 600) if chance.random() < 0.6 else len(data))
        match chance.randrange(10):
            case 0 | 1 | 2 | 3 | 4:
                data[at] = chance.randrange(256)
            case 5 | 6:
                data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff", b"\0\0\x40\0"))
            case 7:
                del data[at : at + chance.randrange(1, 30)]
            case 8:
                data[at:at] = chance.randbytes(chance.randrange(1, 20))
            case 9:
                del data[max(12, at) :]
    return bytes(data)


def test_whatever_is_done_to_a_file_it_is_developed_or_named(tmp_path: Path) -> None:
    chance, whole, named = random.Random(1), 0, 0
    for original in originals():
        for _ in range(40):
            file = written(tmp_path / "a.jpg", harmed(bytearray(original), chance))
            try:
                look(file)
                whole += pixels(file, WHOLE, INCH).width > 0
            except PhotoFault as fault:
                named += bool(fault.hint)
    assert whole + named == 400
    assert min(whole, named) > 50


def test_each_photo_that_breaks_when_it_is_developed_is_told_at_its_own_place(tmp_path: Path) -> None:
    """Their headers are good, so only drawing meets the fault; the others must not hide behind the first."""
    issue = copied(tmp_path)
    text = issue.read_text(encoding="utf-8")
    for name in ("党史定向赛", "健康服务点"):
        data = encoded(photo(900, 600), "PNG")
        written(issue.parent / "图片" / f"{name}.png", data[: len(data) // 2] + b"IEND")
        text = text.replace(f"图片/{name}.jpg", f"图片/{name}.png")
    issue.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["build", str(issue), "--format", "short"])
    lines = text.splitlines()
    wanted = [f"{issue}:{1 + next(i for i, line in enumerate(lines) if name in line)}:" for name in ("党史定向赛.png", "健康服务点.png")]
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
    assert all(any(line.startswith(place) and "F333" in line for line in done.stderr.splitlines()) for place in wanted), done.stderr
    assert not (issue.parent / "build" / "2021-06.pdf").exists()


def test_a_plants_profile_that_is_none_is_told_and_no_fault_of_ours(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    paper = issue.parent.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "付印:\n  色彩文件: 印厂.icc\n", encoding="utf-8")
    (paper.parent / "印厂.icc").write_bytes(b"this is no profile" * 20)
    done = CliRunner().invoke(cli, ["build", str(issue), "--format", "short"])
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
    assert "P130" in done.stderr
    assert "印厂.icc" in done.stderr
