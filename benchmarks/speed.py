"""Speed of the whole rule set, beside codespell in the same run.

usage: python -m benchmarks.speed TEXTS [--articles 1000] [--growth]

The articles of TEXTS (a folder of .txt files; its subfolders count) are repeated until there are as many as asked for. Printed:
megabytes a second of one process, by annotation; wall time of the commands with all their processes, codespell's beside it
(``pip install lint-news[benchmarks]``); start-up on one short story, best of five. With --growth, what 10,000 more term rules,
500 more patterns, and one file instead of many cost.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from lint_news import Document, Linter
from lint_news.language.annotations import Annotations

_ANNOTATIONS = (
    "tokens", "sentences", "quotations", "mentions", "name_records", "attributions", "quantities", "dates", "zones",
)  # fmt: skip
_TERMS, _PATTERNS = 10_000, 500


def seconds(command: list[str], times: int = 1) -> float:
    """The best wall time of a command."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        best = min(best, time.perf_counter() - start)
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
    """Wall times of the commands on a folder."""
    ours = [sys.executable, "-m", "lint_news", "check", "--no-config", str(folder)]
    lines = [f"check: {seconds(ours, 3):.2f} s"]
    codespell = shutil.which("codespell", path=str(Path(sys.executable).parent)) or shutil.which("codespell")
    story = str(next(folder.glob("*.txt")))
    start = seconds([*ours[:-1], story], 5)
    if codespell:
        lines[0] += f"; codespell: {seconds([codespell, str(folder)], 3):.2f} s"
        lines.append(f"start-up: {start:.3f} s; codespell: {seconds([codespell, story], 5):.3f} s")
    else:
        lines.append(f"start-up: {start:.3f} s (codespell isn't installed)")
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
        plain = seconds([*check, str(folder)], 3)
        lines = []
        for label, arguments in (
            (f"{_TERMS} more terms", ["--rules", str(own / "terms.yaml"), str(folder)]),
            (f"{_PATTERNS} more patterns", ["--rules", str(own / "patterns.yaml"), str(folder)]),
            ("one file", [str(own / "whole.txt")]),
        ):
            seconds([*check, *arguments])  # the rules are read and cached
            lines.append(f"{label}: {seconds([*check, *arguments], 3) / plain:.2f} x")
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
