"""The page: what it is made of, before any browser shows it."""

import hashlib
import re
import sys
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import Gaojian
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from gaojian import Moment, Role
from gaojian.diagnostic import Diagnostic, Failure, Outcome, Place, Severity, Text, in_order
from gaojian.errors import LoadError
from gaojian.reading import read_bytes
from gaojian.registry import load_chronicles, load_rules
from gaojian.report import Style, render
from gaojian.report.html.charts import Bar, Piece, bars
from gaojian.report.html.comparison import Comparer, Comparison, Row
from gaojian.report.html.families import title_of
from gaojian.report.html.inscription import inscribe, inscribe_numbers
from gaojian.report.html.manuscript import Manuscript, Mark, Paragraph, Stretch
from gaojian.report.html.timeline import timeline
from gaojian.report.html.words import WORDS
from gaojian.report.rating import rate, score, weigh
from gaojian.text import LineIndex, Span

FAULTS = "全年完成投资万元。\n增长%。\n"


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def found(text: str, part: str, path: str = "稿.txt", severity: Severity = Severity.ERROR, **more: Any) -> Diagnostic:
    """Return a finding on the first ``part`` of ``text``."""
    start = text.index(part)
    span = Span(start, start + len(part))
    index = LineIndex(text)
    message = more.pop("message", Text("缺数字", "no number"))
    return Diagnostic(
        path,
        "BLK001",
        "missing-amount",
        severity,
        message,
        span,
        index.position(span.start),
        index.position(span.end),
        part,
        **more,
    )


def page(text: str, *diagnostics: Diagnostic, style: Style | None = None, failures: Sequence[Failure] = ()) -> str:
    """Return the page of one document."""
    outcome = Outcome(diagnostics, tuple(failures), 1, documents={"稿.txt": len(text)})
    chunks = list(render("html", outcome, load_rules(), style or Style(), {"稿.txt": text}.get))

    assert [chunk for chunk in chunks if not chunk.endswith("\n")] == []
    return "".join(chunks)


# --- what is in the page


