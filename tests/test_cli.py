"""The command line as a whole: help everywhere, examples everywhere, quick to start."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main

HEAVY = ("rdflib", "pyoxigraph", "pyshacl", "pyvis", "networkx", "trafilatura", "IPython")


def command(name):
    return main.get_command(click.Context(main), name)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name):
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name):
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert "Example" in shown.output
    assert f"kg {name}" in shown.output


def test_help_lists_every_command():
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    assert all(name in shown.output for name in COMMANDS)


def test_help_imports_nothing_heavy():
    code = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()[-1].split()) & set(HEAVY) == set()


def test_unknown_command_is_wrong_usage():
    shown = CliRunner().invoke(main, ["bild"])
    assert shown.exit_code == 2
    assert "bild" in shown.output
