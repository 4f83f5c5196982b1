"""P: what the plant's file must be, and what newsprint can hold."""

from paperlayout.catalogue.entry import Bilingual, CatalogueRule, Wording, both, way
from paperlayout.diag import Severity

WARNING = Severity.WARNING
REMAKE = ("用 paperlayout press 重新生成", "make it again with paperlayout press")
ASK = ("请供稿方改好再给", "ask whoever sent it to mend it")
PLACES = (
    Wording("at", both("：距左边 {x} 毫米、上边 {y} 毫米", ": {x} mm from the left, {y} mm from the top")),
    Wording("among", both("：距左边 {x} 毫米、上边 {y} 毫米，共 {count} 处", ": {x} mm from the left, {y} mm from the top, {count} in all")),
    Wording("whole", both("", "")),
    Wording("times", both("，共 {count} 处", ", {count} in all")),
)
"""Where on the page a fault is; put into the sentences below as {place}."""


def placed(zh: tuple[str, str], en: tuple[str, str], name: str = "") -> Wording:
    """A way of saying that ends in the place."""
    return Wording(name, Bilingual(zh[0] + "{place}", en[0] + "{place}"), Bilingual(zh[1], en[1]))


DOCUMENT: tuple[CatalogueRule, ...] = (
    CatalogueRule(
        "P101",
        both("PDF 的版本和封装", "version and packing of the PDF"),
        both("老的制版机读不了新版 PDF，也打不开加密的文件。", "Old RIPs cannot read newer PDF, and no RIP opens an encrypted file."),
        (
            way(("PDF 是 {version} 版，{standard} 最高 {most} 版", REMAKE[0]), ("the PDF is version {version}, {standard} takes {most} at most", REMAKE[1])),
            way(("PDF 用了 {most} 版没有的对象流", REMAKE[0]), ("the PDF has object streams, which version {most} does not know", REMAKE[1]), "packed"),
            way(("PDF 加了密，制版机打不开", "去掉密码"), ("the PDF is encrypted", "take the password off"), "locked"),
            way(("PDF 没有文件标识（ID）", REMAKE[0]), ("the PDF has no ID", REMAKE[1]), "id"),
        ),
    ),
    CatalogueRule(
        "P102",
        both("没有标明标准", "the standard is not named"),
        both("印厂按文件自报的标准来收。", "Plants take a file by the standard it says it meets."),
        (way(("文件没有标明是 {standard}", REMAKE[0]), ("the file does not say it is {standard}", REMAKE[1])),),
    ),
    CatalogueRule(
        "P103",
        both("输出条件不对", "the printing condition is wrong"),
        both("文件要说明是为哪种纸、哪种印刷分的色，并嵌入它的色彩文件。", "A file names the paper and process it is separated for, and embeds the profile."),
        (
            way(("要有一个输出条件（OutputIntent），文件里有 {count} 个", REMAKE[0]), ("one output intent is wanted, the file has {count}", REMAKE[1])),
            way(("输出条件没有名称", REMAKE[0]), ("the output intent has no identifier", REMAKE[1]), "nameless"),
            way(("输出条件没有嵌入色彩文件", REMAKE[0]), ("the output intent embeds no profile", REMAKE[1]), "missing"),
            way(("输出条件的色彩文件{fault}", REMAKE[0]), ("the profile of the output intent {fault}", REMAKE[1]), "profile"),
        ),
    ),
    CatalogueRule(
        "P104",
        both("文件信息不全", "the file says too little of itself"),
        both("标准要求写明标题、日期、是否陷印和文件编号。", "The standard asks for title, dates, trapping and ids."),
        (way(("文件信息缺 {missing}", REMAKE[0]), ("the file lacks {missing}", REMAKE[1])),),
    ),
    CatalogueRule(
        "P105",
        both("页面框不对", "page boxes are wrong"),
        both("拼版按成品框定位；框错了，整版就印歪、印缺。", "Plates are placed by the trim box; where it is wrong the page is printed askew or cut."),
        (
            way(("页面要有纸张框（MediaBox）和成品框（TrimBox），不能有 ArtBox", REMAKE[0]), ("a page wants MediaBox and TrimBox and no ArtBox", REMAKE[1])),
            way(("成品框要在出血框里，出血框要在纸张框里", REMAKE[0]), ("the trim must lie in the bleed, the bleed in the media", REMAKE[1]), "nested"),
            way(("裁剪框（CropBox）切掉了版面", REMAKE[0]), ("the crop box cuts the page", REMAKE[1]), "crop"),
            way(("成品尺寸是 {found} 毫米，应是 {wanted} 毫米", "查 paper.yaml 的“开本”"), ("the trim is {found} mm, it should be {wanted} mm", "look at 开本 in paper.yaml"), "size"),
            way(("页面转了方向或改了单位", REMAKE[0]), ("the page is rotated or its unit changed", REMAKE[1]), "turned"),
            way(("应有 {wanted} 版，文件里有 {found} 页", REMAKE[0]), ("{wanted} pages are wanted, the file has {found}", REMAKE[1]), "count"),
        ),
    ),
    CatalogueRule(
        "P106",
        both("字体没有嵌入", "a font is not embedded"),
        both("没有嵌入的字体，制版机会用别的字体代替，字就变了或丢了。", "A RIP replaces fonts it does not have: type changes or is lost."),
        (way(("字体 {name} 没有嵌入", "请供稿方嵌入字体，或把文字转成曲线"), ("the font {name} is not embedded", "ask for embedded fonts or outlines")),),
    ),
    CatalogueRule(
        "P107",
        both("PDF/X-1a 里有透明", "transparency in PDF/X-1a"),
        both("X-1a 给不认得透明的老设备用。", "X-1a is for devices that do not know transparency."),
        (placed(("有透明效果，PDF/X-1a 不许有", "请供稿方把透明拼合后再给"), ("something is transparent, which PDF/X-1a forbids", "ask for flattened artwork")),),
    ),
    CatalogueRule(
        "P108",
        both("文件里有会动的东西", "something in the file acts"),
        both("批注、链接、表单、脚本不是版面，付印文件里不能有。", "Notes, links, forms and scripts are not part of a printed page."),
        (
            way(("版面上有批注或链接（{kind}）", ASK[0]), ("a note or link stands on the page ({kind})", ASK[1])),
            way(("文件里有表单、动作或附件（{kind}）", ASK[0]), ("the file has forms, actions or attachments ({kind})", ASK[1]), "acts"),
        ),
    ),
    CatalogueRule(
        "P109",
        both("不许的压缩或外部文件", "compression or files that are not allowed"),
        both("付印文件要完整，只用标准许可的压缩。", "The file must be whole, and packed as the standard allows."),
        (
            way(("文件里有 {standard} 不许的压缩方式", REMAKE[0]), ("the file is packed in a way {standard} forbids", REMAKE[1])),
            way(("文件的一部分放在外面的文件里", ASK[0]), ("part of the file lies in another file", ASK[1]), "outside"),
        ),
    ),
    CatalogueRule(
        "P110",
        both("自带网点曲线", "a transfer curve of its own"),
        both("网点曲线由印厂定。", "Tone curves are the plant's."),
        (way(("文件里有自带的网点曲线（传递函数）", ASK[0]), ("the file brings a transfer function", ASK[1])),),
    ),
    CatalogueRule(
        "P111",
        both("有透明", "transparency"),
        both("X-4 许可透明，但老的制版机可能印错。", "X-4 allows it, but older RIPs may print it wrong."),
        (placed(("有透明效果，老的制版机可能印错", "请供稿方把透明拼合后再给"), ("something is transparent; older RIPs may print it wrong", "ask for flattened artwork")),),
        WARNING,
    ),
    CatalogueRule(
        "P112",
        both("照片没有说明", "a photo that nobody described"),
        both("看不见图的读者用读屏软件听报；没有图注，也没有“替代文字”，他们不知道画的是什么。", "Readers who cannot see a photo hear its alternative text or caption."),
        (way(("照片没有图注，也没有替代文字", "加一行 替代文字: 说一句画面上是什么"), ("a photo has neither caption nor alternative text", "add a line 替代文字: that says what it shows")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "P130",
        both("印厂的色彩文件不能用", "the plant's profile cannot be used"),
        both("“色彩文件”要写印厂给的、报纸印刷用的 CMYK 输出 ICC 文件。", "色彩文件 names the plant's CMYK output profile."),
        (
            way(
                ("色彩文件 {name} {fault}", "向印厂要报纸印刷用的 CMYK 输出 ICC 文件；或删去“色彩文件”，用内置的新闻纸特性"),
                ("the profile {name} {fault}", "ask the plant for its CMYK output profile, or leave 色彩文件 out for the built-in one"),
            ),
            way(("读不出来（{reason}）", ""), ("cannot be read ({reason})", ""), "unread"),
            way(("不是完整的 ICC 文件", ""), ("is no whole ICC file", ""), "broken"),
            way(("不是印刷设备的 ICC 文件（是显示器、扫描仪或别的）", ""), ("is not a printer's profile", ""), "class"),
            way(("不是四色的 ICC 文件（是 {space}）", ""), ("is not of CMYK but of {space}", ""), "space"),
            way(("是 ICC 第 {found} 版，这种 PDF 只收到第 {newest} 版", ""), ("is of ICC version {found}; this PDF takes {newest} at most", ""), "version"),
        ),
    ),
)  # fmt: skip

COLOUR: tuple[CatalogueRule, ...] = (
    CatalogueRule(
        "P201",
        both("不是印刷的颜色", "a colour that is no ink"),
        both("报纸只印青、品红、黄、黑和专色。屏幕的颜色由制版机去换，换成什么样说不准。", "Presses print four inks and named ones; what a RIP makes of screen colours nobody knows."),
        (
            placed(("用了 {space} 颜色，不是印刷的四色", "改成 CMYK 颜色；外来的广告请供稿方转成 CMYK"), ("{space} colour is used, which is no ink", "use CMYK; ask for CMYK artwork")),
            placed(("图片是 {space} 颜色，不是印刷的四色", "外来的广告请供稿方转成 CMYK"), ("a picture is in {space}, which is no ink", "ask for CMYK artwork"), "picture"),
            *PLACES,
        ),
    ),
    CatalogueRule(
        "P202",
        both("灰度的黑字", "black type in gray"),
        both("灰度颜色的黑字在制版机上不会叠印，套印不准就露白边。", "Black in DeviceGray does not overprint, and shows white rims when plates shift."),
        (placed(("黑字用的是灰度颜色，不会叠印", "改成 CMYK 的单黑 0/0/0/100"), ("black type is in DeviceGray and will not overprint", "use CMYK 0/0/0/100")),),
    ),
    CatalogueRule(
        "P203",
        both("黑色没有叠印", "black knocks out"),
        both("黑字、黑线要印在底色上面；挖空了，套印稍有不准就露白边。压在照片上的大黑字除外。", "Black type and rules print over grounds, or white rims show. Large black on photos is the exception."),
        (placed(("黑色没有叠印，套印稍有不准就会露白边", "黑字、黑线设为叠印（overprint）"), ("black does not overprint", "set black type and rules to overprint")),),
        WARNING,
    ),
    CatalogueRule(
        "P204",
        both("白色叠印", "white overprints"),
        both("白色是没有墨；叠印的白色印出来就没有了。", "White is no ink; where it overprints it is gone."),
        (placed(("白色设成了叠印，印出来会消失", "白字、白块要挖空（knockout），取消叠印"), ("white overprints and will be gone", "let white knock out")),),
    ),
    CatalogueRule(
        "P205",
        both("套色的小字", "small type in several inks"),
        both("两块版错开一点，小字就印虚。黄色不算，错开了看不出。", "Small type blurs when plates shift. Yellow does not count: nobody sees its edge."),
        (
            placed(
                ("{size} 点的小字要套印 {plates} 色，容易印虚", "改成单黑或单色，或放大到 {least} 点以上"),
                ("{size} pt type prints on {plates} plates", "use one ink, or {least} pt and more"),
            ),
        ),
        WARNING,
    ),
    CatalogueRule(
        "P206",
        both("反白的小字", "small reversed type"),
        both("新闻纸上墨会洇开，细小的白字容易糊掉。", "Ink spreads on newsprint and fills small white type."),
        (placed(("反白字只有 {size} 点，容易糊掉", "放大到 {least} 点以上，用黑体"), ("reversed type is only {size} pt", "use {least} pt and more, bold")),),
        WARNING,
    ),
    CatalogueRule(
        "P207",
        both("字太小", "tiny type"),
        both("新闻纸上 5 点以下的字看不清。", "Type under 5 pt cannot be read on newsprint."),
        (placed(("字只有 {size} 点，新闻纸上看不清", "放大到 {least} 点以上"), ("type is only {size} pt", "use {least} pt and more")),),
        WARNING,
    ),
    CatalogueRule(
        "P208",
        both("复色黑字", "rich black type"),
        both("黑字下面再印别的颜色，四块版一错开就花。", "Other inks under black type show as soon as plates shift."),
        (placed(("黑字里掺了别的颜色（复色黑）", "改成单黑 0/0/0/100"), ("black type has other inks in it", "use 0/0/0/100")),),
        WARNING,
    ),
    CatalogueRule(
        "P209",
        both("线太细", "hairlines"),
        both("细于 0.25 点（约 0.1 毫米）的线印版上留不住。", "Lines under 0.25 pt do not hold on the plate."),
        (placed(("线只有 {width} 点粗，印版上留不住", "加粗到 {least} 点以上"), ("a line is only {width} pt", "use {least} pt and more")),),
        WARNING,
    ),
    CatalogueRule(
        "P210",
        both("套色或加网的细线", "fine lines in several inks or tints"),
        both("细线套色会重影，加网会断成点。", "Fine lines double in several inks and break into dots in a tint."),
        (placed(("{width} 点的细线要套色或加网", "改成单色实线，或加粗到 {least} 点"), ("a {width} pt line is tinted or in several inks", "make it solid in one ink, or {least} pt")),),
        WARNING,
    ),
    CatalogueRule(
        "P212",
        both("用了套准色", "registration colour on the page"),
        both("套准色印在每一块版上，只给裁切线和套准线用。", "It prints on every plate and is for marks only."),
        (placed(("版面里用了套准色（印在每一块版上）", "改成单黑"), ("registration colour is used on the page", "use black")),),
    ),
    CatalogueRule(
        "P213",
        both("白字没有底色", "white type on paper"),
        both("白字印在白纸上看不见，等于丢了字。", "White type on bare paper is lost copy."),
        (placed(("白字下面没有底色，印出来看不见", "加上底色，或改字的颜色"), ("white type has no ground and cannot be seen", "add a ground or change its ink")),),
        WARNING,
    ),
)  # fmt: skip

PICTURES: tuple[CatalogueRule, ...] = (
    CatalogueRule(
        "P301",
        both("图片太粗", "a picture is too coarse"),
        both("报纸的网线是每英寸 85 到 130 线，图片不到 100 像素就看得出方块。", "Newspaper screens have 85 to 130 lines an inch; under 100 pixels an inch one sees them."),
        (placed(("图片只有 {ppi} 像素/英寸，印出来会模糊", "换大一些的原图或排小一些，到 {least} 以上"), ("a picture has only {ppi} ppi", "use a larger original or a smaller size, {least} ppi and more")),),
    ),
    CatalogueRule(
        "P302",
        both("图片过细", "a picture is needlessly fine"),
        both("新闻纸上看不出 450 像素以上的细节，文件白白变大。", "Newsprint shows nothing beyond 450 ppi."),
        (placed(("图片有 {ppi} 像素/英寸，文件白白变大", "付印“图片精度”写 220"), ("a picture has {ppi} ppi", "write 图片精度: 220 in 付印")),),
        WARNING,
    ),
    CatalogueRule(
        "P303",
        both("墨量太多", "too much ink"),
        both("新闻纸吃不下太多墨：会透印、粘脏、干不了。上限由印厂定，一般 240%，严格的 220%；照 15 平方毫米的小块平均。",
             "Newsprint takes only so much ink: more shows through, sets off and does not dry. The plant says how much, mostly 240 %, over any 15 mm²."),
        (
            placed(("这里 15 平方毫米内的总墨量 {ink}%，超过 {most}%", "压在照片上的黑字挪开；照片由程序转四色；底色减墨"),
                   ("{ink} % ink in 15 mm² here, more than {most} %", "move type off the photo; let the program separate it; lighten grounds")),
            placed(("颜色的总墨量 {ink}%，超过 {most}%", "减去青、品红、黄，用黑色代替"), ("a colour of {ink} % ink, more than {most} %", "take out cyan, magenta and yellow for black"), "colour"),
        ),
    ),
    CatalogueRule(
        "P304",
        both("图片的墨量量不出来", "a picture whose ink cannot be measured"),
        both("程序只量得出四色和灰度图片的墨量。", "Only pictures in CMYK and gray can be measured."),
        (placed(("图片的墨量量不出来", "看一看是不是坏了，或不是四色、灰度的图片"), ("the ink of a picture cannot be measured", "see whether it is broken or in other colours")),),
        WARNING,
    ),
    CatalogueRule(
        "P305",
        both("图片略粗", "a picture is rather coarse"),
        both("报纸图片要 150 像素以上才够，单色的线条图要 600。", "Pictures want 150 ppi and more on newsprint, line art 600."),
        (placed(("图片有 {ppi} 像素/英寸，略低于印刷要求", "换大一些的原图或排小一些，到 {least} 以上"), ("a picture has {ppi} ppi, less than is wanted", "use a larger original or a smaller size, {least} ppi and more")),),
        WARNING,
    ),
)  # fmt: skip

RULES = (*DOCUMENT, *COLOUR, *PICTURES)
