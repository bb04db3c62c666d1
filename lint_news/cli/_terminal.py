"""The terminal of an editor: keys one by one, and an end that waits until what was begun is whole."""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, NoReturn

from lint_news.reviewing import BACKSPACE, CLEAR, END, ENTER, ESCAPE

NAMED = {"\r": ENTER, "\n": ENTER, "\x7f": BACKSPACE, "\x08": BACKSPACE, "\x15": CLEAR, "\x04": END}
# What follows an escape at once belongs to the same key (an arrow, say).
_SAME_KEY = 0.05


class Stopped(BaseException):
    """The user or the system ends the program; ``signal`` is its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


class Terminal:
    """Keys of standard input as they are pressed, while the ``with`` lasts; raises ImportError where it is no POSIX terminal.

    Interrupt, hang-up and termination raise Stopped, but only while a key is waited for: what is being written gets whole. A
    second interrupt doesn't wait.
    """

    def __init__(self) -> None:
        import termios

        self._termios = termios
        self._input = sys.stdin.fileno()
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        self._read: list[str] = []
        self._waiting = False
        self._stop = 0
        self._ended = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Terminal:
        self._mode = self._termios.tcgetattr(self._input)
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._stopped)
        self._before[signal.SIGCONT] = signal.signal(signal.SIGCONT, self._continued)
        self._by_key()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._before.items() if not self._ended else ():
            signal.signal(number, handler)
        with suppress(self._termios.error, OSError):  # it may be gone
            self._termios.tcsetattr(self._input, self._termios.TCSANOW, self._mode)

    def key(self) -> str:
        """The next key: a code point, a name out of ``reviewing``, or empty for a key without a letter. Raises Stopped."""
        char = self._char()
        if char != "\x1b":
            return NAMED.get(char, char)
        if not self._more():
            return ESCAPE
        if self._char() in "[O":
            while self._more() and not "@" <= self._char() <= "~":
                pass
        return ""

    def _by_key(self) -> None:
        """Keys come at once and unseen."""
        termios = self._termios
        mode = termios.tcgetattr(self._input)
        mode[3] &= ~(termios.ICANON | termios.ECHO)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._input, termios.TCSANOW, mode)

    def _continued(self, number: int, frame: FrameType | None) -> None:
        with suppress(self._termios.error, OSError):  # it may be gone
            self._by_key()

    def _stopped(self, number: int, frame: FrameType | None) -> None:
        if self._waiting or self._stop == number == signal.SIGINT:
            self._end(number)
        self._stop = number

    def _end(self, number: int) -> NoReturn:
        """A terminal that closes sends several signals: from the first on, the end isn't disturbed."""
        self._ended = True
        for other in self._before:
            signal.signal(other, signal.SIG_IGN)
        raise Stopped(number)

    def _more(self) -> bool:
        return bool(self._read) or bool(select.select([self._input], [], [], _SAME_KEY)[0])

    def _char(self) -> str:
        while not self._read:
            self._waiting = True
            try:
                if self._stop:
                    self._end(self._stop)
                data = os.read(self._input, 4096)
            except OSError:
                data = b""
            finally:
                self._waiting = False
            if not data:
                self._end(signal.SIGHUP)
            self._read = list(self._decoder.decode(data))
        return self._read.pop(0)
