"""F: files and photos."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

SAVE_AS = ("在 WPS/Word 里另存为 .docx 或“纯文本 .txt”（UTF-8），再写它的文件名", "save it as .docx or plain text (.txt, UTF-8) in WPS or Word and name that file")

RULES = (
    CatalogueRule(
        "F100",
        both("找不到稿单", "no issue file"),
        both("稿单是 .yaml 文件，或放着 issue.yaml 的文件夹。", "An issue is a .yaml file, or a folder that holds issue.yaml."),
        (
            way(("打不开文件 {file}", "查一查文件名，或文件是不是正被别的程序占用"), ("cannot open {file}", "look at the name, or whether another program holds the file"), "open"),
            way(
                ("找不到 {file}", "查一查路径；稿单是 .yaml 文件，或放着 issue.yaml 的文件夹"),
                ("there is no {file}", "look at the path; an issue is a .yaml file or a folder that holds issue.yaml"),
            ),
        ),
    ),
    CatalogueRule(
        "F101",
        both("稿单不是文本", "the issue is no text"),
        both("Word、PDF、图片改名成 .yaml 也读不出文字。", "A Word file, PDF or picture renamed to .yaml cannot be read."),
        (way(("这不是文本文件，读不出文字", "在编辑器里另存为 UTF-8 文本"), ("this is no text file", "save it as UTF-8 text in your editor")),),
    ),
    CatalogueRule(
        "F102",
        both("稿单太大", "the issue is too large"),
        both("一期的文字不会有这么多；图片不要贴进来，用文件名引用。", "No issue has so much copy; photos are named, not pasted."),
        (way(("文件太大：超过 {most} MB", "稿单只放文字；图片另存，用文件名引用"), ("the file is too large: more than {most} MB", "an issue holds text; photos are named by file")),),
    ),
    CatalogueRule(
        "F103",
        both("不知道用哪份稿单", "which issue is meant"),
        both("文件夹里最好只有一份 issue.yaml。", "A folder best holds one issue.yaml."),
        (
            way(("文件夹里有 {count} 份稿单：{names}", "写明用哪一份"), ("the folder holds {count} issues: {names}", "say which"), "several"),
            way(("文件夹里没有稿单", "稿单叫 issue.yaml，里面有 日期:"), ("the folder holds no issue", "an issue is called issue.yaml and has 日期:")),
        ),
    ),
    CatalogueRule(
        "F301",
        both("找不到图片", "a photo that is not there"),
        both("文件名从稿单所在的文件夹写起，如 图片/揭牌.jpg。大小写、空格、扩展名都要一样。", "Names start at the issue's folder, such as 图片/揭牌.jpg; case, spaces and extension count."),
        (
            way(("找不到{what} {name}", "{cure}"), ("there is no {what} {name}", "{cure}")),
            way(("没有写{what}的文件名", "写成 图片/名字.jpg 这样"), ("no file name for the {what}", "write a name such as 图片/名字.jpg"), "empty"),
            way(("这张照片没有写文件", "加一行 文件: 图片/….jpg"), ("this photo has no file", "add a line 文件: 图片/….jpg"), "missing"),
            way(("这个广告没有写文件", "加一行 文件: 图片/….jpg"), ("this advert has no file", "add a line 文件: 图片/….jpg"), "advert"),
            way(("文件夹里有 {names}，是不是它？", ""), ("the folder has {names}; is it that?", ""), "near"),
            way(("{name} 在别的文件夹里，是不是它？", ""), ("{name} is in another folder; is it that?", ""), "elsewhere"),
            way(("{name}", ""), ("{name}", ""), "named"),
            way(("图片", ""), ("photo", ""), "photo"),
            way(("稿件", ""), ("manuscript", ""), "manuscript"),
            way(("{name}（只有大小写不同）", ""), ("{name} (only the case differs)", ""), "case"),
            way(("{name}（只差一个字）", ""), ("{name} (one character differs)", ""), "one"),
            way(("没有文件夹 {folder}，是不是 {near}？", ""), ("there is no folder {folder}; is it {near}?", ""), "folder"),
            way(("没有文件夹 {folder}", ""), ("there is no folder {folder}", ""), "nofolder"),
            way(("查一查文件名，文件要放在 {folder} 里", ""), ("look at the name; the file belongs into {folder}", ""), "look"),
        ),
    ),
    CatalogueRule(
        "F302",
        both("照片像素不够", "too few pixels"),
        both(
            "报纸印刷要求照片按排上的尺寸有 180 像素/英寸以上；低于 120，印出来看得见糊。手机微信转来的图常被压小，要“原图”。",
            "Newsprint wants 180 pixels an inch at the size a photo stands; below 120 it looks soft. Pictures sent by chat apps are often made small: ask for the original.",
        ),
        (
            way(
                ("照片太小：照现在的尺寸只有 {ppi} 像素/英寸，{verdict}（要求 {good} 以上）", "{cure}"),
                ("too few pixels: {ppi} an inch at the size it stands, {verdict} ({good} or more is wanted)", "{cure}"),
            ),
            way(("印出来会模糊", ""), ("it will print soft", ""), "soft"),
            way(("略低于印刷要求", ""), ("a little under what print wants", ""), "slight"),
            way(("换一张至少 {pixels} 像素宽的原图（现 {width}）", ""), ("get an original at least {pixels} pixels wide (this has {width})", ""), "wider"),
            way(("写“栏数: {columns}”，可达 {ppi} 像素/英寸", ""), ("write 栏数: {columns}, which gives {ppi} an inch", ""), "narrower"),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "F303",
        both("照片已转正", "a photo was turned upright"),
        both("相机记下了竖着拍，程序照它转正。请看一眼方向对不对。", "The camera noted how it was held, and the program turned the photo. Have a look whether it is right."),
        (
            way(
                ("{name} 已按相机的记录转正：{how}", "在版面上看一眼方向；不对就在看图软件里转好再存"),
                ("{name} was turned as the camera noted: {how}", "have a look at the page; if it is wrong turn it in a viewer and save it"),
            ),
            way(("顺时针转 90 度", ""), ("90 degrees clockwise", ""), "right"),
            way(("逆时针转 90 度", ""), ("90 degrees anticlockwise", ""), "left"),
            way(("转 180 度", ""), ("180 degrees", ""), "over"),
            way(("左右翻转", ""), ("mirrored", ""), "mirror"),
        ),
        Severity.NOTE,
    ),
    CatalogueRule(
        "F304",
        both("苹果手机的 HEIC 照片", "a HEIC photo"),
        both("在手机“设置 › 相机 › 格式”里选“兼容性最佳”，或传到电脑时另存 JPG；装了 paperlayout[heic] 就能直接用。", "Choose “Most Compatible” in the phone's camera settings, save it as JPG, or install paperlayout[heic]."),
    ),
    CatalogueRule(
        "F305",
        both("找不到稿件", "a manuscript that is not there"),
        both("文件名从稿单所在的文件夹写起，如 稿件/头条.txt。", "Names start at the issue's folder, such as 稿件/头条.txt."),
        (
            way(("打不开文件 {file}", "查一查文件名，或文件是不是正被别的程序占用"), ("cannot open {file}", "look at the name, or whether another program holds the file"), "open"),
            way(("找不到{what} {name}", "{cure}"), ("there is no {what} {name}", "{cure}")),
            way(
                ("找不到 {name}", "写 paper.yaml 的路径；不写就从稿单的文件夹往上找"),
                ("there is no {name}", "write the path of paper.yaml; without it the folders above the issue are searched"),
                "paper",
            ),
        ),
    ),
    CatalogueRule(
        "F306",
        both("文件在报纸的文件夹外面", "a file outside the paper's folder"),
        both("一期要能整个搬走、存档，所以只能用报纸文件夹里的文件。", "An issue must be movable as a whole, so only files inside the paper's folder are used."),
        (
            way(
                ("{what} {name} 在报纸的文件夹外面", "把文件放到 {folder} 文件夹里，用里面的路径引用"),
                ("the {what} {name} is outside the paper's folder", "put it into the folder {folder} and use its path there"),
            ),
        ),
    ),
    CatalogueRule(
        "F307",
        both("文件名大小写不同", "a file name in another case"),
        both("Windows 和 Mac 不分大小写，Linux 和网站分。写得一样，到哪里都打得开。", "Windows and macOS do not mind the case, Linux and web servers do."),
        (
            way(
                ("文件其实叫 {name}，大小写不同", "改成 {name}，换一台电脑也打得开"),
                ("the file is called {name}, in another case", "write {name}, and it opens on any computer"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "F308",
        both("CMYK 照片没有色彩配置", "a CMYK photo without a profile"),
        both("没有配置就不知道是给哪种纸、哪台机器分的色，只能照通用的换算，颜色会有偏差。", "Without a profile nobody knows for which paper and press it was separated; colours may be off."),
        (way(("{name} 是 CMYK，却没有色彩配置（ICC）", "最好换用相机、手机的 RGB 原图"), ("{name} is CMYK without a colour profile (ICC)", "better use the RGB original"),),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "F309",
        both("图片有透明部分", "a picture with transparent parts"),
        both("纸上没有透明，透明的地方印成白色。", "Paper shows nothing through: transparent parts print white."),
        (way(("{name} 有透明部分，会印成白底", "看一眼排出来的样子；要底色就在看图软件里填好"), ("{name} has transparent parts, which print white", "have a look at the page, or fill the ground in a viewer")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "F310",
        both("稿件不是纯文本", "a manuscript that is not plain text"),
        both(".doc、.wps、.rtf 是老格式，程序读不了。", ".doc, .wps and .rtf are old formats the program cannot read."),
        (
            way(("{name} 不是纯文本", SAVE_AS[0]), ("{name} is not plain text", SAVE_AS[1])),
            way(("{name} 是旧版 Word（.doc）", SAVE_AS[0]), ("{name} is of old Word (.doc)", SAVE_AS[1]), "doc"),
            way(("{name} 是 WPS 的 .wps 格式", SAVE_AS[0]), ("{name} is a WPS file (.wps)", SAVE_AS[1]), "wps"),
            way(
                ("{name} 是 Word 打开文件时留下的锁定文件，不是稿件", "写 {meant}；在 Word 里存好、关掉再排"),
                ("{name} is the lock file Word leaves while a manuscript is open", "write {meant}; save and close it in Word first"),
                "lock",
            ),
        ),
    ),
    CatalogueRule("F312", both("不认识这种稿件", "an unknown kind of manuscript"), both("稿件用 .md、.txt 或 .docx。", "Manuscripts are .md, .txt or .docx.")),
    CatalogueRule(
        "F313",
        both("稿件不是文本", "a manuscript that is no text"),
        both("扩展名是 .txt，里面却不是文字。", "The name says .txt, the content is no text."),
        (way(("这不是文本文件，读不出文字", "在编辑器里另存为 UTF-8 文本"), ("this is no text file", "save it as UTF-8 text in your editor")),),
    ),
    CatalogueRule(
        "F314",
        both("稿件太大", "a manuscript that is too large"),
        both("一篇稿子不会有这么多字。", "No story has so much copy."),
        (way(("文件太大：超过 {most} MB", "稿件只放文字；图片另存，用文件名引用"), ("the file is too large: more than {most} MB", "a manuscript holds text; photos are named by file")),),
    ),
    CatalogueRule("F331", both("这种图片不能直接用", "a picture of another kind"), both("请另存为 JPG、PNG 或 TIFF。", "Save it as JPG, PNG or TIFF.")),
    CatalogueRule("F332", both("不是图片", "no picture"), both("扩展名是图片，里面不是。", "The name says a picture, the content is none.")),
    CatalogueRule("F333", both("图片不完整", "a torn picture"), both("多半是没有传完，重新复制一份。", "It was probably not copied to its end; copy it again.")),
    CatalogueRule(
        "F334",
        both("图片太大", "a picture too large"),
        both("超过 2 亿像素、10 亿字节，或分几百遍存放的图片，解开要很久、很占内存，报纸用不着。", "More than 200 megapixels or a gigabyte, or stored in hundreds of passes: no newspaper needs that."),
    ),
    CatalogueRule("F335", both("图片打不开", "a picture that cannot be opened"), both("文件没有了、没有权限，或正被别的程序占用。", "The file is gone, closed to us, or held by another program.")),
    CatalogueRule("F336", both("图片解不开", "a picture that cannot be decoded"), both("文件开头是对的，里面有错。在看图软件里打开，另存一份。", "It begins well and is damaged inside. Open it in a viewer and save it anew.")),
)
