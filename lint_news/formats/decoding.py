"""Bytes to text, one code point for one character of the file, line ends untouched."""

from __future__ import annotations

import codecs
import re

from lint_news.errors import ConfigurationError, InputError

# NUL and other controls are let through where the text around them is text.
_MOST_CONTROLS = 0.1
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def check_encoding(name: str) -> str:
    """The name of a text encoding as Python spells it; raises ConfigurationError."""
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, TypeError, ValueError):
        raise ConfigurationError(f"unknown encoding '{name}'; try utf-8, utf-16 or windows-1252") from None
    return info.name


def codec_of(data: bytes, encoding: str | None = None) -> tuple[str, int]:
    """The codec of a file and the length of its byte order mark, which overrules ``encoding``."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, len(bom)
    return encoding or "utf-8", 0


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text of a file: by its byte order mark (which is dropped), else by ``encoding``, else as UTF-8.

    Raises InputError for an empty file, for bytes that don't decode (naming byte and line), and for what isn't text.
    """
    if not data:
        raise InputError("the file is empty", path=path)
    codec, skip = codec_of(data, encoding)
    try:
        text = data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(data, skip + error.start, skip, codec, path) from None
    if not text.strip():
        raise InputError("the file holds no text", path=path)
    if _CONTROL.search(text) and len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise InputError("not a text file", path=path)
    return text


def _undecodable(data: bytes, at: int, skip: int, codec: str, path: str) -> InputError:
    if b"\0" in data[:8192] and not codec.startswith("utf-16"):
        return InputError("not a text file", path=path)
    before = data[skip:at].decode(codec, "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    hint = "; if the file is Windows-1252, say --encoding windows-1252" if codec == "utf-8" else ""
    return InputError(f"byte 0x{data[at]:02X} is not {codec.upper()}{hint}", path=path, line=line, column=column)
