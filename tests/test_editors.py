"""The lines of docs/editor.md for editors, in the real editors where they are installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
OUTPUT = (
    'a b.txt:3:38: warning: "Yans": Stoltenberg [names/inconsistent]\n'
    'a b.txt:1:37: note: "Jens Stoltenberg" here\n'
    "a b.txt:4:1: error: gone [names/known]\n"
    "a b.txt:5:2: info: a figure [figures/unquoted]\n"
)
PLACES = [("a b.txt", 3, 38), ("a b.txt", 1, 37), ("a b.txt", 4, 1), ("a b.txt", 5, 2)]


def block(language: str, holding: str) -> str:
    """The code block of the page in a language that holds a word."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return next(text for text in found if holding in text)


@pytest.mark.skipif(not shutil.which("vim"), reason="vim is not installed")
def test_vim_reads_the_output_by_the_errorformat(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("one\n" * 9, encoding="utf-8")
    (tmp_path / "out").write_text(OUTPUT, encoding="utf-8")
    (tmp_path / "rc.vim").write_text(
        f"set nocompatible\n{block('vim', 'errorformat')}\ncgetfile out\n"
        "call writefile([json_encode(map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type]'))], 'got')\n"
        "qall!\n",
        encoding="utf-8",
    )
    command = ["vim", "-es", "-u", "NONE", "-S", "rc.vim"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=30, check=False)
    got = json.loads((tmp_path / "got").read_text(encoding="utf-8"))
    assert [tuple(place[:3]) for place in got] == PLACES
    assert [place[3] for place in got] == ["w", "n", "e", "i"]


@pytest.mark.skipif(not shutil.which("emacs"), reason="emacs is not installed")
def test_emacs_reads_the_output_by_its_compilation_mode(tmp_path: Path) -> None:
    (tmp_path / "out").write_text(OUTPUT.replace("a b", "ab"), encoding="utf-8")
    (tmp_path / "rc.el").write_text(
        """(require 'compile)
(find-file "out") (compilation-mode) (compilation--ensure-parse (point-max)) (goto-char (point-min))
(let ((at (point-min)) got)
  (while at
    (let ((m (get-text-property at 'compilation-message)))
      (when (and m (not (memq m got))) (push m got)))
    (setq at (next-single-property-change at 'compilation-message)))
  (princ (json-encode (vconcat (mapcar
    (lambda (m) (let ((l (compilation--message->loc m)))
      (vector (caar (compilation--loc->file-struct l)) (compilation--loc->line l) (compilation--loc->col l))))
    (nreverse got))))))
""",
        encoding="utf-8",
    )
    command = ["emacs", "-Q", "--batch", "--eval", "(require 'json)", "-l", "rc.el"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert json.loads(done.stdout) == [["ab.txt", line, column] for _, line, column in PLACES]


def has_eglot() -> bool:
    """Is there an Emacs with eglot?"""
    command = ["emacs", "--batch", "--eval", "(kill-emacs (if (require 'eglot nil t) 0 1))"]
    return shutil.which("emacs") is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not has_eglot(), reason="emacs with eglot is not installed")
def test_emacs_speaks_with_the_language_server(tmp_path: Path) -> None:
    """The line of the page for eglot; a configuration that is saved later is taken up."""
    (tmp_path / "story.txt").write_text("Le ministre Sergey Lavrov est venu à Paris .\n", encoding="utf-8")
    tool = tmp_path / "bin" / "lint-news"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lint_news "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "rc.el").write_text(
        f"""{block("elisp", "eglot")}
(require 'eglot)
(setq eglot-sync-connect 30)
(find-file "story.txt") (text-mode)
(apply #'eglot (eglot--guess-contact))
(defun rules () (sort (mapcar #'flymake-diagnostic-text (flymake-diagnostics)) #'string<))
(defun wait-for (count)
  (let ((n 0)) (while (and (< n 200) (/= count (length (rules)))) (read-event nil nil 0.1) (setq n (1+ n))))
  (princ (json-encode (vconcat (rules)))) (terpri))
(wait-for 2)
(write-region "language: fr\nignore: [typography]\n" nil ".lint-news.yaml")
(wait-for 1)
""",
        encoding="utf-8",
    )
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = ["emacs", "--batch", "--eval", "(require 'json)", "-l", "rc.el"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False, env=environment)
    before, after = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))
    assert [re.findall(r"[a-z-]+/[a-z-]+", text)[0] for text in before] == ["names/known", "typography/space-before-comma"]
    assert after == before[:1]


def test_the_problem_matcher_of_vs_code_reads_the_output() -> None:
    matcher = json.loads(block("json", "problemMatcher"))["tasks"][0]["problemMatcher"]["pattern"]
    found = [re.match(matcher["regexp"], line) for line in OUTPUT.splitlines()]
    got = [
        (one[matcher["file"]], int(one[matcher["line"]]), int(one[matcher["column"]]), one[matcher["severity"]])
        for one in found
        if one
    ]
    assert got == [("a b.txt", 3, 38, "warning"), ("a b.txt", 4, 1, "error"), ("a b.txt", 5, 2, "info")]
    first = found[0]
    assert first
    assert (first[matcher["message"]], first[matcher["code"]]) == ('"Yans": Stoltenberg', "names/inconsistent")
