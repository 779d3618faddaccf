"""Every export of a graph file as a whole process of `kg`: seconds of work, peak memory, size of what it writes.

python benchmarks/exports.py FILE.ttl  # benchmarks/large_graph.py makes a large one
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.exports.registry import FORMATS

KG = (sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')")


def measured(form: str, graph: Path, output: Path) -> tuple[float, int]:
    """Seconds of work and peak memory in MB of one export."""
    with subprocess.Popen([*KG, "export", form, str(graph), "-o", str(output)], stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"kg export {form} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def main() -> None:
    graph = Path(sys.argv[1])
    print(f"{graph}: {graph.stat().st_size / 1e6:.1f} MB\n\nformat    seconds  peak MB  file MB")
    with tempfile.TemporaryDirectory() as folder:
        for name, form in FORMATS.items():
            output = Path(folder) / (f"{name}.zip" if form.folder else name)
            seconds, memory = measured(name, graph, output)
            print(f"{name:8} {seconds:8.1f} {memory:8} {output.stat().st_size / 1e6:8.1f}", flush=True)


if __name__ == "__main__":
    main()
