"""PLH002 placeholder-ordinal."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._masks import Frame, masks_of
from gaojian_checks.placeholders._sessions import candidates


class PlaceholderOrdinal(Check):
    """届次序号占位：届、次、期的序号写成“xx届”“第X届”“X中全会”“十X五”，没有填上。

    会议届次和规划期次是公文的硬信息，网站过滤或套用旧稿时常被换成字母；只报占位的字母本身，请按会议全称补上汉字序号；
    是中央全会、全国人大和全国政协会议、五年规划的，按标题年份或成文日期列出对得上的；只有一次会议
    对得上的，可以补上（不安全的修改）；没有年份可据的，列出最近几次同名的全会。

    不报：写明了的届次（“第10届”“九届七次全会”）、法规示范条文中的“第××条”、举例和格式说明。

    The ordinal of a session, meeting, five-year plan or issue left as a mask. Only the mask is marked. For plenums of
    the Central Committee, sessions of the NPC and the CPPCC and plans, those that fit the year of the title or the
    signature are named, and a session that alone fits is written, as an unsafe fix. Written ordinals are left alone.
    """

    code = "PLH002"
    name = "placeholder-ordinal"
    title = Text("届次序号占位", "placeholder ordinal")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = ("X|x|Ｘ|×|○|●|△|□|*|＊|_|＿|第N|第n|第Ｎ|第ｎ",)
    basis = ("GB/T 15835—2011 4.3", "实测：干净语料中为零")
    examples = (
        bad("认真学习党的⟦xx⟧届四中全会精神。"),
        bad("市委⟦X⟧届⟦X⟧次全会作出部署。"),
        bad("第⟦XX⟧届人民代表大会常务委员会"),
        bad("自第⟦xx⟧次代表大会以来，成绩显著。"),
        bad("圆满完成“⟦xx⟧五”规划，谋划“十⟦X⟧五”规划。"),
        bad("党的十九届⟦X⟧中全会提出新的要求。"),
        bad("第⟦N⟧届运动会将在秋季举办。"),
        bad(
            "档案局2009年度工作总结\n学习党的⟦xx⟧届四中全会精神。",
            whole=True,
            fixed="档案局2009年度工作总结\n学习党的十七届四中全会精神。",
        ),
        bad(
            "关于学习的通知\n学习第⟦xx⟧届全国人大第三次会议精神。\n2015年4月2日",
            whole=True,
            fixed="关于学习的通知\n学习第十二届全国人大第三次会议精神。\n2015年4月2日",
        ),
        bad("关于学习的通知\n学习党的十⟦X⟧届四中全会精神。\n2013年4月2日", whole=True),
        good("第10届博览会和九届七次全会先后召开。"),
        good("根据本法第二十条，听取意见。"),
        good("如“第XX届”这样的写法应当避免。"),
        good("女性有XX染色体。"),
        good("拍摄X光片后复诊。"),
        good("第x个点与第n个点相连。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every masked ordinal, with the sessions that it may be."""
        for mask in masks_of(document, Frame.ORDINAL):
            text = document.text[mask.span.start : mask.span.end]
            known, fix = candidates(document, mask.span)
            yield Finding(
                mask.span,
                Text(
                    f"届次或序号没有填：“{text}”是占位符，请补上汉字序号{known.zh}",
                    f"ordinal not filled in: “{text}” is a placeholder{known.en}",
                ),
                fix,
                severity=mask.severity,
            )
