"""The editorial repository of examples/: its hook under the real pre-commit, its CI jobs against their schemas and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.formats.word import body, paragraph, word_file

EXAMPLE = ROOT / "examples" / "editorial-repo"
BAD = "PORT ELIN, 3 March 2025 – The harbour will reopen , Mariella Glandt said.\n"
GOOD = "PORT ELIN, 3 March 2025 – The harbour will reopen, Mariela Glandt said.\n"


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    identity = {"GIT_CONFIG_GLOBAL": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        identity.update({f"GIT_{who}_NAME": "Desk", f"GIT_{who}_EMAIL": "desk@example.org"})
    # Tools by name are those of the environment that the tests run in.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables = {**os.environ, **identity, "PATH": path, **environment}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=variables, check=False, timeout=300)


def committed(folder: Path) -> str:
    """Make a folder a git repository with all in it committed; the revision."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        done = run("git", *command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A copy of the example that is under git."""
    folder = tmp_path / "desk"
    shutil.copytree(EXAMPLE, folder)
    return folder


WIRE = {
    "stories/page.html": f"<p>{BAD}</p>\n",
    "stories/item.nitf": f"<nitf><body><body.content><p>{BAD}</p></body.content></body></nitf>\n",
    "stories/item.json": json.dumps({"headline": "Port Elin", "body_text": BAD}),
    "stories/sitemap.xml": "<urlset><url>recieve , it</url></urlset>\n",
    "package.json": '{"description": "recieve , it"}\n',
    "archive/old.html": f"<p>{BAD}</p>\n",
}


def test_a_commit_is_stopped_and_passes_after_the_fix(desk: Path, tmp_path: Path) -> None:
    tool = tmp_path / "lint-news"
    tool.mkdir()
    for name in ("lint_news", "rules"):
        shutil.copytree(ROOT / name, tool / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, tool)
    config = yaml.safe_load((desk / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == ["lint-news", "lint-news-wire"]
    config["repos"][0].update(repo=str(tool), rev=committed(tool))
    (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    committed(desk)
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    assert run("pre-commit", "install", cwd=desk, **home).returncode == 0
    story = desk / "stories" / "new.md"
    story.write_text(BAD, encoding="utf-8")
    run("git", "add", "stories/new.md", cwd=desk)

    stopped = run("git", "commit", "-m", "A story", cwd=desk, **home)
    assert stopped.returncode == 1
    assert 'stories/new.md:1:53: warning: "Mariella Glandt" is spelt "Mariela Glandt" [names/known]' in stopped.stderr
    assert 'stories/new.md:1:50: warning: no space before "," [typography/space-before-comma]' in stopped.stderr

    run("lint-news", "check", "--fix", "--unsafe", "stories/new.md", cwd=desk)
    assert story.read_text(encoding="utf-8") == GOOD
    run("git", "add", "stories/new.md", cwd=desk)
    passed = run("git", "commit", "-m", "A story", cwd=desk, **home)
    assert passed.returncode == 0, passed.stderr
    assert "A story" in run("git", "log", "--oneline", cwd=desk).stdout

    # What comes in other formats; what is no story or excluded doesn't stop it.
    settled = desk / ".lint-news.yaml"
    settled.write_text(settled.read_text(encoding="utf-8").replace("exclude: [", "exclude: [archive/, "), encoding="utf-8")
    (desk / "archive").mkdir()
    for name, text in WIRE.items():
        (desk / name).write_text(text, encoding="utf-8")
    (desk / "stories" / "word.docx").write_bytes(word_file(body(paragraph(BAD.strip()))))
    run("git", "add", "-A", cwd=desk)
    stopped = run("git", "commit", "-m", "From the wire", cwd=desk, **home)
    assert stopped.returncode == 1
    told = [line.partition(":")[0] for line in stopped.stderr.splitlines() if "[names/known]" in line]
    assert told == ["stories/item.json", "stories/item.nitf", "stories/page.html", "stories/word.docx"]
    assert "8 findings in 4 stories" in stopped.stderr


def test_the_hooks_are_well_formed() -> None:
    assert run("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT).returncode == 0
    assert run("pre-commit", "validate-config", ".pre-commit-config.yaml", cwd=EXAMPLE).returncode == 0
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["lint-news", "lint-news-fix", "lint-news-wire"]


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        (["--builtin-schema", "vendor.github-workflows"], ".github/workflows/copy.yml"),
        (["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"], ".gitlab-ci.yml"),
        (["--schemafile", str(ROOT / "lint_news" / "config.schema.json")], ".lint-news.yaml"),
    ],
)
def test_files_fit_their_schemas(schema: list[str], file: str) -> None:
    done = run("check-jsonschema", *schema, file, cwd=EXAMPLE)
    assert done.returncode == 0, done.stdout + done.stderr


def jobs() -> dict[str, list[str]]:
    """The shell lines of each job."""
    github = yaml.safe_load((EXAMPLE / ".github" / "workflows" / "copy.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((EXAMPLE / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    steps = github["jobs"]["lint-news"]["steps"]
    return {"github": [step["run"] for step in steps if "run" in step], "gitlab": gitlab["lint-news"]["script"]}


@pytest.mark.parametrize("system", ["github", "gitlab"])
def test_the_lines_of_a_job_run(desk: Path, system: str) -> None:
    install, check = jobs()[system]
    # The package under test stands in for the one of the index.
    assert install == "pip install lint-news"
    assert run("bash", "-ec", check, cwd=desk).returncode == 0
    (desk / "stories" / "new.md").write_text(f"<!-- lint-news: ignore-file -->\n\n{BAD}", encoding="utf-8")
    done = run("bash", "-ec", check, cwd=desk)
    assert done.returncode == 1
    if system == "github":
        assert "::warning file=stories/new.md,line=3," in done.stdout
    else:
        report = json.loads((desk / "gl-code-quality.json").read_text(encoding="utf-8"))
        assert {found["location"]["path"] for found in report} == {"stories/new.md"}
