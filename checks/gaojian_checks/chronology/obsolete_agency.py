"""ANA009 obsolete-agency."""

from collections.abc import Iterator
from datetime import date, timedelta

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.facts import authority
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.passages import dates_within, is_in_title_marks, sentence_around, stated_years
from gaojian_checks.language.phrase_facts import Agency, agencies
from gaojian_checks.language.title_years import report_years, reviews_several_years
from gaojian_checks.language.twin import in_both_scripts

_GRACE = timedelta(days=365)
# 卫生部门, 农业部队: other words. 卫生部令, 农业部公告: acts of that time keep the name of their time.
_MAY_NOT_FOLLOW = frozenset("门門队隊分令〔[（(")
_ACTS = Pattern("(?:、[^，。；]{0,16})?(?:第?[0-9一二三四五六七八九十]+号|公告|[《〔]|联合?发布的?《|关于)")
# Whose ministry it is: of 美国农业部 nothing is said. Verbs, conjunctions and marks may stand before.
_MAY_PRECEDE = frozenset("由经向与和同在从到获被为受的及按据对赴请报以会将由是让至并了过")
# Institutes keep the name that they were founded with in many texts.
_INSTITUTE = Pattern("[^，。；、\\s]{0,16}(?:中心|研究院|研究所|医院|实验室|基地|大学|学院|出版社|协会|学会)")
_FORMER = Pattern("原(?![则則因料理油材野])[^，。；\n]{0,12}$")
_HISTORY = ("时任", "前身", "更名", "改称", "现为", "撤销", "组建", "合并", "曾", "历任", "以来", "颁布", "批准文号")


class ObsoleteAgency(Check):
    """机构名称过时：2020年的文稿说“国土资源部”，2018年3月起是自然资源部。

    机构改革以后，新写的文稿应当用新名称。成文日期（没有时用报告标题的年份、发布日期）比改名晚一年以上的，提示新名称。

    不报：加“原”字的；文号、令、公告、书名号里的；同句写明旧时年份的；“卫生部门”一类泛称；外国的部；法规。若说的是改名以前
    的事，这条不成立，所以只作提示。

    The former name of an agency in a document written over a year after the renaming: a note, for old events may be
    told. Names with 原, in titles and document numbers, beside an old year, and foreign ministries are left alone.
    """

    code = "ANA009"
    name = "obsolete-agency"
    title = Text("机构名称过时", "agency by its former name")
    severity = Severity.NOTE
    basis = ("facts/agencies.toml：国务院机构改革前后的名称",)
    examples = (
        bad("关于用地报批的请示\n材料已报⟦国土资源部⟧备案。\n2020年9月2日", whole=True),
        bad("卫生局2016年度工作总结\n迎接了⟦卫生部⟧的检查。", whole=True),
        good("关于用地报批的请示\n材料已报国土资源部备案。\n2016年9月2日", whole=True),
        good("关于用地报批的请示\n材料已报原国土资源部备案。\n2020年9月2日", whole=True),
        good("关于用地报批的请示\n2015年，材料已报国土资源部备案。\n2020年9月2日", whole=True),
        good("关于用地报批的请示\n依据《国土资源部关于用地的通知》办理，各级卫生部门配合。\n2020年9月2日", whole=True),
        good("关于送检的说明\n样品送国土资源部某地检测中心。\n2020年9月2日", whole=True),
        good("关于进口的说明\n美国农业部发布了预测。\n2020年9月2日", whole=True),
        good("国土资源部的材料没有日期可据。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a note for every former name that the document is too late for."""
        written = _day_of_writing(document)
        if written is None:
            return
        for agency in agencies():
            if agency.until + _GRACE < written:
                for form in agency.forms:
                    for span in _places(document.prose, form):
                        if _is_present(document, span, agency):
                            yield Finding(span, _message(agency, written))


def _day_of_writing(document: Document) -> date | None:
    """Return the signature, else the first day of the year in the title, else the publication."""
    if document.get(genre) is Genre.STATUTE or document.get(reviews_several_years):
        return None
    signed, titled, published = document.get(signature), document.get(report_years), document.get(publication)
    if signed:
        return signed.day
    return date(min(titled.years), 1, 1) if titled else published.day if published else None


def _places(prose: str, form: str) -> Iterator[Span]:
    start = prose.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = prose[start - 1 : start], prose[end : end + 1]
        leads = not "一" <= before <= "鿿" or before in _MAY_PRECEDE or prose.endswith(("国家", "国务院"), 0, start)
        if leads and after not in _MAY_NOT_FOLLOW and not _ACTS.match(prose, end) and not _INSTITUTE.match(prose, end):
            yield Span(start, end)
        start = prose.find(form, end)


def _is_present(document: Document, span: Span, agency: Agency) -> bool:
    sentence = sentence_around(document.prose, span)
    words = document.prose[slice(*sentence)]
    before = document.prose[max(sentence.start, span.start - 16) : span.start]
    if any(word in words for word in _HISTORY) or _FORMER.search(before) or is_in_title_marks(document.prose, span):
        return False
    years = [years for found in dates_within(document, sentence) if (years := stated_years(found))]
    return not any(year <= agency.until.year for told in years for year in told)


def _message(agency: Agency, written: date) -> Text:
    source = authority(agency.certainty)
    return Text(
        f"{agency.name}的名称用到{agency.until:%Y-%m}（{source.zh}），后来是{agency.successor}；文稿写于{written}，"
        "说的若不是旧事，请用新名称",
        f"{agency.name} had this name until {agency.until:%Y-%m} ({source.en}), then {agency.successor}; "
        f"the document is of {written}",
    )
