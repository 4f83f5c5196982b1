"""How bylines, captions, credits, labels and endings are written in Chinese manuscripts."""

import re

SPACE = "[ 　]"
MARKS = "，。！？；："

ROLE = rf"(?:(?:本报)?(?:特约)?(?:记者|通讯员|评论员|作者|撰稿|供稿)[：: 　/／]*)[^{MARKS}]{{2,30}}"
WORDS_BY = rf"文[/／ 　]{{1,2}}[^{MARKS}]{{2,20}}|图[、/／]文[：: 　/／]*[^{MARKS}]{{2,20}}"
BYLINE = re.compile(rf"[（(]?(?:{ROLE}|{WORDS_BY})[）)]?")
"""本报记者 张三 通讯员 李四; 文/张三."""

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷"
    "黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|令狐|慕容|司徒|东方"
PERSON = rf"(?:[{SURNAMES}]{SPACE}?[一-龥]{{1,2}}|(?:{DOUBLE_SURNAMES})[一-龥]{{1,2}})"
NAME = re.compile(rf"[（(]?{PERSON}[）)]?")
WORKPLACES = "工会|公司|中心|局|院|校|集团|医院|街道|镇|厂|部|处|室"
AT_WORK = re.compile(rf"[（(]?[^{MARKS}（() 　]{{2,20}}(?:{WORKPLACES}){SPACE}+{PERSON}[）)]?")
"""外冈镇总工会 张三."""

CREDIT_FIRST = rf"{SPACE}*[（(]?(?:(?:图片|照片)?(?:摄影|摄|供图|图片由)[：:/／ 　]*|图[/／]){SPACE}*(?P<credit>[^（）()，。]{{2,20}})[）)]?$"
CREDIT_LAST = rf"(?:{SPACE}+|{SPACE}*[（(])(?P<shot>[^（）() 　，。]{{2,8}}){SPACE}*(?:摄|摄影|供图)[）)]?$"
CREDIT = re.compile(rf"{CREDIT_FIRST}|{CREDIT_LAST}")
"""（摄影：张三） or 张三 摄 at the end of a caption."""
CAPTION = re.compile(r"(?:[▲△▼◆]|[（(]?(?:上|下|左|右|题)图[:：为是）)]|图(?:片说明|注|[一二三四五六七八九十\d]{1,2})?[:：]|图为|图\d{1,2}[ 　.．、])")
CAPTION_MARK = re.compile(r"^(?:[▲△▼◆][ 　]*|(?:图(?:片说明|注)|图)[:：][ 　]*)")

LABELLED = "标题|主标题|题目|主题|引题|肩题|眉题|副题|副标题|栏目|作者|署名|来源|供稿单位|title|author|source|subtitle"
LABEL = re.compile(rf"(?P<name>{LABELLED}){SPACE}*[:：]{SPACE}*(?P<value>.+)", re.IGNORECASE)
LABELS = {"主标题": "title", "题目": "title", "副标题": "deck", "署名": "author", "供稿单位": "source"}
"""Names of fields that authors write and issues do not."""

OF_PICTURES = re.compile("图片|照片|摄影|配图|插图")
SIGNER = rf"[^（）()。！？；，]{{2,24}}(?:{WORKPLACES}|供稿|报道|{SPACE}{PERSON})|(?:记者|通讯员){SPACE}*{PERSON}"
SIGNED = re.compile(rf"(?<=[。！？”’…」』]){SPACE}*[（(](?P<source>{SIGNER})[）)]$")
"""……。（外冈镇总工会 张三） at the end of a paragraph."""
ASIDE = re.compile(rf"(?:(?:责任)?编辑|责编|校对|审核|审校|监制|排版|制作|设计|编审){SPACE}*[:：|丨／/]{SPACE}*[^，。！？；]{{2,24}}")
PLACES = "第?[一二三四五六七八1-8]版(?:头条|二条)?|头版(?:头条|二条)?|头条|二条|三条|倒头条|报眼|简讯|短讯|图片新闻"
MARKER = re.compile(rf"[【\[［（(]?(?:{PLACES})[】\]］）)]?[:：]?")

HAN_DIGITS = "零〇一二三四五六七八九十"
DATE = rf"[{HAN_DIGITS}\d]{{2,4}}年[{HAN_DIGITS}\d]{{1,3}}月[{HAN_DIGITS}\d]{{1,3}}日"
OFFICES = "工会|委员会|办公室|公司|中心|局|处|部|院|校|协会|联合会|编辑部|政府"
ENDING = re.compile(rf"(?:{DATE}|.{{2,24}}(?:{OFFICES}))")
"""Who signs a notice, and when."""
