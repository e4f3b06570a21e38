"""Word files for tests, made of XML by hand, so that each may hold what no writer would put into one."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "r": _OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """Return a run that holds ``text``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inline: str, properties: str = "") -> str:
    """Return a paragraph of runs and other inline elements; plain strings become runs."""
    runs = [one if one.startswith("<") else run(one) for one in inline]
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """Return a paragraph in the list ``number``."""
    listing = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=listing)


def heading(text: str, level: int = 1) -> str:
    """Return a heading."""
    return paragraph(text, properties=f'<w:outlineLvl w:val="{level - 1}"/>')


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; cells are texts or blocks."""
    cells = [
        "".join([f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row]) for row in rows
    ]
    return f"<w:tbl>{''.join([f'<w:tr>{row}</w:tr>' for row in cells])}</w:tbl>"


def field(code: str, result: str) -> str:
    """Return a field with its code and its result, a text or runs."""
    marks = {turn: f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")}
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    shown = result if result.startswith("<") else run(result)
    return f"{marks['begin']}{instruction}{marks['separate']}{shown}{marks['end']}"


def text_box(*blocks: str) -> str:
    """Return a run with a text box, as Word writes it: once for new programs and once for old ones."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def level(index: int, form: str, text: str, more: str = "") -> str:
    """Return a level of a list, for ``listing``."""
    described = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/>{described}</w:lvl>'


def listing(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Return what numbering.xml holds for one list of these levels."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def document(*blocks: str, namespace: str = MAIN, **parts: str) -> bytes:
    """Return a Word file with these blocks in its body.

    ``parts`` are what other parts hold inside their root element: styles, numbering, settings, footnotes, endnotes, and
    any header1 or footer1, of which the body says where they are seen.
    """
    members = {"word/document.xml": _part("document", f"<w:body>{''.join(blocks)}</w:body>", namespace)}
    links = []
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        members[f"word/{name}.xml"] = _part(root, content, namespace)
        links.append(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    members["word/_rels/document.xml.rels"] = _links(*links)
    return package(members)


def package(members: dict[str, str]) -> bytes:
    """Return a zip file with ``members`` and with what makes it a Word file."""
    overrides = {name: name.split("/")[-1].removesuffix(".xml").rstrip("0123456789") for name in members}
    types = "".join(
        [
            f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind.replace("document", "document.main")}+xml"/>'
            for name, kind in overrides.items()
            if name.endswith(".xml") and name.startswith("word/")
        ]
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    head = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{types}</Types>',
        "_rels/.rels": _links(main),
    }
    return zipped({**head, **members})


def zipped(members: dict[str, str], method: int = ZIP_DEFLATED) -> bytes:
    """Return a zip file with ``members``, all of one date."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content.encode(), compress_type=method)
    return target.getvalue()


def _part(root: str, content: str, namespace: str) -> str:
    return f'{_DECLARATION}<w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{content}</w:{root}>'


def _links(*links: str) -> str:
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'
