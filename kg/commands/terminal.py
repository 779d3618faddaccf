"""What the commands know of the terminal."""

import shutil
import sys


def width() -> int | None:
    """The columns of the terminal that standard output is, or None for a file or pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
