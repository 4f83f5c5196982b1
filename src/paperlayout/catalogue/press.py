"""P: press, and what the rules for publications ask."""

from paperlayout.catalogue.entry import Rule, both, way
from paperlayout.diag import Severity

INTERNAL = both(
    "有准印证、没有国内统一刊号的是内部资料。《内部资料性出版物管理办法》第十四条：不得使用“××报”“记者××”等字样，不得在文内自称“本报”“本刊”。",
    "A paper with a 准印证 and no CN number is internal material, which may not call itself a newspaper, speak of 本报 or 本刊, or name 记者 (rules of 2015, article 14).",
)

RULES: tuple[Rule, ...] = (
    Rule(
        "P120",
        both("内部资料自称本报", "internal material that calls itself a newspaper"),
        INTERNAL,
        (
            way(("内部资料不能自称“{typed}”", "改写，例如用单位名；电头在 paper.yaml 里改"), ("internal material may not say “{typed}” of itself", "recast it, for example with the publisher's name; the dateline is set in paper.yaml")),
            way(("内部资料不能署“{typed}”", "改成“通讯员”或供稿单位"), ("internal material may not sign as “{typed}”", "write 通讯员 or the unit that sent it"), "reporter"),
        ),
        Severity.WARNING,
    ),
    Rule(
        "P121",
        both("内部资料的标注不全", "what internal material has to state"),
        both(
            "内部资料要印准印证编号、“内部资料，免费交流”、编印单位、发送对象、印刷单位、印刷日期、印数和期号。",
            "Internal material states its permit number, 内部资料 免费交流, publisher, audience, printer, date, print run and number.",
        ),
        (way(("内部资料还缺：{missing}", "写进 paper.yaml（期号写在稿单里）"), ("internal material lacks: {missing}", "write them in paper.yaml (the number in the issue)")),),
        Severity.WARNING,
    ),
)
