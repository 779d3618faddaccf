"""The documentation is true: commands run as shown and print what is shown; KG_REFRESH_DOCS=1 rewrites the transcripts.

A block ```console holds commands (`$ kg …`) with their output; a line "…" stands for the rest of an output.
"""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def transcripts(text):
    """Each command of the console blocks with the output shown below it."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def run(command):
    words = shlex.split(command)
    assert words[0] == "kg"
    return CliRunner().invoke(main, words[1:]).output


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder in which `kg build` has run, as the README's first command leaves it."""
    folder = tmp_path_factory.mktemp("workplace")
    before = Path.cwd()
    os.chdir(folder)
    shutil.copytree(ROOT / "seeds", "seeds")
    run("kg build")
    yield folder
    os.chdir(before)


def shortened(shown, real):
    """The real output, cut where the shown one says "…"."""
    if "…\n" not in shown:
        return real
    kept = shown.split("…\n")[0].count("\n")
    return "".join(real.splitlines(keepends=True)[:kept]) + "…\n"


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_transcripts_are_real(page):
    text = page.read_text(encoding="utf-8")
    wrong = {}
    for command, shown in transcripts(text):
        real = shortened(shown, run(command))
        if real != shown:
            wrong[command] = real
            if os.environ.get("KG_REFRESH_DOCS"):
                text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{real}")
    if os.environ.get("KG_REFRESH_DOCS"):
        page.write_text(text, encoding="utf-8")
    assert wrong == {}


def test_readme_names_every_command():
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"kg {name}" not in text] == []


def test_readme_and_ci_run_the_same_test_command():
    blocks = re.findall(r"^```sh\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    command = next(block.strip() for block in blocks if "pytest" in block)
    install, _, test = command.rpartition(" && ")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert install in ci
    assert test in ci


def test_links_between_documents_lead_somewhere():
    for document in {*PAGES, *ROOT.glob("*.md")}:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (document.parent / target).exists(), f"{document.name}: {target}"
