"""Tracked changes and the ranges of comments in the paragraphs of a Word file (ECMA-376, 17.13.4 and 17.13.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from lint_news.formats.docx_parts import WORD, Paragraph, local_name

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def clean(text: str) -> str:
    """The text with what XML can't hold as U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def element(name: str, *, text: str = "", **attributes: str) -> Any:
    """A new element of WordprocessingML."""
    from lxml import etree

    made = etree.Element(WORD + name, {WORD + key: value for key, value in attributes.items()}, nsmap={"w": WORD[1:-1]})
    if text:
        made.text = text
        made.set(_SPACE, "preserve")
    return made


class _Atom(NamedTuple):
    """A run that shows the code points ``start`` to ``end`` of its paragraph and nothing else."""

    start: int
    end: int
    run: Any


class Marker:
    """Marks findings; ``number`` is the first one that is free for comments and changes."""

    def __init__(self, author: str, number: int) -> None:
        self._author = author
        self._number = number
        self._ends: dict[int, tuple[Any, Any]] = {}

    def _next(self) -> int:
        self._number += 1
        return self._number - 1

    def mark(self, paragraph: Paragraph, places: Sequence[tuple[int, int]], replacements: Sequence[str | None]) -> list[int]:
        """Make the tracked changes of a paragraph's findings (in order of place); numbers for their comments.

        Of changes that overlap, the first one is made.
        """
        atoms = _atoms(paragraph, sorted({offset for place in places for offset in place}))
        numbers = []
        done = -1
        # Where a range of comments begins and ends: the run, or what the change has put around it.
        outer: dict[Any, tuple[Any, Any]] = {}
        covered: list[list[_Atom]] = []
        for (start, end), replacement in zip(places, replacements, strict=True):
            inside = [atom for atom in atoms if atom.start < end and start < atom.end]
            if not inside:
                inside = [atom for atom in atoms if atom.start <= start <= atom.end][:1] or atoms[-1:]
            covered.append(inside)
            numbers.append(self._next())
            whole = bool(inside) and inside[0].start == start and inside[-1].end == end
            if replacement is not None and whole and start >= done and start < end:
                self._change(inside, clean(replacement), outer)
                done = end
        for number, inside in zip(numbers, covered, strict=True):
            if inside:
                first, last = inside[0].run, inside[-1].run
                self._ends[number] = (outer.get(first, (first, first))[0], outer.get(last, (last, last))[1])
            else:
                self._ends.pop(number, None)
        return numbers

    def _change(self, atoms: list[_Atom], replacement: str, outer: dict[Any, tuple[Any, Any]]) -> None:
        for atom in atoms:
            run = atom.run
            deleted = self._tracked("del")
            run.addprevious(deleted)
            deleted.append(run)
            for child in run:
                if local_name(child) == "t":
                    child.tag = child.tag[: -len("t")] + "delText"
            outer[run] = (deleted, deleted)
        last = atoms[-1].run
        if replacement:
            run = element("r")
            properties = next((child for child in atoms[0].run if local_name(child) == "rPr"), None)
            if properties is not None:
                run.append(deepcopy(properties))
            run.append(element("t", text=replacement))
            inserted = self._tracked("ins")
            inserted.append(run)
            # Insertions don't nest: within somebody else's, ours stands behind it.
            place = outer[last][1]
            while local_name(place.getparent()) in ("ins", "moveTo"):
                place = place.getparent()
            place.addnext(inserted)
            outer[last] = (outer[last][0], inserted)

    def _tracked(self, name: str) -> Any:
        return element(name, id=str(self._next()), author=self._author)

    def attach(self, number: int, ends: tuple[Any, Any] | None = None) -> None:
        """Put the range and the sign of a comment around its finding, or around the elements given."""
        ends = ends or self._ends.get(number)
        if ends is None:
            return
        first, last = ends
        identifier = str(number)
        first.addprevious(element("commentRangeStart", id=identifier))
        sign = element("r")
        sign.append(element("commentReference", id=identifier))
        last.addnext(sign)
        last.addnext(element("commentRangeEnd", id=identifier))


def _atoms(paragraph: Paragraph, cuts: list[int]) -> list[_Atom]:
    """The runs of a paragraph, split at the offsets given."""
    atoms = []
    at = 0
    for piece in paragraph.pieces:
        end = at + len(piece.text)
        run: Any = piece.element.getparent()  # type: ignore[attr-defined]
        if local_name(run) == "r" and piece.text:
            inner = [cut - at for cut in cuts if at < cut < end] if local_name(piece.element) == "t" else []
            bounds = [0, *inner, len(piece.text)]
            part = _alone(run, piece.element)
            for first, last in pairwise(bounds):
                part = part if first == 0 else _behind(part)
                text = next(child for child in part if local_name(child) != "rPr")
                if inner:
                    text.text = piece.text[first:last]
                    text.set(_SPACE, "preserve")
                atoms.append(_Atom(at + first, at + last, part))
        at = end
    return atoms


def _alone(run: Any, child: Any) -> Any:
    """A run that holds only this child of a run (and its properties): what stands before and behind gets runs of its own."""
    children = [one for one in run if local_name(one) != "rPr"]
    if len(children) == 1:
        return run
    before = children[: children.index(child)]
    if before:
        head = _copied(run)
        run.addprevious(head)
        head.extend(before)
    behind = children[children.index(child) + 1 :]
    if behind:
        # The rest keeps the element, since pieces that follow ask for their parent.
        own = _copied(run)
        run.addprevious(own)
        own.append(child)
        return own
    return run


def _copied(run: Any) -> Any:
    """An empty run with the attributes and properties of another."""
    made = element("r")
    made.attrib.update(run.attrib)
    properties = next((one for one in run if local_name(one) == "rPr"), None)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _behind(run: Any) -> Any:
    """A copy of a run of one text, put behind it."""
    made = deepcopy(run)
    made.tail = None
    run.addnext(made)
    return made
