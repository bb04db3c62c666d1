"""Figures and sources of a corpus, held against spans judged by reading.

usage: python -m benchmarks.spans LANGUAGE TEXTS LABELS.jsonl --rules PREFIX --flag LABELS [--ignore LABELS] [--show]

A row of LABELS: {"file", "start", "end", "text", "label"}, offsets in code points of the file. A finding whose rule begins with
PREFIX must overlap the rows of the labels in --flag (recall; commas between labels) and no row of another label, those of
--ignore apart (precision).
benchmarks/labels/ holds rows and says how they were judged.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from lint_news import Linter


class Row(NamedTuple):
    """A judged range of code points of one text."""

    file: str
    start: int
    end: int
    text: str
    label: str


def read(path: Path) -> list[Row]:
    """The rows of a file of labels."""
    with path.open(encoding="utf-8") as lines:
        return [Row(**json.loads(line)) for line in lines]


def score(rows: list[Row], texts: Path, language: str, rules: str, flag: set[str], ignore: set[str], *, show: bool) -> str:
    """One line of figures; with ``show`` one more for each row that the rules see otherwise."""
    linter = Linter(language=language)
    found: dict[str, list[tuple[int, int]]] = {}
    for name in sorted({row.file for row in rows}):
        text = (texts / name).read_text(encoding="utf-8")
        spans = (one.span for one in linter.check_text(text) if one.rule.startswith(rules))
        found[name] = [(span.start, span.end) for span in spans]
        moved = [row for row in rows if row.file == name and text[row.start : row.end] != row.text]
        if moved:
            raise SystemExit(f"{texts / name}: not the text that was judged: {moved[0].text!r} isn't at {moved[0].start}")
    hits, wanted, wrong, others, notes = 0, 0, Counter[str](), 0, []
    for row in rows:
        if row.label in ignore:
            continue
        flagged = any(start < row.end and end > row.start for start, end in found[row.file])
        wanted, hits = wanted + (row.label in flag), hits + (flagged and row.label in flag)
        others += row.label not in flag
        if flagged and row.label not in flag:
            wrong[row.label] += 1
        if show and flagged != (row.label in flag):
            notes.append(f"    {'flagged' if flagged else 'missed'}  {row.label:13s} {row.file}:{row.start}  {row.text}")
    told = ", ".join(f"{label} {count}" for label, count in sorted(wrong.items()))
    precision = hits / max(hits + wrong.total(), 1)
    line = f"{rules}  found {hits}/{wanted} = {hits / max(wanted, 1):.3f}; "
    line += f"precision {hits}/{hits + wrong.total()} = {precision:.3f}; flagged wrongly {wrong.total()} of {others}"
    return "\n".join([line + (f" ({told})" if told else ""), *notes])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("texts", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--flag", required=True)
    parser.add_argument("--ignore", default="")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    flag, ignore = set(options.flag.split(",")), set(options.ignore.split(","))
    print(score(read(options.labels), options.texts, options.language, options.rules, flag, ignore, show=options.show))


if __name__ == "__main__":
    main()
