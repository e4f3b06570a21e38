"""The valid files that ``make fuzz`` breaks, by name."""

import tempfile
from pathlib import Path

from saved_reports import converted, markdown, open_document, text, web_page, word


def seeds() -> dict[str, bytes]:
    """Return a file for each reader; one that only LibreOffice makes is left out where it is not installed."""
    files = {
        "utf-8.txt": text("utf-8"),
        "gb18030.txt": text("gb18030"),
        "utf-16.txt": text("utf-16-le"),
        "report.md": markdown(),
        "report.html": web_page(),
        "report.docx": word(),
        "report.odt": open_document(),
    }
    for suffix in ("docx", "odt", "pdf"):
        with tempfile.TemporaryDirectory(prefix="gaojian-fuzz-") as folder:
            data = converted(suffix, Path(folder))
        if data is not None:
            files[f"libreoffice.{suffix}"] = data
    return files
