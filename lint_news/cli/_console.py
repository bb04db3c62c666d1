"""The console of Windows: keys one by one, as its C runtime gives them (``msvcrt``)."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Any, Protocol

from lint_news.cli._terminal import NAMED, Stopped
from lint_news.reviewing import END, ESCAPE

_CTRL_C, _CTRL_Z = "\x03", "\x1a"
_NAMED = {**NAMED, "\x1b": ESCAPE, _CTRL_Z: END}
# Console mode "virtual terminal processing" (https://learn.microsoft.com/windows/console/setconsolemode), and standard output.
_ESCAPES = 0x0004
_STDOUT = -11


class Keys(Protocol):
    """What is taken of ``msvcrt``."""

    def getwch(self) -> str:
        """The next UTF-16 unit of a key, waited for, unseen."""

    def kbhit(self) -> bool:
        """Does a unit wait to be read?"""


class Console:
    """Keys of the console, while the ``with`` lasts. Interrupts raise Stopped, but only between two decisions."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._stop = 0
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Console:
        for name in ("SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                self._before[number] = signal.signal(number, self._stopped)
        _obey_escapes()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def key(self) -> str:
        """The next key: a code point, a name out of ``reviewing``, or empty for a key without a letter. Raises Stopped."""
        char = "" if self._stop else self._keys.getwch()
        if self._stop or char == _CTRL_C:
            raise Stopped(self._stop or signal.SIGINT)
        # An arrow or a function key is two units that come at once; "à" is the second lead alone.
        if char == "\0" or (char == "\xe0" and self._keys.kbhit()):
            self._keys.getwch()
            return ""
        if "\ud800" <= char <= "\udbff":
            char = (char + self._keys.getwch()).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        return _NAMED.get(char, char)

    def _stopped(self, number: int, frame: FrameType | None) -> None:
        self._stop = number


def _obey_escapes() -> None:
    """Have an older console obey the escapes that clear a line; newer ones do so already."""
    import ctypes

    library: Any = getattr(ctypes, "windll", None)
    if library is None:
        return
    mode = ctypes.c_ulong()
    handle = library.kernel32.GetStdHandle(_STDOUT)
    if library.kernel32.GetConsoleMode(handle, ctypes.byref(mode)):
        library.kernel32.SetConsoleMode(handle, mode.value | _ESCAPES)
