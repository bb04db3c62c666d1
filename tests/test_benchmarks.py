"""The benchmark commands run, on small data of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

STORY = "Mariela Glandt spoke in Lyon. Glandt left. Then Mariela Glandt slept.\n"


def test_names(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(STORY, encoding="utf-8")
    row = {"file": "a.txt", "start": 8, "end": 14, "original": "Glandt", "injected": "Glanndt"}
    (tmp_path / "plan.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "pairs.csv").write_text(
        "schema,name1,name2,is_match,category\n"
        "Person,Barackk Obama,Barack Obama,true,Typo\n"
        "Person,Jane Smith,John Brown,false,Other\n",
        encoding="utf-8",
    )
    arguments = ["en", tmp_path / "texts", tmp_path / "plan.jsonl", "--pairs", tmp_path / "pairs.csv"]
    command = [sys.executable, "-m", "benchmarks.names", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[0].startswith("lint-news  found 1/1 = 1.000; suggestion right 1.000 of those; alarms 0.00 per 10,000 words; ")
    assert "same person: corrected 1 of 1" in lines
    assert "different people: wrongly corrected 0 of 1" in lines


def test_speed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.speed", str(tmp_path), "--articles", "3", "--growth"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "one process",
        "check",
        "start-up",
        "10000 more terms",
        "500 more patterns",
        "one file",
    ]


def test_spans(tmp_path: Path) -> None:
    text = "The blast left 14 dead.\n\nLynn Poe said 12 people came. It cost $5,000.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    judged = [("14", "unattributed"), ("12", "unattributed"), ("5,000", "own")]
    rows = [
        {"file": "a.txt", "start": text.index(span), "end": text.index(span) + len(span), "text": span, "label": label}
        for span, label in judged
    ]
    labels = tmp_path / "labels.jsonl"
    labels.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    options = ["--rules", "figures/unattributed", "--flag", "unattributed", "--show"]
    command = [sys.executable, "-m", "benchmarks.spans", "en", str(tmp_path), str(labels), *options]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines == [
        "figures/unattributed  found 1/2 = 0.500; precision 1/2 = 0.500; flagged wrongly 1 of 1 (own 1)",
        "    missed  unattributed  a.txt:39  12",
        "    flagged  own           a.txt:64  5,000",
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks" / "labels").glob("*.jsonl")), ids=lambda path: path.stem)
def test_labels_are_well_formed(path: Path) -> None:
    known = {
        "figures": {"unattributed", "vague", "attributed", "own", "quoted", "result", "skip"},
        "vague": {"vague", "anonymous", "identified", "direct-speech", "not-source"},
    }[path.stem.partition("_")[0]]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {row["label"] for row in rows} <= known
    assert all(len(row["text"]) == row["end"] - row["start"] > 0 for row in rows)
    places = [(row["file"], row["start"]) for row in rows]
    assert places == sorted(set(places))
