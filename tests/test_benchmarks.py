"""The benchmark commands run, on small data of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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
