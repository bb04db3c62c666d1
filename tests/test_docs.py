"""The command lines of the pages for users run, and links between pages lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, lint_news

PAGES = ["README.md", "docs/README.md", "docs/editor.md", "docs/hook.md", "docs/ci.md"]
# Lines that run for long, or need a git history or a server's client.
_NOT_HERE = ("--diff-base", "lint-news lsp", "--fix")


def commands() -> list[str]:
    found: dict[str, None] = {}
    for page in PAGES[2:]:
        for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
            command = line.strip()
            if command.startswith("lint-news ") and line.startswith("    ") and not any(word in command for word in _NOT_HERE):
                found[command] = None
    return list(found)


@pytest.mark.parametrize("command", commands())
def test_the_line_runs(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "examples" / "editorial-repo" / "stories", tmp_path / "stories")
    done = lint_news(*shlex.split(command)[1:], cwd=tmp_path, PYTHONPATH=str(ROOT), LC_ALL="C")
    assert done.returncode in (0, 1), done.stderr.decode()


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        assert "://" in link or ((ROOT / page).parent / link).exists(), link
