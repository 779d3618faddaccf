"""The formats by name; the module that writes one is imported only when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from kg.exports.base import Content, Files, Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called, what it is, and the function of kg.exports that gives it."""

    name: str
    summary: str
    module: str
    function: str
    folder: bool = False
    """Whether it is several files, a folder or a zip file, and not one file."""

    def content(self, source: Source) -> Content:
        """What the file of a graph holds; KgError if the graph cannot be read or told in this format."""
        given: Callable[[Source], Content] = getattr(import_module(f"kg.exports.{self.module}"), self.function)
        return given(source)

    def files(self, source: Source) -> Files:
        """The files of a graph in a folder; KgError as for `content`."""
        given: Callable[[Source], Files] = getattr(import_module(f"kg.exports.{self.module}"), self.function)
        return given(source)


FORMATS: Final = {
    each.name: each
    for each in (
        Format("nt", "N-Triples: a statement on each line", "rdf", "n_triples"),
        Format("nq", "N-Quads: the same, with a named graph for each article", "rdf", "n_quads"),
        Format("trig", "TriG: Turtle with a named graph for each article", "rdf", "trig"),
        Format(
            "jsonld", "JSON-LD: plain JSON for programs, with its context, and RDF all the same", "jsonld", "json_ld"
        ),
        Format("rdfxml", "RDF/XML: for tools that read nothing newer", "rdf", "rdf_xml"),
        Format(
            "csv",
            "CSV: a table for each class, in a folder or .zip file, with a datapackage.json",
            "tables",
            "tables",
            folder=True,
        ),
        Format("graphml", "GraphML: a network for Gephi, networkx, Cytoscape, yEd", "network", "graphml"),
        Format("gexf", "GEXF: the same for Gephi, with a timeline", "network", "gexf"),
        Format("ftm", "FollowTheMoney entities, a JSON object on each line", "ftm", "entities"),
        Format("popolo", "Popolo JSON: persons, organizations, memberships, posts, areas, events", "popolo", "popolo"),
    )
}
