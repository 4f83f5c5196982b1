"""L: the page: what does not fit, and page rules that are broken."""

from paperlayout.catalogue.entry import Bilingual, CatalogueRule, both, way
from paperlayout.diag import Severity


def _fault(code: str, rule: str, title: Bilingual, why: Bilingual, said: tuple[Bilingual, Bilingual]) -> CatalogueRule:
    """A page rule: told as a note, and known to the planner by name."""
    message, hint = said
    return CatalogueRule(code, title, why, (way((message.zh, hint.zh), (message.en, hint.en)), way((rule, ""), (rule, ""), "rule")), Severity.NOTE)


FIT = (
    CatalogueRule(
        "L201",
        both("超版", "overset"),
        both(
            "稿子比版面多。程序已经用尽了允许的余地：小标题旁的空行、段落松紧、照片裁切、标题字号、行距；再多就要编辑来定。",
            "There is more copy than page. All that the house allows has been used: white round subheads, tight paragraphs, crops, head sizes, leading; "
            "the rest is the editor's choice.",
        ),
        (
            way(
                ("《{title}》超版 {chars} 字（{rows} 行）{where}", "{cures}"),
                ("《{title}》 is over by {chars} characters ({rows} lines){where}", "{cures}"),
            ),
            way(("，从“……{tail}”以后排不下", ""), (", from after “……{tail}” on", ""), "from"),
            way(("", ""), ("", ""), "nowhere"),
            way(("删去 {chars} 字", ""), ("cut {chars} characters", ""), "cut"),
            way(("把《{title}》移到别的版", ""), ("move 《{title}》 to another page", ""), "move"),
            way(("去掉《{title}》的照片 {name}", ""), ("drop the photo {name} of 《{title}》", ""), "drop"),
            way(
                ("本版稿件太多，连缩去头条 {rows} 行也排不下", "把一部分稿件移到别的版，或去掉一张照片"),
                ("too much copy for this page, even with {rows} lines of the lead cut", "move a story to another page, or drop a photo"),
                "much",
            ),
            way(
                ("照片 {name} 的形状或“栏数”使它在这一版里放不下", "用“裁切”换一个形状（如 裁切: 3:2），或改“栏数”"),
                ("the photo {name} finds no room on this page, by its shape or its 栏数", "crop it shorter, or change 栏数"),
                "figure",
            ),
            way(
                ("《{title}》按写的“栏数”排，这一版就拼不起来", "删去或改“栏数”；稿件总量见其他提示"),
                ("with the 栏数 given, 《{title}》 keeps the page from being made up", "delete or change 栏数; the amount of copy is told elsewhere"),
                "pins",
            ),
            way(
                ("《{title}》最小也要 {columns} 栏 × {rows} 行，这一版放不下", "改“栏数”，或移到别的版"),
                ("《{title}》 takes at least {columns} columns × {rows} rows; the page has no room for it", "change 栏数, or move it to another page"),
                "box",
            ),
            way(
                ("这一版只有广告、简讯框这些整块的东西，拼不成一版", "加一篇不加框的文章，由它把版面填满"),
                ("this page has only blocks of fixed sizes, which do not make a page", "add a story without a box, which fills what is left"),
                "blocks",
            ),
        ),
    ),
    CatalogueRule(
        "L202",
        both("排不满", "short"),
        both("稿子比版面少。报纸不留空白，要补稿、补图，或让别的稿宽一些。", "There is less copy than page. A newspaper leaves no hole: add copy or a picture."),
        (
            way(
                ("第 {page} 版排不满，还空 {rows} 行（约 {chars} 字）", "{cures}"),
                ("page {page} is short by {rows} lines (about {chars} characters)", "{cures}"),
            ),
            way(("给《{title}》加一张两栏宽、约 {rows} 行高的照片", ""), ("give 《{title}》 a photo two columns wide and about {rows} lines high", ""), "photo"),
            way(("加一条 {chars} 字左右的短稿", ""), ("add a short item of about {chars} characters", ""), "brief"),
            way(("给《{title}》加 {chars} 字", ""), ("add {chars} characters to 《{title}》", ""), "more"),
            way(
                ("还要约 {chars} 字的稿件，例如 {count} 篇 800 字的文章", ""),
                ("about {chars} characters of copy are wanted, for example {count} stories of 800", ""),
                "stories",
            ),
        ),
    ),
    CatalogueRule(
        "L203",
        both("照要求排不成版", "a pin the page cannot be made up with"),
        both(
            "编辑的要求一定照办，办不到就说是哪一条。程序把各条要求逐一去掉再试，去掉就能排满的便是它；草样（--draft）是去掉以后的样子。",
            "Pins are honoured or refused. The page was made up without each of them in turn; the one without which it is full is to blame, and the draft shows it so.",
        ),
        (
            way(("{pin}，照它排不成版；去掉就能排满", "{cure}"), ("{pin}: the page cannot be made up with it; without it, it is full", "{cure}")),
            way(
                ("{pins}：合在一起排不成版，都去掉就能排满", "先删去其中最不要紧的，再排一次"),
                ("{pins}: the page cannot be made up with these together; without them it is full", "delete the one that matters least and build again"),
                "all",
            ),
            way(("《{title}》要求“{label}: {words}”", ""), ("《{title}》 asks for “{label}: {words}”", ""), "pin"),
            way(("{one}，{other}", ""), ("{one}, {other}", ""), "and"),
            way(("删去“{label}: {words}”，或换一个写法", ""), ("delete “{label}: {words}”, or ask for something else", ""), "delete"),
            way(("删去“{label}: {words}”，或改成“位置: {asked}”，草样就是这样排满的", ""), ("delete “{label}: {words}”, or write 位置: {asked}, as in the draft", ""), "place"),
        ),
    ),
    CatalogueRule(
        "L210",
        both("一行排不下", "a line that sticks out"),
        both("有一个不能拆的词（网址、长英文、注音）比栏还宽。", "A word that cannot be broken (an address, Latin, ruby) is wider than the column."),
        (
            way(
                ("“{text}”在一行里排不下，伸出栏外 {out} 字", "把它改短，或在可以断开的地方加一个空格"),
                ("“{text}” does not fit a line and sticks out by {out} 字", "make it shorter, or put a space where it may break"),
            ),
        ),
    ),
    CatalogueRule(
        "L211",
        both("标题太长", "a head that is too long"),
        both("标题在分到的宽度里排不下版样的字号，只好缩小。标题不缩字形。", "The head does not fit its width in the house's sizes and is set smaller. Type is never squeezed."),
        (
            way(
                ("标题太长：在 {columns} 栏里多 {over} 字，只好缩到 {size} 点", "删去 {over} 字，或写“栏数”让它宽一些"),
                ("the head is too long: {over} 字 too many in {columns} columns, set in {size} points", "cut {over} 字, or give it more columns with 栏数"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "L212",
        both("报眼太长", "the ear is too long"),
        both("报头旁边的地方有限。", "There is little room beside the nameplate."),
        (
            way(("导读太长：排成 {lines} 行，放不下", "删短一些，或少写几条导读"), ("the guide is too long: {lines} lines do not fit", "make it shorter, or name fewer stories"), "guide"),
            way(("报眼太长：排成 {lines} 行，放不下", "删短一些"), ("the ear is too long: {lines} lines do not fit", "make it shorter"), "ear"),
            way(
                ("《{title}》在报眼里多 {rows} 行（约 {chars} 字）", "删去 {chars} 字，或不写“位置: 报眼”"),
                ("《{title}》 is {rows} lines (about {chars} characters) too long for the ear", "cut {chars} characters, or delete 位置: 报眼"),
                "story",
            ),
            way(
                ("照片 {name} 放进报眼要裁去 {share}%，太多", "换一张接近 {ratio}:1 的照片，或不写“位置: 报眼”"),
                ("the photo {name} would lose {share}% in the ear", "use one of about {ratio}:1, or delete 位置: 报眼"),
                "photo",
            ),
        ),
    ),
    CatalogueRule(
        "L340",
        both("广告和买下的地方形状不合", "an advert of another shape than its place"),
        both("广告不拉伸、不裁切，形状不合就在两边留白。", "An advert is neither stretched nor cropped; where its shape differs, white stands beside it."),
        (
            way(
                ("广告 {name} 的形状和 {columns} 栏 × {rows} 行不合，四周留白 {share}%", "让广告公司改成宽 {width} 毫米、高 {height} 毫米"),
                ("the advert {name} is of another shape than {columns} columns × {rows} rows; {share}% is white", "have it made {width} × {height} mm"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "L330",
        both("表格比栏宽", "a table wider than its column"),
        both("格里的字已经折行，多出的部分仍伸到栏外。", "Cells were folded and the table still sticks out."),
        (
            way(
                ("表格比栏宽多出 {out} 字，有的格已折行", "缩短最宽的格，或减少一栏"),
                ("the table is wider than its column by {out} 字; some cells were folded", "shorten the widest cell, or drop a column"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "L331",
        both("首字没有下沉", "an initial that was not dropped"),
        both("首字下沉要第一段以汉字开头、没有电头，而且比首字深。", "An initial wants a first paragraph that begins with a 汉字, has no dateline and is deeper than the initial."),
        (
            way(
                ("首字没有下沉：第一段要以汉字开头、没有电头，而且比首字深", "删去 首字:，或改写第一段"),
                ("the initial was not dropped: the first paragraph must begin with a 汉字, have no dateline, and be deeper than it", "delete 首字:, or recast the paragraph"),
            ),
        ),
        Severity.WARNING,
    ),
)

PAGE = (
    _fault(
        "L310",
        "tombstone",
        both("碰题", "tombstone"),
        both("两个标题并排在同一高度，读者会连起来读。", "Two heads side by side at one height read as one."),
        (both("{stories}的标题并排在一起，容易连读（碰题）", "the heads of {stories} stand side by side and read as one (碰题)"), both("给其中一篇配照片，或改“栏数”错开", "give one of them a photo, or change 栏数")),
    ),
    _fault(
        "L311",
        "stacked_heads",
        both("叠题", "stacked heads"),
        both("一个标题紧压在另一个标题上面，分不清哪个管哪篇。", "One head right above another leaves it open which story it belongs to."),
        (both("{stories}的标题上下相叠（叠题）", "the heads of {stories} stand one above the other (叠题)"), both("给上面一篇加一点稿，或改“栏数”错开", "add a little to the upper story, or change 栏数")),
    ),
    _fault(
        "L312",
        "seam",
        both("断版", "a seam down the page"),
        both("一条栏缝从上到下，版面成了两张。", "A gap runs from top to bottom and makes two pages of one."),
        (both("有一条栏缝从上直通到下，把版面断开（断版）", "a gap runs straight down and parts the page (断版)"), both("改一篇的“栏数”，让它跨过这条缝", "change the 栏数 of a story so that it spans the gap")),
    ),
    _fault(
        "L313",
        "through_cut",
        both("通线", "a cut across the page"),
        both("一条横线把版面切成上下两截。", "A line right across cuts the page in two."),
        (both("有一条横线把版面切成上下两截（通线）", "a line right across cuts the page in two (通线)"), both("头条长一些或短一些，程序就能让稿件咬合", "a longer or shorter lead lets stories interlock")),
    ),
    _fault(
        "L314",
        "size_inversion",
        both("标题大小颠倒", "head sizes upside down"),
        both("次要稿件的标题不能比重要稿件的大。", "A lesser story's head must not be larger than a greater one's."),
        (
            both("{stories}：次要稿件的标题比重要稿件的还大", "{stories}: the lesser story has the larger head"),
            both("缩短重要稿件的标题，或调整“重要性”", "shorten the greater story's head, or change 重要性"),
        ),
    ),
    _fault(
        "L315",
        "weak_lead",
        both("头条不突出", "a weak lead"),
        both("头条的标题要明显大于其他标题。", "The lead's head is plainly the largest."),
        (
            both("{stories}的标题压不住版面，与其他标题太接近", "the head of {stories} is too close to the others to hold the page"),
            both("头条标题精简几个字，字就能放大", "a few characters fewer let it be set larger"),
        ),
    ),
    _fault(
        "L316",
        "balance",
        both("一头沉", "out of balance"),
        both("标题和照片都挤在一边，另一边空。", "Heads and photos crowd on one side."),
        (both("版面一头沉：标题和照片偏在一边", "the page leans to one side: heads and photos crowd there"), both("换一张照片的“栏数”，或把照片给另一篇", "change a photo's 栏数, or give it to another story")),
    ),
    _fault(
        "L317",
        "photo_share",
        both("照片比重", "the share of photos"),
        both("照片占得太多像画刊，太少没有生气。", "Too many photos make a picture page, too few a dull one."),
        (both("照片占的版面太多或太少", "photos take too much or too little of the page"), both("增减一张照片，或给照片写“栏数”", "add or drop a photo, or give one 栏数")),
    ),
    _fault(
        "L318",
        "no_dominant_photo",
        both("没有主照片", "no dominant photo"),
        both("一版要有一张明显最大的照片。", "A page has one photo that is plainly the largest."),
        (both("几张照片差不多大，没有主照片", "the photos are much of a size, none dominates"), both("给最要紧的一张写“栏数: 3”", "write 栏数: 3 for the one that matters")),
    ),
    _fault(
        "L319",
        "photos_in_a_row",
        both("照片排成一行", "photos in a row"),
        both("两张照片同一高度，互相抢眼。", "Two photos at one height fight for the eye."),
        (both("两张照片排在同一高度", "two photos stand at the same height"), both("给其中一张改“栏数”", "change the 栏数 of one")),
    ),
    _fault(
        "L320",
        "photos_in_a_stack",
        both("照片叠在一起", "photos in a stack"),
        both("两张照片上下相接，像一张。", "One photo right above another looks like one."),
        (both("两张照片上下叠在一起", "one photo stands right above another"), both("给其中一张改“栏数”", "change the 栏数 of one")),
    ),
    _fault(
        "L321",
        "gray_run",
        both("正文灰成一片", "a gray run of text"),
        both("一大片正文没有小标题和照片，读者读不下去。", "A long stretch of text without subhead or photo loses readers."),
        (both("{stories}有一段正文太长，中间没有小标题和照片", "{stories} has a long run of text without subhead or photo"), both("加一个小标题（## 开头）", "add a subhead (a line that begins with ##)")),
    ),
    _fault(
        "L322",
        "lead_photo_small",
        both("头条照片太小", "the lead's photo is small"),
        both("头条的照片应当是最大的。", "The lead's photo should be the largest."),
        (both("头条的照片比别的稿件的照片小", "the lead's photo is smaller than another story's"), both("给头条照片写“栏数: 3”", "write 栏数: 3 for the lead's photo")),
    ),
    _fault(
        "L323",
        "subheads_in_a_row",
        both("小标题并排", "subheads in a row"),
        both("相邻两栏的小标题同一高度，会连起来读。", "Subheads at one height in neighbouring columns read as one."),
        (both("{stories}相邻两栏的小标题在同一高度", "subheads of {stories} stand at one height in neighbouring columns"), both("增减几个字即可错开", "a few characters more or fewer part them")),
    ),
    _fault(
        "L325",
        "cross",
        both("田字", "a cross"),
        both("栏缝和横线交成十字，四篇稿件碰在一点，版面像一张表格。", "A gutter and a cut cross, four blocks meet at a point, and the page looks like a form."),
        (
            both("一条栏缝和一条横线交成十字，四篇稿件碰在一点（田字）", "a gutter and a cut cross, and four blocks meet at a point (田字)"),
            both("改一篇的“栏数”，让它跨过十字", "change a story's 栏数 so that it spans the cross"),
        ),
    ),
    _fault(
        "L326",
        "no_interlock",
        both("没有咬合", "no interlock"),
        both("四篇以上的版面要有一处咬合：长稿绕角，或横线顶着一篇往下走的稿件。", "A page of four stories and more interlocks somewhere: a long story wraps a corner, or a cut ends at the side of a story that runs on."),
        (
            both("稿件只是一块块摞起来，没有咬合", "the stories are merely piled up, none interlocks"),
            both("让一篇长稿不写“栏数”，程序好让它绕角", "leave a long story without 栏数, so that it may wrap a corner"),
        ),
    ),
    _fault(
        "L327",
        "too_many_boxes",
        both("框太多", "too many boxes"),
        both("一版里加框、衬底的稿件最多两篇，多了就都不醒目。", "Two boxes or grounds a page at most; more, and none stands out."),
        (
            both("一版里加框、衬底的稿件太多", "too many stories of the page are boxed or tinted"),
            both("只给最要紧的两篇加框或底纹", "box or tint only the two that matter most"),
        ),
    ),
    _fault(
        "L328",
        "broken_measures",
        both("破栏太多", "too many broken measures"),
        both("一版里破栏的稿件最多两篇。", "Two stories in a measure of their own at most."),
        (
            both("一版里破栏的稿件太多", "too many stories of the page have a measure of their own"),
            both("破栏留给一两篇", "keep 破栏 for one or two"),
        ),
    ),
    _fault(
        "L332",
        "rank_place",
        both("重要的排在后面", "rank and place"),
        both("重要的稿件排在上面、左面（区序：左上、右上、右下、左下）。", "What matters more stands higher and further left."),
        (
            both("{stories}比次要的稿件排得还靠后", "{stories} stand lower than lesser stories"),
            both("调整“重要性”或写“位置”", "change 重要性, or write 位置"),
        ),
    ),
    _fault(
        "L333",
        "head_density",
        both("标题比重", "the share of heads"),
        both("标题占版面的一成半到两成多。", "Heads take a seventh to a fifth of a page."),
        (
            both("标题占的版面太多或太少", "heads take too much or too little of the page"),
            both("短稿归进简讯，或把长标题改短", "gather short items as 简讯, or shorten long heads"),
        ),
    ),
    _fault(
        "L334",
        "same_head_face",
        both("标题雷同", "heads alike"),
        both("挨着的两个标题，字体、字号、方向至少有一样不同。", "Two heads near each other differ in face, size or direction."),
        (
            both("{stories}的标题挨得近，字体字号又一样", "the heads of {stories} are near and alike"),
            both("给其中一篇写“样式”或改“栏数”", "give one of them a 样式, or change 栏数"),
        ),
    ),
    _fault(
        "L335",
        "empty_quadrant",
        both("空角", "an empty quarter"),
        both("版面的四角都要有标题、照片或框。", "Each quarter of a page has a head, a photo or a box."),
        (
            both("版面有一角既没有标题也没有照片", "a quarter of the page has neither head nor photo"),
            both("给那里的稿件加一张照片或小标题", "give the story there a photo or a subhead"),
        ),
    ),
    _fault(
        "L336",
        "gray_field",
        both("一片灰", "a gray field"),
        both("全是文字的一整块不超过版面的五分之一。", "No rectangle of mere text takes more than a fifth of the page."),
        (
            both("有一大块地方全是文字", "a large part of the page is mere text"),
            both("给长稿加小标题（## 开头）或照片", "give the long story subheads (## …) or a photo"),
        ),
    ),
    _fault(
        "L337",
        "photo_astray",
        both("照片离群", "a photo astray"),
        both("照片至少有半条边挨着自己的稿件。", "A photo touches its own story along half of one side."),
        (
            both("{stories}的照片离自己的文字太远", "a photo of {stories} stands away from its text"),
            both("改照片的“栏数”", "change the photo's 栏数"),
        ),
    ),
    _fault(
        "L338",
        "short_leg",
        both("栏太短", "a short leg"),
        both("一栏文字不少于五行。", "A leg has five lines at least."),
        (
            both("{stories}有一栏不到五行", "a leg of {stories} has fewer than five lines"),
            both("增减几个字，或改“栏数”", "add or cut a few characters, or change 栏数"),
        ),
    ),
    _fault(
        "L339",
        "stranded_subhead",
        both("小标题在栏头", "a subhead at a leg's top"),
        both("小标题上下各要有两行正文。", "A subhead has two lines of text over and under it."),
        (
            both("{stories}有一个小标题在栏头", "a subhead of {stories} stands at the top of a leg"),
            both("增减几个字即可移开", "a few characters more or fewer move it"),
        ),
    ),
    _fault(
        "L341",
        "lonely_line",
        both("孤行", "a lonely line"),
        both("一段的首行不单独落在栏尾，末行不单独落在栏头。", "No first line of a paragraph alone at a foot, no last line alone at a top."),
        (
            both("{stories}有一段的首行落在栏尾，或末行落在栏头", "a paragraph of {stories} leaves one line alone at a leg's edge"),
            both("增减几个字即可移开", "a few characters more or fewer move it"),
        ),
    ),
    _fault(
        "L342",
        "head_off_text",
        both("题文不对应", "text away from its head"),
        both("正文从自己的标题下面起。", "A story's text begins right under its head."),
        (
            both("{stories}的正文不是从标题下面起", "the text of {stories} does not begin under its head"),
            both("请把稿单发给维护人员", "please send the issue to the maintainers"),
        ),
    ),
    _fault(
        "L343",
        "text_outside_head",
        both("正文出题", "text outside its head"),
        both("正文不排到标题的上面和左面。", "Text never stands above its head or left of it."),
        (
            both("{stories}的正文排到了标题外面", "text of {stories} stands above or left of its head"),
            both("请把稿单发给维护人员", "please send the issue to the maintainers"),
        ),
    ),
    _fault(
        "L344",
        "reading_order",
        both("栏序", "reading order"),
        both("各栏从左往右、从上往下读。", "Legs are read from left to right and from top to foot."),
        (
            both("{stories}的各栏不能从左往右读", "the legs of {stories} cannot be read in order"),
            both("请把稿单发给维护人员", "please send the issue to the maintainers"),
        ),
    ),
    _fault(
        "L324",
        "beside_the_lead",
        both("抢了头条的位置", "a rival beside the lead"),
        both("版首只该有头条。", "The head of the page is the lead's."),
        (both("{stories}排到了头条旁边的版首", "{stories} stands beside the lead at the head of the page"), both("头条长一些，或把这一篇的“重要性”调低", "a longer lead, or a lower 重要性 for the other")),
    ),
    CatalogueRule("L300", both("版面规则", "a page rule"), both("版面上有一处不合排版惯例。", "Something on the page is not how pages are made up."), severity=Severity.NOTE),
    CatalogueRule(
        "L345",
        both("有更好的版样", "a better make-up"),
        both(
            "改稿以后先照留下的版样排，版面不乱跳；稿件变动大了，重新画版会更好看，要不要换由编辑定。",
            "After an edit the kept make-up is used first, so that the page does not jump; when much has changed a new one looks better, and the editor decides.",
        ),
        (
            way(
                ("第 {number} 版照留下的版样排好了，重新画版会更好（毛病少 {saved} 分）", "看看别的排法：build --alternatives 6；直接换：build --fresh"),
                ("page {number} follows the kept make-up; a new one would be better by {saved}", "see others with build --alternatives 6, or take it with build --fresh"),
            ),
        ),
        Severity.NOTE,
    ),
    CatalogueRule(
        "L346",
        both("版样文件读不懂", "a kept make-up that cannot be read"),
        both(
            "版样.json 由程序写，记着各版怎样画的。读不懂就不用它，重新画版；写新的以前，把它改名为 .bak 留着，不会盖掉。",
            "版样.json is written by the program. When it cannot be read the pages are made up anew, and it is renamed .bak before another is written.",
        ),
        (
            way(
                ("{name} 读不懂，这次没有用它", "从备份里恢复它再排；不管它就重新画版，build 会把它改名为 {name}.bak 留着"),
                ("{name} cannot be read and was not used", "restore it; else the pages are made up anew, and build keeps it as {name}.bak"),
            ),
            way(
                ("{name} 由更新的 paperlayout 写成，这个版本读不懂，没有用它", "升级 paperlayout 再排；build 会把它改名为 {name}.bak 留着，升级后改回原名就能用"),
                ("{name} was written by a newer paperlayout and was not used", "upgrade paperlayout; build keeps it as {name}.bak, to be renamed back after that"),
                "newer",
            ),
        ),
        Severity.WARNING,
    ),
    _fault(
        "L350",
        "head_fill",
        both("标题撑不住", "a head that does not fill its width"),
        both("标题的主行占它那几栏的六成到十成；再短就换窄一些的栏数或加字。", "A head's main line fills 60 to 100 % of its columns."),
        (
            both("{stories}的标题太短，撑不住占的栏数", "the head of {stories} is too short for its columns"),
            both("标题加几个字，或写小一些的“栏数”", "add a few characters, or write fewer 栏数"),
        ),
    ),
    _fault(
        "L351",
        "rail",
        both("一溜等宽的短稿", "a rail of stories of one width"),
        both("四篇以上同样宽的稿件一篇压一篇，像贴在版边的一条；收进简讯框，或让几篇宽窄不同。", "Four stories of one width under one another stand beside the page; a box of briefs holds them better."),
        (
            both("{stories}一样宽，一篇压一篇排成一溜", "{stories} are of one width, one under another"),
            both("把其中几篇放进“简讯”，或给一篇写不同的“栏数”", "put some of them into 简讯, or give one another 栏数"),
        ),
    ),
    _fault(
        "L352",
        "lost_thread",
        both("接着读的一栏不好找", "a leg that is hard to find"),
        both("一栏读完，下一栏从旁边高处接着读；隔着照片或别的稿件排到下面去，读者就找不到。", "A reader goes on in the next leg beside, not below a picture or another story."),
        (
            both("{stories}有一栏隔着照片或别的稿件接在下面，不好找", "a leg of {stories} goes on below a picture or another story"),
            both("给照片少写一两栏“栏数”，或改这篇的“栏数”", "give the photo fewer 栏数, or the story another 栏数"),
        ),
    ),
    CatalogueRule(
        "L347",
        both("行首行末的标点", "marks at a line's edge"),
        both("行首没有句号逗号，行末没有左引号左括号，段末不剩一个字。", "No closing mark starts a line, no opening one ends it, no last line has one character."),
        (way(("“{text}”这一行的行首、行末或段末不合规矩", "请把稿单发给维护人员"), ("the line “{text}” breaks the rules of line edges", "please send the issue to the maintainers")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "L348",
        both("不在基线上", "off the baseline"),
        both("各栏正文的基线在一条线上。", "The baselines of all columns are one."),
        (way(("有一块正文离基线 {points} 点", "请把稿单发给维护人员"), ("some text stands {points} points off the baseline", "please send the issue to the maintainers")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "L349",
        both("留了空", "a hole"),
        both("版面上没有没交代的空白。", "No white that is not accounted for."),
        (way(("有 {cells} 格空白没有交代", "请把稿单发给维护人员"), ("{cells} cells are white without a reason", "please send the issue to the maintainers")),),
        Severity.WARNING,
    ),
)

RULES = FIT + PAGE
