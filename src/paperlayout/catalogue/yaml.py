"""Y: slips of the pen in the YAML itself."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

RULES = (
    CatalogueRule(
        "Y100",
        both("YAML 读不下去", "the YAML cannot be read on"),
        both("稿单的格式在这里断了。真正的毛病常在上一行：冒号、缩进、引号、括号。", "The format breaks off here. The slip is often on the line above: a colon, an indent, a quote, a bracket."),
        (
            way(
                ("YAML 读到这里读不下去", "查一查这一行和上一行：冒号是不是半角并空一格，缩进是不是对齐，英文引号和括号是不是成对；有特殊符号的整句加英文引号"),
                (
                    "the YAML cannot be read on from here",
                    "look at this line and the one above: a half-width colon and a space, indents in line, quotes and brackets in pairs; "
                    "put quotes round a text with special marks",
                ),
            ),
            way(
                ("这样的毛病共 {count} 处，只列前 {shown} 处", "改好这些再看"),
                ("{count} slips of this kind; the first {shown} are listed", "put these right first"),
                "more",
            ),
        ),
    ),
    CatalogueRule(
        "Y101",
        both("字段名后是全角冒号", "full-width colon after a field name"),
        both(
            "YAML 只认半角冒号加一个空格。全角冒号会让整个文件变成一段文字，什么字段都没有。",
            "YAML knows only the half-width colon and a space. With a full-width colon the whole file becomes one text without fields.",
        ),
        (
            way(
                ("冒号是全角“：”", "字段名后用半角冒号加一个空格：{key}: {rest}"),
                ("the colon is the full-width “：”", "put a half-width colon and a space after the field name: {key}: {rest}"),
            ),
        ),
        wrong="标题：职工之家揭牌",
        right="标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y102",
        both("冒号后面缺空格", "no space after the colon"),
        both("冒号后面没有空格，YAML 就把整行当成文字。", "Without the space YAML takes the whole line for text."),
        (way(("“{key}:”后面缺一个空格", "改成 {key}: {rest}"), ("no space after “{key}:”", "write {key}: {rest}")),),
        wrong="标题:职工之家揭牌",
        right="标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y103",
        both("用 Tab 缩进", "indented with a tab"),
        both("YAML 只认空格缩进。在编辑器里把 Tab 设成两个空格最省事。", "YAML indents with spaces only. Set your editor to put two spaces for a tab."),
        (way(("行首用了 Tab。YAML 只认空格", "把 Tab 改成两个空格"), ("the line begins with a tab; YAML knows only spaces", "make each tab two spaces")),),
        wrong="头条:\n\t标题: 职工之家揭牌",
        right="头条:\n  标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y104",
        both("用全角空格缩进", "indented with full-width spaces"),
        both("全角空格不算缩进，字段会跑到外面一层去。", "A full-width space is no indent: the field slips out to the level above."),
        (
            way(
                ("行首是全角空格，“{key}”没有缩进到{parent}里", "改成半角空格"),
                ("the line begins with full-width spaces, “{key}” is not indented into {parent}", "use half-width spaces"),
            ),
            way(("上一层", ""), ("the level above", ""), "above"),
            way(("“{name}”", ""), ("“{name}”", ""), "parent"),
        ),
        wrong="头条:\n　　标题: 职工之家揭牌",
        right="头条:\n  标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y105",
        both("短横后面缺空格", "no space after the dash"),
        both("“-”后面没有空格，就不是新的一篇：前一篇会被盖掉。", "Without the space the dash opens no new entry, and the one before is lost."),
        (
            way(("“-”后面要空一格", "改成 - {key}: {rest}"), ("a space is needed after “-”", "write - {key}: {rest}")),
            way(("“-”后面要空一格", "改成 - {key} …"), ("a space is needed after “-”", "write - {key} …"), "brace"),
        ),
        wrong="-标题: 职工之家揭牌",
        right="- 标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y106",
        both("短横是全角", "full-width dash"),
        both("列表只认半角“-”；全角横线、破折号会被当成字段名的一部分。", "A list knows only the half-width “-”; other dashes become part of the field name."),
        (way(("横线是“{at}”，要用半角“-”", "改成 - {key}: {rest}"), ("the dash is “{at}”; use the half-width “-”", "write - {key}: {rest}")),),
        wrong="－ 标题: 职工之家揭牌",
        right="- 标题: 职工之家揭牌",
    ),
    CatalogueRule(
        "Y107",
        both("文字里有半角冒号加空格", "colon and space inside a text"),
        both("半角冒号加空格是字段的记号，一行里只能有一个。", "A colon and a space mark a field; a line has only one."),
        (
            way(
                ("“{key}”里又有一个半角“: ”", '文字里的冒号改成全角“：”，或给整句加英文引号：{key}: "{rest}: {tail}"'),
                ("another “: ” inside “{key}”", 'use the full-width “：” in the text, or put quotes round it: {key}: "{rest}: {tail}"'),
            ),
        ),
        wrong="标题: 通知: 举办职工培训",
        right="标题: 通知：举办职工培训",
    ),
    CatalogueRule(
        "Y108",
        both("英文引号没有包住整句", "quotes round a part of the text"),
        both(
            "一句话用英文引号开头，YAML 就以为引号里是整句。中文引号“ ”没有这个问题。",
            "When a text begins with a straight quote YAML takes what is inside for the whole. Chinese quotation marks are no trouble.",
        ),
        (
            way(
                ("引号没有包住整句", "改用中文引号：{key}: {chinese}；要用英文引号就包住整句"),
                ("the quotes do not go round the whole text", "use Chinese quotation marks: {key}: {chinese}; or put the quotes round the whole"),
            ),
            way(
                ("英文引号只有开头，没有收尾", "在句末补上同样的引号，或两个都不用"),
                ("the quotation is opened and never closed", "close it at the end of the text, or drop the mark"),
                "open",
            ),
        ),
        wrong='标题: "速、新"四字诀',
        right="标题: “速、新”四字诀",
    ),
    CatalogueRule(
        "Y109",
        both("“ #”后面的字会丢", "copy after “ #” is lost"),
        both(
            "空格加 # 是注释的开头，后面的字不会进版。程序不让字悄悄丢掉，所以要你说明白。真正的注释在 # 后再空一格。",
            "A space and # begin a comment, and what follows is not printed. Nothing is lost in silence, so say which you mean; a comment has a space after #.",
        ),
        (
            way(
                ("“{lost}”会被当成注释丢掉", '给整句加英文引号："{whole}"；真要写注释，在 # 后空一格'),
                ("“{lost}” would be dropped as a comment", 'put quotes round the whole: "{whole}"; for a comment put a space after #'),
            ),
            way(
                ("这一行缩进少了，会被当成注释丢掉", "小标题“## ”要与上下段对齐（{indent} 个空格）"),
                ("this line is indented too little and would be dropped as a comment", "put the subhead “## ” in line with the paragraphs ({indent} spaces)"),
                "subhead",
            ),
            way(
                ("“{lost}”会被当成注释丢掉，后面的正文也读不到", "在“{key}:”后面加“|”：{key}: |"),
                ("“{lost}” would be dropped as a comment, and the lines below it are not read", "put “|” behind “{key}:”: {key}: |"),
                "body",
            ),
        ),
        wrong="标题: 工会 #1 号文件",
        right='标题: "工会 #1 号文件"',
    ),
    CatalogueRule(
        "Y110",
        both("文字以特殊符号开头", "a text begins with a special mark"),
        both("[ { @ % & * ! | > ` 在 YAML 里另有用处，不能直接放在一句话开头。", "[ { @ % & * ! | > ` mean something to YAML and cannot begin a text."),
        (
            way(
                ("“{key}”不能以“{at}”开头，它在 YAML 里有特殊用处", '给整句加英文引号："{at}{rest}"，或改用【 】'),
                ("“{key}” cannot begin with “{at}”, which means something to YAML", 'put quotes round the whole: "{at}{rest}", or use 【 】'),
            ),
        ),
        wrong="标题: [图片新闻] 工匠风采",
        right="标题: 【图片新闻】工匠风采",
    ),
    CatalogueRule(
        "Y111",
        both("几行文字前面缺“|”", "several lines without “|”"),
        both(
            "没有“|”，YAML 会把几行接成一行，分段就没了。程序按你写的行读回来了，但最好补上“|”。",
            "Without “|” YAML runs lines together and paragraphs are lost. The program went back to your lines; write the “|” all the same.",
        ),
        (
            way(
                ("“{key}”后面缺“|”，现在按一行一段读入", "写成 {key}: | 再另起行缩进，一行一段"),
                ("no “|” after “{key}”; read as one paragraph a line", "write {key}: | and indent the lines below it, one paragraph a line"),
                "body",
            ),
            way(
                ("“{key}”写成了几行，已接成一行", "写成 {key}: | 再另起行缩进，一行一段；或写在一行里"),
                ("“{key}” runs over several lines; they were joined", "write {key}: | and indent the lines below it; or write it on one line"),
                "joined",
            ),
            way(
                ("“{key}”的几行没有写“|”，分段靠不住", "写成 {key}: | 再另起行缩进，一行一段；或写在一行里"),
                ("the lines of “{key}” have no “|”; paragraphs are not sure", "write {key}: | and indent the lines below it; or write it on one line"),
                "unsure",
            ),
        ),
        Severity.WARNING,
        wrong="正文:\n  第一段。\n  第二段。",
        right="正文: |\n  第一段。\n  第二段。",
    ),
    CatalogueRule(
        "Y112",
        both("正文里有一行缩进少了", "a line of the body is indented too little"),
        both("“|”下面的正文都要缩进得一样多；少了，正文就从那里断开。", "All lines under “|” have the same indent; with less the body ends there."),
        (
            way(
                ("这一行缩进少了，正文从这里断开", "用半角空格与上一段对齐（{indent} 个空格）"),
                ("this line is indented too little; the body ends here", "put it in line with the paragraph above ({indent} spaces)"),
            ),
        ),
        wrong="正文: |\n    第一段。\n  第二段。",
        right="正文: |\n    第一段。\n    第二段。",
    ),
    CatalogueRule(
        "Y113",
        both("同一个字段写了两次", "the same field twice"),
        both("YAML 会用后一个盖掉前一个，前面的稿子就丢了。多半是漏了“- ”，没有另起一篇。", "YAML lets the second replace the first. Often a “- ” is missing that begins a new story."),
        (
            way(
                ("“{name}”写了两次（第 {first} 行、第 {second} 行）", "是不是漏了“- ”另起一篇？不是就删去一个"),
                ("“{name}” is written twice (lines {first} and {second})", "is a “- ” missing that begins another story? If not, delete one"),
            ),
        ),
        wrong="文章:\n  - 标题: 甲\n    正文: 甲文。\n    标题: 乙",
        right="文章:\n  - 标题: 甲\n    正文: 甲文。\n  - 标题: 乙",
    ),
    CatalogueRule(
        "Y114",
        both("中英文字段名都写了", "a field in both spellings"),
        both("“标题”和“title”是同一个字段。", "“标题” and “title” are one field."),
        (
            way(
                ("“{name}”和第 {line} 行的“{other}”是同一个字段", "只留一个"),
                ("“{name}” and “{other}” on line {line} are the same field", "keep one"),
            ),
        ),
        wrong="标题: 甲\ntitle: 乙",
        right="标题: 甲",
    ),
    CatalogueRule(
        "Y115",
        both("看不见的控制字符", "an invisible control character"),
        both("从 Word 或网页粘贴时常带来看不见的字符，YAML 不收。", "Pasting from Word or the web may bring characters nobody sees, which YAML refuses."),
        (
            way(
                ("这里有一个看不见的控制字符 U+{number}", "删去它；多半是从 Word 或网页粘贴时带来的"),
                ("an invisible control character U+{number} stands here", "delete it; it came with a paste from Word or the web"),
            ),
        ),
    ),
    CatalogueRule(
        "Y116",
        both("大括号里的逗号是全角", "full-width comma in braces"),
        both("写在 { } 里的几个字段用半角逗号隔开。", "Fields inside { } are parted by half-width commas."),
        (way(("大括号里的逗号是全角“，”", "改成半角“,”加一个空格"), ("the comma in the braces is the full-width “，”", "use “,” and a space")),),
        wrong="- {文件: 甲.jpg，图注: 揭牌}",
        right="- {文件: 甲.jpg, 图注: 揭牌}",
    ),
    CatalogueRule(
        "Y117",
        both("一个文件里有两份稿单", "two issues in one file"),
        both("单独成行的“---”在 YAML 里是“下一份文件”。", "A line of “---” begins the next document in YAML."),
        (
            way(
                ("一个文件里只能有一份稿单", "删去单独成行的“---”；正文里的“---”要缩进在“|”下面"),
                ("a file holds one issue", "delete the line “---”; in a body it is indented under “|”"),
            ),
        ),
    ),
    CatalogueRule(
        "Y118",
        both("内容太多", "too many entries"),
        both("一份稿单用不了这么多项；多半是放错了文件。", "No issue needs so many entries; the file is probably something else."),
        (way(("内容太多：超过 {most} 项", "一期分成几个稿单"), ("too much: more than {most} entries", "part it into several issues")),),
    ),
    CatalogueRule(
        "Y119",
        both("套得太深", "nested too deep"),
        both("稿单只需要三四层。", "An issue needs three or four levels."),
        (
            way(
                ("套得太深：超过 {most} 层", "稿单只需要三四层，查一查括号和缩进"),
                ("nested too deep: more than {most} levels", "an issue needs three or four; look at brackets and indents"),
            ),
        ),
    ),
    CatalogueRule(
        "Y120",
        both("不是 UTF-8", "not UTF-8"),
        both(
            "程序认得 GBK、GB18030 和 UTF-16，已照样读入。别的软件不一定认得，另存为 UTF-8 最稳妥。",
            "GBK, GB18030 and UTF-16 are read. Other programs may not know them; UTF-8 is the safest.",
        ),
        (way(("已按 {encoding} 读入", "建议另存为 UTF-8"), ("read as {encoding}", "better save it as UTF-8")),),
        Severity.NOTE,
    ),
    CatalogueRule(
        "Y121",
        both("YAML 的锚点和引用", "anchors and aliases"),
        both("& * << 会让一处的字变到另一处去，稿单里用不着，也容易误伤文字。", "& * << carry copy from one place to another; an issue has no use for them, and a text may begin with one by chance."),
        (
            way(
                ("“*{name}”是 YAML 的引用，这里不能用", '如果是文字，给整句加英文引号："…"'),
                ("“*{name}” is a YAML alias, which cannot be used here", 'if it is text, put quotes round it: "…"'),
                "alias",
            ),
            way(
                ("“&{name}”是 YAML 的锚点，这里不能用", '如果是文字，给整句加英文引号："…"'),
                ("“&{name}” is a YAML anchor, which cannot be used here", 'if it is text, put quotes round it: "…"'),
                "anchor",
            ),
            way(("“<<”是 YAML 的合并，这里不能用", "把要用的字段照写一遍"), ("“<<” is a YAML merge, which cannot be used here", "write the fields out"), "merge"),
        ),
    ),
    CatalogueRule(
        "Y122",
        both("YAML 的类型标记", "a YAML tag"),
        both("! 开头的是类型标记，稿单里用不着：文字就是文字。", "A word that begins with ! is a tag; in an issue text is text."),
        (
            way(
                ("“{name}”是 YAML 的类型标记，这里不能用", '如果是文字，给整句加英文引号："…"'),
                ("“{name}” is a YAML tag, which cannot be used here", 'if it is text, put quotes round it: "…"'),
            ),
        ),
    ),
    CatalogueRule(
        "Y123",
        both("字段名不是一个词", "a field name that is no word"),
        both("字段名是“标题”这样的词，不能是一组东西。", "A field name is a word such as “标题”, not a list or mapping."),
        (
            way(
                ("字段名不能是一组东西", "字段名写成 标题: 这样的词，大括号、方括号不要套着写"),
                ("a field name cannot be a list or mapping", "write a word such as 标题:, and do not nest braces or brackets"),
            ),
        ),
    ),
    CatalogueRule(
        "Y124",
        both("英文双引号里的反斜杠", "a backslash in English quotes"),
        both(
            "YAML 把英文双引号里的“\\”当作转义：“图片\\new.jpg”会变成两行。不加引号就没事，或用“/”。",
            "In double quotes YAML takes a backslash for an escape: 图片\\new.jpg would become two lines. Leave the quotes out, or use “/”.",
        ),
        (way(("文件名在英文双引号里用了“\\”，YAML 会把它当成转义", "把“\\”改成“/”，或去掉引号"), ("a file name in double quotes has a backslash, which YAML takes for an escape", "write “/”, or leave the quotes out")),),
        wrong='文件: "图片\\new.jpg"',
        right="文件: 图片/new.jpg",
    ),
    CatalogueRule(
        "Y125",
        both("缩进没有对齐", "an indent out of line"),
        both("同一层的字段缩进要一样多：一篇稿子的“标题”“来源”“正文”对齐在一条线上。", "Fields of one level have the same indent: title, source and body of a story stand in one line."),
        (
            way(
                ("“{key}”没有和上面同一层的字段对齐", "缩进改成 {indent} 个空格"),
                ("“{key}” is not in line with the fields of its level above", "indent it by {indent} spaces"),
            ),
        ),
        wrong="文章:\n  - 标题: 甲\n   来源: 乙",
        right="文章:\n  - 标题: 甲\n    来源: 乙",
    ),
)
