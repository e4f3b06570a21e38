"""The valid files that ``make fuzz`` breaks, by name."""

import tempfile
from pathlib import Path

from saved_reports import REPORT, converted, markdown, open_document, text, web_page, word
from word_files import document, field, level, listing, numbered, paragraph, run, table, text_box

_PERSON = 'w:author="张三" w:date="2026-01-01T00:00:00Z"'


def seeds() -> dict[str, bytes]:
    """Return a file for each reader; one that only LibreOffice makes is left out where it is not installed."""
    files = {
        "utf-8.txt": text("utf-8"),
        "gb18030.txt": text("gb18030"),
        "utf-16.txt": text("utf-16-le"),
        "report.md": markdown(),
        "report.html": web_page(),
        "lists.html": lists(),
        "report.docx": word(),
        "reviewed.docx": reviewed_word(),
        "report.odt": open_document(),
    }
    for suffix in ("docx", "odt", "pdf"):
        with tempfile.TemporaryDirectory(prefix="gaojian-fuzz-") as folder:
            data = converted(suffix, Path(folder))
        if data is not None:
            files[f"libreoffice.{suffix}"] = data
    return files


def lists() -> bytes:
    """Return an XHTML page with lists of every kind, a table and a literal section."""
    items = "".join(f"<li value='{number}'><b>{line}</b>" for number, line in enumerate(REPORT[1:4], 5))
    inner = f"<ol type='a' start='3'>{items}</ol><ol reversed><li>甲<li>乙</ol><ul><li style='list-style:none'>丙</ul>"
    table = "<table><tr><th>单位<td>资金万元</table>"
    return f"<?xml version='1.0'?><html><ol>{items}<li>{inner}</ol>{table}<![CDATA[投资<b>万元]]></html>".encode()


def reviewed_word() -> bytes:
    """Return a draft in which people worked: comments, tracked changes, controls, notes, fields, lists, boxes."""
    start, end = (f'<w:commentRange{name} w:id="{{0}}"/>' for name in ("Start", "End"))
    reference = '<w:r><w:commentReference w:id="{0}"/></w:r>'
    deletion = f'<w:del w:id="11" {_PERSON}><w:r><w:delText>至</w:delText></w:r></w:del>'
    insertion = f'<w:ins w:id="12" {_PERSON}>{run("止2025年底，")}{run("会议指出会议指出，要落实。")}</w:ins>'
    own = f'<w:ins w:id="14" w:author="gaojian">{run("三百")}</w:ins>'
    changed = f'<w:b/><w:rPrChange w:id="13" {_PERSON}><w:rPr/></w:rPrChange>'
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('受益群众约人。')}</w:sdtContent></w:sdt>"
    said = "<w:comment w:id='{}' w:author='{}'><w:p w:paraId='{}'>{}</w:p></w:comment>"
    return document(
        paragraph(REPORT[0]),
        paragraph(start.format(0), "完成投资", end.format(0), reference.format(0), own, "万元。"),
        paragraph("同比", start.format(1), "增长%", end.format(1), reference.format(1), "，完。"),
        paragraph("截", deletion, insertion),
        paragraph(f'<w:hyperlink w:anchor="a">{run("安排项目XX个")}</w:hyperlink>', field("REF a", "2025年2月30日")),
        paragraph(control, '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        table(("公路", "完成XX公里"), ("水库", table(("加固座",)))),
        numbered("巡查XX次。"),
        numbered("投入资金万元。"),
        paragraph(
            f"<w:r><w:rPr>{changed}</w:rPr><w:t>6月5日至</w:t><w:tab/><w:t>5月3日巡查。</w:t><w:br/><w:t>资金万元。</w:t></w:r>"
        ),
        paragraph("完。", text_box(paragraph("框内资金万元。"))),
        *map(paragraph, REPORT[6:]),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        comments=said.format(0, "李四", "AA", run("请核实")) + said.format(1, "gaojian", "BB", run("【错误】缺数")),
        commentsExtended='<w:ex w:paraId="AA" w:done="1"/><w:ex w:paraId="BB" w:done="0"/>',
        footnotes=f'<w:footnote w:id="2">{paragraph("注：资金万元。")}</w:footnote>',
        header1=paragraph("页眉：完成XX公里"),
        numbering=listing(level(0, "decimal", "%1. ")),
    )
