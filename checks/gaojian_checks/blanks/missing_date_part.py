"""BLK004 missing-date-part."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.blanks._dates import blank_dates
from gaojian_checks.blanks._surroundings import BLANKS
from gaojian_checks.language.genre import Genre, genre


class MissingDatePart(Check):
    """日期缺数：“于年月日”“2013年月”“比年增长”里年、月、日前没有数字。

    日期是公文的要素，缺了年、月、日，事情发生在何时、与哪一年相比，都无从查考；多由抄录、转换或套用旧稿时丢字造成。
    检查只认有上下文为证的框架：“于、自、截至”之后的“年月日”，有年无月的“2013年月”，有月无日的“8月日”，有月无年的“，年3月”，
    “比年增长”“到年，”“年上半年”，以及标题开头的“年……工作总结”。
    不报：“出生年月日”“每年6月”“今年底”“年均”“月均”“日均”等词语；落款处单独一行的“年　月　日”在通知、报告里只作提醒，
    在法规、文书样式里不报。

    A year, month or day without its number, in frames that prove the loss: after 于, 自 or 截至, beside another part of
    the same date, or in a comparison (比年增长). Words such as 出生年月日, 每年6月 and 月均 are left alone. A signature
    line 年 月 日 is a warning in reports and notices and silent in statutes and specimens.
    """

    code = "BLK004"
    name = "missing-date-part"
    title = Text("日期缺数", "missing date part")
    severity = Severity.ERROR
    needs = ("年|月",)
    basis = (
        "GB/T 9704—2012 7.3.5.4（成文日期标全年、月、日）",
        "GB/T 15835—2011 5.1.2（年月日用数字）",
        "出生年月日等词语以外，这些框架在二千万字的规范文本中不出现",
    )
    examples = (
        bad("该项目于⟦年月日⟧开工建设。"),
        bad("截至⟦年月⟧，全区共完成土地流转三百亩。"),
        bad("园区自⟦2013年月⟧投入使用以来，运行平稳。"),
        bad("全镇财政收入比⟦年⟧增长百分之八。"),
        bad("会议定于⟦8月日⟧在镇政府召开。"),
        bad("书记到村调研，⟦年3月⟧又送来树苗。"),
        bad("到⟦年⟧，全县建成高标准农田。"),
        bad("⟦年⟧水务局工作总结\n一年来，全局上下团结一心。", whole=True),
        bad("关于组织春季植树的通知\n各村：\n请按时参加。\n⟦20　年　月　日⟧\n", whole=True),
        bad("关于开展安全检查的通知\n各科室：\n请认真落实。\n⟦年　月　日⟧\n", whole=True),
        good("申请人应当如实填写姓名、出生年月日和住址。"),
        good("每年6月为安全生产月，今年5月已经部署。"),
        good("职工全年月平均工作时间按规定折算，3月日均用水量比上月减少。"),
        good("各项任务要在年底前完成，至年底完成八成，比年初多三成。"),
        good("该项目于2013年8月5日开工建设，比2012年提前。"),
        good("项目年产水泥三十万吨，用于年产十万吨的生产线。"),
        good(
            "第一条　承诺书写明日期。\n第二条　签名盖章。\n第三条　本办法自发布之日起施行。\n年　月　日\n", whole=True
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date that lacks a part."""
        kind = document.get(genre)
        for date in blank_dates(document):
            text = document.prose[date.span.start : date.span.end]
            if date.blank_line:
                if kind in (Genre.REPORT, Genre.NOTICE):
                    yield Finding(date.span, _SIGNATURE, severity=Severity.WARNING)
            elif kind not in (Genre.STATUTE, Genre.SPECIMEN) or not any(blank in text for blank in BLANKS):
                yield Finding(date.span, _message(text, date.lacks))


_SIGNATURE = Text(
    "落款的日期没有填写：请写全年、月、日",
    "the date of the signature is not filled in: give year, month and day",
)


def _message(text: str, lacks: str) -> Text:
    return Text(
        f"日期“{text}”缺数字（{'、'.join(lacks)}前没有数）：请对照原件补全，不能确定的不要写",
        f"the date {text} lacks a number before {', '.join(lacks)}: fill it in from the source",
    )
