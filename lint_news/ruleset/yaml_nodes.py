"""YAML with the place of every value, so that an error can name line and column.

Values are read from the composed nodes, not from constructed objects: a word list may hold ``no``, ``on`` or ``1e3`` without
quotes and gets the very letters back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from lint_news.errors import RuleError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_INT = "tag:yaml.org,2002:int"


def parse(text: str, path: str) -> Value | None:
    """The root value of a YAML text, or None for an empty one; raises RuleError with line and column."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(part for part in (error.context, error.problem) if part)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise RuleError(f"not valid YAML: {problem}", path=path, line=line, column=column) from None
    except (yaml.YAMLError, ValueError) as error:
        raise RuleError(f"not valid YAML: {' '.join(str(error).split())}", path=path) from None
    return None if node is None else Value(path, node)


class Value:
    """A YAML node and the file it stands in. The readers raise RuleError where the type is wrong."""

    __slots__ = ("node", "path")

    def __init__(self, path: str, node: yaml.Node) -> None:
        self.path = path
        self.node = node

    @property
    def line(self) -> int:
        """1-based line of the value."""
        return int(self.node.start_mark.line) + 1

    @property
    def column(self) -> int:
        """1-based column of the value."""
        return int(self.node.start_mark.column) + 1

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    def error(self, message: str) -> RuleError:
        """An error that points at this value."""
        return RuleError(message, path=self.path, line=self.line, column=self.column)

    def text(self, what: str, *, blank: bool = False) -> str:
        """A scalar as written, which may be ``blank`` (spaces alone); ``what`` names the value in the error."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"{what} must be text, not {_article(self.node)}")
        value = str(self.node.value)
        if self.node.tag == _NULL or not (value if blank else value.strip()):
            raise self.error(f"{what} is empty")
        return value

    def boolean(self, what: str) -> bool:
        """A scalar ``true`` or ``false``."""
        if isinstance(self.node, yaml.ScalarNode) and self.node.tag == _BOOL:
            return str(self.node.value).lower() in {"true", "yes", "on"}
        raise self.error(f"{what} must be true or false")

    def integer(self, what: str) -> int:
        """A scalar whole number."""
        if isinstance(self.node, yaml.ScalarNode) and self.node.tag == _INT:
            return int(str(self.node.value).replace("_", ""), 0)
        raise self.error(f"{what} must be a whole number")

    def choice(self, what: str, choices: tuple[str, ...]) -> str:
        """A scalar that is one of ``choices``."""
        value = self.text(what)
        if value not in choices:
            hint = nearest(value, choices)
            raise self.error(
                f"unknown {what} '{value}', " + (f"did you mean '{hint}'?" if hint else f"use one of: {', '.join(choices)}")
            )
        return value

    def items(self, what: str) -> list[Value]:
        """The members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error(f"{what} must be a list, not {_article(self.node)}")
        return [Value(self.path, node) for node in self.node.value]

    def texts(self, what: str, *, blank: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return (self.text(what, blank=blank),)
        return tuple(item.text(f"an entry of {what}", blank=blank) for item in self.items(what))

    def pairs(self, what: str) -> Iterator[tuple[Value, Value]]:
        """Keys and values of a mapping in their order; a key that stands twice is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"{what} must be a mapping (key: value), not {_article(self.node)}")
        seen: dict[str, int] = {}
        for key_node, value_node in self.node.value:
            key = Value(self.path, key_node)
            name = key.text(f"a key of {what}")
            if name in seen:
                raise key.error(f"'{name}' stands twice in {what}; the first is on line {seen[name]}")
            seen[name] = key.line
            yield key, Value(self.path, value_node)

    def fields(self, what: str) -> Fields:
        """A mapping whose keys are taken by name."""
        return Fields(self, what)


class Fields:
    """The keys of a mapping, taken by name. Call ``only`` first: it reports the keys that nobody knows."""

    def __init__(self, value: Value, what: str) -> None:
        self.value = value
        self.what = what
        self._entries = {key.text(what): (key, entry) for key, entry in value.pairs(what)}

    def only(self, *known: str) -> Fields:
        """Raise RuleError for the first key that is not among ``known``, naming the nearest one that is."""
        for name, (key, _) in self._entries.items():
            if name not in known:
                hint = nearest(name, known)
                raise key.error(
                    f"unknown key '{name}', " + (f"did you mean '{hint}'?" if hint else f"known here: {', '.join(known)}")
                )
        return self

    def take(self, name: str) -> Value | None:
        """The value of an optional key."""
        entry = self._entries.get(name)
        return None if entry is None else entry[1]

    def require(self, name: str) -> Value:
        """The value of a key that must be there."""
        value = self.take(name)
        if value is None:
            raise self.value.error(f"{self.what} has no '{name}'")
        return value

    def text(self, name: str, default: str = "") -> str:
        """An optional text."""
        value = self.take(name)
        return default if value is None else value.text(f"'{name}'")

    def texts(self, name: str, *, blank: bool = False) -> tuple[str, ...]:
        """An optional list of texts."""
        value = self.take(name)
        return () if value is None else value.texts(f"'{name}'", blank=blank)

    def boolean(self, name: str, default: bool) -> bool:
        """An optional true or false."""
        value = self.take(name)
        return default if value is None else value.boolean(f"'{name}'")


def nearest(word: str, choices: tuple[str, ...]) -> str | None:
    """The choice that a misspelt word most likely stands for, or None."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, choices, scorer=OSA.normalized_similarity, score_cutoff=0.55)
    return None if found is None else str(found[0])


def _article(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return "a list" if isinstance(node, yaml.SequenceNode) else "text"
