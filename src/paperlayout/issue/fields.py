"""The one table of field names: the loader, its suggestions and the documents all read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

FieldKind = Literal[
    "line", "head", "text", "texts", "body", "number", "flag", "date", "columns", "jump", "choice", "ratio", "point", "lengths",
    "size", "id", "file", "files", "articles", "photos", "items", "data", "pages", "mapping", "any",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field an editor may write: canonical name, Chinese name, kind of value, what it is; `choices` pairs each Chinese value with its English one."""

    name: str
    chinese: str
    kind: FieldKind
    doc: str
    synonyms: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.chinese, self.name, *self.synonyms)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The fields of one kind of thing, and what an editor calls it."""

    name: str
    fields: tuple[Field, ...]

    def find(self, key: str) -> Field | None:
        """The field of that spelling."""
        return _index(self).get(key)

    def named(self, name: str) -> Field:
        """The field of that canonical name. Raises KeyError."""
        return _index(self)[name]

    def spellings(self) -> Iterator[str]:
        """Every name an editor may write here, in table order."""
        return iter(_index(self))

    def nearest(self, key: str) -> str | None:
        """The spelling that was probably meant."""
        return nearest(key, self.spellings())


@cache
def _index(table: Table) -> dict[str, Field]:
    return {spelling: field for field in table.fields for spelling in field.spellings}


LEAST_ALIKE = 0.5  # Chinese names have two characters: one wrong of two must still match


def nearest(word: str, known: Iterator[str] | tuple[str, ...]) -> str | None:
    """The known word most like the typed one; of two equally alike, the one with more characters in their places."""
    best, best_score = None, (LEAST_ALIKE, 0)
    for candidate in known:
        in_place = sum(a == b for a, b in zip(word, candidate, strict=False))
        score = (SequenceMatcher(None, word[:40], candidate).ratio(), in_place)
        if score > best_score:
            best, best_score = candidate, score
    return best


POSITIONS = (
    ("头条", "lead"), ("倒头条", "anchor"), ("报眼", "ear"), ("左上", "top-left"), ("右上", "top-right"),
    ("中部", "centre"), ("左下", "bottom-left"), ("右下", "bottom-right"), ("底部", "foot"),
)  # fmt: skip
PRIORITIES = (("头条", "lead"), ("要闻", "major"), ("一般", "normal"), ("补白", "filler"))
STYLES = (("普通", "plain"), ("加框", "boxed"), ("底纹", "tinted"), ("竖排标题", "vertical-head"))
FITS = (("不许", "none"), ("微调", "slight"), ("自动", "auto"))

STAFF_FIELDS = (
    Field("editor", "责任编辑", "line", "责任编辑姓名，印在版脚", ("责编",)),
    Field("designer", "版式", "line", "版式设计姓名"),
    Field("proofreader", "校对", "line", "校对姓名"),
)
COPY_FIELDS = (
    Field("lead", "头条", "articles", "头条：一篇或几篇"),
    Field("articles", "文章", "articles", "头条以外的文章，一篇一个“- ”"),
    Field("photos", "照片", "photos", "独立的照片和插图"),
    Field("briefs", "简讯", "items", "简讯：一组短稿，可加栏题"),
)
FURNITURE_FIELDS = (
    Field("adverts", "广告", "items", "广告和公益广告，尺寸固定"),
    Field("notice", "启事", "items", "更正、启事：第一行短的作标题；要定位置就写 {正文, 版, 位置, 栏数}"),
)
PLACING_FIELDS = (
    Field("page", "版", "number", "排在第几版"),
    Field("position", "位置", "choice", "版上的位置", choices=POSITIONS),
    Field("columns", "栏数", "columns", "占几栏，或“通栏”；“三破二”是三栏宽排成两栏"),
    Field("priority", "重要性", "choice", "在版上的轻重", choices=PRIORITIES),
    Field("style", "样式", "choice", "加框、底纹等排法", choices=STYLES),
    Field("jump", "转版", "jump", "下文转到后面第几版；“否”是不许转"),
    Field("with", "随文", "id", "跟着哪一篇（那一篇的编号）"),
    Field("fit", "伸缩", "choice", "可否伸缩", choices=FITS),
    Field("together", "同版", "flag", "是否必须排在同一版"),
)

ISSUE = Table("稿单", (
    Field("paper", "报纸", "file", "paper.yaml 在哪里；不写就从稿单的文件夹往上找"),
    Field("date", "日期", "date", "出版日期，如 2021-06-15"),
    Field("number", "期号", "number", "本年第几期"),
    Field("total", "总期号", "number", "创刊以来第几期"),
    *COPY_FIELDS,
    Field("page-count", "版数", "number", "一共几版；不写就看稿子有多少"),
    Field("pages", "版面", "pages", "分版写稿：每版一个“- ”"),
    *STAFF_FIELDS,
    *FURNITURE_FIELDS,
    Field("ear", "报眼", "text", "报眼里的文字"),
    Field("guide", "导读", "texts", "本期导读，一条一行；“编号：题目”“见 编号”由程序填版次（和题目）"),
    Field("slogan", "标语", "line", "报头上的标语"),
))  # fmt: skip
PAGE = Table("版面", (
    Field("name", "版名", "line", "版名，如“要闻”"),
    *COPY_FIELDS,
    *FURNITURE_FIELDS,
    *STAFF_FIELDS,
))  # fmt: skip
ARTICLE = Table("文章", (
    Field("title", "标题", "head", "主题；“/”是分行的地方", ("主题", "headline")),
    Field("kicker", "引题", "head", "主题上面的小题", ("眉题", "肩题")),
    Field("deck", "副题", "head", "主题下面的小题", ("subtitle",)),
    Field("summary", "提要", "text", "内容提要"),
    Field("standing-head", "栏目", "line", "栏目名"),
    Field("author", "作者", "line", "作者，印在题下"),
    Field("source", "来源", "line", "来稿单位，印在文末括号里"),
    Field("dateline", "电头", "line", "电头，如“本报讯”"),
    Field("body", "正文", "body", "正文：写“|”后另起，一行一段"),
    Field("file", "文件", "file", "正文所在的 .docx、.md 或 .txt 文件"),
    Field("initial", "首字", "number", "首字下沉：是，或下沉的行数 2、3"),
    Field("photos", "照片", "photos", "随文照片"),
    Field("data", "数据", "data", "加框文章题下的大数字，一个“- {数, 名, 单位}”"),
    Field("id", "编号", "id", "给别处引用的名字"),
    Field("editor-note", "编者按", "text", "编者按"),
    Field("end-note", "编后", "text", "编后话"),
    *PLACING_FIELDS,
))  # fmt: skip
GUIDE = Table("导读", (
    Field("article", "文章", "id", "导读指的那一篇（或图片新闻）的编号"),
    Field("title", "题", "line", "导读的题目；不写就用那一篇的标题"),
))  # fmt: skip
DATUM = Table("数据", (
    Field("number", "数", "line", "大数字，如 12、36.5%"),
    Field("name", "名", "line", "数字说的是什么"),
    Field("unit", "单位", "line", "单位，如 名、个、亿元"),
))  # fmt: skip
BRIEFS = Table("简讯", (
    Field("title", "栏题", "head", "一组简讯的总题"),
    Field("dateline", "电头", "line", "每条简讯的电头"),
    Field("items", "条目", "articles", "一条条简讯"),
    *PLACING_FIELDS,
))  # fmt: skip
PHOTO = Table("照片", (
    Field("file", "文件", "file", "图片文件"),
    Field("files", "文件组", "files", "共用一条图注的几张图片"),
    Field("title", "标题", "head", "有标题就是图片新闻"),
    Field("caption", "图注", "line", "图片说明", ("说明",)),
    Field("body", "正文", "body", "图片新闻的文字：写“|”后另起，一行一段"),
    Field("credit", "摄影", "line", "摄影者或供图单位"),
    Field("focus", "焦点", "point", "裁切时要保住的点：横 60% 竖 30%"),
    Field("crop", "裁切", "ratio", "宽高比，如 3:2"),
    Field("alt", "替代文字", "line", "给看不见图的读者的说明"),
    Field("illustration", "示意图", "flag", "不是照片而是画的，图上加“示意图”"),
    Field("id", "编号", "id", "给别处引用的名字"),
    *PLACING_FIELDS,
))  # fmt: skip
ADVERT = Table("广告", (
    Field("file", "文件", "file", "广告的图片（jpg、png、tif）或 PDF"),
    Field("rows", "行数", "number", "高多少行"),
    Field("caption", "图注", "line", "标在广告上的字，如“公益广告”", ("说明",)),
    Field("alt", "替代文字", "line", "给看不见图的读者的说明"),
    Field("id", "编号", "id", "给别处引用的名字"),
    *PLACING_FIELDS,
))  # fmt: skip
NOTICE = Table("启事", (
    Field("body", "正文", "text", "启事的文字：第一行短的作标题"),
    Field("id", "编号", "id", "给别处引用的名字"),
    *PLACING_FIELDS,
))  # fmt: skip
PAPER = Table("报纸", (
    Field("name", "报名", "line", "报名"),
    Field("name-image", "报名题字", "file", "报名题字的图"),
    Field("pinyin", "拼音", "line", "报名的拼音"),
    Field("publisher", "主办", "line", "主办单位"),
    Field("supervisor", "主管", "line", "主管单位"),
    Field("cn", "国内统一刊号", "line", "公开发行报纸的 CN 号"),
    Field("permit", "准印证", "line", "内部资料准印证号"),
    Field("address", "地址", "line", "编辑部地址"),
    Field("phone", "电话", "line", "联系电话"),
    Field("email", "投稿邮箱", "line", "投稿邮箱"),
    Field("printer", "印刷", "line", "承印单位"),
    Field("audience", "发送对象", "line", "发给谁"),
    Field("print-run", "印数", "line", "印多少份"),
    Field("price", "定价", "line", "定价"),
    Field("website", "网址", "line", "网址"),
    Field("qr", "二维码", "any", "二维码"),
    Field("size", "开本", "size", "对开、四开、A3 或“280mm 400mm”"),
    Field("margins", "版心边距", "lengths", "上下 左右，如“16mm 14mm”"),
    Field("columns", "基本栏", "number", "一版分几栏"),
    Field("grid", "版心格", "mapping", "每栏字数、字号、行数"),
    Field("fonts", "字体", "mapping", "各处用什么字体"),
    Field("colours", "颜色", "mapping", "套红的配方或专色"),
    Field("look", "样式", "mapping", "版样里的任何数字，如 voices.body.size: 10"),
    Field("dateline", "电头", "line", "本报简讯的电头，平常是“本报讯”"),
    Field("words", "词表", "texts", "断行时不拆开的词"),
    Field("composition", "排字", "mapping", "标点、避头尾等排字习惯"),
    Field("rules", "检查", "mapping", "检查规则"),
    Field("press", "付印", "mapping", "印厂要什么样的文件；几家印厂就一家一个名字"),
    Field("people", "人名职务", "any", "人名与职务"),
    Field("byline-position", "署名位置", "any", "署名在题下还是文末"),
))  # fmt: skip
GRID = Table("版心格", (
    Field("chars", "字数", "number", "每栏几个字", ("每栏",)),
    Field("size", "字号", "lengths", "正文字号：五号、小五、10.5"),
    Field("rows", "行数", "any", "一版几行，或范围 90-94"),
))  # fmt: skip
FONT_ROLES = Table("字体", (
    Field("body", "正文", "line", "正文"),
    Field("lede", "导语", "line", "头条的第一段"),
    Field("dateline", "电头", "line", "本报讯"),
    Field("strong", "加粗", "line", "正文里的加粗"),
    Field("signature", "来源", "line", "文末来源"),
    Field("byline", "作者", "line", "题下署名"),
    Field("quote", "引文", "line", "引文"),
    Field("subhead", "小标题", "line", "小标题"),
    Field("caption", "图注", "line", "图注"),
    Field("credit", "摄影", "line", "摄影署名"),
    Field("kicker", "引题", "line", "引题"),
    Field("deck", "副题", "line", "副题"),
    Field("head", "标题", "line", "头条主题"),
    Field("head-second", "二条标题", "line", "二条标题"),
    Field("head-third", "一般标题", "line", "其余标题"),
    Field("box-head", "栏题", "line", "简讯栏题"),
    Field("tab", "栏目", "line", "栏目签"),
    Field("nameplate", "报名", "line", "报名"),
))  # fmt: skip
EDGES = (("半字", "half"), ("整字", "full"))
COMPOSITION = Table("排字", (
    Field("punctuation", "标点", "choice", "标点占多宽", (), (
        ("全角", "quanjiao"), ("开明", "kaiming"), ("半角", "banjiao"), ("行末半角", "hangmobanjiao"), ("原样", "plain"),
    )),
    Field("kinsoku", "避头尾", "choice", "避头尾的严格程度；网页三种照浏览器的规矩", (), (
        ("不避", "none"), ("基本", "basic"), ("国标", "gb"), ("严格", "strict"),
        ("网页宽松", "css-loose"), ("网页普通", "css-normal"), ("网页严格", "css-strict"),
    )),
    Field("latin-gap", "中西间距", "line", "汉字与数字、西文之间空多少字，如 0.15"),
    Field("digit-gap", "数字间距", "line", "汉字与数字之间另定空多少字；不写就同“中西间距”"),
    Field("number-unit", "数量不拆", "flag", "数字与后面的年月日名个尽量不拆行"),
    Field("date", "日期不拆", "flag", "6月与10日之间尽量不拆行"),
    Field("line-start", "行首标点", "choice", "行首的引号、书名号、括号占半字还是整字", (), EDGES),
    Field("paragraph-start", "段首标点", "choice", "段首缩进之后的引号、书名号占半字还是整字", (), EDGES),
    Field("line-end", "行末标点", "choice", "行末标点占半字、整字，还是有余地就占整字", (), (*EDGES, ("可整可半", "allow"))),
    Field("hang", "标点悬挂", "flag", "行末句号、逗号可以悬在版心外"),
    Field("tight", "连号紧排", "flag", "”“和》《两个标点只占一字"),
    Field("squeeze-stops", "句号可挤", "flag", "行中的句号、问号、叹号挤得紧时可以占半字"),
    Field("soft-floor", "挤压留白", "line", "行中逗号、引号先只挤到留多少字的空白，不够再挤尽，如 0.25"),
    Field("rescue", "字距可紧", "line", "别无他法时汉字之间可以紧多少字，如 0.05；0 是不许"),
    Field("slogan-space", "口号空格", "line", "引号、书名号里打的空格空多少字；0 是不空"),
    Field("ellipsis-start", "省略号居行首", "flag", "一行可否用省略号开头"),
    Field("contrast", "松紧相近", "flag", "上下两行的松紧尽量相近"),
    Field("grid", "稿纸格", "flag", "像稿纸一样一字一格，行中标点也占整格"),
))  # fmt: skip
COLOURS = Table("颜色", (Field("red", "红", "any", "套红：0/100/100/0，或专色名", ("套红",)),))
INK = Table("颜色配方", (
    Field("recipe", "配方", "line", "青/品红/黄/黑，百分数"),
    Field("spot", "专色", "line", "专色名"),
))  # fmt: skip

PRESS = Table("付印", (
    Field("standard", "标准", "choice", "文件标准：X-4，老设备用 X-1a", (), (("X-4", "x4"), ("X-1a", "x1a"), ("PDF/X-4", "x4"), ("PDF/X-1a", "x1a"))),
    Field("marks", "标记", "choice", "裁切线、套准线、测控条：无 或 全", (), (("无", "none"), ("全", "full"))),
    Field("icc", "色彩文件", "file", "印厂给的 CMYK 输出 ICC 文件；不写就用内置的新闻纸特性"),
    Field("ink-limit", "墨量上限", "line", "四色墨量之和最多百分之几，如 240", ("总墨量",)),
    Field("image-ppi", "图片精度", "line", "照片缩到每英寸多少像素，如 220"),
    Field("overprint-black", "黑色叠印", "flag", "黑字、黑线叠印在底色上"),
    Field("trapped", "已陷印", "flag", "文件里是否已做陷印；一般是否，由印厂做"),
))  # fmt: skip

OWNERS = (ARTICLE, PHOTO, ISSUE, PAGE, BRIEFS, ADVERT, NOTICE, DATUM, PAPER)
"""The tables an editor may have meant when a field stands where it has no place, the likeliest first."""
TABLES = (*OWNERS, GUIDE, GRID, FONT_ROLES, COMPOSITION, COLOURS, INK, PRESS)


def is_note(key: str) -> bool:
    """A key for colleagues, which the program leaves alone."""
    return key.startswith(("x-", "备注"))


@cache
def all_spellings() -> frozenset[str]:
    """Every field name there is."""
    return frozenset(spelling for table in TABLES for spelling in table.spellings())


@cache
def owner(key: str) -> Table | None:
    """The first table that has the name, for telling an editor where a field belongs."""
    return next((table for table in OWNERS if table.find(key)), None)
