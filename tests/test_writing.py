"""Files written in one step: modes, links, pipes, and what is left after an error."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint_news.writing import replacing, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    """A folder with a file that others may not read, under a mask of its own."""
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o640)
    mask = os.umask(0o027)
    yield tmp_path
    os.umask(mask)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "like", "expected"),
    [("old", None, 0o640), ("new", None, 0o640), ("new", "script", 0o755), ("old", "script", 0o755)],
)
def test_permissions(desk: Path, name: str, like: str | None, expected: int) -> None:
    (desk / "script").touch()
    (desk / "script").chmod(0o755)
    write(str(desk / name), b"new", like=str(desk / like) if like else None)
    assert ((desk / name).read_bytes(), mode(desk / name)) == (b"new", expected)
    assert names(desk) == sorted({"old", "script", name})


@pytest.mark.parametrize("target", ["old", "there"])
def test_a_link_stays_a_link(desk: Path, target: str) -> None:
    (desk / "link").symlink_to(target)
    write(str(desk / "link"), b"new")
    assert (desk / "link").is_symlink()
    assert (desk / target).read_bytes() == b"new"


def test_a_pipe_is_written_not_replaced(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    reader = os.open(desk / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(str(desk / "pipe"), b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO((desk / "pipe").stat().st_mode)


@pytest.mark.parametrize("name", ["old", "new"])
def test_an_error_leaves_all_as_it_was(desk: Path, name: str) -> None:
    def write_half() -> None:
        with replacing(str(desk / name)) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert ((desk / "old").read_bytes(), names(desk)) == (b"old", ["old"])


def test_a_new_file_replaces_none(desk: Path) -> None:
    write(str(desk / "new"), b"new", new=True)
    for name in ("old", "new"):
        with pytest.raises(FileExistsError):
            write(str(desk / name), b"newer", new=True)
    assert ((desk / "old").read_bytes(), (desk / "new").read_bytes(), names(desk)) == (b"old", b"new", ["new", "old"])


@pytest.mark.parametrize("name", ["nowhere/new", ".", "old/new", "x" * 300])
def test_errors_name_the_file_that_was_meant(desk: Path, name: str) -> None:
    path = str(desk / name)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one it is, the system says
        write(path, b"new")
    assert caught.value.filename == path
    assert names(desk) == ["old"]
