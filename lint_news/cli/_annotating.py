"""``check --annotate``: a copy of a Word file with its findings as comments and its suggestions as tracked changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import click

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.writing import write

annotate_option = click.option(
    "--annotate",
    "annotated",
    metavar="OUT.docx",
    help="Write a copy of the (one) Word file with findings as comments and suggestions as tracked changes.",
)


class Annotator:
    """Writes the annotated copy of the one story of a run."""

    def __init__(self, target: str, files: Sequence[str]) -> None:
        if len(files) > 1 or "-" in files:
            raise click.UsageError("--annotate takes one Word file")
        if any(os.path.realpath(file) == os.path.realpath(target) for file in files):
            raise click.UsageError("--annotate writes a copy: name another file than the story")
        self._target = target

    def write(self, document: Document, found: Iterable[Diagnostic]) -> None:
        """Write the copy in one step; raises InputError, and nothing is written then."""
        from lint_news.annotating import annotate
        from lint_news.formats.reading import load

        if document.format != "docx":
            raise InputError("--annotate takes a Word file (.docx)", path=document.path)
        data = annotate(load(document.path, document.path), document, found)
        try:
            write(self._target, data, like=document.path)
        except OSError as error:
            raise InputError(error.strerror or str(error), path=self._target) from None
