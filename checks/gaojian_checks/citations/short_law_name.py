"""CIT004 short-law-name."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.facts import short_law_names
from gaojian_checks.language.twin import in_both_scripts

_END = Pattern("》(?<=法》)")
_PREFIX = "中华人民共和国"
_LONGEST = 14
_DECLARED = ("简称《{}", "简称“{}", "简称{}", "简称为《{}", "简称：《{}")


class ShortLawName(Check):
    """法规名称简写：书名号里的法律名称用了简写，如“《科普法》”，全称是“《科学技术普及法》”。

    引用法律应写全称，可以省去“中华人民共和国”；要用别的简称，先写明“（以下简称……）”。口头和工作总结中简写很常见，
    所以默认不查。信息给出全称，请核对后修改。

    不报：已经用“以下简称”说明的简称，表中没有的法律。

    A statute under a short form that is not its name: 《科普法》. Off by default: usual in speech and in reports. Short
    forms that the document declares are left alone.
    """

    code = "CIT004"
    name = "short-law-name"
    title = Text("法规名称简写", "short name of a statute")
    severity = Severity.NOTE
    opt_in = True
    basis = (
        "《立法技术规范（试行）（一）》：引用法律应当使用全称或者经说明的简称",
        "法律全称：facts/short_law_names.toml",
    )
    examples = (
        bad("学习⟦《科普法》⟧《行政许可法》。", fixed="学习《科学技术普及法》《行政许可法》。"),
        bad(
            "根据⟦《中华人民共和国环保法》⟧和⟦《招投标法》⟧，",
            fixed="根据《中华人民共和国环境保护法》和《招标投标法》，",
        ),
        good("根据《科学技术普及法》（以下简称《科普法》），按《科普法》第三条办理。"),
        good("学习《行政诉讼法》《民法典》《工作方法》，遵守环保法。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every undeclared short name in title marks."""
        prose = document.prose
        declared: dict[str, bool] = {}
        for match in matches(document, "》", _END):
            end = match.start()
            start = prose.rfind("《", max(0, end - 1 - _LONGEST - len(_PREFIX)), end - 1)
            name = prose[start + 1 : end] if start >= 0 else ""
            row = short_law_names().get(name.removeprefix(_PREFIX))
            if row is None:
                continue
            if row.short not in declared:
                declared[row.short] = any(form.format(row.short) in prose for form in _DECLARED)
            if declared[row.short]:
                continue
            span = Span(start, match.end())
            place = Span(end - len(row.short), end)
            yield Finding(
                span,
                Text(
                    f"《{row.short}》的全称是《{row.full}》，用简称要先说明“以下简称”",
                    f"the full name of 《{row.short}》 is 《{row.full}》; declare a short form first",
                ),
                Fix(Text(f"改为“{row.full}”", f"change to “{row.full}”"), (Edit(place, row.full),)),
            )
