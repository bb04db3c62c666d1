"""Configuration: what a newsroom has settled for its stories, in ``.lint-news.yaml`` or ``lint-news.yaml``.

The file is looked for upwards from each story, up to the folder that holds ``.git``; the nearest one counts. It is validated
like a rule file: an error names file, line, column and the nearest key. Paths in it are relative to it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lint_news.diagnostic import SEVERITIES
from lint_news.errors import BrokenConfigurationError, ConfigurationError, LintNewsError
from lint_news.ruleset.style import Choice, joined, read_choices
from lint_news.wording import ui_languages

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields, Value

NAMES = (".lint-news.yaml", "lint-news.yaml")
DEFAULT = "default"
OFF = "off"


class Settings(NamedTuple):
    """What holds for one story. ``rules`` are paths; ``severity`` pairs rules or topics with a severity or ``off``."""

    language: str | None = None
    encoding: str | None = None
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    style: tuple[Choice, ...] = ()
    inline_ignores: bool = True
    fail_level: str = "warning"
    ui_language: str | None = None
    exclude: tuple[str, ...] = ()


class Mark(NamedTuple):
    """A text in a value of a configuration file, and its place: what an error about it points at."""

    text: str
    line: int
    column: int


class Entry(NamedTuple):
    """A value of a configuration and where it was written (``path:line``); ``marks`` are the texts in it."""

    value: object
    origin: str
    marks: tuple[Mark, ...] = ()


class Override(NamedTuple):
    """Values for the stories that a pattern (that of .gitignore) fits."""

    paths: tuple[str, ...]
    entries: dict[str, Entry]


class Configuration(NamedTuple):
    """One configuration file: its folder, its values by setting, its overrides in order."""

    path: str
    folder: str
    entries: dict[str, Entry]
    overrides: tuple[Override, ...]


def _texts(value: Value, key: str, folder: str) -> tuple[str, ...]:
    return value.texts(f"'{key}'")


def _paths(value: Value, key: str, folder: str) -> tuple[str, ...]:
    found = []
    for item in value.items(f"'{key}'") if value.is_list else [value]:
        path = os.path.join(folder, item.text(f"an entry of '{key}'"))
        if not os.path.exists(path):
            raise item.error(f"no such file or folder: {path}")
        found.append(path)
    return tuple(found)


def _severities(value: Value, key: str, folder: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.text(f"a key of '{key}'"), level.choice("severity", (*SEVERITIES, OFF)))
        for name, level in value.pairs(f"'{key}'")
    )


def _style(value: Value, key: str, folder: str) -> tuple[Choice, ...]:
    return read_choices(value)


def _text(value: Value, key: str, folder: str) -> str:
    return value.text(f"'{key}'")


def _ui_language(value: Value, key: str, folder: str) -> str:
    code = value.text(f"'{key}'")
    if code not in ui_languages():
        raise value.error(f"no messages in '{code}'; there are: {', '.join(ui_languages())}")
    return code


def _level(value: Value, key: str, folder: str) -> str:
    return value.choice("level", (*SEVERITIES, "never"))


def _flag(value: Value, key: str, folder: str) -> bool:
    return value.boolean(f"'{key}'")


_Reader = Callable[["Value", str, str], object]
# Key of the file: setting, reader. ``names`` and ``sources`` are rule files by another name, for those who look for them.
_STORY_KEYS: dict[str, tuple[str, _Reader]] = {
    "language": ("language", _text),
    "encoding": ("encoding", _text),
    "rules": ("rules", _paths),
    "names": ("rules", _paths),
    "sources": ("rules", _paths),
    "select": ("select", _texts),
    "ignore": ("ignore", _texts),
    "severity": ("severity", _severities),
    "style": ("style", _style),
    "inline-ignores": ("inline_ignores", _flag),
}
_RUN_KEYS: dict[str, tuple[str, _Reader]] = {
    "fail-level": ("fail_level", _level),
    "ui-language": ("ui_language", _ui_language),
    "exclude": ("exclude", _texts),
}
KEYS = (*_STORY_KEYS, *_RUN_KEYS, "overrides")
OVERRIDE_KEYS = ("paths", *_STORY_KEYS)


def read_configuration(path: str) -> Configuration:
    """The configuration of a file; raises LintNewsError with line and column."""
    from lint_news.ruleset.yaml_nodes import parse

    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        raise ConfigurationError(error.strerror or str(error), path=path) from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"byte 0x{error.object[error.start]:02X} is not UTF-8", path=path) from None
    folder = os.path.dirname(os.path.abspath(path))
    root = parse(text, path)
    if root is None:
        return Configuration(path, folder, {}, ())
    fields = root.fields("the configuration").only(*KEYS)
    overrides = []
    listed = fields.take("overrides")
    for item in listed.items("'overrides'") if listed is not None else ():
        inner = item.fields("an override").only(*OVERRIDE_KEYS)
        overrides.append(Override(inner.require("paths").texts("'paths'"), _entries(inner, _STORY_KEYS, path, folder)))
    return Configuration(path, folder, _entries(fields, {**_STORY_KEYS, **_RUN_KEYS}, path, folder), tuple(overrides))


def _entries(fields: Fields, keys: dict[str, tuple[str, _Reader]], path: str, folder: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key, (setting, reader) in keys.items():
        value = fields.take(key)
        if value is None:
            continue
        entry = Entry(reader(value, key, folder), f"{path}:{value.line}", tuple(_marks(value, key)))
        before = found.get(setting)
        if before is not None:
            values = (*_tuple(before.value), *_tuple(entry.value))
            entry = Entry(values, before.origin, (*before.marks, *entry.marks))
        found[setting] = entry
    return found


def _marks(value: Value, key: str) -> Iterator[Mark]:
    if value.is_mapping:
        texts = [name for name, _ in value.pairs(f"'{key}'")]
    else:
        texts = value.items(f"'{key}'") if value.is_list else [value]
    for one in texts:
        yield Mark(one.text(f"'{key}'"), one.line, one.column)


def _tuple(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value


class Finder:
    """Finds the configuration of each story; every file is read once.

    ``given`` is a file that counts for all stories; with ``none`` no file counts. A file that is found and can't be used raises
    BrokenConfigurationError for each story below it.
    """

    def __init__(self, given: str | None = None, *, none: bool = False) -> None:
        self._given = read_configuration(given) if given is not None else None
        self._none = none
        self._by_folder: dict[str, Configuration | BrokenConfigurationError | None] = {}

    @property
    def is_given(self) -> bool:
        """Does one file count for all stories?"""
        return self._given is not None

    def of(self, path: str) -> Configuration | None:
        """The configuration of a story (``-``, standard input, has that of the working folder)."""
        if self._given is not None or self._none:
            return self._given
        absolute = os.path.abspath("." if path == "-" else path)
        found = self._in(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))
        if isinstance(found, BrokenConfigurationError):
            raise found
        return found

    def _in(self, folder: str) -> Configuration | BrokenConfigurationError | None:
        if folder not in self._by_folder:
            file = next((name for name in NAMES if os.path.isfile(os.path.join(folder, name))), None)
            parent = os.path.dirname(folder)
            if file is not None:
                try:
                    self._by_folder[folder] = read_configuration(_shown(os.path.join(folder, file)))
                except LintNewsError as error:
                    self._by_folder[folder] = BrokenConfigurationError(error.message, error.path, error.line, error.column)
            elif parent == folder or os.path.exists(os.path.join(folder, ".git")):
                self._by_folder[folder] = None
            else:
                self._by_folder[folder] = self._in(parent)
        return self._by_folder[folder]

    def entries(self, path: str) -> dict[str, Entry]:
        """The values that hold for a story, overrides applied, each with its origin."""
        configuration = self.of(path)
        if configuration is None:
            return {}
        entries = dict(configuration.entries)
        for override in configuration.overrides:
            if _fits(override.paths, path, configuration.folder):
                style = entries.get("style")
                entries.update(override.entries)
                if style is not None and "style" in override.entries:
                    # An override chooses for its own keys alone.
                    entries["style"] = _joined_style(style, override.entries["style"])
        return entries

    def settings(self, path: str) -> Settings:
        """What the configuration settles for a story."""
        return Settings(**{setting: entry.value for setting, entry in self.entries(path).items()})  # type: ignore[arg-type]

    def excludes(self, path: str) -> bool:
        """Does the configuration leave a story or a folder out of the walk? One that can't be used leaves out nothing."""
        try:
            configuration = self.of(path)
        except BrokenConfigurationError:
            return False
        patterns = configuration.entries.get("exclude") if configuration is not None else None
        return (
            configuration is not None
            and patterns is not None
            and _fits(tuple(map(str, _tuple(patterns.value))), path, configuration.folder)
        )


def _joined_style(before: Entry, after: Entry) -> Entry:
    assert isinstance(before.value, tuple)
    assert isinstance(after.value, tuple)
    return Entry(joined(before.value, after.value), f"{before.origin}, {after.origin}")


def _fits(patterns: Iterable[str], path: str, folder: str) -> bool:
    """Does one of the patterns (those of .gitignore) fit a path below the folder of the configuration?"""
    from lint_news.formats.ignoring import compiled

    parent, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir):
        parent, name = os.path.split(os.path.abspath(path))
    way = _way(os.path.abspath(parent), folder)
    return not way.startswith("../") and compiled(tuple(patterns)).tell(way + name) is True


@lru_cache(maxsize=4096)
def _way(parent: str, folder: str) -> str:
    from lint_news.formats.ignoring import way_to

    return way_to(parent, folder)


def _shown(path: str) -> str:
    """A path as short as it can be said from the working folder."""
    near = os.path.relpath(path)
    return path if near.startswith(os.pardir) else near
