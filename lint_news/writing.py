"""Files written in one step: whole in the place of the old one, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO


@contextmanager
def replacing(path: str, *, like: str | None = None, new: bool = False) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` at the end; after an error ``path`` is as it was.

    A link stays a link: what it leads to is replaced. Permissions are those of the file ``like``, else of the one replaced,
    else those that any new file gets. What is no plain file (a pipe, a device) is written as it comes. With ``new`` a file that
    is there, or comes to be there meanwhile, is left alone. Raises OSError with ``path`` as its ``filename`` where it can't be
    written.
    """
    import tempfile  # loads much, and most runs write no file

    place = path if new else os.path.realpath(path)
    if _is_direct(place):
        with _named(path):
            file: BinaryIO = open(path, "wb")  # noqa: SIM115 - closed below, errors of the caller's are not renamed
        with file:
            yield file
        return
    with _named(path):
        if not new and os.path.lexists(place) and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        mode = _mode(like or place)
        descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(place) or ".", prefix=".lint-news-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            with _named(path):
                file.flush()
                os.fsync(file.fileno())
        with _named(path):
            os.chmod(temporary, mode)
            if new:
                os.link(temporary, place)
            else:
                os.replace(temporary, place)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def write(path: str, data: bytes, *, like: str | None = None, new: bool = False) -> None:
    """Write a whole file, as ``replacing`` does."""
    with replacing(path, like=like, new=new) as file, _named(path):
        file.write(data)


def _is_direct(place: str) -> bool:
    return place.startswith(("/dev/", "/proc/")) or (os.path.lexists(place) and not os.path.isfile(place))


def _mode(path: str) -> int:
    """The permissions of a file, or those that a new one gets."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Errors of the system speak of the file that was to be written, not of the one that stood in for it."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror or str(error), path) from None
