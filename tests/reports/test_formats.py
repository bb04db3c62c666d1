"""Each format against its published schema or a program that reads it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from diff_cover.git_path import GitPathTool
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from junitparser import JUnitXml
from sarif import loader

from lint_news.document import Document, Segment
from lint_news.reports import StoryReport, format_names
from tests.conftest import ROOT, lint_news
from tests.reports.conftest import PAGE, WHY, finding, story, unreadable, write

TEXT = "Café: Yans Stoltenberg and\n\tJens Stoltenberg met.\n"
DOCUMENT = Document(TEXT, path="copy desk/été.txt", language="en")
FOUND = finding(DOCUMENT, "Yans Stoltenberg", "Jens Stoltenberg", note='"Jens" here')
STORY = story(DOCUMENT, FOUND, finding(DOCUMENT, "met", severity="info"), finding(DOCUMENT, "Café", severity="error"))
BROKEN = unreadable("copy desk/b.txt", "not a text file")


def schema(name: str) -> Any:
    return json.loads((ROOT / "tests" / "schemas" / name).read_text(encoding="utf-8"))


def test_the_formats_are_these() -> None:
    assert format_names() == (
        *("checkstyle", "full", "github", "gitlab", "html", "json", "jsonl", "junit", "rdjson", "sarif", "text"),
    )


@pytest.mark.parametrize("reports", [(), (STORY,), (STORY, BROKEN)], ids=["nothing", "one", "unreadable"])
def test_sarif_follows_its_schema(reports: tuple[StoryReport, ...]) -> None:
    jsonschema.validate(json.loads(write("sarif", *reports)), schema("sarif-2.1.0.json"), jsonschema.Draft4Validator)


def test_sarif_says_where_why_and_what_to_write_instead() -> None:
    run = json.loads(write("sarif", STORY, BROKEN))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "copy%20desk/%C3%A9t%C3%A9.txt", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 23}
    assert place["region"] == {**region, "snippet": {"text": "Yans Stoltenberg"}}
    replacement = {"deletedRegion": region, "insertedContent": {"text": "Jens Stoltenberg"}}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"] == [replacement]
    assert result["relatedLocations"][0]["message"]["text"] == '"Jens" here'
    assert [one["level"] for one in run["results"]] == ["warning", "note", "error"]
    assert run["tool"]["driver"]["rules"][0]["help"] == {"text": WHY}
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == PAGE
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_is_read_by_sarif_tools(tmp_path: Path) -> None:
    (tmp_path / "out.sarif").write_text(write("sarif", STORY), encoding="utf-8")
    records = loader.load_sarif_file(str(tmp_path / "out.sarif")).get_records()
    assert [(one["Severity"], one["Code"], one["Line"]) for one in records] == [
        ("warning", "names/known", 1),
        ("note", "names/known", 2),
        ("error", "names/known", 1),
    ]


@pytest.mark.parametrize("reports", [(), (STORY,), (STORY, BROKEN)], ids=["nothing", "one", "unreadable"])
def test_rdjson_follows_its_schema(reports: tuple[StoryReport, ...]) -> None:
    jsonschema.validate(json.loads(write("rdjson", *reports)), schema("rdformat.json"))


def test_rdjson_counts_bytes() -> None:
    first = json.loads(write("rdjson", STORY))["diagnostics"][0]
    place = {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 24}}
    assert first["location"] == {"path": "copy desk/été.txt", "range": place}
    assert first["code"] == {"value": "names/known", "url": PAGE}
    assert first["suggestions"] == [{"range": place, "text": "Jens Stoltenberg"}]


def test_no_replacement_is_offered_where_the_source_writes_the_place_in_another_way() -> None:
    source = "<p>Yans &amp; Co</p>"
    document = Document("Yans & Co", source=source, segments=(Segment(0, 3, 6, 6), Segment(6, 13, 3, 3)), path="a.html")
    reports = [story(document, finding(document, words, *texts)) for words, *texts in (("Yans & Co", "J"), ("Co", "C&", "Ko"))]
    assert [len(one.get("suggestions", ())) for one in json.loads(write("rdjson", *reports))["diagnostics"]] == [0, 1]


def test_junit_is_read_by_junitparser() -> None:
    suites = list(JUnitXml.fromstring(write("junit", STORY, BROKEN, StoryReport("clean.txt", ())).encode()))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("copy desk/été.txt", 3, 2, 0),
        ("copy desk/b.txt", 1, 0, 1),
        ("clean.txt", 1, 0, 0),
    ]
    first = next(iter(suites[0]))
    assert (first.classname, first.name) == ("copy desk/été.txt", "names/known 1:7")
    assert first.result[0].message == '"Yans Stoltenberg" is wrong'


def test_checkstyle() -> None:
    root = ET.fromstring(write("checkstyle", STORY, BROKEN).encode())
    assert [file.get("name") for file in root] == ["copy desk/été.txt", "copy desk/b.txt"]
    assert root[0][0].attrib == {
        "line": "1",
        "column": "7",
        "severity": "warning",
        "message": '"Yans Stoltenberg" is wrong',
        "source": "lint-news.names.known",
    }


def test_checkstyle_is_read_by_diff_quality(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    GitPathTool.set_cwd(str(ROOT))
    assert CheckstyleXmlDriver().parse_reports([write("checkstyle", STORY, BROKEN, StoryReport("clean.txt", ()))]) == {
        "copy desk/été.txt": [
            (1, 'warning: "Yans Stoltenberg" is wrong'),
            (2, 'info: "met" is wrong'),
            (1, 'error: "Café" is wrong'),
        ],
        "copy desk/b.txt": [(1, "error: not a text file")],
    }


def test_github() -> None:
    assert write("github", STORY, BROKEN).splitlines() == [
        '::warning file=copy desk/été.txt,line=1,endLine=1,col=7,endColumn=23,title=names/known::"Yans Stoltenberg" is wrong'
        '%0Acopy desk/été.txt:1:7: "Jens" here',
        '::notice file=copy desk/été.txt,line=2,endLine=2,col=19,endColumn=22,title=names/known::"met" is wrong',
        '::error file=copy desk/été.txt,line=1,endLine=1,col=1,endColumn=5,title=names/known::"Café" is wrong',
        "::error file=copy desk/b.txt::copy desk/b.txt: not a text file",
    ]


def test_gitlab_has_what_its_documentation_asks_for() -> None:
    found = json.loads(write("gitlab", STORY))
    first = found[0]
    assert set(first) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert re.fullmatch("[0-9a-f]{64}", first["fingerprint"])
    assert first["location"] == {"path": "copy desk/été.txt", "lines": {"begin": 1, "end": 1}}
    assert [one["severity"] for one in found] == ["minor", "info", "major"]


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_fingerprints_outlive_edits_elsewhere_and_are_all_unlike(name: str) -> None:
    def prints(text: str, *words: str) -> list[str]:
        document = Document(text, path="a.txt")
        value = json.loads(write(name, story(document, *(finding(document, word) for word in words))))
        if name == "gitlab":
            return [one["fingerprint"] for one in value]
        return [one["partialFingerprints"]["lintNewsFinding/v1"] for one in value["runs"][0]["results"]]

    before = prints("Yans met Jens.", "Yans", "Yans", "Jens")
    assert len(set(before)) == 3
    assert prints("A line more.\n\nThen Yans met Jens.", "Yans", "Yans", "Jens") == before


def test_jsonl_has_the_objects_of_json() -> None:
    lines = write("jsonl", STORY).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(write("json", STORY))


@pytest.mark.parametrize(
    "name", ["json", "jsonl", "sarif", "rdjson", "gitlab", "junit", "checkstyle", "github", "html", "full"]
)
def test_a_pool_hands_over_what_the_format_needs(name: str) -> None:
    files = ["examples/otan-blinken.txt", "examples/nato-blinken.txt"]
    one, two = (lint_news("check", *files, "--output-format", name, "--jobs", jobs) for jobs in "12")
    assert one.stdout == two.stdout
    assert b"Stoltenberg" in two.stdout


def test_the_documentation_has_every_format() -> None:
    page = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    assert [name for name in format_names() if f"`{name}`" not in page] == []
