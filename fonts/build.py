"""Cut the faces of this folder from their sources: `python fonts/build.py [face id …]`. For maintainers; the result is committed.

Needs npm, fonttools, brotli and uharfbuzz (built with fonttools 4.68.0, brotli 1.2.1 and uharfbuzz 0.57.0; other versions may give
other bytes). Downloads and the unpacked sources stay in build/fonts-sources/, which git ignores. Writes the TTFs, OFL-*.txt,
SHA256SUMS and SOURCES.md.
"""

import hashlib
import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb
from fontTools.misc.timeTools import timestampFromString
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.woff2 import decompress
from marks import LATIN, Marks
from sources import RECIPES, Archive, Recipe

HERE = Path(__file__).parent
CACHE = HERE.parent / "build" / "fonts-sources"
MADE = timestampFromString("Tue Jun  1 00:00:00 2021")
FEATURES = ("ccmp", "liga", "locl", "calt", "vert", "vrt2", "fwid", "pwid", "kern", "vkrn", "mark", "mkmk")
DROPPED_TABLES = ("DSIG", "VORG", "STAT", "BASE", "FFTM", "gasp", "prep", "fpgm", "cvt ", "bsln", "feat", "morx", "prop", "meta")
HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
FOREIGN = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xE000, 0xF8FF), (0xF0000, 0x10FFFF))  # Hangul, private use
CHINESE_FORMS = "—⸺…“”‘’"  # marks whose cmap glyph is the Latin one in some sources


def fetch(archive: Archive) -> Path:
    """The package's .tgz, from the cache or the registry; its checksum is verified."""
    CACHE.mkdir(exist_ok=True)
    path = CACHE / f"{archive.package.lstrip('@').replace('/', '-')}-{archive.version}.tgz"
    if not path.exists():
        subprocess.run(["npm", "pack", "--silent", f"{archive.package}@{archive.version}"], cwd=CACHE, check=True)
    _verify(path.read_bytes(), archive.sha256, path.name)
    return path


def member(archive: Archive, name: str) -> bytes:
    """One file out of a package."""
    with tarfile.open(fetch(archive)) as tar:
        file = tar.extractfile(f"package/{name}")
        assert file is not None, name
        return file.read()


def source(recipe: Recipe) -> bytes:
    """The source typeface as TrueType; WOFF2 takes about a minute to unpack and is kept."""
    path = CACHE / f"{recipe.sha256[:16]}.ttf"
    if not path.exists():
        data = member(recipe.archive, recipe.member)
        _verify(data, recipe.sha256, recipe.member)
        if recipe.member.endswith(".woff2"):
            unpacked = io.BytesIO()
            decompress(io.BytesIO(data), unpacked)
            data = unpacked.getvalue()
        path.write_bytes(data)
    return path.read_bytes()


