"""Word files: paragraphs as lines, styles as zones, changes, notes; and files that somebody made to harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_news.document import Document
from lint_news.engine import Linter
from lint_news.errors import InputError
from lint_news.formats.docx import read
from lint_news.formats.reading import read_story
from tests.formats.test_readers import FOUND, STORIES, ZONES
from tests.formats.word import STORY, W, body, paragraph, word_file


def word(content: str, **parts: str) -> Document:
    return read(word_file(content, **parts), "a.docx", None)


def test_the_same_story_in_word(tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(word_file(STORY))
    document = read_story(str(path))
    found = Linter().check_document(document)
    assert document.text == read_story(str(STORIES / "story.txt")).text.rstrip()
    assert [zone.kind for zone in document.zones] == ZONES
    assert [(one.rule, document.text[one.span.start : one.span.end]) for one in found] == FOUND
    # The paragraph is the line, empty ones too.
    assert [one.region.line for one in found] == [4, 4, 4, 6, 6]
    assert document.source_span(0, 5) is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(paragraph("a", "b"), "ab", id="runs"),
        pytest.param(paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc", id="signs"),
        pytest.param(paragraph("a", "<w:del><w:r><w:t>b</w:t></w:r></w:del>"), "a", id="deletion"),
        pytest.param(paragraph("a", "<w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>"), "ab", id="moved here"),
        pytest.param(paragraph("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", " b"), "link b", id="link"),
        pytest.param(paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", "a"), "a", id="field"),
        pytest.param(f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr></w:tbl>" + paragraph("b"), "a\n\nb", id="table"),
        pytest.param(
            paragraph("a", "<w:r><w:txbxContent>" + paragraph("box") + "</w:txbxContent></w:r>", "b"),
            "ab\n\nbox",
            id="text box",
        ),
    ],
)
def test_text(content: str, expected: str) -> None:
    assert word(body(content)).text == expected


def test_footnotes_stand_behind_the_story() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator">{paragraph("x")}</w:footnote>'
        f"<w:footnote>{paragraph('Source: Médias')}</w:footnote></w:footnotes>"
    )
    document = word(body(paragraph("a")), footnotes=notes)
    assert document.text == "a\n\nSource: Médias"
    assert document.position(3) == (2, 1)


WITHOUT_STORY = word_file(STORY).replace(b"word/document.xml", b"word/documant.xml")
CUT = "not a Word file (.docx), or one that is cut off"
DOCTYPE = "word/document.xml in it has a document type; lint-news does not read such files"
INVALID = "word/document.xml in it is not well-formed XML (mismatched tag: line 1, column 136)"
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + f'<w:document xmlns:w="{W}"><w:t>&b;</w:t></w:document>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"PK\x03\x04 not a zip file", CUT, id="no zip file"),
        pytest.param(b"", CUT, id="empty"),
        pytest.param(word_file(STORY)[:-40], CUT, id="cut off"),
        pytest.param(WITHOUT_STORY, "not a Word file: it has no word/document.xml", id="other parts"),
        pytest.param(word_file(BOMB), DOCTYPE, id="entity bomb"),
        pytest.param(word_file(body("<w:p>")), INVALID, id="invalid"),
        pytest.param(word_file(" " * (33 * 1024 * 1024)), "word/document.xml in it has more than 32 MB", id="zip bomb"),
    ],
)
def test_one_line_says_what_is_wrong(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "a.docx", None)
    assert str(caught.value) == f"a.docx: {message}"


def test_broken_bytes_in_a_part() -> None:
    data = bytearray(word_file(STORY))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = b"\0" * 20
    with pytest.raises(InputError, match=r"^a\.docx: word/document\.xml in it is broken or encrypted$"):
        read(bytes(data), "a.docx", None)


def test_deep_nests() -> None:
    depth = 100_000
    assert word(body("<w:p>" + "<w:r>" * depth + "<w:t>word</w:t>" + "</w:r>" * depth + "</w:p>")).text == "word"
