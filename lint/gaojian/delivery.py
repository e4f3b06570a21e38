"""The draft that a command rewrites: which file may be written, read whole, and replaced whole or not at all."""

from pathlib import Path

from gaojian.diagnostic import Text
from gaojian.errors import UsageError
from gaojian.reading.whole import MAXIMUM_MEBIBYTES, NotRegularError, TooLargeError, whole_file
from gaojian.writing import replace


def target_of(file: Path, output: Path | None, *, in_place: bool) -> Path:
    """Return where the rewritten ``file`` goes. Raises UsageError for what would be lost, or cannot be written."""
    if in_place == (output is not None):
        raise UsageError(
            Text(
                "请用 -o 指定输出文件，或用 --in-place 改写原文件，二者选一",
                "name the output file by -o, or rewrite the draft itself by --in-place: one of the two",
            )
        )
    if output is None:
        # A link is kept: what it leads to is rewritten.
        return file.resolve()
    if output.is_dir():
        raise UsageError(Text(f"{output}：是文件夹，不能写入；请给出文件名", f"{output}: is a folder; name a file"))
    if not output.parent.is_dir():
        folder = output.parent
        raise UsageError(
            Text(f"{output}：没有文件夹 {folder}；请先建立", f"{output}: there is no folder {folder}; make it first")
        )
    if output.suffix.lower() != file.suffix.lower():
        raise UsageError(
            Text(
                f"{output}：后缀须与原文件相同（{file.suffix}），否则 Word 打不开",
                f"{output}: must end in {file.suffix} as the draft does, or Word does not open it",
            )
        )
    if output.exists() and output.samefile(file):
        raise UsageError(
            Text(
                f"{output}：就是原文件，没有改写；确要改写请用 --in-place",
                f"{output}: is the draft itself and was left alone; --in-place rewrites it",
            )
        )
    return output


def read_whole(file: Path) -> bytes:
    """Return the bytes of ``file``. Raises UsageError."""
    try:
        return whole_file(file)
    except NotRegularError as error:
        raise UsageError(Text(f"{file}：不是文件，无法批注", f"{file}: is no file, cannot be annotated")) from error
    except TooLargeError as error:
        size = f"{MAXIMUM_MEBIBYTES} MiB"
        raise UsageError(Text(f"{file}：超过 {size}；请拆分", f"{file}: larger than {size}; split it")) from error
    except FileNotFoundError as error:
        raise UsageError(Text(f"{file}：没有这个文件；请检查路径", f"{file}: no such file; check the path")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            Text(f"{file}：无法读取（{reason}）；请检查权限", f"{file}: cannot be read ({reason}); check permissions")
        ) from error


def deliver(data: bytes, target: Path, source: Path, read: bytes) -> None:
    """Write ``data`` to ``target``, whole or not at all; ``read`` is what ``source`` held. Raises UsageError.

    A draft that somebody saved in the meantime is not rewritten.
    """
    try:
        if target.exists() and target.samefile(source) and target.read_bytes() != read:
            raise UsageError(
                Text(
                    f"{target}：批注期间文件有改动，没有改写；请再运行一次",
                    f"{target}: was changed in the meantime and left alone; run again",
                )
            )
        replace(data, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            Text(
                f"{target}：无法写入（{reason}）；请换一个位置，或先在 Word 中关闭该文件",
                f"{target}: cannot be written ({reason}); choose another place, or close the file in Word",
            )
        ) from error
