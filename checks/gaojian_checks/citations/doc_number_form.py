"""CIT001 doc-number-form."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.twin import in_both_scripts

_NUMBER = Pattern(r"号(?:(?<=[0-9]号)|(?<=[0-9] 号))")
# Between the year and the number of a case or a letter stands its kind: （2013）民初字第12号.
_FORM = Pattern(
    r"(?P<agency>[\u4e00-\u9fff]{2,10}) ?"
    r"(?P<open>[\[［【(（〔﹝])(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?P<close>[\]］】)）〕﹞])"
    r" ?(?P<ordinal>第 ?)?(?P<zeros>0*)(?P<number>[1-9][0-9]{0,4}) ?号$"
)
_REACH = 36
_OPEN, _CLOSE = "〔", "〕"
# Orders and announcements are counted by 第; contracts, plans and files have numbers of their own kind.
_COUNTED = ("令", "公告", "通告", "字")
_OTHERS = ("编号", "合同", "图号", "证号", "案号", "许可证", "注册证", "标准")
_DIGITS_OF_A_YEAR = 4
_CENTURY = 50
# The brackets became hexagonal with GB/T 9704—1999.
_SQUARE_UNTIL = 1999
_FAULTS = {
    "brackets": Text("年份用六角括号“〔〕”括起", "the year stands in hexagonal brackets 〔〕"),
    "year": Text("年份用四位数", "the year has four digits"),
    "ordinal": Text("不加“第”", "without 第"),
    "zeros": Text("序号不编虚位", "no leading zeros"),
}


class DocNumberForm(Check):
    """发文字号格式：“国发[2012]第010号”应作“国发〔2012〕10号”。

    发文字号由机关代字、年份、序号组成：年份用四位数，用六角括号“〔〕”括起；序号不加“第”，不编虚位（1不编为01）。
    只有括号不对的可以放心改；涉及“第”、虚位和年份位数的，请核对原文后再改。1999年以前的文件本来用方括号，只作提示。

    不报：命令和公告（“国务院令第406号”“公告〔2013〕第5号”）、案号（“（2013）民初字第12号”）、合同号、证号、
    台湾文号（“字第…號”）。

    The number of a document: year in hexagonal brackets, four digits, no 第, no leading zeros. Orders, announcements,
    numbers of court cases and of contracts are left alone; square brackets until 1999 are a note.
    """

    code = "CIT001"
    name = "doc-number-form"
    title = Text("发文字号格式", "form of a document number")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("号",)
    basis = ("GB/T 9704—2012 7.2.5", "实测：2190万字干净语料中括号不对的5处，都是原文的错")
    examples = (
        bad("依据青政发⟦[2012]第010号⟧文件办理。", fixed="依据青政发〔2012〕10号文件办理。"),
        bad("（国粮发⟦【2015】8号⟧）和青粮函⟦（2016）21号⟧", fixed="（国粮发〔2015〕8号）和青粮函〔2016〕21号"),
        bad("见青政办发⟦﹝2018﹞3号⟧、青政办⟦〔18〕9号⟧。", fixed="见青政办发〔2018〕3号、青政办〔2018〕9号。"),
        bad("见青政办发⟦〔2018〕第3号⟧。", fixed="见青政办发〔2018〕3号。"),
        bad("见青政办发⟦[1987]9号⟧。", fixed="见青政办发〔1987〕9号。"),
        good("依据青政发〔2012〕10号和青政办函〔2013〕 5 号文件办理。"),
        good("国务院令第406号、粮食局公告〔2013〕第5号、青粮令〔2014〕第2号。"),
        good("（2013）青民初字第12号民事判决，合同编号（2013）12号。"),
        good("依據府授字第1020001號函辦理，院臺字第1021號。"),
        good("该小区(2012)共有10号楼，参见文献[12]10号。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every number of a document that departs from the form."""
        prose = document.prose
        for match in matches(document, "号", _NUMBER):
            form = _FORM.search(prose, max(0, match.start() - _REACH), match.end())
            if form is None or form["agency"].endswith(_OTHERS):
                continue
            faults = [*_faults(form["open"], form["close"], form["year"])]
            if not form["agency"].endswith(_COUNTED):
                faults += [part for part in ("ordinal", "zeros") if form[part]]
            if faults and not _is_other_bracket(form["open"], form["year"]):
                span = Span(form.start("open"), form.end())
                yield _finding(span, faults, _right(form, faults), form["year"])


def _faults(opening: str, closing: str, year: str) -> Iterator[str]:
    if opening + closing != _OPEN + _CLOSE:
        yield "brackets"
    if len(year) < _DIGITS_OF_A_YEAR:
        yield "year"


def _is_other_bracket(opening: str, year: str) -> bool:
    """Whether two digits stand in brackets that number much else than years: 文献[12]10号."""
    return len(year) < _DIGITS_OF_A_YEAR and opening not in "〔﹝"


def _right(form: re.Match[str], faults: list[str]) -> str:
    year = form["year"]
    if len(year) < _DIGITS_OF_A_YEAR:
        year = ("19" if int(year) >= _CENTURY else "20") + year
    ordinal = "" if "ordinal" in faults else form["ordinal"] or ""
    zeros = "" if "zeros" in faults else form["zeros"]
    return f"{_OPEN}{year}{_CLOSE}{ordinal}{zeros}{form['number']}号"


def _finding(span: Span, faults: list[str], right: str, year: str) -> Finding:
    return Finding(
        span,
        Text(
            f"发文字号应写作“{right}”：{'，'.join(_FAULTS[fault].zh for fault in faults)}",
            f"write the number of the document as “{right}”: {', '.join(_FAULTS[fault].en for fault in faults)}",
        ),
        Fix(
            Text(f"改为“{right}”", f"change to “{right}”"),
            (Edit(span, right),),
            Safety.SAFE if faults == ["brackets"] else Safety.UNSAFE,
        ),
        severity=Severity.NOTE if len(year) == _DIGITS_OF_A_YEAR and int(year) <= _SQUARE_UNTIL else None,
    )
