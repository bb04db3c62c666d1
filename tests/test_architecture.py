"""Imports run downwards only, and files stay rooms with one purpose."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "lint_news"
FILES = sorted(PACKAGE.rglob("*.py"))
# Higher rooms may import lower ones; rooms on one line may not import each other.
LEVELS = [
    {"document", "errors", "wording", "writing"},
    {"diagnostic"},
    {"language", "formats"},
    {"ruleset"},
    {"checks", "edition", "silencing", "baseline", "changes", "config", "fixes", "annotating"},
    {"engine", "reviewing"},
    {"reports"},
    {"lsp"},
    {"cli"},
]


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def level(name: str) -> int:
    return next((number for number, names in enumerate(LEVELS) if name in names), len(LEVELS))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lint_news"):
            found.add(node.module if node.module != "lint_news" else "")
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name.startswith("lint_news"))
    return {room(name) for name in found} - {""}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_downwards(path: Path) -> None:
    own = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if own in {"__init__", "__main__"}:
        return
    for other in imported(path) - {own}:
        assert level(other) < level(own), f"{own} imports {other}"


def test_reports_know_nothing_of_checks() -> None:
    for path in (PACKAGE / "reports").glob("*.py"):
        assert not imported(path) & {"checks", "engine", "formats"}, path


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_room_grows_past_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