def test_the_policy_names_the_one_script_and_the_one_sheet_by_their_hashes() -> None:
    """Nothing else may run or be loaded; a changed byte of either would leave the page dead."""
    whole = page(FAULTS, found(FAULTS, "万元"))
    script, sheet = (re.findall(rf"<{tag}>(.*?)</{tag}>", whole, re.DOTALL) for tag in ("script", "style"))
    hashes = [b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*script, *sheet)]
    tags = Tags(whole).tags

    policy = (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; img-src data:;"
        " base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )

    assert [attributes["content"] for tag, attributes in tags if "http-equiv" in attributes] == [policy]
    assert [name for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"] == []
    assert [(attributes["href"] or "")[:5] for tag, attributes in tags if tag == "link"] == ["data:"]
    assert [a for tag, a in tags if tag == "a" and not (a["href"] or "").startswith("#")] == []


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    """Tags, quotes and references come out as they went in; only what is spelled out stands in a tag of its own."""
    hostile = f"<script>alert(1)</script>{text}&lt;\"'</p>"
    parsed = Tags(str(inscribe(hostile)))

    assert {(tag, attributes["class"]) for tag, attributes in parsed.tags} <= {("i", "unseen")}
    assert parsed.text.startswith("<script>alert(1)</script>")
    assert parsed.text.endswith("&lt;\"'</p>")


@settings(max_examples=25, deadline=None)
@given(st.text(), st.text(min_size=1))
def test_no_message_and_no_name_becomes_markup(message: str, path: str) -> None:
    """The page has the same tags whatever a finding says and a file is called."""

    def tags(words: str, name: str) -> list[str]:
        outcome = Outcome((found("长\n", "长", name, message=Text(words, words)),), (), 1, documents={name: 2})
        return [tag for tag, _ in Tags("".join(render("html", outcome, {}, Style(), {name: "长\n"}.get))).tags]

    assert tags("</p><script>", "<b>\"'") == tags(message, path)


def test_hostile_text_is_spelled_out_everywhere() -> None:
    """Null bytes, reordering marks and half a surrogate pair are seen, in text, messages and names; none is sent."""
    hostile = "\x00\x1b[31m\u202e\u200f\u2066\ufeff\u2028\ud800\uffff</textarea><!--"
    text = f"{hostile}万元\n"
    outcome = Outcome(
        (found(text, "万元", hostile, message=Text(hostile, hostile)),),
        (Failure(hostile, Text(hostile, hostile)),),
        1,
        documents={hostile: len(text)},
    )
    whole = "".join(render("html", outcome, load_rules(), Style(), {hostile: text}.get))

    assert whole.encode()
    assert set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", whole)) == set()
    assert 'title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</i>' in whole
    assert "U+0000" in whole
    assert "<!--" not in whole


def test_the_page_tells_no_time_and_no_chance() -> None:
    """The same findings make the same page, to the byte."""
    assert page(FAULTS, found(FAULTS, "万元")) == page(FAULTS, found(FAULTS, "万元"))


def test_a_page_without_documents_has_no_score(gaojian: Gaojian) -> None:
    """A file that cannot be read is named on the page, and nothing is praised."""
    result = gaojian("check", "没有.txt", "--output-format", "html")

    assert result.returncode == 2
    assert '<li class="score"><b>—</b>' in result.stdout
    assert "没有.txt" in Tags(result.stdout).text


def test_clean_documents_are_in_the_table(gaojian: Gaojian, folder: Path) -> None:
    """With their length and the full score; only documents with findings have a part of the page."""
    (folder / "净.txt").write_text("今天开会。\n", "utf-8")
    (folder / "稿.txt").write_text(FAULTS, "utf-8")
    whole = gaojian("check", ".", "--output-format", "html").stdout
    table = whole[whole.index("<tbody>") : whole.index("</tbody>")]

    assert [" ".join(Tags(row).text.split()) for row in table.split("</tr>")[:-1]] == [
        "净.txt 未发现问题 100 0.00 · · · 5",
        "稿.txt 0 1538.46 2 · · 13",
    ]
    assert re.findall('<article class="view document" id="(d[0-9]+)"', whole) == ["d1"]


def test_a_page_without_findings_says_so_beside_the_text() -> None:
    """One clean document is shown all the same."""
    text = Tags(page("今天开会。\n")).text

    assert "这份文稿没有查出问题。" in text
    assert "今天开会。" in text


def test_a_text_that_is_gone_leaves_its_findings() -> None:
    """What can no longer be read, or is too much for a page, is said; the findings are listed."""
    outcome = Outcome((found(FAULTS, "万元"),), (), 1, documents={"稿.txt": 14})
    whole = "".join(render("html", outcome, load_rules(), Style(), lambda _: None))

    assert "这份文稿的原文读不到了，只列出问题。" in whole
    assert whole.count('<li class="card error"') == 1


def test_more_findings_than_a_page_takes_are_counted() -> None:
    """The gravest are kept, and a sentence says what is missing and where all are."""
    text = "万元\n%\n"
    many = (*[found(text, "%", severity=Severity.NOTE)] * 5000, found(text, "万元"))
    whole = page(text, *in_order(many))

    assert whole.count('<li class="card') == 4000
    assert whole.count('<li class="card error"') == 1
    assert whole.count("共 5001 处问题，本页收录最重的 4000 处；全部请用 --output-format json 输出。") == 2


def test_a_document_whose_findings_all_fell_out_is_not_called_clean() -> None:
    """Graver findings of others may take all the room."""
    text = "万元\n%\n"
    grave = [found(text, "万元", "a.txt")] * 4000
    outcome = Outcome((*grave, found(text, "%", "b.txt", Severity.NOTE)), (), 2, documents={"a.txt": 4, "b.txt": 4})
    whole = "".join(render("html", outcome, load_rules(), Style(), lambda _: text))

    assert "共 1 处问题，本页收录最重的 0 处" in whole
    assert "没有查出问题" not in whole


def test_a_timeline_that_fails_is_named() -> None:
    """Whatever a package raises, the page is made, and says so."""

    def moments(_: str) -> Sequence[Moment]:
        raise RuntimeError("坏了")

    assert "时间线没有做成：RuntimeError: 坏了" in page(FAULTS, found(FAULTS, "万元"), style=Style(moments=moments))


def test_every_word_of_the_page_is_in_both_languages() -> None:
    """No Chinese is left in the English page but the seal, and what the document and its checks hold."""
    english = {key: text.en for key, text in WORDS.items() if re.search("[\u3400-\u9fff]", text.en)}

    assert english == {}
    assert [key for key, text in WORDS.items() if not (text.zh and text.en)] == []


# --- the text with its marks


def lines(manuscript: Manuscript, *marks: Mark) -> list[Paragraph]:
    return [paragraph for chunk in manuscript.chunks(marks) for paragraph in chunk]


def test_a_finding_is_marked_where_it_stands() -> None:
    """Its number, and how grave it is; the first short line is the title, and blank lines are left out."""
    manuscript = Manuscript("题目\n\n一二三四。\n")
    expected = [
        Paragraph(0, 1, [Stretch(inscribe("题目"))], "title"),
        Paragraph(
            4,
            3,
            [
                Stretch(inscribe("一")),
                Stretch(inscribe("二三"), "7", "warning", "7"),
                Stretch(inscribe("四。")),
            ],
        ),
    ]

    assert expected == lines(manuscript, Mark(7, Span(5, 7), Severity.WARNING))


def test_where_findings_meet_the_gravest_gives_its_colour() -> None:
    """Each piece knows all that it lies in; an insertion is a point."""
    marks = [
        Mark(1, Span(0, 3), Severity.NOTE),
        Mark(2, Span(2, 4), Severity.ERROR),
        Mark(3, Span(4, 4), Severity.NOTE),
    ]
    (paragraph,) = lines(Manuscript("一二三四。"), *marks)

    assert paragraph.stretches == [
        Stretch(inscribe("一二"), "1", "note"),
        Stretch(inscribe("三"), "2 1", "error", "1"),
        Stretch(inscribe("四"), "2", "error", "2"),
        Stretch(inscribe(""), "3", "note", "3", is_point=True),
        Stretch(inscribe("。")),
    ]


def test_findings_of_whole_lines_stand_beside_them() -> None:
    """A doubled block has a rail, not an underline; what else is found in it is marked as ever."""
    block = Mark(1, Span(0, 8), Severity.ERROR)
    found_lines = lines(Manuscript("一二。\n三四。\n五六。\n"), block, Mark(2, Span(4, 5), Severity.NOTE))

    assert [(paragraph.numbers, paragraph.severity) for paragraph in found_lines] == [
        ("1", "error"),
        ("1", "error"),
        ("", ""),
    ]
    assert found_lines[1].stretches[0] == Stretch(inscribe("三"), "2", "note", "2")


def test_an_endless_line_is_laid_out_in_parts() -> None:
    """Each part has an anchor of its own, and links lead to the part."""
    manuscript = Manuscript("长" * 4500)
    parts = lines(manuscript, Mark(1, Span(1999, 2001), Severity.ERROR))

    assert [(part.start, part.line, len(part.stretches)) for part in parts] == [(0, 1, 2), (2000, 0, 2), (4000, 0, 1)]
    assert [manuscript.anchor(offset) for offset in (0, 1999, 2000, 4499, 9999)] == [0, 0, 2000, 4000, 4000]


def test_numbers_that_are_to_be_compared_stand_out() -> None:
    """Two and more; one alone needs no comparing."""
    assert inscribe_numbers("共52项（12项、38%）") == "共<b>52</b>项（<b>12</b>项、<b>38%</b>）"
    assert inscribe_numbers("共52项<") == "共52项&lt;"


# --- side by side


def test_two_places_differ_in_the_marked_words() -> None:
    """Numbers that differ are paired; what is the same stays plain."""
    compared = Comparer().compare(
        "接待游客320万人次，增长12%，停车难问题缓解。", "接待游客326万人次，增长15%，停车难的问题缓解。"
    )

    assert compared == Comparison(
        [
            Row(
                Markup("接待游客<em>320</em>万人次，增长<em>12%</em>，停车难问题缓解。"),
                Markup("接待游客<em>326</em>万人次，增长<em>15%</em>，停车难<em>的</em>问题缓解。"),
                "changed",
            )
        ],
        [("320", "326"), ("12%", "15%")],
        3,
        0,
    )


def test_lines_stand_in_step() -> None:
    """A line that one side lacks has a gap beside it."""
    compared = Comparer().compare("第一段讲修路。\n第二段讲架桥。\n", "第一段讲修路。\n另起一段。\n第二段讲架桥。\n")

    assert compared is not None
    assert [row.state for row in compared.rows] == ["same", "right", "same"]
    assert compared.differences == 1


def test_texts_that_are_not_alike_are_not_compared() -> None:
    """A full name and its short form are no two copies."""
    assert Comparer().compare("全国人民代表大会常务委员会", "本条例自公布之日起施行。") is None


@pytest.mark.parametrize("unit", ["啊", "啊1", "一二三四五六七"])
def test_comparing_ends_whatever_the_texts_are(unit: str) -> None:
    """What would take too long is shown as changed from end to end."""
    compared = Comparer(1000).compare("头" * 50 + unit * 400, "头" * 50 + unit[::-1] * 399 + "尾")

    assert compared is None or compared.rows[0].state == "changed"


def test_two_short_numbers_stand_above_each_other() -> None:
    """They are no copies of a text, but they are to be the same."""
    text = "常住人口45.2万人。\n常住人口54.2万人。\n"
    index = LineIndex(text)
    other = Place("稿.txt", Span(4, 10), index.position(4), index.position(10), Text("另一个数", "the other value"))
    whole = page(text, found(text, "54.2万人", related=(other,)))

    assert "<tr><th>另一处</th><td>45.2万人</td></tr>" in whole
    assert "<tr><th>此处</th><td>54.2万人</td></tr>" in whole


# --- the timeline


def moment(first: str, last: str, label: str, role: Role, start: int = 0) -> Moment:
    return Moment(Span(start, start + 2), date.fromisoformat(first), date.fromisoformat(last), Text(label, label), role)


def test_the_timeline_sets_dates_against_the_documents_own() -> None:
    """Own dates, facts and dates stated each have a lane; a date in a finding is faulty; years without any are cut."""
    moments = [
        moment("2013-03-05", "2013-03-05", "成文日期", Role.OWN),
        moment("2009-01-01", "2009-12-31", "第16届农高会", Role.KNOWN, 10),
        moment("2013-06-01", "2013-06-01", "2013年6月1日", Role.STATED, 20),
        moment("2012-01-01", "2012-12-31", "2012年", Role.STATED, 30),
    ]
    text = "字" * 40
    fault = found("", "")._replace(span=Span(20, 22))
    drawing = timeline(moments, [fault], lambda span: f"#{span.start}", Manuscript(text), "zh")

    assert drawing is not None
    assert [(year.label, year.gap) for year in drawing.years] == [("2009", False), ("2012", True), ("2013", False)]
    assert [lane.role for lane in drawing.lanes] == ["own", "known", "stated"]
    assert [(item.label, item.link) for item in drawing.own] == [("成文日期 2013-03-05", "#0")]
    assert [(item.label, item.title) for item in drawing.known] == [("第16届农高会", "2009 第16届农高会")]
    assert [(item.title, item.is_faulty) for item in drawing.dots] == [("2013-06-01 2013年6月1日", True)]
    assert [(item.title, item.is_faulty) for item in drawing.bars] == [("2012 2012年", False)]
    assert [(entry.time, entry.role, entry.line) for entry in drawing.entries] == [
        ("2009", "known", 1),
        ("2012", "stated", 1),
        ("2013-03-05", "own", 1),
        ("2013-06-01", "stated", 1),
    ]


def test_a_label_without_room_beside_its_time_stands_inside() -> None:
    """The label of a period that is as wide as the drawing is not cut off."""
    plan = moment("2016-01-01", "2020-12-31", "“十三五”", Role.KNOWN)
    year = moment("2019-06-01", "2019-06-30", "学习教育", Role.KNOWN)
    drawing = timeline([plan, year], [], lambda _: "#", Manuscript("字"), "zh")
    narrow = timeline(
        [plan] + [moment(f"{year}-01-01", f"{year}-12-31", "年", Role.OWN) for year in range(2010, 2016)],
        [],
        lambda _: "#",
        Manuscript("字"),
        "zh",
    )

    assert drawing is not None
    assert narrow is not None
    assert [item.side for item in drawing.known] == ["inside", "after"]
    assert [item.side for item in narrow.known] == ["before"]


def test_a_timeline_of_many_dates_stays_small() -> None:
    """Years that are not drawn and dates that are not listed are counted."""
    moments = [moment(f"{year}-01-01", f"{year}-01-01", str(year), Role.STATED) for year in range(1800, 2024)]
    drawing = timeline(moments, [], lambda _: "#", Manuscript("字"), "zh")

    assert drawing is not None
    assert (len(drawing.years), drawing.elsewhere, len(drawing.entries), drawing.unlisted) == (24, 200, 150, 74)


def test_the_built_in_chronicle_tells_the_dates_of_a_document() -> None:
    """Its signature, the year in its title, the facts that it names, and the dates that it states."""
    text = (
        "农业局2013年度工作总结\n“十二五”期间，全局稳步发展。2012年5月6日组织参展第十六届杨凌农高会，"
        "学习十八届三中全会精神。党的十八大以来，开展党的群众路线教育实践活动。\n2014年1月8日\n"
    )
    document = read_bytes(text.encode(), "稿.txt")
    told = [
        (moment.role.value, str(moment.first), str(moment.last), text[moment.span.start : moment.span.end])
        for chronicle in load_chronicles()
        for moment in chronicle(document)
    ]

    assert told == [
        ("own", "2014-01-08", "2014-01-08", "2014年1月8日"),
        ("own", "2013-01-01", "2013-12-31", "2013年度"),
        ("known", "2009-01-01", "2009-12-31", "第十六届杨凌农高会"),
        ("known", "2013-11-09", "2013-11-12", "十八届三中全会"),
        ("known", "2012-11-08", "2012-11-14", "十八大"),
        ("known", "2013-06-01", "2014-10-31", "群众路线教育实践活动"),
        ("known", "2011-01-01", "2015-12-31", "十二五"),
        ("stated", "2011-01-01", "2015-12-31", "“十二五”期间"),
        ("stated", "2012-05-06", "2012-05-06", "2012年5月6日"),
    ]


def test_a_chronicle_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that offers what it does not have is a plugin that cannot be loaded."""
    package = ModuleType("chronicler")
    package.chronicle = "chronicler.times:told"  # type: ignore[attr-defined] # what packages of checks may have
    monkeypatch.setitem(sys.modules, "chronicler", package)
    monkeypatch.setattr("gaojian.registry.entry_points", lambda: ["chronicler"])

    with pytest.raises(LoadError, match="chronicler: the plugin cannot be loaded"):
        list(load_chronicles())


# --- marks and charts


def test_the_score_is_sixty_on_the_pass_line() -> None:
    """A hundred without faults, sixty at one in ten thousand characters, ever less after that."""
    assert [round(score(errors)) for errors in (0, 0.5, 1, 3, 10, 100)] == [100, 75, 60, 33, 13, 1]


def test_notes_do_not_count_as_errors() -> None:
    """The weight of a check counts for its warnings and errors."""
    text = "万元"
    both = [found(text, "万元"), found(text, "万元", severity=Severity.NOTE)]

    assert weigh(both, load_rules()) == 1.0
    assert (rate(1.0, 5000), rate(1.0, 0)) == (2.0, 0.0)


def test_bars_are_in_proportion() -> None:
    """The longest takes the width; the gravest stand first in each."""
    counts = {("甲", ""): {Severity.NOTE: 1}, ("乙", "#d1"): {Severity.NOTE: 1, Severity.ERROR: 1}}

    assert bars(counts) == [
        Bar("乙", "#d1", 2, [Piece("error", 0.0, 145.0), Piece("note", 145.0, 145.0)]),
        Bar("甲", "", 1, [Piece("note", 0.0, 145.0)]),
    ]


@pytest.mark.parametrize(
    ("family", "title"), [("DUP", "重复的文字"), ("WID", "空格和全半角"), ("SUP", "多余的屏蔽指令"), ("ZZZ", "ZZZ")]
)
def test_families_are_called_what_their_packages_say(family: str, title: str) -> None:
    """A family that no package introduces goes by its first check, or by its letters."""
    assert title_of(family, load_rules(), "zh") == title


def test_a_related_place_of_another_document_is_linked_where_it_is_on_the_page() -> None:
    """Copied text leads to the document it was copied from, by its number on the page."""
    copied = "全年接待游客三百二十万人次，实现旅游综合收入十五亿元。"
    texts = {"a.txt": f"{copied}\n", "b.txt": f"题目\n{copied}\n"}
    other = Place(
        "b.txt", Span(3, 3 + len(copied)), LineIndex("").position(0), LineIndex("").position(0), Text("出处", "source")
    )
    outcome = Outcome(
        (found(texts["a.txt"], copied, "a.txt", related=(other,)), found(texts["b.txt"], "题目", "b.txt")),
        (),
        2,
        documents={path: len(text) for path, text in texts.items()},
    )
    whole = "".join(render("html", outcome, load_rules(), Style(), texts.get))

    assert 'href="#d2-3">b.txt 第 1 行第 1 列</a>' in whole
    assert '<p class="remark">两处文字相同</p>' in whole
