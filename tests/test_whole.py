"""Files read whole: what is no file, or too large, is named by whoever wanted it, and never waited for."""

import os
from pathlib import Path

import pytest

from gaojian.delivery import read_whole
from gaojian.errors import GaojianError
from gaojian.reading import read_contents
from gaojian.reading.legacy import convert
from gaojian.reading.whole import MAXIMUM_BYTES, whole_file


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "folder.doc").mkdir()
    os.mkfifo(tmp_path / "pipe.doc")
    with (tmp_path / "large.doc").open("wb") as file:
        file.truncate(MAXIMUM_BYTES + 1)
    (tmp_path / "text.doc").write_bytes(b"\r\n\x1a\x00")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "read", "rewritten"),
    [
        ("folder.doc", "不是普通文件", "不是文件，无法批注"),
        ("pipe.doc", "不是普通文件", "不是文件，无法批注"),
        ("large.doc", "文件超过 512 MiB", "超过 512 MiB"),
        ("none.doc", "无法读取（", "没有这个文件"),
    ],
)
def test_what_cannot_be_read_whole_is_named(files: Path, name: str, read: str, rewritten: str) -> None:
    """In the words of the command that needs it; conversion leaves it to whoever opens it next."""
    for reader, sentence in ((read_contents, read), (read_whole, rewritten)):
        with pytest.raises(GaojianError) as caught:
            reader(files / name)
        assert sentence in caught.value.text.zh

    assert convert([files / name]) == {}


def test_the_bytes_are_those_of_the_file(files: Path) -> None:
    """No line ending is changed, and no control character ends the file."""
    assert whole_file(files / "text.doc") == b"\r\n\x1a\x00"
