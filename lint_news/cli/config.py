"""``lint-news config``."""

from __future__ import annotations

from importlib.resources import files

import click

from lint_news.cli._common import (
    encoding_option,
    fail_level_option,
    ignore_option,
    language_option,
    rules_option,
    select_option,
    ui_language_option,
    utf8_output,
)
from lint_news.cli._configured import COMMAND_LINE, Configured, config_options, given
from lint_news.cli._narrowing import no_ignores_option
from lint_news.cli._speaking import settle
from lint_news.config import DEFAULT, Entry, Finder, Settings
from lint_news.reports._visible import visible
from lint_news.ruleset.style import NAMES, Choice
from lint_news.wording import say


@click.command("config")
@click.argument("path", metavar="[PATH]", default=".")
@rules_option
@select_option
@ignore_option
@language_option
@encoding_option
@fail_level_option
@no_ignores_option
@config_options
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed."
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration file, for editors.")
@ui_language_option
def command(
    path: str,
    rule_paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    fail_level: str | None,
    no_ignores: bool,
    config_file: str | None,
    no_config: bool,
    output_format: str,
    schema: bool,
    ui_language: str | None,
) -> int:
    """Show what is settled for a story (or a folder), and where each value comes from.

    Options of check may be given, too, to see what they change.
    """
    stream = utf8_output()
    if schema:
        stream.write(files("lint_news").joinpath("config.schema.json").read_text(encoding="utf-8"))
        return 0
    settled = given(
        rules=rule_paths,
        select=select,
        ignore=ignore,
        language=language,
        encoding=encoding,
        fail_level=fail_level,
        ui_language=ui_language,
        inline_ignores=False if no_ignores else None,
    )
    configured = Configured(Finder(config_file, none=no_config), settled)
    ui = settle(configured.settings(path))
    entries = configured.entries(path)
    if "style" in entries:
        configured.linter(path)  # which keys and values there are only the rules know
    defaults = Settings()
    rows: dict[str, Entry] = {}
    for setting in Settings._fields:
        entry = entries.get(setting, Entry(getattr(defaults, setting), DEFAULT))
        rows.update(_style_rows(entry) if setting == "style" else {setting.replace("_", "-"): entry})
    if output_format == "json":
        from lint_news.reports.json import dump

        values = {key: {"value": _plain(key, entry.value), "origin": entry.origin} for key, entry in rows.items()}
        stream.write(dump(values) + "\n")
        return 0
    for key, entry in rows.items():
        stream.write(visible(f"{key}: {_shown(entry.value)}  ({_origin(entry.origin, ui)})") + "\n")
    return 0


def _style_rows(entry: Entry) -> dict[str, Entry]:
    """A row for each style key, and for each language that it is chosen for; all forms of names in one."""
    rows: dict[str, Entry] = {}
    assert isinstance(entry.value, tuple)
    for choice in entry.value:
        assert isinstance(choice, Choice)
        row = ".".join(part for part in ("style", choice.key.text, choice.language.text) if part)
        origin = f"{choice.value.at.path}:{choice.value.at.line}"
        before = rows.get(row)
        if choice.key.text != NAMES:
            rows[row] = Entry(choice.value.text, origin)
        elif before is None:
            rows[row] = Entry((choice.value.text,), origin)
        else:
            rows[row] = before._replace(value=(*before.value, choice.value.text))  # type: ignore[misc]
    return rows or {"style": entry}


def _origin(origin: str, language: str) -> str:
    """Where a value comes from, for a reader: places, options of the command line, or the default."""
    parts = []
    for part in origin.split(", "):
        option = part.removeprefix(COMMAND_LINE)
        if option != part:
            part = say("command line: {option}", language, option=option)
        parts.append(say("default", language) if part == DEFAULT else part)
    return ", ".join(parts)


def _plain(key: str, value: object) -> object:
    return dict(value) if key == "severity" and isinstance(value, tuple) else value


def _shown(value: object) -> str:
    if value is None or value == ():
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(": ".join(item) if isinstance(item, tuple) else str(item) for item in value)
    return str(value)
