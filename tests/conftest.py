"""What all tests share: one linter, a cache of their own, the folders of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint_news import Diagnostic, Linter

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests' rules are cached apart from the user's."""
    before = os.environ.get("LINT_NEWS_CACHE")
    os.environ["LINT_NEWS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["LINT_NEWS_CACHE"]
    else:
        os.environ["LINT_NEWS_CACHE"] = before


@pytest.fixture(scope="session")
def linter(_own_cache: None) -> Linter:
    """The shipped rules."""
    return Linter()


Check = Callable[..., list[str]]


@pytest.fixture
def check(linter: Linter) -> Check:
    """``check(text, language, topic)``: the rules' findings as ``line:column rule match-or-suggestion`` strings."""

    def run(text: str, language: str = "en", topic: str = "") -> list[str]:
        return [shown(found) for found in linter.check_text(text, language=language) if found.rule.startswith(topic)]

    return run


def shown(found: Diagnostic) -> str:
    """A diagnostic in one line for tables: ``1:5 names/known Antony Blinken``."""
    suggestion = f" {found.suggestions[0]}" if found.suggestions else ""
    return f"{found.region.line}:{found.region.column} {found.rule}{suggestion}"


def lint_news(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "lint_news", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        timeout=120,
        check=False,
    )