def _verify(data: bytes, sha256: str, name: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise SystemExit(f"{name}: checksum is {found}, expected {sha256}")


def trim(data: bytes, whole: bool) -> bytes:
    """The typeface cut to the 8105 characters of 通用规范汉字表 and all that is not Han, with the features a newspaper sets."""
    face = hb.Face(data)
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(set(face.unicodes) if whole else _repertoire(set(face.unicodes)))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.name_id_set.update((13, 14))  # the licence; 0 to 6 are kept anyway
    tags = wanted.layout_feature_tag_set
    tags.clear()
    tags.update({int.from_bytes(tag.encode(), "big") for tag in FEATURES})
    return bytes(wanted.subset(face).blob.data)


def _repertoire(codes: set[int]) -> set[int]:
    standard = {ord(char) for char in (HERE / "tongyong-guifan-8105.txt").read_text(encoding="utf-8") if char != "\n"}
    return {code for code in codes if code in standard or not _among(code, HAN + FOREIGN)}


def _among(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def chinese_forms(font: hb.Font) -> Iterator[tuple[str, int, int]]:
    """Per mark: the glyph set in Simplified Chinese and the one set in Latin words."""
    for char in CHINESE_FORMS:
        if font.get_nominal_glyph(ord(char)):
            yield char, shaped(font, char, "zh-Hans")[0], shaped(font, char, "en")[0]


def shaped(font: hb.Font, text: str, language: str) -> list[int]:
    """The glyphs of a text as a shaping program sets it in that language, Latin quotes proportional."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn" if language == "en" else "Hani", language
    hb.shape(font, buffer, {"pwid": language == "en"})
    return [info.codepoint for info in buffer.glyph_infos]


def dress(data: bytes, recipe: Recipe) -> bytes:
    """The trimmed typeface with our marks, our name and nothing that varies from build to build."""
    before = hb.Font(hb.Face(data))
    font = TTFont(io.BytesIO(data), lazy=False, recalcTimestamp=False)
    _widen_cmap(font)
    marks = Marks(font)
    for char, han, latin in chinese_forms(before):
        marks.map(LATIN + ord(char), font.getGlyphName(latin))
        marks.map(ord(char), font.getGlyphName(han))
    marks.half_forms()
    marks.ellipsis()
    if len(shaped(before, "——", "zh-Hans")) > 1:
        marks.dashes(_vertical_forms(font))
    marks.finish()
    _rename(font, recipe)
    _clean(font, recipe)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _widen_cmap(font: TTFont) -> None:
    """One BMP table and one of all planes, which the private code points need."""
    codes = dict(font.getBestCmap())
    kept = [table for table in font["cmap"].tables if table.format == 14]
    for form, encoding in ((4, 1), (12, 10)):
        table = CmapSubtable.newSubtable(form)
        table.platformID, table.platEncID, table.language = 3, encoding, 0
        table.cmap = {code: name for code, name in codes.items() if form == 12 or code <= 0xFFFF}
        kept.append(table)
    font["cmap"].tables = kept


def _vertical_forms(font: TTFont) -> list[tuple[str, str]]:
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "vert" for index in record.Feature.LookupListIndex}
    pairs: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            pairs.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return sorted(pairs.items())


def _rename(font: TTFont, recipe: Recipe) -> None:
    """Names of our own: the licences reserve the originals, and nobody should take a trimmed face for the whole one."""
    old = font["name"]
    full = recipe.family if recipe.style == "Regular" else f"{recipe.family} {recipe.style}"
    post_script = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    origin = f"{recipe.archive.typeface}, {old.getDebugName(5)}, from {recipe.archive.package} {recipe.archive.version}"
    names = {
        0: old.getDebugName(0), 1: full, 2: "Regular", 3: f"paperlayout;{post_script}", 4: full, 5: old.getDebugName(5), 6: post_script,
        10: f"Cut from {origin}; half-width marks added.", 13: old.getDebugName(13), 14: old.getDebugName(14),
        16: recipe.family, 17: recipe.style,
    }  # fmt: skip
    font["name"] = newTable("name")
    font["name"].names = []
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def _clean(font: TTFont, recipe: Recipe) -> None:
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = MADE
    font["OS/2"].usWeightClass = recipe.weight
    for tag in DROPPED_TABLES:
        if tag in font:
            del font[tag]


def licence(archive: Archive, face: bytes) -> None:
    """The licence of a source under the copyright notice of the typeface itself, laid beside the faces cut from it."""
    notice, text = copyright_notice(face), member(archive, archive.licence).decode("utf-8")
    missing = "" if notice in text else f"{notice}\n\n"
    (HERE / f"OFL-{archive.typeface.replace(' ', '')}.txt").write_text(missing + text, encoding="utf-8")


def copyright_notice(face: bytes) -> str:
    """The copyright line that a typeface carries."""
    return TTFont(io.BytesIO(face), lazy=True)["name"].getDebugName(0) or ""


def sources_table() -> str:
    """SOURCES.md: what each face was cut from."""
    lines = [f"| {r.id} | {r.archive.typeface} | `{r.archive.package}` {r.archive.version} | `{r.member}` | `{r.sha256}` |\n" for r in RECIPES]
    archives = {recipe.archive: f"| `{recipe.archive.package}` {recipe.archive.version} | `{recipe.archive.sha256}` |\n" for recipe in RECIPES}
    return (
        "Written by `build.py`.\n\n| face | typeface | npm package | file | SHA-256 of the file |\n|---|---|---|---|---|\n" + "".join(lines)
        + "\n| archive | SHA-256 of the .tgz |\n|---|---|\n" + "".join(archives.values())
    )  # fmt: skip


def main(ids: list[str]) -> None:
    """Build the faces named, or all, and write down their sources and checksums."""
    for recipe in RECIPES:
        if not ids or recipe.id in ids:
            face = dress(trim(source(recipe), recipe.whole), recipe)
            (HERE / f"{recipe.id}.ttf").write_bytes(face)
            licence(recipe.archive, face)
            print(f"{recipe.id}: {len(face) / 1e6:.2f} MB", flush=True)
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(HERE.glob("*.ttf")))
    (HERE / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    (HERE / "SOURCES.md").write_text(sources_table(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
