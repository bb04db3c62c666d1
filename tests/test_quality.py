"""ruff and mypy are part of the tests, and so is the built wheel."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=lambda command: " ".join(command)
)
def test_clean(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_setup_cfg_lists_every_package() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    listed = set(config["options"]["packages"].split())
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "lint_news").rglob("__init__.py")}
    assert listed == {".".join(folder.parts) for folder in folders} | {"lint_news.shipped_rules"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a user's pip would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


FROM_PLACE = "import sys; sys.path.insert(0, sys.argv.pop(1)); from lint_news.__main__ import main; main()"


def run_from(place: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The command with the package taken from a folder or a zip file, far from the checkout."""
    (tmp_path / "story.txt").write_text("Il a reçu Sergey Lavrov .\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", FROM_PLACE, str(place), "check", "story.txt", "--language", "fr"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "LINT_NEWS_CACHE": str(tmp_path / "cache")},
        check=False,
    )


EXPECTED = [
    'story.txt:1:11: warning: "Sergey Lavrov" is spelt "Sergueï Lavrov" [names/known]',
    'story.txt:1:24: warning: no space before "." [typography/space-before-comma]',
]


def test_the_wheel_works_installed(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    assert (target / "lint_news" / "shipped_rules" / "fr" / "language.yaml").is_file()
    assert (target / "lint_news" / "py.typed").is_file()
    assert run_from(target, tmp_path).stdout.splitlines() == EXPECTED


def test_the_wheel_works_zipped(wheel: Path, tmp_path: Path) -> None:
    done = run_from(wheel, tmp_path)
    assert done.stdout.splitlines() == EXPECTED, done.stderr
