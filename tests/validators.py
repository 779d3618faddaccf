"""Checkers of exported files that nothing but these tests needs: heavy, or built where they are installed (PyICU).

`.ci/run` installs them in an environment of their own, `.venv-validators/` (KG_VALIDATORS names another folder).
"""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = Path(os.environ.get("KG_VALIDATORS", ROOT / ".venv-validators"))


def why_no(package: str) -> str | None:
    """What is missing to use a package of the checkers' own environment; None if nothing is."""
    found = any(VENV.glob(f"lib/python*/site-packages/{package}"))
    return None if found else f"{package} is not installed in .venv-validators: .ci/run does it"


def python(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python in the checkers' environment with command-line arguments, "-c" and code or a script first."""
    command = [str(VENV / "bin" / "python"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ""})
