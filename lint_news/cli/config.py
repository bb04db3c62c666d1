"""``lint-news config``."""

from __future__ import annotations

from importlib.resources import files

import click

from lint_news.cli._common import utf8_output
from lint_news.cli._configured import config_options
from lint_news.config import DEFAULT, Entry, Finder, Settings
from lint_news.reports._visible import visible
from lint_news.ruleset.style import NAMES, Choice


@click.command("config")
@click.argument("path", metavar="[PATH]", default=".")
@config_options
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed."
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration file, for editors.")
def command(path: str, config_file: str | None, no_config: bool, output_format: str, schema: bool) -> int:
    """Show what is settled for a story (or a folder), and where each value comes from."""
    stream = utf8_output()
    if schema:
        stream.write(files("lint_news").joinpath("config.schema.json").read_text(encoding="utf-8"))
        return 0
    finder = Finder(config_file, none=no_config)
    entries = finder.entries(path)
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
        stream.write(visible(f"{key}: {_shown(entry.value)}  ({entry.origin})") + "\n")
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
