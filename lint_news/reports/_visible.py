"""Text of strangers on a terminal: what would move the cursor, change colours or reverse the line is shown, not done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lint_news.wording import translated

if TYPE_CHECKING:
    from lint_news.errors import LintNewsError

_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with control, direction, zero-width and surrogate code points as escapes (``\\x1b``, ``\\u202e``).

    ``##[`` is a command to GitHub's runner wherever it stands in a line of the log; it is broken up.
    """
    # Printable text, as Unicode and Python have it, holds none of them.
    shown = text if text.isprintable() else _ACTIVE.sub(lambda match: _escape(ord(match[0])), text)
    return shown.replace("##[", "#\\x23[")


def told(error: LintNewsError, language: str) -> str:
    """An error with its place, in a language of messages."""
    return visible(str(error).removesuffix(error.message) + translated(error.message, language))


def visible_path(path: str) -> str:
    """A path at the beginning of a line: GitHub's runner obeys lines that begin with ``::``."""
    return visible(f"./{path}" if path.lstrip().startswith("::") else path)


def json_escapes(text: str) -> str:
    """JSON with the same code points escaped as JSON has it: it reads back unchanged, and a terminal doesn't obey it."""
    escaped = _ACTIVE.sub(lambda match: _json_escape(match[0]), text)
    return escaped.replace("##[", "##\\u005b")


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return char if char < "\x7f" else "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
