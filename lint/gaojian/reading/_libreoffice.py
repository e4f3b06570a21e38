"""LibreOffice, started with a profile of its own that runs no macro and fetches nothing."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from gaojian.diagnostic import Text
from gaojian.reading.content import ReadError

VARIABLE = "GAOJIAN_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_SECONDS_TO_START, _SECONDS_A_FILE = 60, 30
_BATCH = 100
_LARGEST = 512 << 20
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    # What a document links to is asked for at a proxy that is not there.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(("Inet/Settings", f"ooInet{name}ProxyName", "127.0.0.1") for name in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{name}ProxyPort", "9") for name in ("HTTP", "HTTPS", "FTP")),
)


def convert_to_docx(documents: Sequence[tuple[bytes, str]]) -> list[bytes | None]:
    """Return each of ``documents``, given with the suffix of its format, as .docx; None where that failed.

    One process converts up to a hundred. Where it crashes or hangs, what is left is tried one by one. Raises ReadError
    where there is no LibreOffice.
    """
    program = _program()
    with TemporaryDirectory(prefix="gaojian-") as name:
        folder = Path(name)
        _write_profile(folder)
        results: list[bytes | None] = []
        for first in range(0, len(documents), _BATCH):
            results.extend(_convert_batch(program, folder, documents[first : first + _BATCH]))
        return results


def _program() -> str:
    named = os.environ.get(VARIABLE)
    found = next((path for name in ((named,) if named else _NAMES) if (path := shutil.which(name))), None)
    if found is not None:
        return found
    if named:
        raise ReadError(
            Text(
                f"环境变量 {VARIABLE} 指定的 {named} 无法运行；请改为 LibreOffice 中 soffice 的路径",
                f"{VARIABLE} names {named}, which cannot be run; give it the path of soffice of LibreOffice",
            )
        )
    raise ReadError(
        Text(
            "读取旧版 Word、WPS 和 RTF 文件需要 LibreOffice；请安装 LibreOffice，或用 Word、WPS 另存为 .docx",
            "old Word, WPS and RTF files are read by LibreOffice: install it, or save the file as .docx in Word or WPS",
        )
    )


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        "utf-8",
    )


def _convert_batch(program: str, folder: Path, documents: Sequence[tuple[bytes, str]]) -> list[bytes | None]:
    with TemporaryDirectory(dir=folder) as name:
        sources = []
        # Numbers for names: LibreOffice takes two files that differ in their suffix alone for one.
        for number, (data, suffix) in enumerate(documents):
            sources.append(Path(name) / f"{number}.{suffix}")
            sources[-1].write_bytes(data)
        output = Path(name) / "output"
        finished = _run(program, folder, sources, output)
        if not finished and len(sources) > 1:
            for source in sources:
                if not _result(source, output).exists():
                    _run(program, folder, [source], output)
        return [_bytes(_result(source, output)) for source in sources]


def _result(source: Path, output: Path) -> Path:
    return output / f"{source.stem}.docx"


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() and path.stat().st_size <= _LARGEST else None


def _run(program: str, folder: Path, sources: Sequence[Path], output: Path) -> bool:
    """Convert ``sources``; return whether the process ended as it should."""
    command = [
        *(program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(output), *map(str, sources)),
    ]
    silent = subprocess.DEVNULL
    environment = {**os.environ, "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    try:
        process = subprocess.Popen(  # noqa: S603 (the program that the user installed, and files of ours)
            command, stdin=silent, stdout=silent, stderr=silent, env=environment, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(_SECONDS_TO_START + _SECONDS_A_FILE * len(sources)) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process with all that it started: soffice is a script around the program itself."""
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
