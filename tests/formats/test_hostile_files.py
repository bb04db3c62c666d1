"""Files that somebody made to harm: bombs, references out of the file, nests, halves of characters."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.registry import format_of, reader
from tests.conftest import lint_news

DEPTH = 100_000


def read(text: str | bytes, path: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return reader(format_of(path, data))(data, path, None)


BOMB = (
    '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<nitf><body><p>&c;</p></body></nitf>"
)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(BOMB, id="entity bomb"),
        pytest.param('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><p>&x;</p></nitf>', id="external entity"),
        pytest.param('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><nitf/>', id="parameter entity"),
    ],
)
def test_entities_are_refused(source: str) -> None:
    with pytest.raises(InputError, match=r"wire\.xml:1:\d+: the file declares entities of its own"):
        read(source, "wire.xml")


def test_an_external_dtd_is_never_read(tmp_path: Path) -> None:
    dtd = tmp_path / "evil.dtd"
    dtd.write_text('<!ENTITY eacute "EVIL">')
    source = f'<!DOCTYPE nitf SYSTEM "{dtd.as_uri()}"><nitf><body><p>caf&eacute;</p></body></nitf>'
    assert read(source, "wire.xml").text == "café"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        pytest.param("a.html", "<div>" * DEPTH + "word" + "</div>" * DEPTH, id="HTML blocks"),
        pytest.param("a.html", "<b>" * DEPTH + "word", id="HTML tags that never end"),
        pytest.param("a.html", "<nav>" * DEPTH + "</nav>" * DEPTH + "word", id="navigation in navigation"),
        pytest.param("a.xml", "<nitf><body>" + "<p>" * DEPTH + "word" + "</p>" * DEPTH + "</body></nitf>", id="XML"),
        pytest.param("a.json", '{"a":' + "[" * DEPTH + "]" * DEPTH + ', "headline": "word"}', id="JSON lists"),
        pytest.param("a.json", '{"a":' * DEPTH + "1" + "}" * (DEPTH - 1) + ', "headline": "word"}', id="JSON objects"),
    ],
)
def test_deep_nests(path: str, source: str) -> None:
    assert read(source, path).text == "word"


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<!--",
        "<a ",
        '<a "',
        "<a b='",
        "</",
        "<script>",
        "&",
        "&#",
        "<p><b>",
        "</p>",
        "<nav>",
        "<!",
        "a=",
        "<a a=\"'>",
        " \n",
    ],
)
def test_tag_soup_costs_what_it_is_long(unit: str) -> None:
    started = time.perf_counter()
    read("word " + unit * (300_000 // len(unit)), "a.html")
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    "unit",
    [
        "`",
        "` `` ",
        "[",
        "![",
        "](",
        "](a",
        "*a",
        "_",
        "> ",
        "- ",
        "<a ",
        "<!--",
        "\\",
        "[^a",
        "|",
        "#",
        "- - -",
        "\n\n    ",
        "&a",
    ],
)
def test_markdown_soup_costs_what_it_is_long(unit: str) -> None:
    started = time.perf_counter()
    read("word " + unit * (100_000 // len(unit)), "a.md")
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"headline": "a\\u0000b"}', "a\ufffdb"),
        ('{"headline": "a\\ud800b"}', "a\ufffdb"),
        ('{"headline": "a\\udc00\\ud800b"}', "a\ufffd\ufffdb"),
        ('{"body_html": "<p>a&#0;&#xD800;b&#x110000;</p>"}', "a\ufffd\ufffdb\ufffd"),
    ],
)
def test_nul_and_lone_surrogates(source: str, expected: str) -> None:
    text = read(source, "a.json").text
    assert text == expected
    assert text.encode("utf-8")


@pytest.mark.parametrize("cut", range(0, 900, 37))
@pytest.mark.parametrize("name", ["story.nitf", "story.json", "story.html", "story.newsml.xml"])
def test_cut_files_are_read_or_told_of(name: str, cut: int) -> None:
    data = (Path(__file__).parent / "stories" / name).read_bytes()[:cut]
    told = ""
    try:
        document = read(data, name)
        assert document.position(len(document.text))
    except InputError as error:
        told = str(error)
    assert not told or told.startswith(name)
    assert "\n" not in told


def test_one_broken_wire_hides_no_other_story(tmp_path: Path) -> None:
    (tmp_path / "a.nitf").write_text("<nitf><body>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Source: Médias\n", encoding="utf-8")
    done = lint_news("check", "--language", "fr", "a.nitf", "b.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert (
        done.stderr.decode()
        .splitlines()[0]
        .endswith("a.nitf:1:13: not well-formed XML (no element found); mend the file or export it again")
    )
    assert "b.txt:1:1: warning" in done.stdout.decode()


def test_a_folder_gives_stories_and_no_settings(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "left-pad"}')
    (tmp_path / "pom.xml").write_text("<project/>")
    (tmp_path / "a.json").write_text('{"headline": "A quiet day"}')
    (tmp_path / "a.xml").write_text("<nitf><body><p>A quiet day</p></body></nitf>")
    done = lint_news("check", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"0 findings in 2 stories\n")
