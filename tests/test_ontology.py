"""The ontology is complete, readable in five languages, and says the same as the contract of names."""

import tomllib
from collections import Counter

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode
from rdflib import URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from kg.graph import vocabulary
from kg.graph.shacl import shapes
from kg.graph.terms import CODE, GOV, PREFIXES, iri
from kg.home import PACKAGE, folder

LANGUAGES = {"vi", "en", "id", "ru", "pl"}

CODES = {
    "role": "general-secretary president prime-minister deputy-prime-minister minister deputy-minister secretary "
    "permanent-deputy-secretary deputy-secretary chair permanent-vice-chair vice-chair head permanent-deputy-head "
    "deputy-head member alternate-member commander political-commissar other",
    "kind": "party-committee party-executive-committee party-standing-committee party-committee-office "
    "party-organization-commission party-inspection-commission party-propaganda-commission "
    "party-internal-affairs-commission party-congress central-committee politburo secretariat central-party-agency "
    "government ministry department people-committee people-committee-office people-council national-assembly "
    "national-assembly-standing-committee national-assembly-committee national-assembly-delegation "
    "national-assembly-office fatherland-front police military-command border-guard court procuracy youth-union "
    "women-union farmers-union trade-union veterans-association steering-committee working-group election-committee "
    "state other",
    "level": "central province district commune",
    "doctype": "resolution directive decision notice conclusion regulation plan programme report decree circular law "
    "guidance official-dispatch statement other",
    "meeting": "conference working-session session congress ceremony visit contact-voters other",
    "part": "chairs concludes speaks reports attends",
    "act": "appointed elected transferred dismissed retired disciplined other",
}
OPEN_CODES = {
    "field": "finance construction agriculture-environment home-affairs health education justice industry-trade "
    "culture-sports-tourism science-technology ethnic-religious-affairs inspectorate foreign-affairs defence "
    "public-security",
    "indicator": "grdp-growth budget-revenue import-export-turnover tourist-arrivals tourism-revenue income-per-capita "
    "poverty-rate population households party-members public-investment-disbursement on-time-procedures",
}
CLASSES = {
    "Person": "foaf:Person",
    "Body": "org:Organization",
    "Place": "schema:AdministrativeArea",
    "Document": "foaf:Document",
    "Meeting": "schema:Event",
    "Target": None,
    "Article": "schema:NewsArticle",
    "Passage": "oa:SpecificResource",
    "Mention": "gov:Passage",
    "Tenure": "org:Membership",
    "Issuance": "gov:Fact",
    "DocumentRelation": "gov:Fact",
    "Participation": "gov:Fact",
    "Review": "gov:Fact",
    "Measure": "gov:Fact",
    "Instruction": "gov:Fact",
    "PersonnelAct": "gov:Fact",
    "Decision": None,
}
PROPERTIES = (
    "level jurisdiction field name adminCode within succeededBy documentType namedIn number meetingType heldBy "
    "indicator of period textDigest reading sameStory inArticle refersTo rule status attestedFirst attestedLast from "
    "verdict left right until term title document issuedBy signedBy relation otherDocument participant inMeeting part "
    "reviewed outcome "
    "ofTarget value unit amount measureKind direction comparedWith givenBy addressedTo addressee force concerns "
    "person act postRole postBody fromRole fromBody decidedBy byDocument startsTenure endsTenure planned "
    "holdsRoleIn heldRoleIn issues chairedBy concludedBy addressedBy reportedBy attendedBy reviews instructs "
    "implements replaces amends citesAsBasis"
)
VALUES = {
    "Status": "current former",
    "Verdict": "same different unsure wrong",
    "Outcome": "discussed assessed approved",
    "Force": "orders requests recommends encourages",
    "MeasureKind": "levelReached planned change shareOfPlan gap",
    "Direction": "up down",
    "Relation": "implements replaces amends citesAsBasis",
}
REUSED = (
    "foaf:Person org:Organization org:Membership org:Role schema:Event skos:Concept void:Dataset rdfs:label "
    "owl:sameAs skos:altLabel skos:hiddenLabel skos:exactMatch org:member org:organization org:role "
    "org:classification org:subOrganizationOf dct:title dct:date dct:issued dct:description dct:identifier "
    "dct:conformsTo prov:wasDerivedFrom schema:inLanguage schema:url schema:datePublished schema:publisher "
    "schema:headline schema:isBasedOn schema:location schema:dissolutionDate oa:hasSource oa:exact "
    "oa:start oa:end oa:prefix oa:suffix"
)


