"""One more entry in a list of known names, all else in its file as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from lint_news.errors import RuleError
from lint_news.ruleset.known_names import read_name
from lint_news.ruleset.yaml_nodes import Value, parse

# As YAML 1.1 counts lines.
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Insertion(NamedTuple):
    """A text to put in at an offset (code points) of a file's text."""

    at: int
    text: str

    def made(self, text: str) -> str:
        """The text with it."""
        return text[: self.at] + self.text + text[self.at :]

    def undone(self, text: str) -> str | None:
        """The text without it; None where it isn't there any more."""
        end = self.at + len(self.text)
        return text[: self.at] + text[end:] if text[self.at : end] == self.text else None


def new_entry(text: str, path: str, name: str, kind: str) -> Insertion:
    """Where and how to add a name to the text of a rule file (empty for a new one), behind the names it has where possible.

    ``kind`` is one of ``NAME_KINDS``. Raises RuleError for a file that is broken, for a name that stands in it, and for a file
    written in a way that nothing can be added to.
    """
    before = _names(text, path)
    if name in before:
        raise RuleError(f"{name} stands in this list", path=path)
    entry = f"{{name: {json.dumps(name, ensure_ascii=not name.isprintable())}, kind: {kind}}}"
    newline = "\r\n" if "\r\n" in text else "\n"
    for insertion in _places(text, path, entry, newline):
        try:
            after = _names(insertion.made(text), path)
        except RuleError:
            continue
        if {known: sort for known, sort in after.items() if known != name} == before and after.get(name) == kind:
            return insertion
    raise RuleError("nothing can be added to a file written like this; add the name by hand", path=path)


def _names(text: str, path: str) -> dict[str, str]:
    """The names of a file with their kinds."""
    found = _list_of(text, path)
    return {known.name: known.kind for known in map(read_name, found.items("'names'"))} if found is not None else {}


def _list_of(text: str, path: str) -> Value | None:
    """The value of ``names``."""
    root = parse(text, path)
    if root is None:
        return None
    return next((value for key, value in root.pairs("the file") if key.text("a key") == "names"), None)


def _places(text: str, path: str, entry: str, newline: str) -> Iterator[Insertion]:
    """Where an entry may go, the likeliest place first."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    end = newline if text and not text.endswith("\n") else ""
    found = _list_of(text, path)
    if found is None:
        yield Insertion(len(text), f"{end}names:{newline}  - {entry}{newline}")
        return
    node = found.node
    start = starts[found.line - 1] + found.column - 1
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        yield Insertion(start + 1, entry + (", " if node.value else ""))
    elif isinstance(node, yaml.SequenceNode):
        indent = " " * (found.column - 1)
        yield Insertion(len(text), f"{end}{indent}- {entry}{newline}")
        yield Insertion(starts[found.line - 1], f"{indent}- {entry}{newline}")
