"""Speed of the whole rule set, beside codespell in the same run.

usage: python -m benchmarks.speed TEXTS [--articles 1000] [--growth]

The articles of TEXTS (a folder of .txt files; its subfolders count) are repeated until there are as many as asked for. Printed:
megabytes a second of one process, by annotation; wall time of the commands with all their processes, codespell's beside it
(``pip install lint-news[benchmarks]``); start-up on one story. With --growth, what 10,000 more term rules, 500 more patterns,
and one file instead of many cost.

Commands that are compared run by turns, and the best time of each counts: what else the machine does hits all alike. Byte code
is written first, as an installation does, since PYTHONDONTWRITEBYTECODE would have a checkout compiled anew by every run.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import lint_news
from lint_news import Document, Linter
from lint_news.language.annotations import Annotations

_ANNOTATIONS = (
    "tokens", "sentences", "quotations", "mentions", "name_records", "attributions", "quantities", "dates", "zones",
)  # fmt: skip
_TERMS, _PATTERNS = 10_000, 500


def race(commands: Sequence[list[str]], times: int) -> list[float]:
    """The best wall time of each command, run by turns, in seconds."""
    best = [float("inf")] * len(commands)
    for _ in range(times):
        for number, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            best[number] = min(best[number], time.perf_counter() - start)
    return best


def one_process(articles: list[str]) -> list[str]:
    """Megabytes a second of the whole rule set in one process, and the share of each annotation in its time."""
    linter = Linter()
    for text in articles[:5]:
        linter.check_text(text)
    size = sum(len(text.encode("utf-8")) for text in articles) / 1e6
    start = time.process_time()
    for text in articles:
        linter.check_text(text)
    total = time.process_time() - start
    spent = dict.fromkeys(_ANNOTATIONS, 0.0)
    for text in articles:
        story: Annotations = linter.annotate(Document(text))
        for name in _ANNOTATIONS:
            start = time.process_time()
            getattr(story, name)
            spent[name] += time.process_time() - start
    shares = ", ".join(f"{name} {share / total:.0%}" for name, share in spent.items())
    return [f"one process: {size / total:.2f} MB/s ({size:.1f} MB); of the time: {shares}"]


def commands(folder: Path) -> list[str]:
    """Wall times of the commands on a folder and on its first story, codespell's beside them."""
    check = [sys.executable, "-m", "lint_news", "check", "--no-config"]
    codespell = shutil.which("codespell", path=str(Path(sys.executable).parent)) or shutil.which("codespell")
    story = str(min(folder.glob("*.txt")))
    lines = []
    for label, target, times in (("check", str(folder), 3), ("start-up", story, 15)):
        ours, *theirs = race([[*check, target], *([[codespell, target]] if codespell else [])], times)
        beside = f"; codespell: {theirs[0]:.3f} s; ratio {ours / theirs[0]:.2f}" if theirs else " (codespell isn't installed)"
        lines.append(f"{label}: {ours:.3f} s{beside}")
    return lines


def growth(folder: Path, articles: list[str]) -> list[str]:
    """What more rules and one large file cost, as multiples."""
    with tempfile.TemporaryDirectory() as name:
        own = Path(name)
        terms = "".join(f"      wrongterm{number}x: rightterm{number}x\n" for number in range(_TERMS))
        (own / "terms.yaml").write_text(_rule("terms", "terms:\n" + terms, "wrongterm1x", "rightterm1x"), encoding="utf-8")
        rules = [_rule("pattern", f"pattern: 'rareword{n}x (?:one|two)'\n", f"rareword{n}x one", "x") for n in range(_PATTERNS)]
        patterns = "rules:\n" + "".join(rule.removeprefix("rules:\n") for rule in rules)
        (own / "patterns.yaml").write_text(patterns, encoding="utf-8")
        (own / "whole.txt").write_text("\n\n".join(articles), encoding="utf-8")
        check = [sys.executable, "-m", "lint_news", "check", "--no-config", "--jobs", "1"]
        lines = []
        for label, arguments in (
            (f"{_TERMS} more terms", ["--rules", str(own / "terms.yaml"), str(folder)]),
            (f"{_PATTERNS} more patterns", ["--rules", str(own / "patterns.yaml"), str(folder)]),
            ("one file", [str(own / "whole.txt")]),
        ):
            race([[*check, *arguments]], 1)  # the rules are read and cached
            plain, grown = race([[*check, str(folder)], [*check, *arguments]], 3)
            lines.append(f"{label}: {grown / plain:.2f} x")
        return lines


def _rule(kind: str, options: str, flag: str, passes: str) -> str:
    return (
        f"rules:\n  - id: own/rule\n    kind: {kind}\n    severity: info\n    message: own\n    why: own\n    {options}"
        f"    examples: {{flag: ['{flag}'], pass: ['{passes}']}}\n"
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--growth", action="store_true")
    arguments = parser.parse_args()
    compileall.compile_dir(Path(lint_news.__file__).parent, quiet=2)
    texts = [path.read_text(encoding="utf-8") for path in sorted(arguments.texts.rglob("*.txt"))]
    articles = list(islice(cycle(texts), arguments.articles))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(articles):
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        lines = [*one_process(articles), *commands(folder)]
        if arguments.growth:
            lines += growth(folder, articles)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
