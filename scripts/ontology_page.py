"""The ontology as a page for people, docs/ontology.html, by pyLODE and without a network.

    .venv-validators/bin/python scripts/ontology_page.py docs/ontology.html

pyLODE (tests/validators.txt) runs all the labels of a term together, so it is given those in English.
"""

import sys
from pathlib import Path

from pylode import OntPub
from rdflib import Graph, Literal

ONTOLOGY = Path(__file__).parents[1] / "ontology" / "govkg.ttl"


def english(path: Path) -> Graph:
    """The statements of a Turtle file without texts in other languages."""
    graph = Graph().parse(path)
    for statement in list(graph):
        if isinstance(statement[2], Literal) and statement[2].language not in {None, "en"}:
            graph.remove(statement)
    return graph


if __name__ == "__main__":
    OntPub(ontology=english(ONTOLOGY)).make_html(destination=Path(sys.argv[1]))
