"""Where a review reads its keys: the terminal of the system that it runs on."""

from __future__ import annotations

import sys
from importlib import import_module

from lint_news.cli._console import Console
from lint_news.cli._terminal import Terminal
from lint_news.errors import ConfigurationError

Keyboard = Terminal | Console


def keyboard() -> Keyboard:
    """The keys of this terminal; raises ConfigurationError where there is none to read them from."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ConfigurationError("review needs a terminal to ask and to show; for files and pipes there is check")
    try:
        return Terminal()
    except ImportError:
        try:
            return Console(import_module("msvcrt"))
        except ImportError:
            message = "review can't read single keys on this system; there are check and check --fix"
            raise ConfigurationError(message) from None
