"""Where reports go: standard output and files, several at once; a file is replaced when its report is whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from typing import NamedTuple, TextIO

from lint_news.errors import ConfigurationError
from lint_news.reports import ReportOptions, StoryReport, format_names, get_format
from lint_news.writing import replacing


class Output(NamedTuple):
    """A format and the file it goes to; no file is standard output."""

    format: str
    file: str = ""


def outputs(output_format: str, files: Iterable[str]) -> tuple[Output, ...]:
    """What ``--output-format`` and ``--output-file`` ask for.

    ``FORMAT:FILE`` is an output of its own; a ``FILE`` alone takes the output of ``--output-format`` in the place of standard
    output. Raises ConfigurationError for a file that can't be written and for one that is given twice.
    """
    found: list[Output] = []
    names = format_names()
    plain = False
    for value in files:
        form, colon, file = value.partition(":")
        if not (colon and file and form in names):
            form, file, plain = output_format, value, True
        found.append(Output(form, file))
    taken: set[str] = set()
    for output in found:
        place = os.path.realpath(output.file)
        if place in taken:
            raise ConfigurationError("two outputs go to the same file", path=output.file)
        taken.add(place)
        folder = os.path.dirname(place)
        if not os.path.isdir(folder):
            raise ConfigurationError(f"no folder to write {os.path.basename(place)} in", path=output.file)
        if os.path.isdir(place):
            raise ConfigurationError("can't be written: Is a directory", path=output.file)
    return tuple(found) if plain else (Output(output_format), *found)


def write_all(
    wanted: Sequence[Output],
    reports: Iterable[StoryReport],
    stdout: TextIO,
    options: Callable[[TextIO], ReportOptions],
) -> None:
    """Write every output. One alone is written story by story; several share the stories, which are kept until the end."""
    shared = reports if len(wanted) == 1 else list(reports)
    with ExitStack() as stack:
        for output in wanted:
            stream = stack.enter_context(_replacing(output.file)) if output.file else stdout
            get_format(output.format).write(shared, stream, options(stream))


@contextmanager
def _replacing(path: str) -> Iterator[TextIO]:
    """A file of text to write in one step; raises ConfigurationError where it can't be."""
    try:
        with replacing(path) as file:
            stream = TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
            yield stream
            stream.detach()
    except OSError as error:
        if error.filename != path:
            raise
        raise ConfigurationError(f"can't be written: {error.strerror}", path=path) from None
