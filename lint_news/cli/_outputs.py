"""Where reports go: standard output and files, several at once; a file is replaced when its report is whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import NamedTuple, TextIO

from lint_news.errors import ConfigurationError
from lint_news.reports import ReportOptions, StoryReport, format_names, get_format


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
            stream = stack.enter_context(replacing(output.file)) if output.file else stdout
            get_format(output.format).write(shared, stream, options(stream))


@contextmanager
def replacing(path: str) -> Iterator[TextIO]:
    """A file to write that takes the place of ``path`` at the end; after an error ``path`` is as it was.

    What is no plain file (a pipe, a device) is written as it comes.
    """
    place = os.path.realpath(path)
    direct = (os.path.lexists(place) and not os.path.isfile(place)) or place.startswith(("/dev/", "/proc/"))
    written = path if direct else os.path.join(os.path.dirname(place), f".{os.path.basename(place)}.{os.getpid()}.tmp")
    try:
        with open(written, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        if not direct:
            with suppress(FileNotFoundError):
                os.chmod(written, os.stat(place).st_mode & 0o777)
            os.replace(written, place)
    except BaseException as error:
        if not direct:
            with suppress(OSError):
                os.unlink(written)
        if isinstance(error, OSError) and error.filename in (path, written, place):
            raise ConfigurationError(f"can't be written: {error.strerror}", path=path) from None
        raise
