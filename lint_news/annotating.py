"""A copy of a Word file with what was found in it: findings as comments, suggestions as tracked changes (ECMA-376, 17.13).

Everything else of the file stays as it is. lxml keeps the prefixes of namespaces, which Word's own markup refers to by name.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.errors import ConfigurationError, InputError
from lint_news.formats.docx import laid_out
from lint_news.formats.docx_changes import Marker, clean, element
from lint_news.formats.docx_parts import STORY_PARTS, WORD, attribute, open_package, paragraphs, part_text, read_part
from lint_news.formats.reading import read_bytes

AUTHOR = "lint-news"
_COMMENTS = "word/comments.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# All parts together, unpacked: they are held in memory once.
_MOST_BYTES = 512 * 1024 * 1024


def annotate(data: bytes, document: Document, found: Iterable[Diagnostic]) -> bytes:
    """The bytes of the annotated copy of a Word file that was read as ``document``. Raises InputError, ConfigurationError."""
    path = document.path
    if read_bytes(data, path).text != document.text:
        raise InputError("the file was changed meanwhile; nothing is written", path=path)
    package = open_package(data, path)
    if sum(info.file_size for info in package.infolist()) > _MOST_BYTES:
        raise InputError(f"the parts of the file have more than {_MOST_BYTES // 1024 // 1024} MB", path=path)
    trees = {name: _tree(package, name, path) for name in (*STORY_PARTS, _COMMENTS, _RELATIONS, _TYPES) if _has(package, name)}
    _Copy(trees).annotate(list(found))
    return _packed(package, trees, path)


def _has(package: zipfile.ZipFile, name: str) -> bool:
    return name in package.namelist()


def _tree(package: zipfile.ZipFile, name: str, path: str) -> Any:
    try:
        from lxml import etree
    except ImportError:
        raise ConfigurationError("--annotate needs lxml: pip install 'lint-news[docx]'") from None
    data = read_part(package, name, path)
    part_text(data, name, path)
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name} in it can't be annotated ({error.msg})", path=path) from None


class _Copy:
    """The parts of the copy: the story's own, the comments, and the two lists that name the comments."""

    def __init__(self, trees: dict[str, Any]) -> None:
        self._trees = trees
        used = [
            int(number)
            for tree in trees.values()
            for one in tree.iter()
            if isinstance(one.tag, str) and (number := attribute(one, "id")).isdigit() and len(number) < 10
        ]
        self._marker = Marker(AUTHOR, max(used, default=0) + 1)

    def annotate(self, found: list[Diagnostic]) -> None:
        """Mark every finding in the story and write its comment."""
        if not found:
            return
        comments = self._comments()
        parts = [name for name in STORY_PARTS if name in self._trees]
        every = [(name, one) for name in parts for one in paragraphs(self._trees[name])]
        waiting = sorted(found, key=lambda one: one.span)
        for (name, paragraph), start in laid_out(every, lambda one: one[1].text):
            length = len(paragraph.text)
            own = []
            while waiting and waiting[0].span.start <= start + length:
                own.append(waiting.pop(0))
            if not own:
                continue
            places = [(max(one.span.start - start, 0), min(one.span.end - start, length)) for one in own]
            numbers = self._marker.mark(paragraph, places, [one.suggestions[0] if one.suggestions else None for one in own])
            for number, one in zip(numbers, own, strict=True):
                comments.append(_comment(number, one))
                if name != STORY_PARTS[0]:
                    self._at_reference(paragraph.element, name, number)
                else:
                    self._marker.attach(number)

    def _at_reference(self, paragraph: Any, name: str, number: int) -> None:
        """Word has no comments in notes: they stand where the story refers to the note."""
        kind = "footnote" if "footnote" in name else "endnote"
        note = next((one for one in paragraph.iterancestors() if one.tag.endswith(kind)), None)
        wanted = attribute(note, "id") if note is not None else ""
        story = self._trees[STORY_PARTS[0]]
        reference = next((one for one in story.iter(f"{{*}}{kind}Reference") if attribute(one, "id") == wanted), None)
        run = reference.getparent() if reference is not None else next(story.iter("{*}r"), None)
        if run is not None:
            self._marker.attach(number, (run, run))

    def _comments(self) -> Any:
        """The part of comments, made and named in the package if there is none."""
        from lxml import etree

        if _COMMENTS in self._trees:
            return self._trees[_COMMENTS]
        space = {"w": WORD[1:-1]}
        self._trees[_COMMENTS] = etree.Element(f"{WORD}comments", nsmap=space)
        relations = f"{{{_PACKAGE}/relationships}}"
        if _RELATIONS not in self._trees:
            self._trees[_RELATIONS] = etree.Element(f"{relations}Relationships", nsmap={None: relations[1:-1]})
        taken = {one.get("Id") for one in self._trees[_RELATIONS]}
        name = next(f"rIdLint{number}" for number in range(1, len(taken) + 2) if f"rIdLint{number}" not in taken)
        values = {"Id": name, "Type": _COMMENTS_RELATION, "Target": "comments.xml"}
        etree.SubElement(self._trees[_RELATIONS], f"{relations}Relationship", values)
        if _TYPES in self._trees:
            values = {"PartName": f"/{_COMMENTS}", "ContentType": _COMMENTS_TYPE}
            etree.SubElement(self._trees[_TYPES], f"{{{_PACKAGE}/content-types}}Override", values)
        return self._trees[_COMMENTS]


def _comment(number: int, one: Diagnostic) -> Any:
    comment = element("comment", id=str(number), author=AUTHOR, initials="ln")
    others = [f"{related.region.line}: {related.message}" for related in one.related]
    if len(one.suggestions) > 1:
        others.append(" / ".join(one.suggestions))
    for line in (f"{one.message} [{one.rule}]", *others):
        paragraph = element("p")
        run = element("r")
        run.append(element("t", text=clean(line)))
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _packed(package: zipfile.ZipFile, trees: dict[str, Any], path: str) -> bytes:
    """The package with the parts of ``trees`` in the place of its own."""
    from lxml import etree

    out = io.BytesIO()
    written = {
        name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True) for name, tree in trees.items()
    }
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for info in package.infolist():
                part = written.pop(info.filename, None)
                copy.writestr(info, package.read(info) if part is None else part)
            for name, part in written.items():
                copy.writestr(name, part)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise InputError("a part of the file is broken or encrypted", path=path) from None
    return out.getvalue()
