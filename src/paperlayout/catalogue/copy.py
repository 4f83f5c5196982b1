"""C3: copy read over, as a proofreader does: what looks wrong and only an editor can put right."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

NOTE, WARNING = Severity.NOTE, Severity.WARNING

MANUSCRIPT = (
    CatalogueRule(
        "C301",
        both("段落像被拆断", "a torn paragraph"),
        both(
            "一段的末尾没有标点，下一段接着说：多半是从 PDF 或邮件粘来时一行断成一段。诗、名单、小标题不算。",
            "A paragraph ends without a mark and the next goes on: a paste from a PDF or a mail that broke lines. Verse, lists and subheads are not meant.",
        ),
        (way(("“……{tail}”末尾没有标点，像是被拆断，下一段是“{head}……”", "接到下一段；本来就是一段就补上标点"), ("“……{tail}” ends without a mark and looks torn; the next paragraph is “{head}……”", "join it to the next, or give it its mark")),),
        WARNING,
        wrong="给求职者们提供择业与\n就业指导。",
        right="给求职者们提供择业与就业指导。",
    ),
    CatalogueRule(
        "C302",
        both("段落重复", "a repeated paragraph"),
        both("同一段文字印了两次，多半是粘贴时粘了两遍，或一稿两用。", "The same paragraph stands twice: pasted twice, or one manuscript used twice."),
        (way(("这一段与第 {line} 行的一段相同：“{head}……”", "删去一处"), ("this paragraph is the same as the one on line {line}: “{head}……”", "delete one")),),
        WARNING,
    ),
    CatalogueRule(
        "C310",
        both("数字两边的空格不统一", "spaces round digits here and there"),
        both(
            "报纸排字时程序自己在汉字和数字之间留空，原稿里的空格不印；但有的地方打了、有的没打，转给别处用时就乱了。",
            "The page has its own gaps round digits and drops typed spaces; a manuscript that has some and lacks others is untidy elsewhere.",
        ),
        (way(("数字两边的空格不统一：这里是“{here}”，别处是“{there}”", "去掉空格，排版会自动留空"), ("spaces round digits differ: “{here}” here, “{there}” elsewhere", "take the spaces out; the page sets its own gaps")),),
        NOTE,
        wrong="5 月 25 日……6月10日",
        right="5月25日……6月10日",
    ),
    CatalogueRule(
        "C312",
        both("百分号", "the per cent sign"),
        both("百分号用半角“%”，紧跟数字。", "The per cent sign is “%”, right behind the figure."),
        (way(("“{here}”：百分号要半角、紧跟数字", "改成“{put}”"), ("“{here}”: the per cent sign is half-width and follows the figure", "write “{put}”")),),
        NOTE,
        wrong="占50 ％",
        right="占50%",
    ),
    CatalogueRule(
        "C313",
        both("连着几个空格", "several spaces in a row"),
        both("句子中间连着打的空格多半是误按；要对齐请用 :::名单 或 :::表。", "Several spaces inside a sentence are a slip; to align use :::名单 or :::表."),
        (way(("“{here}”里连着 {count} 个空格", "删去空格"), ("{count} spaces in a row in “{here}”", "delete them")),),
        NOTE,
    ),
    CatalogueRule(
        "C320",
        both("电头、来源已归位", "dateline or source lifted out"),
        both("正文开头的“本报讯”、文末的“（某某总工会）”是版面上的固定成分，程序移到各自的字段去排，不会印两遍。", "An opening 本报讯 and a closing （source） are parts of their own; they are set as such and never twice."),
        (
            way(("正文开头的“{typed}”已移到“电头”", ""), ("“{typed}” at the head of the text is set as the dateline", ""), "dateline"),
            way(("文末的“（{typed}）”已移到“来源”", ""), ("“（{typed}）” at the end is set as the source", ""), "source"),
        ),
        NOTE,
    ),
    CatalogueRule(
        "C321",
        both("电头或来源写了两样", "two datelines or sources"),
        both("正文里一个，字段里另一个，两个都会印。", "One in the text, another in the field: both are printed."),
        (
            way(("正文开头有“{typed}”，“电头”写的是“{given}”，两个都会印", "删去一个"), ("the text begins with “{typed}”, 电头 says “{given}”: both are printed", "delete one"), "dateline"),
            way(("文末有“（{typed}）”，“来源”写的是“{given}”，两个都会印", "删去一个"), ("the text ends with “（{typed}）”, 来源 says “{given}”: both are printed", "delete one"), "source"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C330",
        both("这种记号不会排", "a mark that is not set"),
        both("只认 README 列出的记号；别的会照样印出来。", "Only the marks in the README are known; others are printed as typed."),
        (
            way(("“{name}”这种写法现在还不会排，会照样印出来", "删去记号，只留文字"), ("“{name}” is not set and is printed as typed", "take the mark out and leave the text")),
            way(("“{name}”这种写法现在还不会排，会照样印出来", "写在 :::表 和 ::: 两行之间"), ("“{name}” is not set and is printed as typed", "put it between lines of :::表 and :::"), "table"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C331",
        both("::: 段不对", "a ::: block that is wrong"),
        both("“:::诗”这样的段要用单独一行的“:::”合上。", "A block such as :::诗 is closed by a line of :::."),
        (
            way(("这个 ::: 前面没有开始的一行", "删去，或在前面加 :::诗、:::名单、:::表"), ("no block is open before this :::", "delete it, or open one with :::诗, :::名单 or :::表"), "unopened"),
            way(("不认识“:::{name}”，里面的文字按一行一段排", "可用 :::诗 :::名单 :::表，各以单独一行 ::: 结束"), ("“:::{name}” is not known; its lines are set as paragraphs", "one of :::诗 :::名单 :::表, each closed by a line of :::"), "unknown"),
            way(("“{typed}”没有结束，一直算到下一个 ::: 或正文末尾", "在它的最后一行后面加一行 :::"), ("“{typed}” is not closed and goes on to the next ::: or the end", "put a line of ::: after its last"), "unclosed"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C332",
        both("{…} 记号不对", "a {…} mark that is wrong"),
        both("写法是 [字]{着重}、[字]{专名}、[字]{书名}、[字]{注音:zì}。", "Write [字]{着重}, [字]{专名}, [字]{书名} or [字]{注音:zì}."),
        (
            way(("“**”没有配对，会照样印出来", "粗体前后都写 **，如 **粗体**"), ("“**” has no partner and is printed as typed", "write ** before and after, as in **粗体**"), "strong"),
            way(("不认识“{{{name}}}”这个记号，会照样印出来", "可用 {{着重}} {{专名}} {{书名}} {{粗}} {{注音:zì}}"), ("the mark “{{{name}}}” is not known and is printed as typed", "one of {{着重}} {{专名}} {{书名}} {{粗}} {{注音:zì}}"), "unknown"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C333",
        both("记号套着写", "a mark inside a mark"),
        both("一段字只能有一种记号；里面的不排，文字照印。", "Copy has one mark at a time; the inner one is not set, its text is."),
        (way(("记号套在“{outer}”里面，里面的不排，文字照印", "两种记号不要套着写，分开标"), ("a mark inside “{outer}” is not set; its text is", "mark the two apart")),),
        WARNING,
    ),
    CatalogueRule(
        "C334",
        both("这里不排记号", "marks are not set here"),
        both("小标题、名单和表里文字照印，记号不排。", "In subheads, lists and tables the text is set without its marks."),
        (
            way(("小标题里不排着重、专名这些记号，文字照印", "删去记号"), ("marks such as 着重 and 专名 are not set in subheads; the text is", "take the marks out"), "subhead"),
            way(("名单和表里不排着重、专名这些记号，文字照印", "删去记号"), ("marks such as 着重 and 专名 are not set in lists and tables; the text is", "take the marks out"), "set"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C335",
        both("表的格数不一", "rows of unequal length"),
        both("每行的格数要一样。", "Every row has as many cells."),
        (way(("这一行有 {found} 格，第一行有 {cells} 格，缺的格空着", "格与格之间用 | 或制表符隔开；空格里也留着 |"), ("this row has {found} cells, the first {cells}; what is missing stays empty", "part cells by | or a tab, and keep the | of empty ones")),),
        WARNING,
    ),
)

READ_OVER = (
    CatalogueRule(
        "C340",
        both("日期与星期不合", "the weekday is wrong"),
        both("程序按日历算。没写年份的日期按本期的年份，跨年的按近的一年。", "Reckoned by the calendar; a date without a year is of the issue's, or the nearer one."),
        (way(("{date}是{right}，这里写“{typed}”", "核对日期和星期"), ("{date} is a {right}, “{typed}” is written", "check date and weekday")),),
        WARNING,
        wrong="6月15日（星期三）",
        right="6月15日（星期二）",
    ),
    CatalogueRule(
        "C341",
        both("日期与农历、节日不合", "the lunar date or festival is wrong"),
        both("农历按 1901—2100 年历表，节日按农历或公历的日子。", "By the lunar table 1901–2100; festivals by their lunar or solar day."),
        (
            way(("{date}是农历{right}，这里写“{typed}”", "核对日期和农历"), ("{date} is {right} of the lunar year, “{typed}” is written", "check both"), "lunar"),
            way(("{date}不是{typed}，{typed}是{right}", "核对日期和节日"), ("{date} is not {typed}, which is {right}", "check both"), "festival"),
        ),
        WARNING,
        wrong="6月15日（农历五月初五）",
        right="6月14日（农历五月初五）",
    ),
    CatalogueRule(
        "C342",
        both("没有这一天、这一刻", "no such day or time"),
        both("稿子里的日期、钟点也要是真有的。", "Dates and times in copy exist as well."),
        (
            way(("“{typed}”：没有这一天", "核对日期"), ("“{typed}”: there is no such day", "check the date")),
            way(("“{typed}”：没有这个时刻", "核对时间"), ("“{typed}”: there is no such time", "check the time"), "time"),
        ),
        WARNING,
        wrong="6月31日",
        right="6月30日",
    ),
    CatalogueRule(
        "C350",
        both("姓名与职务不合", "a title that is not the person's"),
        both(
            "paper.yaml 的“人名职务”写明谁是什么职务，稿子里写了别的就提醒。“原”“前”“时任”不算。",
            "paper.yaml's 人名职务 says who holds which post; another in copy is told. Former posts (原, 前, 时任) are left alone.",
        ),
        (way(("“{name}”在人名职务里是“{titles}”，这里写“{typed}”", "核对职务；表旧了就改 paper.yaml"), ("“{name}” is “{titles}” in 人名职务, “{typed}” is written", "check the post, or bring paper.yaml up to date")),),
        WARNING,
    ),
    CatalogueRule(
        "C351",
        both("姓名像是写错", "a name that looks wrong"),
        both("职务与“人名职务”里的一样，姓名只差一个字。", "The post is one of 人名职务, the name differs by one character."),
        (way(("“{title}{typed}”：人名职务里是“{name}”", "改成“{name}”；换了人就改 paper.yaml"), ("“{title}{typed}”: 人名职务 has “{name}”", "write “{name}”, or bring paper.yaml up to date")),),
        WARNING,
    ),
    CatalogueRule(
        "C370",
        both("标题末尾的句号", "a full stop after a head"),
        both("标题末尾不用句号；问号、叹号可以。", "A head ends without a full stop; question and exclamation marks may stand."),
        (way(("标题末尾有“{mark}”", "删去"), ("the head ends with “{mark}”", "delete it")),),
        NOTE,
    ),
    CatalogueRule(
        "C372",
        both("简体里有繁体字", "traditional characters"),
        both("简体报纸里的繁体字多半是粘贴带来的；题字、古籍引文不算，可以在“检查”里关掉。", "In a simplified paper they come with a paste; turn the rule off for calligraphy and old texts."),
        (way(("“{around}”里的“{char}”是繁体", "改成“{put}”"), ("“{char}” in “{around}” is traditional", "write “{put}”")),),
        WARNING,
    ),
    CatalogueRule(
        "C375",
        both("常见错别字", "a common slip"),
        both("报刊上最常见的错别字，只列没有第二种解释的。", "The slips seen most in print; only those that can be nothing else."),
        (way(("“{typed}”应是“{put}”", "改成“{put}”"), ("“{typed}” should be “{put}”", "write “{put}”")),),
        WARNING,
        wrong="座落于嘉定",
        right="坐落于嘉定",
    ),
    CatalogueRule(
        "C376",
        both("多打了一个字", "a doubled character"),
        both("“的的”“在在”这样的重字多半是误按或改稿时剩下的。", "Doubled words such as 的的 are left over from typing or editing."),
        (way(("“{around}”里“{typed}”重了", "删去一个"), ("“{typed}” is doubled in “{around}”", "delete one")),),
        WARNING,
    ),
    CatalogueRule(
        "C377",
        both("序号接不上", "numbers out of order"),
        both("“一是……二是……四是”，多半是删稿时漏改了序号，或漏了一段。", "一是, 二是, 四是: a point was cut, or lost."),
        (way(("“{before}”后面接着“{typed}”，序号接不上", "核对是不是漏了一条"), ("“{typed}” follows “{before}”", "is a point missing?")),),
        WARNING,
    ),
    CatalogueRule(
        "C380",
        both("差错率", "the allowance for errors"),
        both(
            "报纸编校差错不超过万分之三为合格。按本期字数算出最多容许几处差错；标题、报头里的差错加倍算。",
            "A paper passes with at most 3 errors in 10,000 characters; those in heads and the nameplate count double.",
        ),
        (way(("全期 {chars} 字，按万分之三最多 {allowed} 处差错（{exact}）；标题里的一处算两处", ""), ("{chars} characters; 3 in 10,000 allow {allowed} errors ({exact}); one in a head counts as two", "")),),
        NOTE,
    ),
)

RULES = MANUSCRIPT + READ_OVER
