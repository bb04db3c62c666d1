"""Output formats, one file each: ``FORMAT = Format(...)`` in ``reports/NAME.py`` is the format ``NAME``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple, TextIO

from lint_news.diagnostic import Diagnostic


class ReportOptions(NamedTuple):
    """What a report may need besides the diagnostics."""

    colour: bool = False


class Format(NamedTuple):
    """An output format: ``write`` prints a report of diagnostics that come story by story."""

    write: Callable[[Iterable[Diagnostic], TextIO, ReportOptions], None]


def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def get_format(name: str) -> Format:
    """An output format out of ``format_names()``."""
    found = import_module(f"{__name__}.{name}").FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"{__name__}.{name}.FORMAT must be a Format")
    return found
