"""Word files (ECMA-376, WordprocessingML): their parts, read within limits, and paragraphs with their pieces of text.

Inserted text counts as written, deleted text as gone; headers, footers and comments are no copy.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from lint_news.errors import InputError
from lint_news.formats.xml_events import decode_xml

# A part of more bytes than this, unpacked, is no news story: 200 bytes of a zip file can say a gigabyte.
MOST_BYTES = 32 * 1024 * 1024
STORY_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(("del", "moveFrom", "rPr", "sectPr", "tblPr", "tcPr", "trPr", "instrText", "delText", "delInstrText"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class Piece(NamedTuple):
    """What one element (``w:t``, ``w:br`` ...) of a run shows."""

    text: str
    element: Element


class Paragraph(NamedTuple):
    """A paragraph: its element, the name of its style as in the file, its pieces."""

    element: Element
    style: str
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(piece.text for piece in self.pieces)


def open_package(data: bytes, path: str) -> zipfile.ZipFile:
    """The parts of a file. Raises InputError for what is no Word file."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        package.getinfo(STORY_PARTS[0])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise InputError("not a Word file (.docx), or one that is cut off", path=path) from None
    except KeyError:
        raise InputError("not a Word file: it has no word/document.xml", path=path) from None
    return package


def read_part(package: zipfile.ZipFile, name: str, path: str) -> bytes:
    """The bytes of a part, empty if there is none. Raises InputError for a broken or an oversized one."""
    if name not in package.namelist():
        return b""
    try:
        with package.open(name) as file:
            data = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        raise InputError(f"{name} in it is broken or encrypted", path=path) from None
    if len(data) > MOST_BYTES:
        raise InputError(f"{name} in it has more than {MOST_BYTES // 1024 // 1024} MB", path=path)
    return data


def part_text(data: bytes, name: str, path: str) -> str:
    """A part as text. Raises InputError for one with a document type, which no Word file has and only bombs need."""
    text = decode_xml(data, path, None)
    if "<!DOCTYPE" in text:
        raise InputError(f"{name} in it has a document type; lint-news does not read such files", path=path)
    return text


def part_tree(data: bytes, name: str, path: str) -> Element:
    """The elements of a part. Raises InputError."""
    try:
        return fromstring(part_text(data, name, path))
    except (ParseError, ValueError) as error:
        raise InputError(f"{name} in it is not well-formed XML ({error})", path=path) from None


def local_name(element: Element) -> str:
    """The name of an element of WordprocessingML; empty for others."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if tag.startswith((WORD, _STRICT)) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute in WordprocessingML's namespace."""
    return element.get(WORD + name) or element.get(_STRICT + name) or ""


def paragraphs(root: Element) -> list[Paragraph]:
    """The paragraphs of a part in the order in which they begin; those of a text box stand beside the one that holds it."""
    found: list[Paragraph] = []
    within: list[Paragraph] = []
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, left = waiting.pop()
        name = local_name(element)
        if left:
            within.pop()
        elif name in _SKIPPED or element.tag == _FALLBACK or (name in ("footnote", "endnote") and attribute(element, "type")):
            continue
        elif name == "pPr":
            style = next((child for child in element if local_name(child) == "pStyle"), None)
            if within and style is not None:
                at = next(index for index in range(len(found) - 1, -1, -1) if found[index] is within[-1])
                found[at] = within[-1] = within[-1]._replace(style=attribute(style, "val"))
        elif name == "t" or name in _SIGNS:
            if within:
                within[-1].pieces.append(Piece(_SIGNS.get(name) or element.text or "", element))
        else:
            if name == "p":
                within.append(Paragraph(element, "", []))
                found.append(within[-1])
                waiting.append((element, True))
            waiting.extend((child, False) for child in reversed(list(element)))
    return found


def style_names(root: Element) -> dict[str, str]:
    """Names of styles, small, by their identifier in the file, each with those that it is based on behind it."""
    own: dict[str, tuple[str, str]] = {}
    for style in root:
        if local_name(style) == "style":
            told = {local_name(child): attribute(child, "val") for child in style}
            own[attribute(style, "styleId")] = (told.get("name", "").lower(), told.get("basedOn", ""))
    names: dict[str, str] = {}
    for identifier in own:
        chain: list[str] = []
        at = identifier
        while at in own and len(chain) < 12:
            chain.append(own[at][0])
            at = own[at][1]
        names[identifier] = "\n".join(chain)
    return names