def subjects(stem):
    return [node for node in vocabulary.vocabulary().by_subject if node.value.startswith(stem)]


def types(node):
    return {term.value for term in vocabulary.vocabulary().values(node, vocabulary.RDF_TYPE)}


@pytest.mark.parametrize("path", vocabulary.files(), ids=lambda path: path.name)
def test_every_file_is_turtle_without_blank_nodes(path):
    triples = [quad.triple for quad in ox.parse(path=path)]
    assert triples
    assert not [triple for triple in triples if isinstance(triple.object, ox.BlankNode)]


@pytest.mark.parametrize(("scheme", "names"), CODES.items(), ids=CODES)
def test_closed_lists_hold_just_the_codes_of_the_contract_in_its_order(scheme, names):
    assert vocabulary.codes(scheme) == tuple(names.split())


@pytest.mark.parametrize(("scheme", "names"), OPEN_CODES.items(), ids=OPEN_CODES)
def test_open_lists_begin_with_the_codes_of_the_contract(scheme, names):
    known = tuple(names.split())
    assert vocabulary.codes(scheme)[: len(known)] == known
    assert len(vocabulary.codes(scheme)) >= len(known) + 20


def test_an_unknown_scheme_is_refused():
    with pytest.raises(KeyError):
        vocabulary.codes("colour")


@pytest.mark.parametrize("scheme", [*CODES, *OPEN_CODES])
def test_codes_have_one_label_in_each_language_and_no_two_share_one(scheme):
    members = [NamedNode(iri(f"{scheme}:{code}")) for code in vocabulary.codes(scheme)]
    found = [vocabulary.vocabulary().values(member, vocabulary.PREF_LABEL) for member in members]
    assert all(sorted(label.language for label in labels) == sorted(LANGUAGES) for labels in found)
    counted = Counter((label.language, label.value.casefold()) for labels in found for label in labels)
    assert [label for label, times in counted.items() if times > 1] == []


def test_nothing_in_the_code_namespace_stands_outside_the_lists():
    listed = {iri(f"{scheme}:{code}") for scheme in (*CODES, *OPEN_CODES) for code in vocabulary.codes(scheme)}
    schemes = {iri(f"{scheme}:").removesuffix("/") for scheme in (*CODES, *OPEN_CODES)}
    assert {node.value for node in subjects(CODE)} == listed | schemes


def test_roles_are_ranked_and_roles_of_the_org_ontology():
    ranks = []
    for code in vocabulary.codes("role"):
        node = NamedNode(iri(f"role:{code}"))
        assert iri("org:Role") in types(node)
        ranks += [int(term.value) for term in vocabulary.vocabulary().values(node, vocabulary.RANK)]
    assert ranks == list(range(1, len(ranks) + 1))


def test_document_types_carry_the_codes_of_document_numbers():
    notation = NamedNode(iri("skos:notation"))
    found = {
        code: [term.value for term in vocabulary.vocabulary().values(NamedNode(iri(f"doctype:{code}")), notation)]
        for code in vocabulary.codes("doctype")
    }
    expected = "resolution NQ directive CT decision QD notice TB conclusion KL plan KH report BC decree ND circular TT"
    words = expected.split()
    assert {code: found[code] for code in words[::2]} == {
        code: [sign] for code, sign in zip(words[::2], words[1::2], strict=True)
    }


def test_indicators_have_usual_units_that_measures_may_have():
    unit = NamedNode(iri("gov:usualUnit"))
    known = tomllib.loads((PACKAGE / "data" / "units.toml").read_text(encoding="utf-8"))
    allowed = {
        f"{scale}{name}" for scale in ("", *(f"{s} " for s in known["scales"])) for name in known["units"].values()
    }
    for code in vocabulary.codes("indicator"):
        units = [term.value for term in vocabulary.vocabulary().values(NamedNode(iri(f"indicator:{code}")), unit)]
        assert units, code
        assert set(units) <= allowed, code


