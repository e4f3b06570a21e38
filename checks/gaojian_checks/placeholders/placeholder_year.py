"""PLH001 placeholder-year."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._masks import Frame, masks_of


class PlaceholderYear(Check):
    """年份占位：年份写成“XX年”“20XX年”“201X年”“二〇XX年”，没有填上。

    稿件套用旧稿或网络范文时，年份常被替换成占位符；发出去以后，读者无法知道说的是哪一年。
    一个日期报一处：“20XX年X月X日”连同月、日一起报；“XX—XX年度”起止两头算一处。
    用“□□年”“**年”“YYYY年”“20　　年”等也在这里报；“某年某月”可能是有意的，只作提示。

    不报：法规、文书规定的式样（“格式为××××年××月××日”）、举例（“例如……”）、公文写作教材、
    年级（“XX年级”）、以“○”写的零（“二○○七年”）。

    A year left as a mask: XX, 20XX, 201X, YYYY, blanks, or a range of masks. A masked date is one finding. 某年某月,
    which may be deliberate, is a note. Prescribed forms, quoted formats and circles that are zeros are left alone.
    """

    code = "PLH001"
    name = "placeholder-year"
    title = Text("年份占位", "placeholder year")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = ("X|x|Ｘ|×|○|●|△|□|*|＊|_|＿|YYYY|某年某月|20 |20　",)
    basis = ("GB/T 15835—2011 5.1.4", "实测：干净语料中年份占位为零，出现的都是漏填")
    examples = (
        bad("全县财政收入比⟦XX年⟧增长12%。"),
        bad("我乡顺利通过了⟦XX-XX⟧年度省级验收。"),
        bad("⟦20XX年⟧以来，我局共办理提案36件。"),
        bad("⟦201X年⟧是攻坚之年，⟦二〇XX年⟧要全面建成。"),
        bad("本办法自⟦20XX年X月X日⟧起施行。"),
        bad("本解释自⟦××××年⟧9月1日起施行，人民法院此前作出的判决不再变动。"),
        bad("完成⟦20**⟧、⟦20**年⟧两个年度的抚育任务。"),
        bad("⟦20*年⟧上半年，全镇新建水窖18口。"),
        bad("比⟦xxxx年⟧底净增37人。"),
        bad("某局〔⟦20XX⟧〕12号文件已经废止。"),
        bad("⟦ＸＸ年⟧，全區共徵收稅款三億元。"),
        bad("XX局\n⟦20XX.XX.XX⟧"),
        bad("此件于⟦YYYY年MM月DD日⟧印发。"),
        bad("本合同自⟦20　　年⟧起生效，见县政发〔⟦20  ⟧〕9号。"),
        bad("据说⟦某年某月某日⟧这里下过一场大雪。"),
        good("全县财政收入比2012年增长12%。"),
        good("二○○七年以后的产生办法另行规定。"),
        good("落款日期的格式为××××年××月××日。"),
        good("人民法院于××××年×月×日立案，判决如下。"),
        good("例如“20XX年第一批选题”，应当写全年份。"),
        good("XX年级共有四个班。"),
        good("日期按YYYY年MM月DD日的格式填写，建所 20 年来成绩不小。"),
        good("五年来，用于年产30万台电机的项目已经投产。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every masked year."""
        for mask in masks_of(document, Frame.YEAR):
            text = document.text[mask.span.start : mask.span.end]
            yield Finding(
                mask.span,
                Text(f"年份没有填：“{text}”是占位符，请换成真实年份", f"year not filled in: “{text}” is a placeholder"),
                severity=mask.severity,
            )
