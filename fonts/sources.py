"""Where the faces come from: every archive and file with its version and checksum, and what is made of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Archive:
    """A package of the npm registry that holds a typeface, with its licence file and the checksum of the .tgz."""

    package: str
    version: str
    sha256: str
    licence: str
    typeface: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """A face of ours: the file it is cut from, its new name, and whether it keeps the whole repertoire."""

    id: str
    archive: Archive
    member: str
    sha256: str
    family: str
    style: str
    weight: int
    whole: bool = False


SERIF = Archive(
    "@expo-google-fonts/noto-serif-sc", "0.4.3", "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    "LICENSE_FONT", "Noto Serif SC",
)  # fmt: skip
SANS = Archive(
    "@expo-google-fonts/noto-sans-sc", "0.4.3", "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    "LICENSE_FONT", "Noto Sans SC",
)  # fmt: skip
WENKAI = Archive(
    "@fontsource/lxgw-wenkai", "5.3.0", "e796ef6dd20f4eea37625222872095a7d049fa6bfdd6fe80a15dfa22fdf2c7ca",
    "LICENSE", "LXGW WenKai",
)  # fmt: skip
MASHAN = Archive(
    "@expo-google-fonts/ma-shan-zheng", "0.4.3", "9befb7ac1ef0b08c17d8e1ea322a426833e91886f30dc3fb9f993676a8ef7ac3",
    "LICENSE_FONT", "Ma Shan Zheng",
)  # fmt: skip

# The packager calls LXGW WenKai Regular (its own weight class is 400) "500".
RECIPES = (
    Recipe("song-400", SERIF, "400Regular/NotoSerifSC_400Regular.ttf", "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
           "Paperlayout Song", "Regular", 400, whole=True),
    Recipe("song-600", SERIF, "600SemiBold/NotoSerifSC_600SemiBold.ttf", "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def",
           "Paperlayout Song", "SemiBold", 600),
    Recipe("song-900", SERIF, "900Black/NotoSerifSC_900Black.ttf", "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
           "Paperlayout Song", "Black", 900),
    Recipe("hei-400", SANS, "400Regular/NotoSansSC_400Regular.ttf", "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
           "Paperlayout Hei", "Regular", 400),
    Recipe("hei-700", SANS, "700Bold/NotoSansSC_700Bold.ttf", "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
           "Paperlayout Hei", "Bold", 700),
    Recipe("hei-900", SANS, "900Black/NotoSansSC_900Black.ttf", "2e4413c405bdf804f26571579b9b2dd8ea4732ea57a3b034f2467cad45a886e0",
           "Paperlayout Hei", "Black", 900),
    Recipe("kai-300", WENKAI, "files/lxgw-wenkai-latin-300-normal.woff2", "73311ce540f4ed6ca41325d28e48037acf0d78e08de0f9f10078cd17ec19eb0f",
           "Paperlayout Kai", "Light", 300),
    Recipe("kai-400", WENKAI, "files/lxgw-wenkai-latin-500-normal.woff2", "013fa90e3e7c3b30aeb0a5311ef92d9aee0d3def5817bc27c357198796d34306",
           "Paperlayout Kai", "Regular", 400),
    Recipe("brush-400", MASHAN, "400Regular/MaShanZheng_400Regular.ttf", "016752d5574878419a95d6e89304613a7bf8b44199ec0f25308d999dfd75c7de",
           "Paperlayout Brush", "Regular", 400),
)  # fmt: skip
