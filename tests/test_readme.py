"""What the README shows is what the command prints, and its test command is the one that CI runs."""

from __future__ import annotations

from tests.conftest import ROOT, lint_news

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_shown_is_the_output() -> None:
    done = lint_news("check", "examples/otan-blinken.txt", "--ignore", "typography/guillemet-space")
    printed = done.stdout.decode() + done.stderr.decode()
    assert "".join(f"    {line}\n" for line in printed.splitlines()) in README


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pip install -q -e '.[test]' && python -m pytest" in script
    assert "pip install -e '.[test]' && python -m pytest" in README


def test_the_python_example_runs() -> None:
    code = README.split("```python\n")[1].split("```")[0]
    exec(compile(code, "README.md", "exec"), {})
