"""What several tests share: the graph of the seeds, built once."""

from pathlib import Path

import pytest

collect_ignore = ["grlc_calls.py"]  # run by a Python of its own, which has grlc
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory):
    """The Turtle file that `kg build` makes of the seeds."""
    from kg.pipeline import Options, build

    output = tmp_path_factory.mktemp("seeds") / "governance.ttl"
    errors = []
    build([SEEDS], output, Options(), errors.append)
    assert errors == []
    return output


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """No test reads or fills the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
