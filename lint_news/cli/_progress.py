"""How far a long run is: one line on a terminal, gone when something else is written there or the run ends."""

from __future__ import annotations

import time
from typing import TextIO

_WIDTH = 30
# Seconds before the line first shows, and between two drawings of it.
_PATIENCE = 0.5
_PAUSE = 0.1


class Progress:
    """Drawn on ``stream`` only if it is a terminal and ``hidden`` is false."""

    def __init__(self, stream: TextIO, total: int, hidden: bool = False) -> None:
        self._stream = stream
        self._total = total
        self._done = 0
        self._on = total > 1 and not hidden and stream.isatty()
        self._due = time.monotonic() + _PATIENCE
        self._drawn = False

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if self._on and now >= self._due:
            self._due = now + _PAUSE
            filled = _WIDTH * self._done // self._total
            self._stream.write(f"\r\x1b[K[{'#' * filled}{'.' * (_WIDTH - filled)}] {self._done}/{self._total}")
            self._stream.flush()
            self._drawn = True

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False
