"""BLK007 empty-field."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.blanks._surroundings import BLANKS
from gaojian_checks.language.clues import clues
from gaojian_checks.language.twin import in_both_scripts

_NAMES = (
    "(?:联系|聯絡|聯繫|咨询|諮詢|值班|办公|监督|举报|服务|报名)?(?:电话|電話|手机|手機|热线|熱線)|联系人|联系方式|聯絡人|聯繫人|传真|傳真|邮政编码|郵遞區號|邮编"
    "|(?:电子)?邮箱|電子郵件|(?:通[讯信]|联系|通訊|联络)地址|开户银行|开户行|银行账号"
)
_LAST = frozenset("话話机機人式真码碼编編號号箱件址行线線")
_NAME = Pattern(f"(?:^|[\r\n{BLANKS}，。；（(0-9.])(?P<name>{_NAMES})[{BLANKS}]{{0,4}}$")
_FILLED = Pattern(f"[\u4e00-\u9fff]{{2,10}}[:：][{BLANKS}]{{0,4}}[^{BLANKS}\r\n]", "：", ":")
# 电话 手机 传真 热线 邮编 账号 邮箱: what they hold is written in figures or has an @.
_OF_FIGURES = "话話机機线線真编編號号箱"
_DATE = Pattern("[0-9]{4}年[0-9]{1,2}月")
_NEXT_FIELD = Pattern(f"[{BLANKS}]{{0,12}}[\u4e00-\u9fff（）{BLANKS}]{{2,12}}[:：]")


class EmptyField(Check):
    """字段为空：“联系电话：”后面什么也没有。

    通知、函、公告写明联系人和电话，收文的人才知道向谁回复；冒号后面空着，多半是套用旧稿后忘了填。
    只查联系人、电话、传真、邮箱、邮编、地址、账号这些必有内容的字段，而且同一文件里要有别的字段已经填写。
    不报：内容写在下一行的；表格、格式文本、法规和整页空白的登记表；“附件：”“背景：”之类引出下文的小标题。

    A contact field (telephone, contact person, fax, mail, address, account) with nothing after its colon, in a document
    where other fields are filled in. Values on the next line, blank forms, statutes and headings are left alone.
    """

    code = "BLK007"
    name = "empty-field"
    title = Text("字段为空", "empty field")
    severity = Severity.WARNING
    profiles = {"statute": None, "case": None, "specimen": None}
    needs = ("电话|電話|手机|手機|热线|熱線|联系|联络|聯繫|聯絡|传真|傳真|邮|郵|地址|开户|银行账号", "：|:")
    basis = ("GB/T 9704—2012 7.3（公文要素应当完整）", "规范文本中联系人、电话后空缺为零")
    examples = (
        bad("请于五月十日前报名。\n联系人：张工\n⟦联系电话：⟧\n", whole=True),
        bad("会议地点：三楼会议室\n⟦联系人：⟧\n传真：0000-000001", whole=True),
        bad("开会时间：周五上午\n⟦电子邮箱：⟧\n\n办公室", whole=True),
        bad("联系人：张工\n⟦联系电话：⟧\n县农机中心\n2019年4月1日\n", whole=True),
        good("联系人：张工\n联系电话：0000-000001\n", whole=True),
        good("联系人：\n张工\n联系电话：\n0000-000001\n", whole=True),
        good("姓名：\n联系电话：\n通讯地址：\n", whole=True),
        good("会议地点：三楼会议室\n附件：\n1. 回执\n", whole=True),
        good("会议地点：三楼会议室\n需要登记联系人、联系电话：\n每单位一人。\n", whole=True),
        good("| 联系人： | 联系电话： |\n| --- | --- |\n| 张工 | 1 |", whole=True),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every contact field that was left empty."""
        prose = document.prose
        found = [
            span
            for colon in "：:"
            for place in document.get(clues).of(colon)
            if prose[place - 1] in _LAST and (span := _field(prose, place)) is not None
        ]
        if not found or not _is_filled_in(prose, found):
            return
        for span in found:
            name = prose[span.start : span.end - 1].strip()
            yield Finding(
                span,
                Text(
                    f"“{name}”后没有内容：请填写，不需要的删去",
                    f"nothing follows {name}: fill it in or delete the field",
                ),
            )


def _field(prose: str, colon: int) -> Span | None:
    if prose[colon + 1 : colon + 21].lstrip(BLANKS)[:1] not in ("", "\r", "\n"):
        return None
    left = prose[max(0, colon - 16) : colon]
    name = _NAME.search(left)
    if name is None or _has_value_below(prose, colon + 1, figures=name["name"][-1] in _OF_FIGURES):
        return None
    return Span(colon - len(left) + name.start("name"), colon + 1)


def _has_value_below(prose: str, after: int, *, figures: bool) -> bool:
    """Return whether the next line is the value; a telephone number or an address of mail is known by its figures."""
    below = prose[after : after + 120].lstrip(BLANKS).replace("\r\n", "\n").removeprefix("\n")
    line = below.partition("\n")[0]
    if figures and (_DATE.search(line) is not None or not any(mark.isdigit() or mark == "@" for mark in line)):
        return False
    return bool(line.strip(BLANKS)) and _NEXT_FIELD.match(line) is None


def _is_filled_in(prose: str, empty: list[Span]) -> bool:
    """Return whether as many fields are filled as empty; a form to be filled in has few."""
    filled = sum(1 for _, _ in zip(range(len(empty) + 1), _FILLED.finditer(prose), strict=False))
    return filled >= len(empty)