def test_every_indicator_that_is_read_has_its_concept():
    known = tomllib.loads((PACKAGE / "data" / "indicators.toml").read_text(encoding="utf-8"))
    assert {row["code"] for row in known["indicator"]} <= set(vocabulary.codes("indicator"))


def test_the_shapes_know_every_unit_that_is_read():
    (pattern,) = [str(value) for value in shapes().objects(None, SH.pattern) if "billion" in value]
    known = tomllib.loads((PACKAGE / "data" / "units.toml").read_text(encoding="utf-8"))
    names = pattern.rpartition("(")[2].rstrip(")$").split("|")
    scales = pattern.partition("((")[2].partition(")")[0].split("|")
    assert set(names) - {"days"} == set(known["units"].values()) - {"days"}
    assert scales == list(known["scales"])


@pytest.mark.parametrize(("name", "parent"), CLASSES.items(), ids=CLASSES)
def test_every_class_of_the_contract_is_declared(name, parent):
    node = NamedNode(GOV + name)
    assert iri("owl:Class") in types(node)
    parents = [term.value for term in vocabulary.vocabulary().values(node, NamedNode(iri("rdfs:subClassOf")))]
    assert parent is None or iri(parent) in parents


@pytest.mark.parametrize("name", PROPERTIES.split())
def test_every_property_of_the_contract_is_declared(name):
    assert types(NamedNode(GOV + name)) & {iri("owl:ObjectProperty"), iri("owl:DatatypeProperty")}


@pytest.mark.parametrize(("kind", "names"), VALUES.items(), ids=VALUES)
def test_every_named_value_of_the_contract_is_declared(kind, names):
    assert {node.value.removeprefix(GOV) for node in subjects(GOV) if GOV + kind in types(node)} == set(names.split())


@pytest.mark.parametrize("term", REUSED.split())
def test_reused_terms_are_listed(term):
    assert NamedNode(iri(term)) in vocabulary.vocabulary()


def test_every_term_has_a_label_in_each_language():
    described = [*subjects(GOV), *(NamedNode(iri(term)) for term in REUSED.split())]
    assert {node.value for node in described if vocabulary.labels(node.value).keys() != LANGUAGES} == set()


def test_every_term_of_its_own_has_an_english_comment():
    comment = NamedNode(iri("rdfs:comment"))
    assert [node.value for node in subjects(GOV) if not vocabulary.vocabulary().values(node, comment)] == []


def test_no_two_classes_share_an_english_label():
    named = Counter(vocabulary.labels(node.value)["en"] for node in subjects(GOV) if types(node) & {iri("owl:Class")})
    assert max(named.values()) == 1


def test_alignments_and_annotations_name_declared_terms_of_its_own():
    known = {node.value for node in subjects(GOV)}
    used = {
        triple.object.value
        for triples in vocabulary.vocabulary().by_subject.values()
        for triple in triples
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(GOV)
    }
    assert used - known == set()


def test_every_fact_says_how_a_network_draws_it():
    edge = [NamedNode(iri(f"gov:{name}")) for name in ("edgeSource", "edgeTarget", "directEdge")]
    drawn = {
        node.value.removeprefix(GOV): [len(vocabulary.vocabulary().values(node, name)) for name in edge]
        for node in subjects(GOV)
        if NamedNode(iri("gov:Fact")) in vocabulary.vocabulary().values(node, NamedNode(iri("rdfs:subClassOf")))
    }
    assert drawn == {
        "Tenure": [1, 1, 2],
        "Issuance": [1, 1, 2],
        "DocumentRelation": [1, 1, 4],
        "Participation": [1, 1, 5],
        "Review": [1, 1, 1],
        "Measure": [1, 0, 0],
        "Instruction": [1, 1, 1],
        "PersonnelAct": [1, 1, 0],
    }


def test_values_name_the_direct_edge_that_they_draw():
    edge = NamedNode(iri("gov:directEdge"))
    drawn = {
        name: [term.value.removeprefix(GOV) for term in vocabulary.vocabulary().values(NamedNode(iri(name)), edge)]
        for name in ("gov:current", "gov:former", "part:chairs", "part:attends", "gov:requests", "gov:recommends")
    }
    assert drawn == {
        "gov:current": ["holdsRoleIn"],
        "gov:former": ["heldRoleIn"],
        "part:chairs": ["chairedBy"],
        "part:attends": ["attendedBy"],
        "gov:requests": ["instructs"],
        "gov:recommends": [],
    }


