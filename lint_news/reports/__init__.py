"""Output formats, one file each: ``FORMAT = Format(...)`` in ``reports/NAME.py`` is the format ``NAME``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TextIO

from lint_news.diagnostic import Diagnostic, RuleInfo

if TYPE_CHECKING:
    from lint_news.document import Document, Zone
    from lint_news.errors import LintNewsError
    from lint_news.reports._ledger import Entry


class StoryReport(NamedTuple):
    """What a report is told of one story; a path may come again with more diagnostics.

    ``document`` is there only for a format that ``needs_source``, ``ledger`` and ``zones`` only for one that
    ``needs_ledger``; ``error`` says, in the language of messages, why a story could not be read (then there are
    no diagnostics).
    """

    path: str
    diagnostics: Sequence[Diagnostic]
    document: Document | None = None
    ledger: tuple[Entry, ...] = ()
    error: LintNewsError | None = None
    language: str = ""
    zones: tuple[Zone, ...] = ()


def _unknown_rule(rule: str, language: str) -> RuleInfo:
    return RuleInfo(rule)


class ReportOptions(NamedTuple):
    """What a report may need besides the stories: ``width`` is that of the terminal, ``rule_info`` tells what a rule is, given
    its identifier and the language of the story."""

    colour: bool = False
    width: int = 100
    ui_language: str = "en"
    rule_info: Callable[[str, str], RuleInfo] = _unknown_rule


Write = Callable[[Iterable[StoryReport], TextIO, ReportOptions], None]


class Format(NamedTuple):
    """An output format: ``write`` prints a report of stories that come one by one.

    ``whole_lines`` says that what is written ends with a line feed after each story, so that a progress line can stand below.
    """

    write: Write
    needs_source: bool = False
    needs_ledger: bool = False
    whole_lines: bool = False


def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def get_format(name: str) -> Format:
    """An output format out of ``format_names()``."""
    found = import_module(f"{__name__}.{name}").FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"{__name__}.{name}.FORMAT must be a Format")
    return found
