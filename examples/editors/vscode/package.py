"""Packs the extension into gaojian.vsix: a zip with a manifest. Needs no network and no other program.

Packed is what ``npm ci`` installed, and only that of it which package-lock.json names for use.
"""

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

HERE = Path(__file__).resolve().parent
OWN = ("package.json", "extension.js", "README.md", "LICENSE")
TYPES = {
    ".js": "application/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".vsixmanifest": "text/xml",
}
# Of the day that zip files begin with: the same files make the same package.
DATE = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Write the package beside this file, or where the first argument says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gaojian.vsix"
    manifest = json.loads((HERE / "package.json").read_text("utf-8"))
    packed = {f"extension/{path.relative_to(HERE).as_posix()}": path for path in files(HERE)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        write(package, "extension.vsixmanifest", vsix_manifest(manifest).encode())
        write(package, "[Content_Types].xml", content_types(packed).encode())
        for name, path in packed.items():
            write(package, name, path.read_bytes())
    print(f"{target}: {target.stat().st_size / 1024:.0f} KiB")  # noqa: T201 (a command)


def files(folder: Path) -> Iterator[Path]:
    """Yield the files to pack. Exits where a dependency is not installed."""
    yield from (folder / name for name in OWN)
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))
    for name, entry in lock["packages"].items():
        if not name or entry.get("dev"):
            continue
        if not (folder / name / "package.json").is_file():
            sys.exit(f"{name}: not installed; run npm ci first, once with a network")
        for path in sorted((folder / name).rglob("*")):
            # What lies in an inner node_modules has an entry of its own; what is no module is for developers.
            is_inner = "node_modules" in path.relative_to(folder / name).parts
            if path.is_file() and not is_inner and (path.suffix in TYPES or path.stem.lower() == "license"):
                yield path


def write(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file."""
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, data)


def content_types(names: Iterable[str]) -> str:
    """Return the type of every file, by its suffix or by its name, as the format of packages wants."""
    types = [f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in TYPES.items()]
    bare = [quoteattr(f"/{name}") for name in names if Path(name).suffix not in TYPES]
    types += [f'<Override PartName={name} ContentType="text/plain"/>' for name in bare]
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="{space}">{"".join(types)}</Types>\n'


def vsix_manifest(manifest: dict[str, Any]) -> str:
    """Return what VS Code reads first: the same as in package.json, in XML."""
    identity = " ".join(
        f"{key}={quoteattr(manifest[value])}"
        for key, value in (("Id", "name"), ("Version", "version"), ("Publisher", "publisher"))
    )
    engine = quoteattr(manifest["engines"]["vscode"])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" {identity}/>
    <DisplayName>{escape(manifest["displayName"])}</DisplayName>
    <Description xml:space="preserve">{escape(manifest["description"])}</Description>
    <Tags>{escape(",".join(manifest["keywords"]))}</Tags>
    <Categories>{escape(",".join(manifest["categories"]))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={engine}/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE" Addressable="true"/>
  </Assets>
</PackageManifest>
"""


if __name__ == "__main__":
    main()
