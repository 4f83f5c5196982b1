"""C1: copy as typed, put right or doubted before it is set (typesetting §6.9). The wording of each finding stands with its rule in text/copyfix.py."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

MADE, DOUBTED = Severity.NOTE, Severity.WARNING


def _rule(code: str, title: tuple[str, str], why: tuple[str, str], severity: Severity, example: tuple[str, str]) -> CatalogueRule:
    return CatalogueRule(code, both(*title), both(*why), severity=severity, wrong=example[0], right=example[1])


SAFE = ("程序改了，不动原稿；改在排出来的字上。", "Put right on the page; your file stays as it is.")
ASK = ("程序拿不准，只提醒，照原样排。", "The program is not sure and sets it as it stands.")

RULES = (
    _rule("C101", ("看不见的字符", "invisible characters"), SAFE, MADE, ("", "")),
    _rule("C102", ("部首、兼容字形", "radicals and compatibility forms"), (SAFE[0] + "从 PDF 粘来的字常是这样，看着一样，查找不到。", SAFE[1] + " A paste from a PDF often brings them."), MADE, ("⽤户", "用户")),
    _rule("C103", ("合体叹问号", "joined marks"), SAFE, MADE, ("真的⁈", "真的？！")),
    _rule("C104", ("小型标点", "small marks"), SAFE, MADE, ("工会﹐职工", "工会，职工")),
    _rule("C105", ("省略号", "ellipsis"), (SAFE[0] + "省略号是六个点，占两字（GB/T 15834）。", SAFE[1] + " An ellipsis is six dots, two 字 wide."), MADE, ("等等...", "等等……")),
    _rule("C106", ("破折号", "dash"), (SAFE[0] + "破折号占两字。", SAFE[1] + " A dash is two 字 wide."), MADE, ("工会--职工之家", "工会——职工之家")),
    _rule("C107", ("起止用浪纹线", "a range"), (SAFE[0] + "数值的起止用“～”。", SAFE[1] + " A range of quantities has “～”."), MADE, ("5~10人", "5～10人")),
    _rule("C108", ("直引号", "straight quotes"), SAFE, MADE, ('"十四五"规划', "“十四五”规划")),
    _rule("C109", ("半角括号", "half-width brackets"), SAFE, MADE, ("工会(嘉定)", "工会（嘉定）")),
    _rule("C110", ("汉字旁的半角标点", "half-width marks beside Chinese"), SAFE, MADE, ("职工,工会", "职工，工会")),
    _rule("C111", ("汉字后的句点", "a full point after Chinese"), SAFE, MADE, ("会议结束.", "会议结束。")),
    _rule("C112", ("标点旁的空格", "spaces beside marks"), SAFE, MADE, ("职工， 工会", "职工，工会")),
    _rule("C121", ("单引号", "single quotes"), ASK, DOUBTED, ("'职工之家'", "“职工之家”")),
    _rule("C122", ("起止用一字线", "a range of times or places"), (ASK[0] + "时间、地点的起止用“—”。", ASK[1] + " A range of times or places has “—”."), DOUBTED, ("6月1日-3日", "6月1日—3日")),
    _rule("C123", ("间隔号", "the dot in foreign names"), ASK, DOUBTED, ("卡尔•马克思", "卡尔·马克思")),
    _rule("C124", ("全角字母数字", "full-width letters and digits"), ASK, DOUBTED, ("２０２１年", "2021年")),
    _rule("C125", ("书名号之间的顿号", "a comma between titles"), (ASK[0] + "GB/T 15834 不用。", ASK[1] + " GB/T 15834 has none."), DOUBTED, ("《党章》、《宪法》", "《党章》《宪法》")),
    _rule("C126", ("数字分节", "groups of digits"), ASK, DOUBTED, ("10，000", "10,000")),
    _rule("C127", ("汉字数字〇", "the Chinese zero"), ASK, DOUBTED, ("二○二一年", "二〇二一年")),
    _rule("C128", ("半个省略号", "half an ellipsis"), ASK, DOUBTED, ("等等…", "等等……")),
    _rule("C129", ("字间全角空格", "full-width spaces in running text"), ASK, DOUBTED, ("职工　工会", "职工工会")),
    _rule("C130", ("引号内外都有句号", "a full stop inside and outside a quotation"), ASK, DOUBTED, ("他说：“好。”。", "他说：“好。”")),
    CatalogueRule(
        "C140",
        both("竖题里的长数字", "long figures in a vertical head"),
        both("四位以上的阿拉伯数字在竖题里会横躺着。", "Figures of four digits or more lie on their side in a vertical head."),
        (
            way(
                ("竖排标题里的“{number}”横躺着", "竖排时四位以上的数字用汉字，例如二〇二五年"),
                ("“{number}” lies on its side in the vertical head", "write numbers of four digits or more in Chinese, such as 二〇二五年"),
            ),
        ),
        DOUBTED,
    ),
    _rule("C190", ("引号、括号不成对", "quotes or brackets without a partner"), ("引号、括号、书名号要成对；转行、分段时最容易丢一半。", "Quotes, brackets and title marks come in pairs."), DOUBTED, ("“十四五规划", "“十四五”规划")),
    _rule("C191", ("标点连用", "marks in a row"), ("两个停顿标点不连用，多半是改稿时剩下的。", "Two pauses in a row are left over from editing."), DOUBTED, ("职工，。", "职工。")),
    _rule("C192", ("乱码或自造字", "garbled or private characters"), ("文件转码时坏了，或用了只有自己机器有的字。", "A broken conversion, or characters only one machine has."), DOUBTED, ("", "")),
    _rule("C193", ("直引号不成对", "a single straight quote"), ("程序不知道它是开还是关。", "The program cannot tell whether it opens or closes."), DOUBTED, ('"职工之家', "“职工之家”")),
)
