"""Foreign checkers of exported files that `.ci/run` installs beside the tests, in a place of their own.

They are heavy, or build a part of themselves (PyICU), and nothing but these tests needs them: followthemoney,
frictionless and pyLODE in `.validators/` (another folder may stand in KG_VALIDATORS), JSON-LD parsers in `.node/`
(KG_NODE).
"""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = Path(os.environ.get("KG_VALIDATORS", ROOT / ".validators"))
NODE = Path(os.environ.get("KG_NODE", ROOT / ".node"))


def why_no_python(package: str) -> str | None:
    """What is missing to use a package of the checkers' own environment; None if nothing is."""
    found = any(VENV.glob(f"lib/python*/site-packages/{package}"))
    return None if found else f"{package} is not installed in .validators: .ci/run does it"


def why_no_node(package: str) -> str | None:
    """What is missing to use a JavaScript package; None if nothing is."""
    if shutil.which("node") is None:
        return "no node on this machine"
    found = (NODE / "node_modules" / package).is_dir()
    return None if found else f"{package} is not installed in .node: .ci/run does it"


def python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code in the checkers' environment."""
    command = [str(VENV / "bin" / "python"), "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ""})


def node(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run JavaScript code beside the JavaScript packages."""
    command = ["node", "-e", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=NODE)
