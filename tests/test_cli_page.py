"""docs/cli.md is made from the commands: ``python -m tests.test_cli_page`` writes it anew. Completion, in a real bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from lint_news.cli import group
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "cli.md"
HEAD = """# The command line

Made from the commands (`python -m tests.test_cli_page`); `lint-news COMMAND --help` prints the same.

Completion of commands, options and their values, in the start-up file of the shell:

    eval "$(_LINT_NEWS_COMPLETE=bash_source lint-news)"        # bash (4.4 or newer), ~/.bashrc
    eval "$(_LINT_NEWS_COMPLETE=zsh_source lint-news)"         # zsh, ~/.zshrc
    _LINT_NEWS_COMPLETE=fish_source lint-news | source         # fish, ~/.config/fish/config.fish
"""


def page() -> str:
    """The page as it should be."""
    context = click.Context(group, info_name="lint-news", terminal_width=100, max_content_width=100)
    parts = [HEAD, _section("lint-news", group.get_help(context))]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, context, info_name=name, terminal_width=100, max_content_width=100)
        parts.append(_section(f"lint-news {name}", command.get_help(inner)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```\n{text.rstrip()}\n```\n"


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.test_cli_page"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lint-news ", {"check", "config", "lsp", "names", "review", "sources"}),
        ("lint-news check --output-for", {"--output-format"}),
        ("lint-news check --fail-level ", {"info", "warning", "error", "never"}),
    ],
)
def test_bash_completes(words: str, expected: set[str], tmp_path: Path) -> None:
    tool = tmp_path / "lint-news"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lint_news "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    script = f"""eval "$(_LINT_NEWS_COMPLETE=bash_source lint-news)"
COMP_WORDS=({words}{'""' if words.endswith(" ") else ""}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_lint_news_completion lint-news; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert expected <= set(done.stdout.split()), done.stderr


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
