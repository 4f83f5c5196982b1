"""Page rules that a finished page breaks, told to the editor with what to try (make-up §2). The planner knows the same rules as prices."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Severity
from paperlayout.edition import FAULT_CODES
from paperlayout.plan.page import Fitted
from paperlayout.story.model import MeasuredBox, MeasuredStory

MESSAGES = {
    "tombstone": ("{stories}的标题并排在一起，容易连读（碰题）", "给其中一篇配照片，或改“栏数”错开"),
    "stacked_heads": ("{stories}的标题上下相叠（叠题）", "给上面一篇加一点稿，或改“栏数”错开"),
    "seam": ("有一条栏缝从上直通到下，把版面断开（断版）", "改一篇的“栏数”，让它跨过这条缝"),
    "through_cut": ("有一条横线把版面切成上下两截（通线）", "头条长一些或短一些，程序就能让稿件咬合"),
    "size_inversion": ("{stories}：次要稿件的标题比重要稿件的还大", "缩短重要稿件的标题，或调整“重要性”"),
    "weak_lead": ("{stories}的标题压不住版面，与其他标题太接近", "头条标题精简几个字，字就能放大"),
    "balance": ("版面一头沉：标题和照片偏在一边", "换一张照片的“栏数”，或把照片给另一篇"),
    "photo_share": ("照片占的版面太多或太少", "增减一张照片，或给照片写“栏数”"),
    "no_dominant_photo": ("几张照片差不多大，没有主照片", "给最要紧的一张写“栏数: 3”"),
    "photos_in_a_row": ("两张照片排在同一高度", "给其中一张改“栏数”"),
    "photos_in_a_stack": ("两张照片上下叠在一起", "给其中一张改“栏数”"),
    "gray_run": ("{stories}有一段正文太长，中间没有小标题和照片", "加一个小标题（## 开头）"),
    "lead_photo_small": ("头条的照片比别的稿件的照片小", "给头条照片写“栏数: 3”"),
    "beside_the_lead": ("{stories}排到了头条旁边的版首", "头条长一些，或把这一篇的“重要性”调低"),
    "cross": ("一条栏缝和一条横线交成十字，四篇稿件碰在一点（田字）", "改一篇的“栏数”，让它跨过十字"),
    "no_interlock": ("稿件只是一块块摞起来，没有咬合", "让一篇长稿不写“栏数”，程序好让它绕角"),
    "too_many_boxes": ("一版里加框、衬底的稿件太多", "只给最要紧的两篇加框或底纹"),
    "broken_measures": ("一版里破栏的稿件太多", "破栏留给一两篇"),
    "rank_place": ("{stories}比次要的稿件排得还靠后", "调整“重要性”或写“位置”"),
    "head_density": ("标题占的版面太多或太少", "短稿归进简讯，或把长标题改短"),
    "same_head_face": ("{stories}的标题挨得近，字体字号又一样", "给其中一篇写“样式”或改“栏数”"),
    "empty_quadrant": ("版面有一角既没有标题也没有照片", "给那里的稿件加一张照片或小标题"),
    "gray_field": ("有一大块地方全是文字", "给长稿加小标题（## 开头）或照片"),
    "photo_astray": ("{stories}的照片离自己的文字太远", "改照片的“栏数”"),
    "short_leg": ("{stories}有一栏不到五行", "增减几个字，或改“栏数”"),
    "stranded_subhead": ("{stories}有一个小标题在栏头", "增减几个字即可移开"),
    "lonely_line": ("{stories}有一段的首行落在栏尾，或末行落在栏头", "增减几个字即可移开"),
    "head_off_text": ("{stories}的正文不是从标题下面起", "请把稿单发给维护人员"),
    "text_outside_head": ("{stories}的正文排到了标题外面", "请把稿单发给维护人员"),
    "reading_order": ("{stories}的各栏不能从左往右读", "请把稿单发给维护人员"),
    "subheads_in_a_row": ("{stories}相邻两栏的小标题在同一高度", "增减几个字即可错开"),
}


def page_faults(number: int, fitted: Fitted) -> Iterator[Diagnostic]:
    """One note for each kind of fault; slight ones are left unsaid, and all of them on a page that does not fit yet."""
    said = {f.rule for f in fitted.plan.faults if fitted.plan.over_rows or fitted.plan.short_rows}
    for fault in fitted.plan.faults:
        if fault.slight or fault.rule in said:
            continue
        said.add(fault.rule)
        stories = [fitted.named(owner) for owner in fault.stories]
        message, hint = MESSAGES[fault.rule]
        origin = stories[0].origin if stories else None
        yield Diagnostic(FAULT_CODES[fault.rule], message.format(stories=_named(stories)), hint, origin, Severity.NOTE, page=number)


def _named(stories: list[MeasuredStory | MeasuredBox]) -> str:
    return "".join(f"《{s.article.name if isinstance(s, MeasuredStory) else s.title}》" for s in stories)
