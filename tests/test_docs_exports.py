"""The recipes of docs/exports.md run: each `kg export` as shown, then each Python example, which prints something."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.exports.registry import FORMATS

PAGE = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\$ )?kg (export (?!--list).+)$", PAGE, re.MULTILINE)
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, seeds_graph):
    folder = tmp_path_factory.mktemp("workplace")
    (folder / "graphs").mkdir()
    (folder / "graphs" / "governance.ttl").write_bytes(seeds_graph.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in COMMANDS:
            done = CliRunner().invoke(main, shlex.split(command))
            assert done.exit_code == 0, done.output
    return folder


def test_every_format_has_a_command_or_a_word():
    assert [name for name in FORMATS if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: re.search(r'"([\w./]+)"', example)[1])
def test_examples_print_what_they_promise(example, workplace):
    command = [sys.executable, "-c", example]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=workplace)
    assert done.returncode == 0, done.stderr
    assert "Trinh Xuan Truong" in done.stdout or "Lào Cai" in done.stdout
