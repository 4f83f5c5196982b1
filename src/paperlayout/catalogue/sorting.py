"""C, sorting: what import did with the copy of a manuscript, said line by line, and what of it could not come along."""

from paperlayout.catalogue.entry import CatalogueRule, Wording, both, way
from paperlayout.diag import Severity

NOTE, WARNING = Severity.NOTE, Severity.WARNING


def _field(name: str, zh: str = "", en: str = "", hint: tuple[str, str] = ("", "")) -> Wording:
    return way((f"“{{piece}}”记作“{{field}}”{zh}", hint[0]), (f"“{{piece}}” is taken as {{field}}{en}", hint[1]), name)


RULES = (
    CatalogueRule(
        "C360",
        both("来稿这样理", "how a manuscript was sorted"),
        both(
            "import 从来稿里认出标题、作者、来源、小标题、图注，移到各自的字段。字一个不改；去掉的标签、括号、破折号都会说明。",
            "import tells titles, authors, sources, subheads and captions from the text. No word is changed; labels, brackets and dashes that go are named.",
        ),
        (
            _field("field"),
            _field("label", "，前面的标签去掉了", ", without its label"),
            _field("dash", "，前面的破折号去掉了", ", without its dash"),
            _field("bracket", "，括号去掉了", ", without its brackets"),
            _field("doubled", "，前面重复的去掉了", ", without the one before it, which says the same"),
            _field("guess", "", "", ("不是栏目就改成 副题、引题 或小标题", "if it is none, make it a deck, kicker or subhead")),
            way(("从这里起另作一篇：“{piece}”", ""), ("another story begins here: “{piece}”", ""), "story"),
            way(("“{piece}”接作“标题”的下一行", ""), ("“{piece}” is the next line of the title", ""), "title"),
            way(("“{piece}”记作小标题", ""), ("“{piece}” is taken as a subhead", ""), "subhead"),
            way(("“{piece}”记作图注", ""), ("“{piece}” is taken as a caption", ""), "caption"),
            way(
                ("“{piece}”记作图注，图片没有随稿来", "把图片放进 图片 文件夹，填上文件名"),
                ("“{piece}” is taken as a caption; its picture did not come", "put the picture into 图片 and write its name"),
                "nopicture",
            ),
            way(("图注“{piece}”配上了 {name}", ""), ("caption “{piece}” goes with {name}", ""), "paired"),
            way(("图注前面的“{piece}”去掉了", ""), ("“{piece}” before a caption is left out", ""), "mark"),
            way(("图注末尾的“{piece}”记作“摄影”", ""), ("“{piece}” after a caption is taken as its credit", ""), "credit"),
            way(("表格 {rows} 行收进 :::表", ""), ("a table of {rows} rows goes into :::表", ""), "table"),
            way(("这 {lines} 行短句按诗排（:::诗）", "不是诗就删去 :::诗 和 ::: 两行"), ("these {lines} short lines are set as verse", "if they are none, delete :::诗 and :::"), "verse"),
            way(("这 {lines} 行人名收进 :::名单", "不是名单就删去 :::名单 和 ::: 两行"), ("{lines} lines of names go into :::名单", "if they are no list, delete :::名单 and :::"), "names"),
            way(("“{piece}”记进“备注”，不印", "要印就写进正文或 责任编辑:"), ("“{piece}” becomes a note that is not printed", "write it into the text to print it"), "aside"),
            way(("“{piece}”整段加粗，照常排", "要粗就前后加 **"), ("“{piece}” is bold throughout and set as usual", "put ** round it to keep it bold"), "bold"),
            way(
                ("“{piece}”没有句末标点，当作一段留在正文里", "是小标题就在前面加“## ”"),
                ("“{piece}” ends without a mark and stays a paragraph", "if it is a subhead, put ## before it"),
                "short",
            ),
        ),
        NOTE,
    ),
    CatalogueRule(
        "C361",
        both("来稿理不清", "a manuscript that is not clear"),
        both("这一处要编辑自己看一眼。", "An editor should have a look."),
        (
            way(("“{piece}”也像“{field}”，前面已有一个，留在正文里", "对照原稿"), ("“{piece}” looks like {field} too; it stays in the text", "compare the manuscript"), "second"),
            way(("没找到标题，暂用文件名“{title}”", "改成真正的标题"), ("no title was found; the file's name “{title}” stands in", "write the real one"), "untitled"),
            way(("“……{tail}”没有句末标点，没有与下一段合并", "对照原稿，看是不是拆断了、漏了标点"), ("“……{tail}” ends without a mark and was not joined to the next", "compare the manuscript"), "unjoined"),
            way(("稿件 {name} 是空的", "查一查是不是忘了保存"), ("manuscript {name} is empty", "was it saved?"), "empty"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C362",
        both("拆断的段落已接好", "a torn paragraph joined"),
        both("上一段停在半句，下一段接着说，多半是换页、换栏或从 PDF 粘来时断开的。", "A paragraph stops in the middle of a sentence that the next goes on with."),
        (
            way(
                ("“……{tail}”没有句末标点，下一段“{head}……”接着这句话：已合成一段", "不该合的话，在文章文件里重新分开，或加 --no-join"),
                ("“……{tail}” stops short and “{head}……” goes on: they are one paragraph now", "part them again in the article's file, or say --no-join"),
            ),
        ),
        NOTE,
    ),
    CatalogueRule(
        "C363",
        both("Word 的自动编号", "numbers that Word made"),
        both("Word 自动编的“一、”不是打上去的字，导入时写成文字，免得丢掉。", "Numbers that Word makes up are no typed text; they are written out, so that none is lost."),
        (way(("Word 自动编的“{label}”已写成文字", ""), ("Word's own “{label}” is written out", "")),),
        NOTE,
    ),
    CatalogueRule(
        "C364",
        both("Word 的修订和删除线", "tracked changes and struck words"),
        both("稿子还没有定：有修订痕迹，或有字划了线。", "The manuscript is not settled: it has tracked changes or struck words."),
        (
            way(("稿子里有修订痕迹，按“接受所有修订”收进来", "先在 Word/WPS 里把修订处理完更稳妥"), ("there are tracked changes; it is read as if all were accepted", "settle them in Word or WPS first"), "tracked"),
            way(("稿子里有隐藏文字，照样收进来了", "在 Word/WPS 里显示隐藏文字，不要的删去"), ("there is hidden text; it came along", "show hidden text in Word or WPS and delete what is not wanted"), "hidden"),
            way(("“{piece}”加了删除线，照样收进来了", "不要的话删去"), ("“{piece}” is struck and came along", "delete it if it is not wanted"), "struck"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C365",
        both("没有收进正文", "left out of the text"),
        both("脚注、批注、公式这些不是报纸正文，导入时说明，要用就自己写进去。", "Footnotes, comments and formulas are no newspaper copy; they are named."),
        (
            way(("脚注没有收进正文：“{text}”", "要印就写进正文，加括号"), ("a footnote is left out: “{text}”", "write it into the text if it is to be printed"), "footnote"),
            way(("有符号字体里的字没有收进来", "在 Word/WPS 里换成普通字符"), ("a character of a symbol font is left out", "type it as an ordinary character"), "symbol"),
            way(("有公式没有收进来", "改成文字，或截成图片"), ("a formula is left out", "make it text or a picture"), "formula"),
            way(("有 Word 的东西没有收进来（{what}）", "对照原稿看一眼"), ("something of Word's is left out ({what})", "compare the manuscript"), "thing"),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C366",
        both("批注没有收进正文", "a comment"),
        both("批注是给同事看的话。", "Comments are for colleagues."),
        (
            way(("批注没有收进正文：“{text}”", ""), ("a comment is left out: “{text}”", "")),
            way(("批注（{who}）没有收进正文：“{text}”", ""), ("a comment by {who} is left out: “{text}”", ""), "by"),
        ),
        NOTE,
    ),
    CatalogueRule(
        "C367",
        both("Word 稿里另有标题", "a title inside the Word manuscript"),
        both("稿单写了标题，Word 里又有一个不一样的，它会当作正文印出来。", "The issue has a title and the Word file another, which would be printed as text."),
        (
            way(
                ("“{piece}”在 Word 里是标题，稿单的“标题”写的不一样，它会当作正文印出来", "删去其中一个，或改成一样"),
                ("“{piece}” is a title in Word, the issue's differs; it would be printed as text", "delete one of them, or make them the same"),
            ),
        ),
        WARNING,
    ),
    CatalogueRule(
        "C368",
        both("稿单里已经写了", "what the issue says already"),
        both("Word 稿开头的标题、作者，稿单里已经写了，正文里不再印一遍。", "Title and author at the top of the Word file stand in the issue already and are not printed twice."),
        (way(("“{piece}”稿单里已经写了，正文里不再印", ""), ("“{piece}” stands in the issue and is not printed again", "")),),
        NOTE,
    ),
    CatalogueRule(
        "C369",
        both("文章文件已经有了", "an article file that is there already"),
        both("同一篇稿子导入两次，文章文件只留一份。", "A manuscript imported twice keeps one file."),
        (way(("{name} 已经有一模一样的，用原来的", ""), ("{name} is there already with the same words", "")),),
        NOTE,
    ),
)  # fmt: skip
