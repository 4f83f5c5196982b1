"""F, manuscripts: what is said of Word and other files that come in, and of the pictures in them."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

RESAVE = ("用 Word/WPS 打开它，另存为 .docx 再试", "open it in Word or WPS and save it as .docx")

RULES = (
    CatalogueRule(
        "F315",
        both("图片只是链接", "a linked picture"),
        both("Word 里的图片可以只是一个链接，图在作者的电脑上。", "A picture in Word may be a link to a file on its author's machine."),
        (way(("有一张图片不在文件里（只是链接，或已损坏）", "请作者把图片另外发来"), ("a picture is not in the file: it is only linked, or damaged", "ask its author to send it")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "F316",
        both("Word 文件打不开", "a Word file that cannot be opened"),
        both("加了密码、没有传完、还在别的程序里开着，或者根本不是 Word 文件。", "It has a password, was not copied to its end, is open elsewhere, or is no Word file."),
        (
            way(("{name} 不是完好的 Word 文件", RESAVE[0]), ("{name} is no sound Word file", RESAVE[1])),
            way(("{name} 加了密码，或其实是旧版 Word（.doc）", "在 Word/WPS 里去掉密码，另存为 .docx"), ("{name} has a password, or is old Word (.doc)", "take the password off in Word or WPS and save it as .docx"), "locked"),
            way(("打不开文件 {name}", "查一查文件名；关掉正打开它的 Word/WPS 再试"), ("cannot open {name}", "look at its name; close it in Word or WPS"), "busy"),
            way(("{name} 太大：拆开超过 {most} MB", "把图片另存出来，稿子只留文字"), ("{name} is too large: more than {most} MB unpacked", "keep its pictures elsewhere"), "large"),
        ),
    ),
    CatalogueRule(
        "F317",
        both("旧格式已转换", "an old format converted"),
        both("import 用 LibreOffice 把 .doc、.wps、.rtf、.odt 转成 .docx 再读。", "import has LibreOffice turn .doc, .wps, .rtf and .odt into .docx."),
        (way(("{name} 已由 LibreOffice 转成 Word 新格式读入", ""), ("{name} was converted by LibreOffice", "")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "F318",
        both("图片格式排不进版面", "a picture that cannot be set"),
        both("Word 里常有 EMF、WMF 这类矢量图。", "Word files often hold EMF or WMF drawings."),
        (way(("图片 {name} 是 {suffix} 格式，存下了，但排不进版面", "另存为 JPG 或 PNG，再写进 照片:"), ("picture {name} is {suffix}; it was kept, but cannot be set", "save it as JPG or PNG and name it under 照片:")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "F319",
        both("Word 稿里的图片没有排", "pictures inside a Word manuscript"),
        both("“文件:”只取文字；图片要有自己的文件、图注和位置。", "文件: takes the text; a picture needs a file, a caption and a place."),
        (way(("{name} 里有 {count} 张图片，没有排", "用 paperlayout import {name} 取出图片，再写进 照片:"), ("{name} holds {count} pictures that are not set", "take them out with paperlayout import {name}")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "F320",
        both("旧格式要先转换", "an old format"),
        both(".doc、.wps 是旧格式。电脑上有 LibreOffice 时 import 会自己转换。", ".doc and .wps are old formats; import converts them where LibreOffice is installed."),
        (
            way(("{name} 是{what}，程序自己读不了", "在 Word/WPS 里打开它，另存为 .docx；或装上 LibreOffice，程序就能自己转换"), ("{name} is {what}, which the program cannot read", "save it as .docx in Word or WPS, or install LibreOffice")),
            way(("{name} 是{what}，LibreOffice 没能转换它", "在 Word/WPS 里打开它，另存为 .docx"), ("{name} is {what}; LibreOffice could not convert it", "save it as .docx in Word or WPS"), "failed"),
        ),
    ),
)  # fmt: skip