# ---------------------------------------------------------------- what a graph carries


def test_a_graph_carries_labels_types_scheme_notation_and_rank_of_a_code():
    carried = {str(triple.predicate.value).rpartition("#")[2] for triple in vocabulary.triples_for("role:chair")}
    assert carried == {"type", "inScheme", "prefLabel", "rank"}
    assert "notation" in str(vocabulary.triples_for("doctype:plan"))


def test_a_graph_carries_labels_of_named_values_without_what_makes_them_properties():
    triples = vocabulary.triples_for("gov:implements")
    assert len([triple for triple in triples if triple.predicate == vocabulary.LABEL]) == len(LANGUAGES)
    assert iri("owl:ObjectProperty") not in str(triples)


@pytest.mark.parametrize("term", ["gov:Person", "gov:number", "https://example.org/x", "role:nobody"])
def test_a_graph_carries_nothing_of_other_terms(term):
    assert vocabulary.triples_for(term) == ()


def test_labels_of_an_unknown_term_are_empty():
    assert vocabulary.labels("role:nobody") == {}


def test_the_version_is_part_of_the_version_iri():
    assert vocabulary.version_iri() == f"{GOV.removesuffix('#')}/{vocabulary.version()}"


# ---------------------------------------------------------------- shapes


def test_the_shapes_are_of_the_ontologys_version():
    assert vocabulary.version() in {str(value) for value in shapes().objects(None, URIRef(iri("owl:versionInfo")))}


def test_every_shape_that_can_fail_alone_has_an_english_message():
    graph = shapes()
    targets = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
    own = (SH.sparql, SH.property, SH.ignoredProperties, RDF.type, SH.message, *targets)
    failing = {shape for _, shape in graph.subject_objects(SH.property) if _has_target(graph, shape, targets)}
    failing |= {shape for shape in graph.subjects(RDF.type, SH.NodeShape) if _fails_itself(graph, shape, targets, own)}
    failing |= set(graph.objects(None, SH.sparql))
    silent = [shape for shape in failing if not list(graph.objects(shape, SH.message))]
    assert len(failing) > 120
    assert silent == []
    assert {label.language for label in graph.objects(None, SH.message)} == {"en"}


def _has_target(graph, shape, targets):
    """Whether a property shape hangs on a shape with a target (others stand inside sh:or, which has the message)."""
    return any(
        next(graph.objects(owner, target), None) for owner in graph.subjects(SH.property, shape) for target in targets
    )


def _fails_itself(graph, shape, targets, own):
    has_target = any(next(graph.objects(shape, target), None) for target in targets)
    return has_target and bool(set(graph.predicates(shape)) - set(own))


def test_the_shapes_code_lists_are_those_of_the_ontology():
    graph = shapes()
    lists = {frozenset(map(str, Collection(graph, head))) for head in graph.objects(None, SH["in"])}
    for scheme in CODES:
        expected = frozenset(iri(f"{scheme}:{code}") for code in vocabulary.codes(scheme))
        assert expected in lists, scheme
    for names in VALUES.values():
        assert frozenset(GOV + name for name in names.split()) in lists


def test_the_shapes_use_declared_terms_only():
    graph = shapes()
    stems = tuple(stem for prefix, stem in PREFIXES.items() if prefix not in {"xsd", "rdf", "owl"})
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and str(term).startswith(stems)}
    assert {str(term) for term in used if NamedNode(str(term)) not in vocabulary.vocabulary()} == set()


def test_every_class_of_the_contract_has_a_shape():
    targets = set(shapes().objects(None, SH.targetClass))
    assert {name for name in CLASSES if URIRef(GOV + name) not in targets} == set()


def test_the_folder_holds_turtle_and_its_json_ld_context_only():
    others = [path.name for path in folder("ontology").rglob("*") if path.is_file() and path.suffix != ".ttl"]
    assert others == ["context.jsonld"]
