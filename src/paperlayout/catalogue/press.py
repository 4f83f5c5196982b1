"""P: press, and what the rules for publications ask."""

from paperlayout.catalogue.entry import CatalogueRule, both, way
from paperlayout.diag import Severity

INTERNAL = both(
    "有准印证、没有国内统一刊号的是内部资料。《内部资料性出版物管理办法》第十四条：不得使用“××报”“记者××”等字样，不得在文内自称“本报”“本刊”。",
    "A paper with a 准印证 and no CN number is internal material, which may not call itself a newspaper, speak of 本报 or 本刊, or name 记者 (rules of 2015, article 14).",
)

RULES: tuple[CatalogueRule, ...] = (
    CatalogueRule(
        "P120",
        both("内部资料自称本报", "internal material that calls itself a newspaper"),
        INTERNAL,
        (
            way(("内部资料不能自称“{typed}”", "改写，例如用单位名；电头在 paper.yaml 里改"), ("internal material may not say “{typed}” of itself", "recast it, for example with the publisher's name; the dateline is set in paper.yaml")),
            way(("内部资料不能署“{typed}”", "改成“通讯员”或供稿单位"), ("internal material may not sign as “{typed}”", "write 通讯员 or the unit that sent it"), "reporter"),
        ),
        Severity.WARNING,
    ),
    CatalogueRule(
        "P121",
        both("内部资料的标注不全", "what internal material has to state"),
        both(
            "内部资料要印准印证编号、“内部资料，免费交流”、编印单位、发送对象、印刷单位、印刷日期、印数和期号。",
            "Internal material states its permit number, 内部资料 免费交流, publisher, audience, printer, date, print run and number.",
        ),
        (way(("内部资料还缺：{missing}", "写进 paper.yaml（期号写在稿单里）"), ("internal material lacks: {missing}", "write them in paper.yaml (the number in the issue)")),),
        Severity.WARNING,
    ),
    CatalogueRule(
        "P140",
        both("没有打印程序", "no program to print with"),
        both("校样经 CUPS 打印，要有 lp 和 lpstat 两个命令。", "Proofs are printed through CUPS, which has the commands lp and lpstat."),
        (
            way(
                ("这台机器上没有 lp、lpstat 命令，不能直接打印", "装上 CUPS 客户端（Debian、Ubuntu：sudo apt install cups-client）；或打开校样 PDF，用看图软件打印"),
                ("this machine has no lp and lpstat", "install the CUPS client (Debian, Ubuntu: sudo apt install cups-client), or print the PDF from a viewer"),
            ),
        ),
    ),
    CatalogueRule(
        "P141",
        both("没有打印机", "no printer"),
        both("CUPS 没有运行，或里面还没有添加打印机。", "CUPS does not run, or has no printer yet."),
        (
            way(
                ("没有找到打印机", "在系统的打印设置里添加打印机，或打开校样 PDF 打印到别的机器上"),
                ("there is no printer", "add one in the system's printer settings, or take the PDF to another machine"),
            ),
            way(
                ("打印服务没有运行（{told}）", "启动 CUPS（sudo systemctl start cups），或检查环境变量 CUPS_SERVER"),
                ("the print server does not answer ({told})", "start CUPS (sudo systemctl start cups), or check the variable CUPS_SERVER"),
                "down",
            ),
        ),
    ),
    CatalogueRule(
        "P142",
        both("没有这台打印机", "a printer that is not there"),
        both("打印机的名字照 paperlayout proof --printers 列出的写。", "Printers are named as paperlayout proof --printers lists them."),
        (
            way(("没有“{typed}”这台打印机", "可用：{known}"), ("there is no printer “{typed}”", "known: {known}")),
            way(("没有“{typed}”这台打印机，是不是“{near}”？", "写成 --print {near}"), ("there is no printer “{typed}”; do you mean “{near}”?", "write --print {near}"), "near"),
            way(("有几台打印机，没有默认的", "写明用哪一台：--print 名字。可用：{known}"), ("there are several printers and no usual one", "name one: --print NAME. Known: {known}"), "which"),
        ),
    ),
    CatalogueRule(
        "P143",
        both("打印没有成功", "printing failed"),
        both("打印程序没有接下这个文件。", "The print program did not take the file."),
        (way(("{printer} 没有接下校样：{told}", "检查打印机是否开着、纸够不够大；校样 PDF 已经写好，可以自己打印"), ("{printer} did not take the proof: {told}", "check that it is on and has the paper; the PDF is written and can be printed by hand")),),
    ),
    CatalogueRule(
        "P144",
        both("付印样不能是草样", "a sign-off proof cannot be a draft"),
        both("签付印的校样要和送厂的文件一样，稿单有错误时没有这样的文件。", "What is signed must be what goes to the plant; while the issue has errors there is no such file."),
        (way(("还有错误，不能出付印样", "先改好上面的错误；要看版面，出大样：--stage 大样 --draft"), ("there are errors; no sign-off proof", "mend them first; to look at the page make a draft: --stage 大样 --draft")),),
    ),
)
