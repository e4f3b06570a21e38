"""One report with faults, saved in several formats: what tests compare and ``make fuzz`` breaks."""

import html
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

BODY = (
    "全年新建小型水库三座，加固堤防四十公里，新增灌溉面积两万亩，群众用水条件明显改善，各项任务按期完成。",
    "汛期共发布预警信息一百二十条，转移群众三千余人次，没有发生人员伤亡，防汛工作得到上级充分肯定。",
    "河长制工作扎实推进，各级河长巡河八千余次，整治乱占乱建问题五十六处，水质达标率稳步提高。",
)
REPORT = (
    "临河县水利局2023年工作总结",
    "一、基本情况",
    "全年完成投资万元，比上年增长%。",
    "全年安排项目XX个，其中重点项目12个。",
    "2023年2月30日召开动员会。",
    "6月5日至5月3日开展巡查。",
    *BODY,
    "二、主要做法",
    "县水利局县水利局牵头编制规划。",
    *BODY,
    "特此报告。",
    "2023年12月20日",
)


def text(encoding: str, mark: bytes = b"") -> bytes:
    """Return the report as plain text."""
    return mark + "\n".join(REPORT).encode(encoding)


def markdown() -> bytes:
    """Return the report as Markdown, a blank line between paragraphs."""
    return "\n\n".join(REPORT).encode()


def web_page() -> bytes:
    """Return the report as a page."""
    paragraphs = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in REPORT)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n{paragraphs}\n</body></html>'.encode()


def package(members: dict[str, str]) -> bytes:
    """Return a zip file of ``members``."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return result.getvalue()


def word() -> bytes:
    """Return the report as a Word file with no more in it than must be."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph in REPORT)
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{paragraphs}</w:body></w:document>',
        }
    )


def open_document() -> bytes:
    """Return the report as an OpenDocument text with no more in it than must be."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.text"
    paragraphs = "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in REPORT)
    return package(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{office}:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
            "content.xml": f'<office:document-content xmlns:office="{office}:office:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:text>{paragraphs}</office:text></office:body>'
            "</office:document-content>",
        }
    )


def converted(suffix: str, folder: Path) -> bytes | None:
    """Return the report as LibreOffice saves it, None where LibreOffice is not installed; ``folder`` is scratch."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    (folder / "source.docx").write_bytes(word())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", folder, folder / "source.docx"]
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=120)
    return (folder / f"source.{suffix}").read_bytes()
