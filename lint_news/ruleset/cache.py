"""The cache of parsed rules, in the user's cache folder.

The folder is ``$LINT_NEWS_CACHE``, else ``$XDG_CACHE_HOME/lint-news``, else ``~/.cache/lint-news``;
``LINT_NEWS_CACHE=off`` switches the cache off. An entry is written whole or not at all, and read only from a folder that
nobody else can write to, since it is a pickle.
"""

from __future__ import annotations

import os
import sys
from zlib import crc32


def cache_folder() -> str | None:
    """The folder of the cache, or None where it is switched off."""
    named = os.environ.get("LINT_NEWS_CACHE", "")
    if named.lower() in {"off", "0", "no"}:
        return None
    if named:
        return named
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "lint-news")


class Cache:
    """Values stored by name for one ``key``; they hold as long as the key is equal. ``name`` tells sets of files apart."""

    def __init__(self, name: str, key: object) -> None:
        self._folder = cache_folder()
        self._key = (key, sys.version_info[:2])
        self._prefix = f"{crc32(name.encode('utf-8', 'surrogateescape')):08x}"

    def get(self, part: str) -> object:
        """The value stored for this key, or None."""
        if self._folder is None:
            return None
        import pickle

        try:
            if not _is_ours(self._folder):
                return None
            with open(self._path(part), "rb") as file:
                return pickle.load(file) if pickle.load(file) == self._key else None
        except Exception:  # whatever is wrong with a damaged or outdated entry, it is made anew
            return None

    def put(self, part: str, value: object) -> None:
        """Store a value."""
        if self._folder is None:
            return
        import pickle

        self._store(part, pickle.dumps(self._key, 5) + pickle.dumps(value, 5))

    def map(self, part: str) -> memoryview | None:
        """The block of bytes stored for this key, mapped into memory, or None."""
        if self._folder is None:
            return None
        import mmap
        import pickle

        try:
            if not _is_ours(self._folder):
                return None
            with open(self._path(part), "rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            start = int.from_bytes(view[:8], "little")
            return view[start:] if pickle.loads(view[8:start]) == self._key else None
        except Exception:
            return None

    def put_bytes(self, part: str, block: bytes) -> None:
        """Store a block of bytes, its beginning aligned for 64-bit integers."""
        if self._folder is None:
            return
        import pickle

        key = pickle.dumps(self._key, 5)
        start = (8 + len(key) + 15) // 16 * 16
        self._store(part, start.to_bytes(8, "little") + key.ljust(start - 8, b"\0") + block)

    def _store(self, part: str, data: bytes) -> None:
        """Write beside the place, then move there. A cache that can't be written is no error."""
        temporary = f"{self._path(part)}.{os.getpid()}"
        try:
            os.makedirs(self._folder or "", mode=0o700, exist_ok=True)
            with open(temporary, "wb") as file:
                file.write(data)
            os.replace(temporary, self._path(part))
        except OSError:
            return

    def _path(self, part: str) -> str:
        return os.path.join(self._folder or "", f"{self._prefix}-{part}.cache")


def _is_ours(folder: str) -> bool:
    status = os.stat(folder)
    getuid = getattr(os, "getuid", None)
    return getuid is None or (status.st_uid == getuid() and not status.st_mode & 0o022)
