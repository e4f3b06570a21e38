"""A zip file in memory: members read within bounds, and replaced while the others stay as they are to the byte."""

import struct
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from gaojian.diagnostic import Text
from gaojian.reading.content import ReadError

if TYPE_CHECKING:
    from zipfile import ZipInfo

MEBIBYTE = 1 << 20
# A part of a long report is a few MiB; text of a book, written with every format there is, packs 50 to 1.
_LARGEST_PART = 64 * MEBIBYTE
_LARGEST_SUM = 1024 * MEBIBYTE
_LARGEST_READ = 128 * MEBIBYTE
_LARGEST_RATIO = 250
_SMALL = MEBIBYTE
_MOST_MEMBERS = 20_000

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_ENCRYPTED, _UTF8 = 0x1, 0x800
# The first day that a zip file can hold, which Word gives to all its members too.
_DATE = (0 << 9) | (1 << 5) | 1


class Archive:
    """The members of a zip file."""

    def __init__(self, data: bytes) -> None:
        """Open the zip file in ``data`` and look at all declared sizes. Raises ReadError."""
        import zipfile  # noqa: PLC0415 (dear, and only Word files need it)
        from io import BytesIO  # noqa: PLC0415 (as above)

        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
            raise _damaged("") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        self.names: Collection[str] = self._members.keys()
        self._unread = _LARGEST_READ
        self._bound()

    def read(self, name: str) -> bytes:
        """Return the bytes of the member ``name``. Raises ReadError, and KeyError if there is none."""
        import zipfile  # noqa: PLC0415 (loaded by now)
        import zlib  # noqa: PLC0415 (as above)

        member = self._members[name]
        self._unread -= member.file_size
        if member.file_size > _LARGEST_PART or self._unread < 0:
            raise _too_large(name, member.file_size)
        try:
            return self._zip.read(member)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            ValueError,
            EOFError,
            OSError,
        ) as error:
            raise _damaged(name) from error

    def _bound(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        if total > _LARGEST_SUM or len(members) > _MOST_MEMBERS:
            raise _too_large("", total)
        for member in members:
            if member.file_size > _SMALL and member.file_size > _LARGEST_RATIO * max(member.compress_size, 1):
                raise _too_large(member.filename, member.file_size)
            if member.flag_bits & _ENCRYPTED:
                raise _damaged(member.filename)
        # Members that share bytes: small files that unpack to much more than they hold.
        if sum(member.compress_size for member in members) > len(self._data):
            raise _too_large("", total)

    @cached_property
    def _extents(self) -> dict[int, int]:
        """Where the bytes of each member end, by where they begin: at the next one, as a descriptor may follow."""
        starts = sorted({member.header_offset for member in self._zip.infolist()})
        return dict(zip(starts, [*starts[1:], self._zip.start_dir], strict=True))

    def rewritten(self, changes: Mapping[str, bytes]) -> bytes:
        """Return the zip file with ``changes``: other members as they are, new ones at the end. Raises ReadError."""
        members = sorted(self._members.values(), key=lambda member: member.header_offset)
        output = bytearray(self._data[: members[0].header_offset] if members else b"")
        directory: dict[str, bytes] = {}
        for member in members:
            start = len(output)
            if member.filename in changes:
                local, central = _member(member.orig_filename, changes[member.filename], member, start)
                output += local
            else:
                output += self._data[member.header_offset : self._extents[member.header_offset]]
                central = self._directory[member.filename]
                central = central[:42] + struct.pack("<I", start) + central[46:]
            directory[member.filename] = central
        ordered = [directory[name] for name in self.names]
        for name in changes:
            if name not in self._members:
                local, central = _member(name, changes[name], None, len(output))
                output += local
                ordered.append(central)
        entries = b"".join(ordered)
        # A comment that holds an end of its own would be taken for the end.
        comment = b"" if _END_MARK in self._zip.comment else self._zip.comment
        count = len(ordered)
        end = _END.pack(_END_MARK, 0, 0, count, count, len(entries), len(output), len(comment))
        result = bytes(output) + entries + end + comment
        if [*Archive(result).names] != [*self.names, *(name for name in changes if name not in self._members)]:
            # The directory of a damaged file may hold more than it counts.
            raise _damaged("")
        return result

    @cached_property
    def _directory(self) -> dict[str, bytes]:
        """The record of each member in the central directory."""
        records = {}
        offset = self._zip.start_dir
        for member in self._zip.infolist():
            head = _CENTRAL.unpack_from(self._data, offset)
            end = offset + _CENTRAL.size + sum(head[10:13])
            records[member.filename] = self._data[offset:end]
            offset = end
        return records


def _member(name: str, data: bytes, old: "ZipInfo | None", start: int) -> tuple[bytes, bytes]:
    """Return the local part and the directory record of a member that holds ``data``."""
    import zlib  # noqa: PLC0415 (loaded by now)

    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(data) + deflate.flush()
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8
    day, time, external = _DATE, 0, 0
    if old is not None:
        year, month, date, hour, minute, second = old.date_time
        day, time = (year - 1980) << 9 | month << 5 | date, hour << 11 | minute << 5 | second // 2
        external = old.external_attr
    sizes = (zlib.crc32(data), len(packed), len(data))
    local = _LOCAL.pack(b"PK\x03\x04", 20, flags, 8, time, day, *sizes, len(encoded), 0)
    head = (b"PK\x01\x02", 20, 20, flags, 8, time, day)
    central = _CENTRAL.pack(*head, *sizes, len(encoded), 0, 0, 0, 0, external, start)
    return local + encoded + packed, central + encoded


def _damaged(name: str) -> ReadError:
    where = (f"{name} ", f"{name}: ") if name else ("", "")
    return ReadError(
        Text(
            f"{where[0]}文件已损坏或被加密，无法解压；请用原来的办公软件打开，修复后另存一份",
            f"{where[1]}damaged or encrypted, cannot be unpacked; repair it in the program it came from",
        )
    )


def _too_large(name: str, size: int) -> ReadError:
    what = (f"其中的 {name} ", f"{name} in it ") if name else ("", "it ")
    amount = f"{-(-size // MEBIBYTE)} MiB"
    return ReadError(
        Text(
            f"{what[0]}解压后达 {amount}，超出限度，为安全起见不予读取；确是文稿的，请拆分后检查",
            f"{what[1]}unpacks to {amount}, over the limit: not read, for safety; split it if it is a document",
        )
    )
