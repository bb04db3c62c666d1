"""Annotated copies of Word files: comments and tracked changes, read again as another program would; all else kept."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from lint_news.annotating import annotate
from lint_news.diagnostic import Diagnostic, region_of
from lint_news.document import Document, Span
from lint_news.engine import Linter
from lint_news.errors import InputError
from lint_news.formats.docx import read
from tests.conftest import lint_news
from tests.formats.word import RELATIONS, STORY, W, body, paragraph, word_file

SPACE = f"{{{W}}}"
BOLD = "<w:rPr><w:b/></w:rPr>"


def tree(data: bytes, part: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return fromstring(package.read(part))


def text(root: Element, *names: str) -> str:
    return "".join(one.text or "" for name in names for one in root.iter(SPACE + name))


def finding(document: Document, words: str, *suggestions: str, message: str = "look") -> Diagnostic:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Diagnostic(document.path, span, region_of(document, *span), "names/known", "warning", message, suggestions)


def annotated(content: str, *wanted: tuple[str, ...], **parts: str) -> tuple[bytes, bytes]:
    data = word_file(content, **parts)
    document = read(data, "a.docx", None)
    return data, annotate(data, document, [finding(document, words, *texts) for words, *texts in wanted])


def test_every_finding_is_a_comment_and_every_suggestion_a_change() -> None:
    data = word_file(STORY)
    document = read(data, "a.docx", None)
    found = Linter().check_document(document)
    copy = annotate(data, document, found)
    root = tree(copy)
    comments = list(tree(copy, "word/comments.xml"))
    assert [text(one, "t").partition(" [")[2].partition("]")[0] for one in comments] == [one.rule for one in found]
    numbers = {one.get(f"{SPACE}id") for one in comments}
    for sign in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {one.get(f"{SPACE}id") for one in root.iter(SPACE + sign)} == numbers
    ours = [one for one in root.iter(f"{SPACE}ins") if one.get(f"{SPACE}author") == "lint-news"]
    assert [text(one, "t") for one in ours] == [one.suggestions[0] for one in found if one.suggestions]
    # Accepted, the changes are the corrected story.
    after = read(copy, "a.docx", None).text
    for words, right in (
        ("Yans Stoltenberg", "Jens Stoltenberg"),
        ("Anthony Blinken", "Antony Blinken"),
        ("Source:", "Source\u202f:"),
    ):
        assert words in document.text
        assert words not in after
        assert right in after.replace("\u00a0:", "\u202f:").replace(" :", "\u202f:")


@pytest.mark.parametrize(
    ("content", "words", "replacement", "after"),
    [
        pytest.param(paragraph("one two three"), "two", "2", "one 2 three", id="inside a run"),
        pytest.param(paragraph("one t", "w", "o three"), "two", "2", "one 2 three", id="across runs"),
        pytest.param(paragraph("one two"), "one two", "x", "x", id="a whole run"),
        pytest.param(
            paragraph("one ", "<w:hyperlink><w:r><w:t>two</w:t></w:r></w:hyperlink>"), "one two", "x", "x", id="into a link"
        ),
        pytest.param(
            paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>b</w:t></w:r>"),
            "two",
            "2",
            "a\t2\nb",
            id="signs around",
        ),
        pytest.param(paragraph("a ", "two", " b"), "two", "R&D <x>", "a R&D <x> b", id="marks of XML"),
        pytest.param(paragraph("a ", "two", " b"), "two ", "", "a b", id="a deletion"),
    ],
)
def test_a_tracked_change(content: str, words: str, replacement: str, after: str) -> None:
    data, copy = annotated(body(content), (words, replacement))
    assert read(copy, "a.docx", None).text == after
    # Refused, it leaves the story as it was: what is deleted and what was there, without the insertions.
    root = tree(copy)
    inserted = {run for one in root.iter(f"{SPACE}ins") for run in one.iter(f"{SPACE}t")}
    kept = [one.text or "" for one in root.iter() if one.tag in (f"{SPACE}t", f"{SPACE}delText") and one not in inserted]
    assert "".join(kept) == text(tree(data), "t")


def test_the_new_words_look_like_the_old_ones() -> None:
    content = body(f"<w:p><w:r>{BOLD}<w:t>Anthony</w:t></w:r><w:r><w:t xml:space='preserve'> here</w:t></w:r></w:p>")
    _, copy = annotated(content, ("Anthony", "Antony"))
    inserted = next(tree(copy).iter(f"{SPACE}ins"))
    assert inserted.find(f".//{SPACE}b") is not None


def test_of_changes_that_overlap_the_first_is_made() -> None:
    _, copy = annotated(body(paragraph("one two three")), ("one two", "1 2"), ("two three", "2 3"))
    assert read(copy, "a.docx", None).text == "1 2 three"
    assert len(list(tree(copy, "word/comments.xml"))) == 2


def test_comments_that_stand_in_the_file_stay() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="7"><w:p><w:r><w:t>Ours</w:t></w:r></w:p></w:comment></w:comments>'
    _, copy = annotated(body(paragraph("one two")), ("two", "2"), comments=comments)
    found = list(tree(copy, "word/comments.xml"))
    assert [text(one, "t") for one in found] == ["Ours", "look [names/known]"]
    assert len({one.get(f"{SPACE}id") for one in found}) == 2


def test_a_finding_in_a_footnote_is_told_where_the_story_refers_to_it() -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph("Anthony Blinken")}</w:footnote></w:footnotes>'
    story = paragraph("one", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    _, copy = annotated(body(story), ("Anthony", "Antony"), footnotes=notes)
    assert "Antony" in text(tree(copy, "word/footnotes.xml"), "t")
    assert len(list(tree(copy).iter(f"{SPACE}commentReference"))) == 1
    assert not list(tree(copy, "word/footnotes.xml").iter(f"{SPACE}commentReference"))


def test_other_parts_are_kept_byte_for_byte() -> None:
    data, copy = annotated(STORY, ("Anthony", "Antony"))
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml", "word/_rels/document.xml.rels"}
        assert after.read("word/styles.xml") == before.read("word/styles.xml")
        assert after.read("_rels/.rels") == RELATIONS.encode()
        assert b"comments+xml" in after.read("[Content_Types].xml")


def test_no_finding_no_change() -> None:
    data, copy = annotated(STORY)
    assert text(tree(copy), "t") == text(tree(data), "t")
    with zipfile.ZipFile(io.BytesIO(copy)) as after:
        assert "word/comments.xml" not in after.namelist()


def test_messages_may_hold_anything() -> None:
    data = word_file(STORY)
    document = read(data, "a.docx", None)
    copy = annotate(data, document, [finding(document, "Anthony", "a\x00b\ud800", message="<w:p/>\x1b[31m & \ufffe")])
    assert text(tree(copy, "word/comments.xml"), "t") == "<w:p/>\ufffd[31m & \ufffd [names/known]"


def test_a_file_that_was_changed_meanwhile_is_left() -> None:
    document = read(word_file(STORY), "a.docx", None)
    with pytest.raises(InputError, match="changed meanwhile"):
        annotate(word_file(body(paragraph("new"))), document, [])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "story.docx").write_bytes(word_file(STORY))
    (tmp_path / "story.txt").write_text("Source: Médias\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--annotate", "out.docx", "story.txt"], "lint-news: story.txt: --annotate takes a Word file (.docx)"),
        (["--annotate", "no/out.docx", "story.docx"], "lint-news: no/out.docx: No such file or directory"),
        (["--annotate", "./story.docx", "story.docx"], "--annotate writes a copy: name another file than the story"),
        (["--annotate", "out.docx", "story.docx", "story.txt"], "--annotate takes one Word file"),
        (["--annotate", "out.docx", "--fix", "story.docx"], "--annotate goes without --fix, --diff and --across"),
    ],
)
def test_wrong_use(desk: Path, arguments: list[str], message: str) -> None:
    before = (desk / "story.docx").read_bytes()
    done = lint_news("check", *arguments, cwd=desk)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert sorted(path.name for path in desk.iterdir()) == ["story.docx", "story.txt"]
    assert (desk / "story.docx").read_bytes() == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_copy(desk: Path) -> None:
    assert lint_news("check", "--annotate", "out.docx", "story.docx", cwd=desk).returncode == 1
    profile = f"-env:UserInstallation={(desk / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "out.docx"]
    subprocess.run(command, cwd=desk, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(desk / "out.odt") as package:
        content = package.read("content.xml").decode()
    assert content.count("<office:annotation ") == 5
    assert content.count("<text:insertion>") >= 3
    assert content.count("<text:deletion>") >= 3
    assert "lint-news" in content
    assert "Antony Blinken" in content
