"""S: fields and their values."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

RULES = (
    CatalogueRule(
        "S200",
        both("毛病太多", "too many faults"),
        both("改好列出的再看；后面的毛病常是前面引起的。", "Put right what is listed first; the rest often follows from it."),
        (way(("毛病太多，只列出前 {most} 处左右", "改好这些再看"), ("too many faults; about the first {most} are listed", "put these right first")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "S201",
        both("没有这一天", "no such day"),
        both("日期要是日历上真有的一天，1901 到 2100 年（农历表的范围）。", "A date is a day of the calendar, 1901 to 2100 (the lunar table's range)."),
        (
            way(("“{label}”不对：年份 {year} 不在 1901—2100 之间", "查一查年份"), ("“{label}”: the year {year} is not within 1901–2100", "look at the year"), "year"),
            way(("“{label}”不对：没有 {month} 月", "月份是 1 到 12"), ("“{label}”: there is no month {month}", "months are 1 to 12"), "month"),
            way(
                ("“{label}”不对：{year}年{month}月没有{day}日", "{month}月有 {days} 天"),
                ("“{label}”: {year}-{month} has no day {day}", "month {month} has {days} days"),
                "day",
            ),
            way(("“{label}”没有 {first} 以前的农历，写的是“{typed}”", "查一查年份"), ("“{label}”: no lunar date before {first}, got “{typed}”", "look at the year"), "lunar"),
        ),
        wrong="日期: 2021-06-31",
        right="日期: 2021-06-30",
    ),
    CatalogueRule(
        "S202",
        both("日期读不懂", "a date that cannot be read"),
        both("日期写成 2021-06-15、2021/6/15 或 2021年6月15日，年月日都要有。", "Write 2021-06-15, 2021/6/15 or 2021年6月15日, with the year."),
        (
            way(("“{label}”缺年份", "写成 {guess}（年份请核对）"), ("“{label}” has no year", "write {guess} (do check the year)"), "guess"),
            way(
                ("“{label}”读不懂，写的是“{typed}”", "写成 2021-06-15 或 2021年6月15日"),
                ("“{label}” cannot be read: “{typed}”", "write 2021-06-15 or 2021年6月15日"),
                "unread",
            ),
            way(("“{label}”缺年份", "写成 2021-06-15 或 2021年6月15日"), ("“{label}” has no year", "write 2021-06-15 or 2021年6月15日"), "yearless"),
        ),
        wrong="日期: 6月15日",
        right="日期: 2021-06-15",
    ),
    CatalogueRule(
        "S203",
        both("没有这个字段", "no such field"),
        both(
            "字段名只有中英文两种写法和少数同义词，差一个字也不猜：猜错了会悄悄丢稿。给同事的话写成“备注…”或“x-…”。",
            "A field has a Chinese and an English name and few synonyms; a near miss is never guessed at, since a wrong guess loses copy. "
            "Notes to colleagues begin with “备注” or “x-”.",
        ),
        (
            way(
                ("没有“{name}”这个字段，是不是“{near}”？", "改成 {near}:"),
                ("there is no field “{name}”; did you mean “{near}”?", "write {near}:"),
                "near",
            ),
            way(
                ("没有“{name}”这个字段", "{table}可用：{offered}；给同事的话写成“备注…”"),
                ("there is no field “{name}”", "{table} has: {offered}; notes to colleagues begin with “备注”"),
            ),
        ),
        wrong="标提: 职工之家揭牌",
        right="标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "S204",
        both("栏数太多", "more columns than the page has"),
        both("一项最多占满版面的栏数；要占满写“通栏”。", "An item takes at most the page's columns; write 通栏 for the full width."),
        (
            way(
                ("“{label}”最多 {most}（本版 {most} 栏），写了 {typed}", "要占满整行写“通栏”"),
                ("“{label}” is at most {most} (the page has {most} columns), got {typed}", "write 通栏 for the full width"),
            ),
            way(("“版”最多 {most}（这一期 {most} 个版），写了 {typed}", "改成有的版次"), ("“版” is at most {most} (the issue's pages), got {typed}", "name a page there is"), "page"),
        ),
        wrong="栏数: 九",
        right="栏数: 通栏",
    ),
    CatalogueRule(
        "S205",
        both("字段放错了地方", "a field in the wrong place"),
        both("字段有自己的层：照片的字段写在照片下，文章的写在文章下。", "A field belongs to its own level: a photo's under the photo, a story's under the story."),
        (
            way(
                ("“{name}”不写在{table}里，它是{owner}的字段", "挪到{owner}里去"),
                ("“{name}” does not belong to {table}; it is a field of {owner}", "move it to {owner}"),
            ),
        ),
    ),
    CatalogueRule(
        "S206",
        both("稿单没有日期", "an issue without a date"),
        both("报头、报眉、农历和 PDF 的日期都从它来。", "The nameplate, folio line, lunar date and the PDF's date come from it."),
        (way(("稿单没有日期", "加一行 日期: 2021-06-15"), ("the issue has no date", "add a line 日期: 2021-06-15")),),
    ),
    CatalogueRule(
        "S207",
        both("两种写法都用了", "two ways at once"),
        both("同一样东西给了两个来处，程序不替你挑。", "The same thing is given twice; the program does not choose for you."),
        (
            way(("“{one}”和“{other}”都写了，不知道用哪个", "只留一个"), ("both “{one}” and “{other}” are given", "keep one")),
        ),
    ),
    CatalogueRule(
        "S208",
        both("没有正文", "no body"),
        both("每篇稿子要有“正文”，或用“文件”指到稿件。", "A story has a body (正文) or a file (文件)."),
        (
            way(
                ("{what}没有正文", "写 正文: | 再另起行缩进，或写 文件: 稿件/….txt"),
                ("{what} has no body", "write 正文: | and indent the lines below, or 文件: 稿件/….txt"),
            ),
            way(("这篇稿子", ""), ("this story", ""), "this"),
            way(("《{title}》", ""), ("《{title}》", ""), "named"),
            way(("稿件 {name} 是空的", "查一查是不是忘了保存"), ("the manuscript {name} is empty", "was it saved?"), "file"),
        ),
    ),
    CatalogueRule(
        "S209",
        both("没有标题", "no title"),
        both("每篇稿子要有标题；只有照片可以没有。", "Every story has a title; only photos may go without."),
        (way(("这篇{label}没有标题", "加一行 标题: …"), ("this {label} has no title", "add a line 标题: …")),),
    ),
    CatalogueRule(
        "S211",
        both("下面是空的", "nothing below"),
        both("写了名字却没有内容，多半是缩进少了。", "A name without content; often an indent is missing."),
        (
            way(("“版面”下面是空的", "一版写一个 - 版名: …"), ("nothing below “版面”", "write one - 版名: … for each page"), "pages"),
            way(("“简讯”下面没有条目", "在 条目: 下一条一个“- ”"), ("no items below “简讯”", "write one “- ” for each below 条目:"), "briefs"),
        ),
    ),
    CatalogueRule(
        "S212",
        both("要写字段，写了别的", "fields are wanted here"),
        both("这里下面要一行一个“字段: 内容”。", "Lines of “field: value” are wanted here."),
        (
            way(
                ("“{label}”下面要写 字段: 内容，这里{what}", "例如另起一行，缩进两格写 标题: …"),
                ("“{label}” wants field: value below it; {what}", "for example a new line, indented by two: 标题: …"),
            ),
            way(("是空的", ""), ("it is empty", ""), "empty"),
            way(("是文字", ""), ("this is text", ""), "text"),
            way(("是一组字段", ""), ("this is a mapping", ""), "mapping"),
            way(("是一个列表", ""), ("this is a list", ""), "list"),
        ),
    ),
    CatalogueRule(
        "S213",
        both("要写文字，写了别的", "text is wanted here"),
        both("这个字段只要一句话。一句话以“[”“{”“- ”开头会被当成列表。", "This field wants words. A text that begins with “[”, “{” or “- ” is taken for a list."),
        (
            way(
                ("“{label}”要写文字，这里{what}", '文字以“[”“{{”“- ”开头时，给整句加英文引号："…"'),
                ("“{label}” wants text; {what}", 'put quotes round a text that begins with “[”, “{{” or “- ”: "…"'),
            ),
            way(("“{label}”要写文字，这里{what}", "一条一行，写成 - 文字"), ("“{label}” wants text; {what}", "one a line: - text"), "lines"),
            way(("“{label}”要写文件名", "写成 文件: 图片/….jpg"), ("“{label}” wants a file name", "write 文件: 图片/….jpg"), "file"),
            way(("“{label}”要写一个值，这里是一个列表", "几个数写在一行里，用空格隔开"), ("“{label}” wants a value, this is a list", "write the numbers on one line, parted by spaces"), "value"),
        ),
    ),
    CatalogueRule(
        "S214",
        both("要写数字", "a number is wanted"),
        both("数字可以写 3、３、三、3栏、第6期。", "Numbers may be 3, ３, 三, 3栏, 第6期."),
        (
            way(("“{label}”要写数字，写的是“{typed}”", "写成 3、三 或 3栏 这样的数"), ("“{label}” wants a number, got “{typed}”", "write 3, 三 or 3栏"), "number"),
            way(("“{label}”要从 1 数起", "写 1 或更大的数"), ("“{label}” counts from 1", "write 1 or more"), "counting"),
            way(("“{label}”下沉 2 行或 3 行，写的是“{typed}”", "写 是、2 或 3"), ("“{label}” is 2 or 3 lines deep, got “{typed}”", "write 是, 2 or 3"), "initial"),
            way(
                ("“{label}”要写几栏，写的是“{typed}”", "写成 2、2栏、三破二 或 通栏"),
                ("“{label}” wants a number of columns, got “{typed}”", "write 2, 2栏, 三破二 or 通栏"),
                "columns",
            ),
            way(
                ("“{label}”要把几栏破成更少的几栏，写的是“{typed}”", "写成 三破二、四破三 或 5破3"),
                ("“{label}” sets columns in fewer legs, got “{typed}”", "write 三破二, 四破三 or 5破3"),
                "broken",
            ),
            way(("“{label}”要写转到第几版，写的是“{typed}”", "写成 2、2版，或写 否"), ("“{label}” wants a page, got “{typed}”", "write 2, 2版 or 否"), "jump"),
        ),
        wrong="期号: 六月号",
        right="期号: 6",
    ),
    CatalogueRule(
        "S215",
        both("要写是或否", "yes or no is wanted"),
        both("认得 是、否、要、不要、true、false、yes、no。", "Understood: 是 否 要 不要 true false yes no."),
        (way(("“{label}”要写“是”或“否”，写的是“{typed}”", "写 是 或 否"), ("“{label}” wants 是 or 否, got “{typed}”", "write 是 or 否")),),
    ),
    CatalogueRule(
        "S216",
        both("没有这个写法", "no such choice"),
        both("这个字段只有列出的几种写法。", "This field knows only the words listed."),
        (
            way(("“{label}”没有“{typed}”这个写法，是不是“{near}”？", "可写：{offered}"), ("“{label}” does not know “{typed}”; did you mean “{near}”?", "one of: {offered}"), "near"),
            way(("“{label}”没有“{typed}”这个写法", "可写：{offered}"), ("“{label}” does not know “{typed}”", "one of: {offered}")),
        ),
        wrong="位置: 左边",
        right="位置: 左上",
    ),
    CatalogueRule(
        "S217",
        both("要写比、点或长度", "a ratio, point or length is wanted"),
        both("比写 3:2，点写 60% 30%，长度写 12mm、9pt、五号、3行、2栏。", "A ratio is 3:2, a point 60% 30%, a length 12mm, 9pt, 五号, 3行 or 2栏."),
        (
            way(("“{label}”要写宽高比，写的是“{typed}”", "写成 3:2 这样的比"), ("“{label}” wants width to height, got “{typed}”", "write 3:2"), "ratio"),
            way(
                ("“{label}”要写两个百分数，写的是“{typed}”", "写成 60% 30%：离左边 60%，离上边 30%"),
                ("“{label}” wants two percentages, got “{typed}”", "write 60% 30%: from the left, from the top"),
                "point",
            ),
            way(
                ("“{label}”要写长度，写的是“{typed}”", "写成 12mm、9pt、五号、3行 或 2栏"),
                ("“{label}” wants a length, got “{typed}”", "write 12mm, 9pt, 五号, 3行 or 2栏"),
                "length",
            ),
            way(
                ("“{label}”要写纸上的长度，写的是“{typed}”", "写成 10.5、五号 或 12mm"),
                ("“{label}” wants a length on paper, got “{typed}”", "write 10.5, 五号 or 12mm"),
                "points",
            ),
            way(("“{label}”要写版次，写的是“{typed}”", "写成 1 或 1,3-4"), ("“{label}” wants pages, got “{typed}”", "write 1 or 1,3-4"), "pages"),
            way(("“{label}”要写 {least} 到 {most} 之间的百分数，写的是“{typed}”", "新闻纸一般是 240，严格的写 220"), ("“{label}” wants {least} to {most} per cent, got “{typed}”", "240 is usual for newsprint, 220 strict"), "ink"),
            way(("“{label}”要写 {least} 到 {most} 之间的整数，写的是“{typed}”", "新闻纸一般是 200 到 250"), ("“{label}” wants a whole number from {least} to {most}, got “{typed}”", "200 to 250 is usual for newsprint"), "ppi"),
            way(("“{label}”要写 0 到 {most} 之间的数，写的是“{typed}”", "{example}"), ("“{label}” wants a number from 0 to {most}, got “{typed}”", "{example}"), "share"),
            way(("“{label}”要写行数或范围，写的是“{typed}”", "写成 92 或 90-94"), ("“{label}” wants rows or a range, got “{typed}”", "write 92 or 90-94"), "rows"),
            way(("“{label}”要写一个或两个长度，写的是“{typed}”", "写成 14mm，或上下、左右两个：16mm 14mm"), ("“{label}” wants one or two lengths, got “{typed}”", "write 14mm, or 16mm 14mm for above and below, and the sides"), "margins"),
            way(("“{label}”：这一期只有 {most} 个版，写的是“{typed}”", "写 1 到 {most}"), ("“{label}”: the issue has {most} pages, got “{typed}”", "write 1 to {most}"), "few"),
        ),
        wrong="裁切: 宽",
        right="裁切: 3:2",
    ),
    CatalogueRule(
        "S218",
        both("编号用了两次", "an id used twice"),
        both("编号是给别处引用的名字，一期里不能重。", "An id is what others refer to; it is used once an issue."),
        (way(("编号“{name}”在第 {line} 行已经用过", "换一个编号"), ("the id “{name}” is already used on line {line}", "choose another")),),
    ),
    CatalogueRule(
        "S219",
        both("没有这个编号", "no such id"),
        both("“随文”写的是某一篇的编号。", "“随文” names the id of a story."),
        (
            way(("没有编号是“{name}”的稿子", "{cure}"), ("no story has the id “{name}”", "{cure}")),
            way(("改成 {near}", ""), ("write {near}", ""), "near"),
            way(("给那篇稿子写上 编号: …", ""), ("give that story a line 编号: …", ""), "give"),
        ),
    ),
    CatalogueRule(
        "S220",
        both("现在还不起作用", "not in use yet"),
        both("写在 paper.yaml 里不算错，只是程序还不用它。", "It does no harm in paper.yaml, but the program does not use it yet."),
        (way(("“{name}”现在还不起作用", ""), ("“{name}” has no effect yet", "")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "S221",
        both("版心排不下", "a grid that does not fit"),
        both("栏数、每栏字数、字号、栏距加起来不能超过版心；栏距不小于半个字。", "Columns, characters a column, size and gaps must fit the type area; a gap is at least half a 字."),
        (
            way(("版心只有 {rows} 行高", "放大开本，或缩小边距、字号"), ("the type area is only {rows} rows high", "a larger trim, smaller margins or a smaller size"), "rows"),
            way(("{rows} 行时行距只有 {leading} 点，字号 {size} 点排不开", "行数最多 {most}"), ("with {rows} rows the leading is {leading} points, too tight for {size} points", "at most {most} rows"), "leading"),
            way(("报头高 {height} 点，版心只有 {grid} 点高", "放大开本，或改小 nameplate.height"), ("the nameplate is {height} points high, the type area {grid}", "a larger trim, or a smaller nameplate.height"), "nameplate"),
        ),
    ),
    CatalogueRule(
        "S222",
        both("样式里没有这个名字", "no such name in 样式"),
        both(
            "名字见 issue/house.py，例如 voices.body.size；排法的轻重见 issue/prices.py，例如 prices.rules.tombstone。",
            "The names are those of issue/house.py, such as voices.body.size; prices are those of issue/prices.py, such as prices.rules.tombstone.",
        ),
        (
            way(("“{label}”里没有“{name}”，是不是“{near}”？", "改成 {near}: {typed}"), ("“{label}” has no “{name}”; did you mean “{near}”?", "write {near}: {typed}"), "near"),
            way(("“{label}”里没有“{name}”", "写成 voices.body.size 这样的名字"), ("“{label}” has no “{name}”", "write a name such as voices.body.size")),
        ),
    ),
    CatalogueRule(
        "S223",
        both("样式的值不对", "a wrong value in 样式"),
        both("多数是一个数：点、五号、3mm。", "Most are a number: points, 五号, 3mm."),
        (
            way(("“{label}”要写 {count} 个数，写的是“{typed}”", "例如 {example}"), ("“{label}” wants {count} numbers, got “{typed}”", "such as {example}"), "count"),
            way(("“{label}”太大，写的是“{typed}”", "例如 {example}"), ("“{label}” is too large: “{typed}”", "such as {example}"), "large"),
            way(("“{label}”要写一个数，写的是“{typed}”", "例如 {example}（点）、五号 或 3mm"), ("“{label}” wants a number, got “{typed}”", "such as {example} (points), 五号 or 3mm"), "number"),
            way(("“{label}”不能小于 0，写的是“{typed}”", "例如 {example}"), ("“{label}” cannot be less than 0, got “{typed}”", "such as {example}"), "negative"),
            way(("“{label}”不能是 0", "例如 {example}"), ("“{label}” cannot be 0", "such as {example}"), "zero"),
        ),
    ),
    CatalogueRule(
        "S224",
        both("稿单是空的", "an empty issue"),
        both("至少要有日期和一篇稿子。", "An issue has at least a date and a story."),
        (
            way(("稿单是空的", "至少写 日期: 和 头条:"), ("the issue is empty", "write at least 日期: and 头条:")),
            way(("稿单里没有稿子", "写 头条:、文章:、照片: 或 简讯:"), ("there is no copy in the issue", "write 头条:, 文章:, 照片: or 简讯:"), "copy"),
        ),
    ),
    CatalogueRule(
        "S225",
        both("没有这种字体或颜色", "no such face or ink"),
        both("只能用随程序附带的字体和版样里的颜色。", "Only the faces that come with the program, and the inks of the house style."),
        (
            way(("“{label}”没有“{typed}”这种{what}，是不是“{near}”？", "可用：{known}"), ("“{label}”: there is no {what} “{typed}”; did you mean “{near}”?", "one of: {known}"), "near"),
            way(("“{label}”没有“{typed}”这种{what}", "可用：{known}"), ("“{label}”: there is no {what} “{typed}”", "one of: {known}")),
        ),
    ),
    CatalogueRule(
        "S226",
        both("开本或颜色读不懂", "a trim or ink that cannot be read"),
        both("开本写 对开、四开、A3 或宽高；颜色写四个百分数。", "A trim is 对开, 四开, A3 or width and height; an ink is four percentages."),
        (
            way(
                ("“{label}”读不懂，写的是“{typed}”", "写成 对开、四开、A3，或宽高如 280mm 400mm（每边 100 到 1200 毫米）"),
                ("“{label}” cannot be read: “{typed}”", "write 对开, 四开, A3, or width and height such as 280mm 400mm (100 to 1200 mm a side)"),
                "trim",
            ),
            way(("“{label}”要写四个百分数，写的是“{typed}”", "写成 0/100/100/0：青、品红、黄、黑"), ("“{label}” wants four percentages, got “{typed}”", "write 0/100/100/0: cyan, magenta, yellow, black"), "ink"),
        ),
    ),
    CatalogueRule(
        "S227",
        both("检查里没有这一条", "no such rule under 检查"),
        both("“检查”下写代码，例如 C301: 关。可写 关、开、提示、警告、错误。", "Under 检查 write a code, such as C301: off. The values are off, on, note, warning, error."),
        (
            way(("没有 {code} 这条检查", "写成 C301: 关；全部代码见 paperlayout rules"), ("there is no rule {code}", "write C301: 关; paperlayout rules lists all codes")),
            way(("{code} 要写“关”“开”“提示”“警告”或“错误”，写的是“{typed}”", "写成 {code}: 关"), ("{code} wants 关, 开, 提示, 警告 or 错误, got “{typed}”", "write {code}: 关"), "value"),
            way(("{code} 是错误，不能关", "错误要改好才能付印；只有警告和提示可以关"), ("{code} is an error and cannot be turned off", "only warnings and notes can be"), "error"),
        ),
    ),
    CatalogueRule(
        "S230",
        both("人名职务读不懂", "a name and title that cannot be read"),
        both("一人一行：姓名: 职务。一人有几个职务，用顿号或列表。", "One a line: name: title; several titles in a list."),
        (
            way(("“{name}”不像人名", "写成 李明: 区总工会主席"), ("“{name}” does not look like a name", "write 李明: 区总工会主席")),
            way(("“{name}”后面要写职务", "写成 {name}: 区总工会主席"), ("a title is wanted after “{name}”", "write {name}: 区总工会主席"), "title"),
        ),
    ),
    CatalogueRule(
        "S228",
        both("缺一个数", "a number is missing"),
        both("广告按买下的尺寸排，要有栏数和行数；数据要有数。", "An advert stands in the size that was sold, columns and rows; a datum has its number."),
        (
            way(("这个广告没有写占几栏", "加一行 栏数: 3"), ("this advert has no number of columns", "add a line 栏数: 3"), "columns"),
            way(("这个广告没有写高多少行", "加一行 行数: 20"), ("this advert has no number of rows", "add a line 行数: 20"), "rows"),
            way(("这一条导读没有写文章，也没有写题", "写成 - 见 编号，或 - {{文章: 编号, 题: …}}"), ("this guide entry names neither story nor words", "write - 见 id, or - {{文章: id, 题: …}}"), "guide"),
            way(("这一条数据没有写数", "写成 - {{数: 12, 名: 嘉定工匠, 单位: 名}}"), ("this datum has no number", "write - {{数: 12, 名: 嘉定工匠, 单位: 名}}"), "datum"),
        ),
        wrong="广告: {文件: 图片/公益.jpg, 栏数: 3}",
        right="广告: {文件: 图片/公益.jpg, 栏数: 3, 行数: 20}",
    ),
    CatalogueRule(
        "S229",
        both("一段长得没有尽头", "a paragraph without end"),
        both("没有这样长的段落，多半是放错了文件，或分段丢了。", "No paragraph is so long: a wrong file, or lost paragraphs."),
        (way(("这一段有 {chars} 字，最多 {most} 字", "分段，一行一段"), ("this paragraph has {chars} characters, at most {most}", "part it, one paragraph a line")),),
    ),
    CatalogueRule(
        "S401",
        both("这个字段在这里不起作用", "a pin that has no effect here"),
        both("程序读得懂，但在这里不照它排。", "The program reads it but does not act on it here."),
        (
            way(
                ("“{label}”在这里不起作用，版面由程序安排", "删去“{label}”，或用“栏数”“位置”“重要性”"),
                ("“{label}” has no effect here; the program makes up the page", "delete it, or use 栏数, 位置 or 重要性"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S402",
        both("这段文字排不上", "copy that has no place"),
        both("程序不让字悄悄丢掉，所以先停下来。", "Nothing is lost in silence, so make-up stops."),
        (
            way(
                ("简讯框里没有“{label}”的地方，这段文字会丢", "把“{label}”的文字并入正文，或把这一条写成“文章”"),
                ("a brief in a box has no place for “{label}”; this copy would be lost", "put it into the body, or make this an article"),
            ),
            way(
                ("简讯框里不能配照片，这张照片排不上", "把这一条写成“文章”，或把照片给别的文章"),
                ("a brief in a box has no photo; this one has no place", "make this an article, or give the photo to another"),
                "photo",
            ),
            way(
                ("“数据”只排在加框或底纹的文章里，这里会丢", "这篇写 样式: 加框，或删去“数据”"),
                ("数据 stands in boxed or tinted stories only; here it would be lost", "write 样式: 加框, or delete 数据"),
                "data",
            ),
            way(
                ("有了“本期导读”，“报眼”的文字没有地方，会丢", "“导读”和“报眼”只留一个"),
                ("beside the guide there is no room for 报眼; this copy would be lost", "keep 导读 or 报眼"),
                "ear",
            ),
            way(
                ("照片的“正文”只用在图片新闻里，这里会丢", "给照片写“标题”、放在版的“照片”下，就是图片新闻；或并入“图注”"),
                ("正文 of a photo is for 图片新闻; here it would be lost", "give the photo a 标题 among the page's photos, or put it into 图注"),
                "photobody",
            ),
            way(
                ("报眼里没有“{label}”的地方，会丢", "报眼只排标题、正文和来源；其余的删去，或不写“位置: 报眼”"),
                ("the ear has no place for “{label}”; it would be lost", "the ear has head, body and source; delete the rest, or 位置: 报眼"),
                "earpart",
            ),
            way(
                ("报眼已有“导读”或“报眼”的文字，这里的“位置: 报眼”排不上", "几样只留一样"),
                ("the ear is taken by 导读 or 报眼; 位置: 报眼 has no place", "keep one of them"),
                "taken",
            ),
        ),
    ),
    CatalogueRule(
        "S405",
        both("头条不加框", "the lead is not boxed"),
        both("头条撑起整版，加框、底纹、破栏都用在次要的稿件上。", "The lead carries the page; boxes, tints and 破栏 are for lesser stories."),
        (
            way(
                ("《{title}》是头条，“{label}”不起作用，照普通样式排", "删去“{label}”，或给另一篇“重要性: 头条”"),
                ("《{title}》 is the lead; “{label}” has no effect", "delete it, or give another story 重要性: 头条"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S406",
        both("破栏的栏太窄或太宽", "a broken measure too short or too long"),
        both("破栏以后一行 {least} 到 {most} 字才好读。".replace("{least}", "10").replace("{most}", "28"), "A leg of 10 to 28 characters reads well."),
        (
            way(
                ("《{title}》{columns} 栏排成 {legs} 栏，一行不在 10 到 28 字之间，照 {columns} 栏排", "换一种破法，例如 三破二、四破三"),
                ("《{title}》: {columns} columns in {legs} legs give lines outside 10 to 28 characters; set in {columns} columns", "choose another, such as 三破二 or 四破三"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S403",
        both("一版两个竖排标题", "two vertical heads on a page"),
        both("一版只用一个竖排标题，多了版面发乱。", "A page has one vertical head; more make it restless."),
        (
            way(
                ("这一版已有竖排标题，《{title}》又是一个", "一版只用一个竖排标题，其余删去“样式”"),
                ("this page has a vertical head already; 《{title}》 is another", "keep one, and delete 样式 from the rest"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S404",
        both("竖排标题旁边没有正文", "no text beside the vertical head"),
        both("竖题占一栏，正文至少还要一栏。", "A vertical head takes one column, the text at least another."),
        (
            way(
                ("《{title}》只占一栏，竖排标题旁边没有正文，改排成横题", "栏数写 {least} 或更多，或删去“样式”"),
                ("《{title}》 has one column, no text beside its vertical head; it is set across", "write 栏数: {least} or more, or delete 样式"),
            ),
            way(
                ("《{title}》只有 {rows} 行正文，没有竖排标题高，改排成横题", "短稿用横题：删去“样式”；或把竖题改短"),
                ("《{title}》 has {rows} lines of text, fewer than its vertical head is high; it is set across", "delete 样式, or shorten the head"),
                "short",
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S407",
        both("报眼只有一处", "there is one ear"),
        both("报眼在第一版报头旁边，只放得下一篇短稿或一张照片。", "The ear stands beside the nameplate of the front page and holds one short story or photo."),
        (
            way(
                ("“位置: 报眼”在这里不起作用，照普通稿件排", "报眼只有第一版有，只排一篇（一张）"),
                ("位置: 报眼 has no effect here", "only the front page has an ear, for one item"),
            ),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "S408",
        both("互相矛盾的要求", "pins that contradict each other"),
        both(
            "“位置”“栏数”“版”“随文”“同版”一定照办；几条要求无论怎样排都不能一起做到，就先停下来，由编辑定。",
            "Pins are always honoured; where no make-up can honour all of them, the editor decides first.",
        ),
        (
            way(
                ("《{title}》要求“{asked}”，可是《{other}》已经占了“{held}”", "一处只排一篇：改或删其中一个“位置”"),
                ("《{title}》 asks for {asked}, which 《{other}》 has as {held}", "a place holds one item: change or delete one 位置"),
                "place",
            ),
            way(
                ("《{title}》写“位置: 头条”，可是这一版的头条是《{other}》", "把《{title}》写在“头条”下，或删去它的“位置”"),
                ("《{title}》 asks for 位置: 头条, but the lead of this page is 《{other}》", "put it under 头条, or delete its 位置"),
                "lead",
            ),
            way(
                ("《{title}》和《{other}》都要排在版的{edge}边，合起来 {wide} 栏，一版只有 {columns} 栏", "减小其中一篇的“栏数”，或改“位置”"),
                ("《{title}》 and 《{other}》 share an edge of the page and take {wide} columns of {columns}", "give one of them fewer columns, or another 位置"),
                "wide",
            ),
            way(
                ("《{title}》要求“中部”，可是这一版不到三篇，中间排不出来", "删去“位置”，或再加稿件"),
                ("《{title}》 asks for the centre, but the page has fewer than three items", "delete 位置, or add copy"),
                "centre",
            ),
            way(
                ("《{title}》写“版: {asked}”，可是它写在第 {here} 版里", "把它移到第 {asked} 版的稿件里，或删去“版”"),
                ("《{title}》 asks for page {asked} but is written on page {here}", "move it to page {asked}, or delete 版"),
                "page",
            ),
            way(
                ("《{title}》要随 {other}，可是 {other} 在第 {there} 版，它在第 {here} 版", "把两篇写在同一版，或删去“随文”"),
                ("《{title}》 goes with {other}, which stands on page {there}, not on page {here}", "put both on one page, or delete 随文"),
                "beside",
            ),
            way(
                ("《{title}》和《{other}》都写“同版”，可是一篇在第 {here} 版，一篇在第 {there} 版", "把它们写在同一版，或删去其中一个“同版”“版”"),
                ("《{title}》 and 《{other}》 are to share a page but stand on pages {here} and {there}", "put both on one page, or delete a 同版 or 版"),
                "together",
            ),
        ),
        wrong="文章: [{标题: 甲, 位置: 左上, …}, {标题: 乙, 位置: 左上, …}]",
        right="文章: [{标题: 甲, 位置: 左上, …}, {标题: 乙, 位置: 右上, …}]",
    ),
    CatalogueRule(
        "S411",
        both("这一版没有稿件", "a page without copy"),
        both("一版至少要有一篇文章或一组简讯。", "A page has at least a story or briefs."),
        (way(("这一版没有稿件", "至少写一条“头条”“文章”或“简讯”"), ("this page has no copy", "write at least a 头条, 文章 or 简讯")),),
    ),
    CatalogueRule(
        "S412",
        both("自动分版", "pages shared out"),
        both("没有写版次的稿件由程序分到各版：先看写死的“版”，再看轻重、先后、栏目和篇幅。", "Copy without a page is shared out: pins first, then rank, order, 栏目 and length."),
        (
            way(
                ("稿件分到 {count} 个版：{pages}", "要固定在某一版，给那篇写“版: 2”；要改版数，写“版数: 4”"),
                ("the copy is shared out over {count} pages: {pages}", "to fix a story to a page, write 版: 2; to change their number, write 版数: 4"),
            ),
        ),
        Severity.NOTE,
    ),
    CatalogueRule(
        "S413",
        both("头条自动转版", "a lead sent on"),
        both(
            "版上的第一篇长得连照片缩小也排不下，后面又有版有空，就在一段的末尾转过去：两版都尽量排满，两边各不少于 8 行。",
            "The first story of a page that is too long for it even with small photos goes on on a later page that has room; it is cut at the end of a "
            "paragraph where both pages come nearest to full, with 8 lines or more on either side.",
        ),
        (
            way(
                ("《{title}》一版排不下：第 {begun} 版排 {chars} 字，其余 {left} 字转到第 {goes_on} 版", "不想转就写“转版: 否”；要转到别的版写“转版: 2”"),
                (
                    "《{title}》 does not fit: {chars} characters stand on page {begun}, the other {left} go on on page {goes_on}",
                    "write 转版: 否 to forbid it, or the page, as 转版: 2",
                ),
            ),
        ),
        Severity.NOTE,
    ),
    CatalogueRule(
        "S414",
        both("不能这样转版", "a jump that cannot be"),
        both(
            "转版只能往后转，转到有稿件的版；在一段的末尾断开，小标题跟着下文，名单、表、诗不拆开，两边各不少于 8 行。做不到就不转，整篇留在原版。",
            "A story jumps to a later page that has stories; it is cut at the end of a paragraph, subheads go with what follows, lists, tables and verse stay whole, "
            "with 8 lines or more on either side. Where that cannot be, the story stays whole on its page.",
        ),
        (
            way(
                ("《{title}》不能转到第 {goes_on} 版：这一期只有 {count} 版", "改成后面有的一版，或删去“转版”"),
                ("《{title}》 cannot jump to page {goes_on}: the issue has {count} pages", "name a later page, or delete 转版"),
                "page",
            ),
            way(
                ("《{title}》已经在第 {goes_on} 版，不能转到本版", "“转版”写后面的版次，或删去"),
                ("《{title}》 stands on page {goes_on} already", "name a later page, or delete 转版"),
                "same",
            ),
            way(
                ("《{title}》在第 {begun} 版，只能往后转，不能转到第 {goes_on} 版", "“转版”写后面的版次，或删去"),
                ("《{title}》 stands on page {begun} and jumps to later pages only, not to page {goes_on}", "name a later page, or delete 转版"),
                "back",
            ),
            way(
                ("《{title}》不能转到第 {goes_on} 版：那一版没有文章", "改转到有文章的版，或给那一版写一篇"),
                ("《{title}》 cannot jump to page {goes_on}, which has no story", "name a page that has stories"),
                "empty",
            ),
            way(
                ("《{title}》是加框、衬底、破栏或报眼的文章，要排成整块，不能转版", "删去“转版”，或删去“样式”“位置”"),
                ("《{title}》 is a block of its own and stays whole", "delete 转版, or its 样式"),
                "box",
            ),
            way(
                ("《{title}》正文约 {lines} 行，太短，不能转版：两边各要有 {least} 行", "删去“转版”，短稿不转"),
                ("《{title}》 has about {lines} lines, too few to jump: {least} are wanted on either side", "delete 转版"),
                "short",
            ),
            way(
                ("《{title}》不能转版：正文里没有一处段末，两边都够 {least} 行", "把长段分成两段；名单、表、诗和冒号后面的话不能拆开"),
                ("《{title}》 cannot jump: no paragraph ends with {least} lines on either side of it", "part a long paragraph; lists, tables and verse stay whole"),
                "paragraphs",
            ),
            way(("{what}不能转版", "删去“转版”"), ("{what} cannot jump", "delete 转版"), "kind"),
        ),
        Severity.WARNING,
    ),
)
