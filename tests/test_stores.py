"""The Turtle file in stores that are not ours: the same query, the same rows, in rdflib, pyoxigraph and Jena."""

import pyoxigraph
import pytest
import rdflib
from stores import Jena, why_no_jena

QUERY = """
PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name ?role ?body ?quote {
  ?tenure a gov:Tenure ; org:member/rdfs:label ?name ; org:role/skos:prefLabel ?role ;
          org:organization/rdfs:label ?body ;
          prov:wasDerivedFrom/oa:exact ?quote .
  FILTER(LANG(?role) = "en" && LANG(?body) = "en")
}
ORDER BY ?name ?role ?body ?quote
"""


def with_pyoxigraph(graph):
    store = pyoxigraph.Store()
    store.load(path=str(graph), format=pyoxigraph.RdfFormat.TURTLE)
    return [tuple(value.value for value in row) for row in store.query(QUERY)]


def with_rdflib(graph):
    return [tuple(str(value) for value in row) for row in rdflib.Graph().parse(graph, format="turtle").query(QUERY)]


def test_rdflib_and_pyoxigraph_give_the_same_rows(seeds_graph):
    rows = with_pyoxigraph(seeds_graph)
    assert len(rows) >= 14
    assert with_rdflib(seeds_graph) == rows


@pytest.mark.skipif(why_no_jena() is not None, reason=str(why_no_jena()))
def test_jena_gives_the_same_rows(seeds_graph, tmp_path):
    query = tmp_path / "query.rq"
    query.write_text(QUERY, encoding="utf-8")
    header, *rows = Jena(tmp_path).rows(seeds_graph, query)
    assert header == ("name", "role", "body", "quote")
    assert rows == with_pyoxigraph(seeds_graph)
