"""Files read whole: only regular ones, and none that is too large, for memory has to hold it several times."""

import os
import stat
from pathlib import Path

MAXIMUM_BYTES = 512 * 1024 * 1024
MAXIMUM_MEBIBYTES = MAXIMUM_BYTES >> 20


class NotRegularError(OSError):
    """A folder, a pipe or a device."""


class TooLargeError(OSError):
    """A file of more than MAXIMUM_BYTES."""


def whole_file(path: Path) -> bytes:
    """Return the bytes of the file ``path``. Raises NotRegularError, TooLargeError, and OSError else."""
    # Not to wait for the writer of a named pipe. Plain calls: pathlib takes four times as long, for every file.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError
        if status.st_size > MAXIMUM_BYTES:
            raise TooLargeError
        data = os.read(descriptor, status.st_size + 1)
        while len(data) < status.st_size and (more := os.read(descriptor, status.st_size + 1 - len(data))):
            data += more
        return data
    finally:
        os.close(descriptor)
