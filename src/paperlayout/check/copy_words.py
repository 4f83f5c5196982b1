"""Words: slips that can be nothing else, and traditional characters in a simplified paper."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from paperlayout.catalogue.book import tell
from paperlayout.check.passages import CopyPassage
from paperlayout.check.traditional import SIMPLIFIED, TRADITIONAL
from paperlayout.diag import Diagnostic

SLIPS = """
既使 即使　按装 安装　松驰 松弛　急燥 急躁　脉博 脉搏　亲睐 青睐　震憾 震撼　迫不急待 迫不及待　再接再励 再接再厉　鼎立相助 鼎力相助
走头无路 走投无路　一如继往 一如既往　不径而走 不胫而走　出奇不意 出其不意　甘败下风 甘拜下风　穿流不息 川流不息　渡假村 度假村　幅射 辐射
粗旷 粗犷　烩炙人口 脍炙人口　竭泽而鱼 竭泽而渔　金榜提名 金榜题名　美仑美奂 美轮美奂　默守成规 墨守成规　谈笑风声 谈笑风生　水笼头 水龙头
人情事故 人情世故　声名雀起 声名鹊起　天翻地复 天翻地覆　饮鸠止渴 饮鸩止渴　有持无恐 有恃无恐　惹事生非 惹是生非　坐阵指挥 坐镇指挥
亲自坐阵 亲自坐镇　沉缅 沉湎　挖墙角 挖墙脚　萎糜不振 萎靡不振　针贬 针砭　装祯 装帧　座落 坐落　截止目前 截至目前　截止到目前 截至目前
截止今年 截至今年　截止去年 截至去年　截止昨日 截至昨日　截止上月 截至上月　变本加利 变本加厉　不记其数 不计其数　不落巢臼 不落窠臼
草管人命 草菅人命　大名顶顶 大名鼎鼎　风弥全国 风靡全国　高屋建领 高屋建瓴　姑负 辜负　鬼鬼崇崇 鬼鬼祟祟　既往不究 既往不咎
精兵减政 精兵简政　九宵云外 九霄云外　克不容缓 刻不容缓　滥芋充数 滥竽充数　礼上往来 礼尚往来　名列前矛 名列前茅　凝炼 凝练
呕心历血 呕心沥血　蓬荜生灰 蓬荜生辉　迁徒 迁徙　前扑后继 前仆后继　如火如茶 如火如荼　入不付出 入不敷出　身陷囫囵 身陷囹圄
生死悠关 生死攸关　生杀与夺 生杀予夺　食不裹腹 食不果腹　手屈一指 首屈一指　死心踏地 死心塌地　提纲挈要 提纲挈领　相辅相承 相辅相成
相形见拙 相形见绌　心无旁鹜 心无旁骛　兴高彩烈 兴高采烈　宣泻 宣泄　寻物启示 寻物启事　招聘启示 招聘启事　招领启示 招领启事
一愁莫展 一筹莫展　一股作气 一鼓作气　以身作责 以身作则　以逸代劳 以逸待劳　英雄倍出 英雄辈出　人才倍出 人才辈出　源远流常 源远流长
杂乱无张 杂乱无章　张慌失措 张皇失措　责无旁代 责无旁贷　众口烁金 众口铄金　诸候 诸侯　自抱自弃 自暴自弃　走漏风生 走漏风声
义不容词 义不容辞　义无返顾 义无反顾　蜂涌而至 蜂拥而至　如雷灌耳 如雷贯耳　融汇贯通 融会贯通　始作佣者 始作俑者　世外桃园 世外桃源
淡薄名利 淡泊名利　贪脏枉法 贪赃枉法　拔苗助涨 拔苗助长　病入膏盲 病入膏肓　不可思义 不可思议　重蹈复辙 重蹈覆辙
当人不让 当仁不让　得不尝失 得不偿失　发人深醒 发人深省　防碍 妨碍　妨微杜渐 防微杜渐　风尘扑扑 风尘仆仆　关怀倍至 关怀备至
和霭可亲 和蔼可亲　记忆尤新 记忆犹新　坚苦奋斗 艰苦奋斗　坚苦卓绝 艰苦卓绝　金壁辉煌 金碧辉煌　举旗不定 举棋不定　开诚不公 开诚布公
侃侃而淡 侃侃而谈　老俩口 老两口　理曲词穷 理屈词穷　励精图志 励精图治　流恋忘返 流连忘返　漫延开来 蔓延开来　面面具到 面面俱到
拼博 拼搏　顽强拼膊 顽强拼搏　平心而伦 平心而论　其鼓相当 旗鼓相当　气势磅薄 气势磅礴　千均一发 千钧一发
情不自尽 情不自禁　全神贯住 全神贯注　任老任怨 任劳任怨　善始善忠 善始善终　生气篷勃 生气蓬勃　实事求事 实事求是　事倍功办 事倍功半
势在必形 势在必行　束之高搁 束之高阁　丝豪 丝毫　推波助谰 推波助澜　万事具备 万事俱备　无动于忠 无动于衷　无可非意 无可非议
无事生飞 无事生非　喜闻乐件 喜闻乐见　循序渐近 循序渐进　循规导矩 循规蹈矩　一诺千斤 一诺千金　一泄千里 一泻千里　以偏盖全 以偏概全
因地治宜 因地制宜　应接不瑕 应接不暇　目不瑕接 目不暇接　迎韧而解 迎刃而解　忧心冲冲 忧心忡忡　犹如既往 一如既往　有口皆卑 有口皆碑
再接再历 再接再厉　振耳欲聋 震耳欲聋　治高点 制高点　中流抵柱 中流砥柱　竹杆 竹竿　专心至志 专心致志　自力更声 自力更生
"""
AROUND = 3


@cache
def _slips() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(pair.split(" ") for line in SLIPS.strip().splitlines() for pair in line.split("　"))
    return re.compile("|".join(sorted(map(re.escape, pairs), key=lambda word: (-len(word), word)))), pairs


@cache
def _simplified() -> tuple[re.Pattern[str], dict[str, str]]:
    return re.compile(f"[{TRADITIONAL}]"), dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))


def words(found: Iterable[CopyPassage]) -> Iterator[Diagnostic]:
    """C375 for common slips, C372 for traditional characters."""
    slips, right = _slips()
    traditional, simplified = _simplified()
    for one in found:
        for match in slips.finditer(one.text):
            put = right[match[0]]
            yield tell("C375", one.at(*match.span()), page=one.page, story=one.story, typed=match[0], put=put)
        for match in traditional.finditer(one.text):
            around = one.text[max(0, match.start() - AROUND) : match.end() + AROUND]
            yield tell("C372", one.at(*match.span()), page=one.page, story=one.story, around=around, char=match[0], put=simplified[match[0]])
