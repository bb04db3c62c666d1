"""Start-up is a feature: nothing is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT, lint_news

HEAVY = ("click", "regex", "rapidfuzz", "yaml", "multiprocessing", "importlib.metadata")


@pytest.mark.parametrize(
    "statement", ["import lint_news", "import sys; sys.argv[1:] = ['--version']; import lint_news.__main__ as m; m.main()"]
)
def test_nothing_heavy_is_imported(statement: str) -> None:
    code = f"{statement}\nimport sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_plain_check_imports_what_text_needs_and_no_more() -> None:
    code = (
        "import sys\nsys.argv[1:] = ['check', 'examples/otan-blinken.txt', '--quiet', '--exit-zero']\n"
        "from lint_news.cli import group\ngroup.main(standalone_mode=False)\n"
        "print([name for name in ('json', 'hashlib', 'html', 'xml.sax') if name in sys.modules])"
    )
    lint_news("check", "examples/otan-blinken.txt")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version() -> None:
    from lint_news import __version__

    assert lint_news("--version").stdout.decode() == f"lint-news {__version__}\n"


def test_checking_a_story_needs_no_yaml_once_the_rules_are_cached() -> None:
    lint_news("check", "examples/otan-blinken.txt")
    code = "import sys, lint_news as l; l.Linter().check_path('examples/otan-blinken.txt'); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
