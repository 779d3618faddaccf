"""Facts as triples: everything that the contract asks for, in one order, in a file that is whole or not there."""

import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import DataError, KgError
from kg.graph.iris import Iris
from kg.graph.terms import DATA, iri
from kg.graph.triples import triples
from kg.graph.values import date, web
from kg.graph.write import write
from kg.model import (
    Article,
    Body,
    Citation,
    Document,
    DocumentRelation,
    Gathering,
    Instruction,
    Issuance,
    Measure,
    Meeting,
    NameMention,
    Participation,
    Passage,
    Person,
    PersonnelAct,
    Reading,
    Review,
    Spelling,
    Target,
    Tenure,
)
from kg.names.gazetteer import gazetteer
from kg.resolve import resolve

(LANG_SON,) = gazetteer().find("Lạng Sơn", level="province")
(BAC_KAN,) = gazetteer().find("Bắc Kạn", level="province")
POLISH = Article(
    "pl-1",
    "Đoàn Thu Hà, sekretarz.\nZarządzenie nr 57 i uchwała 18-NQ/TW. Wzrost 6,52% 🙂 w roku.",
    "pl",
    url="https://example.org/tin tức",
    published="2025-11-05",
    publisher="example.org",
    headline="Đoàn Thu Hà",
)
RUSSIAN = Article("ru-1", "Доан Тху Ха, секретарь.", "ru", published="2025-10", based_on="https://example.org/tin tức")


def quote(article, words):
    start = article.text.index(words)
    return {"passages": (Passage(article.id, start, start + len(words), words),), "rule": "by-hand"}


FIRST, SECOND = quote(POLISH, "Đoàn Thu Hà, sekretarz."), quote(POLISH, "Zarządzenie nr 57 i uchwała 18-NQ/TW.")
THIRD, NAME = quote(POLISH, "Wzrost 6,52% 🙂 w roku."), quote(POLISH, "Đoàn Thu Hà")
FOREIGN, FOREIGN_NAME = quote(RUSSIAN, RUSSIAN.text), quote(RUSSIAN, "Доан Тху Ха")

PARTY = Body("party-committee", "province", LANG_SON)
OLD = Body("department", "province", BAC_KAN, "finance")
OFFICE = Body("party-committee-office", "province", LANG_SON)
HA = Person("Doan Thu Ha", "lang-son", "Đoàn Thu Hà", (Spelling("Đoàn Thu Hà", "pl"),))
HA_RU = Person("Doan Thu Ha", "lang-son", "", (Spelling("Доан Тху Ха", "vi-Cyrl"),), ("Doan Tu Ha",))
DECLINED = Spelling("Доаном Тху Ха", "vi-Cyrl", declined=True)
RESOLUTION = Document("resolution", "18-NQ/TW", ("18-NQ/TW",), when="2017")
ORDER = Document("decision", "57-QD/TU", ("57",), LANG_SON, title="O kadrach")
CONFERENCE = Meeting("conference", "pl-1", 1, "2025-11-03", PARTY, LANG_SON)
GROWTH = Target("Wzrost", "pl", "grdp-growth", LANG_SON, "2025")

READINGS = (
    Reading(
        POLISH,
        (
            NameMention(person=HA, spelling=HA.spellings[0], **NAME),
            Tenure(person=HA, body=PARTY, role="secretary", title="sekretarz", term="2025-2030", **FIRST),
            Tenure(person=HA, body=OFFICE, role="head", current=False, end="2024", **FIRST),
            Tenure(person=HA, body=OLD, role="deputy-head", current=False, **FIRST),
            Citation(document=ORDER, **SECOND),
            Citation(document=RESOLUTION, **SECOND),
            Issuance(document=RESOLUTION, body=Body("central-committee", "central"), date="2017-10-25", **SECOND),
            Issuance(document=ORDER, body=PARTY, signer=HA, **SECOND),
            DocumentRelation(document=ORDER, relation="implements", other=RESOLUTION, **SECOND),
            Gathering(meeting=CONFERENCE, **SECOND),
            Participation(participant=HA, meeting=CONFERENCE, part="speaks", **FIRST),
            Participation(participant=HA, meeting=CONFERENCE, part="chairs", **SECOND),
            Review(meeting=CONFERENCE, reviewed=GROWTH, outcome="assessed", **THIRD),
            Review(meeting=CONFERENCE, reviewed=RESOLUTION, outcome="discussed", **THIRD),
            Measure(
                target=GROWTH,
                value="6.52",
                unit="%",
                amount="6.52",
                kind="levelReached",
                direction="up",
                compared_with="rok",
                period="2025",
                **THIRD,
            ),
            Instruction(
                giver=HA,
                description="wykonać",
                force="orders",
                addressees=(OFFICE,),
                meeting=CONFERENCE,
                concerns=(ORDER, GROWTH),
                **THIRD,
            ),
            Instruction(giver=PARTY, description="czytać", force="encourages", addressee="wszyscy", **THIRD),
            PersonnelAct(
                person=HA,
                act="elected",
                post_role="secretary",
                post_body=PARTY,
                from_role="head",
                from_body=OFFICE,
                date="2025-11-03",
                decided_by=PARTY,
                by_document=ORDER,
                **FIRST,
            ),
            PersonnelAct(person=HA, act="dismissed", post_role="head", post_body=OFFICE, planned=True, **FIRST),
        ),
    ),
    Reading(
        RUSSIAN,
        (
            NameMention(person=HA_RU, spelling=DECLINED, **FOREIGN_NAME),
            Tenure(person=HA_RU, body=PARTY, role="secretary", title="секретарь", term="2025-2030", **FOREIGN),
        ),
    ),
)
GRAPH = triples(resolve(READINGS), DATA)
NODES = Iris(DATA)
SECRETARY = f"{DATA}tenure/doan-thu-ha_lang-son~secretary~province-lang-son_party-committee~current~2025-2030"
HEAD = f"{DATA}tenure/doan-thu-ha_lang-son~head~province-lang-son_party-committee-office~former~~~2024"
HA_IRI = f"{DATA}person/doan-thu-ha_lang-son"
PARTY_IRI = f"{DATA}body/province-lang-son_party-committee"
CONFERENCE_IRI = f"{DATA}meeting/pl-1_conference-1"
ORDER_IRI = f"{DATA}document/province-lang-son_57-qd-tu"
RESOLUTION_IRI = f"{DATA}document/central_18-nq-tw_2017"


def shown(term):
    if isinstance(term, ox.Literal) and term.language:
        return f"{term.value}@{term.language}"
    return term.value


def values(subject, predicate, graph=GRAPH):
    wanted = (subject, iri(predicate))
    return sorted(shown(one.object) for one in graph if (one.subject.value, one.predicate.value) == wanted)


def instances(kind, graph=GRAPH):
    return sorted(
        one.subject.value for one in graph if one.predicate.value == iri("rdf:type") and one.object.value == iri(kind)
    )


def full(*names):
    return sorted(iri(name) if name.partition(":")[0] != "https" else name for name in names)


def passage(part):
    return NODES.of(part["passages"][0]).value


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        (HA_IRI, "rdf:type", full("gov:Person", "foaf:Person")),
        (HA_IRI, "rdfs:label", ["Đoàn Thu Hà"]),
        (HA_IRI, "skos:altLabel", ["Doan Thu Ha", "Đoàn Thu Hà@pl", "Доан Тху Ха@vi-cyrl"]),
        (HA_IRI, "skos:hiddenLabel", ["Doan Tu Ha", "Доаном Тху Ха@vi-cyrl"]),
        (HA_IRI, "gov:holdsRoleIn", [PARTY_IRI]),
        (HA_IRI, "gov:heldRoleIn", [NODES.of(OLD).value, NODES.of(OFFICE).value]),
        (HA_IRI, "gov:instructs", [NODES.of(OFFICE).value]),
        (PARTY_IRI, "rdf:type", full("gov:Body", "org:Organization")),
        (PARTY_IRI, "org:classification", full("kind:party-committee")),
        (PARTY_IRI, "gov:level", full("level:province")),
        (PARTY_IRI, "gov:jurisdiction", [f"{DATA}place/province-lang-son-20"]),
        (PARTY_IRI, "gov:issues", [ORDER_IRI]),
        (PARTY_IRI, "gov:instructs", []),
        (NODES.of(OFFICE).value, "org:subOrganizationOf", [PARTY_IRI]),
        (NODES.of(OLD).value, "gov:field", full("field:finance")),
        (f"{DATA}place/province-lang-son-20", "rdf:type", full("gov:Place", "schema:AdministrativeArea")),
        (f"{DATA}place/province-lang-son-20", "gov:name", ["Lạng Sơn"]),
        (f"{DATA}place/province-lang-son-20", "rdfs:label", ["Tỉnh Lạng Sơn"]),
        (f"{DATA}place/province-lang-son-20", "skos:altLabel", ["Lang Son"]),
        (f"{DATA}place/province-lang-son-20", "gov:adminCode", ["20"]),
        (f"{DATA}place/province-lang-son-20", "gov:within", [f"{DATA}place/country-viet-nam"]),
        (NODES.of(BAC_KAN).value, "gov:succeededBy", [f"{DATA}place/province-thai-nguyen-19"]),
        (NODES.of(BAC_KAN).value, "schema:dissolutionDate", ["2025-07-01"]),
        (NODES.of(BAC_KAN).value, "skos:exactMatch", ["http://www.wikidata.org/entity/Q36404"]),
        (f"{DATA}place/province-thai-nguyen-19", "gov:name", ["Thái Nguyên"]),
        (RESOLUTION_IRI, "rdf:type", full("gov:Document", "foaf:Document")),
        (RESOLUTION_IRI, "gov:documentType", full("doctype:resolution")),
        (RESOLUTION_IRI, "gov:number", ["18-NQ/TW"]),
        (RESOLUTION_IRI, "dct:issued", ["2017-10-25"]),
        (RESOLUTION_IRI, "gov:namedIn", [passage(SECOND)]),
        (ORDER_IRI, "skos:altLabel", ["57"]),
        (ORDER_IRI, "dct:title", ["O kadrach@pl"]),
        (ORDER_IRI, "gov:implements", [RESOLUTION_IRI]),
        (CONFERENCE_IRI, "rdf:type", full("gov:Meeting", "schema:Event")),
        (CONFERENCE_IRI, "gov:meetingType", full("meeting:conference")),
        (CONFERENCE_IRI, "dct:date", ["2025-11-03"]),
        (CONFERENCE_IRI, "gov:heldBy", [PARTY_IRI]),
        (CONFERENCE_IRI, "schema:location", [f"{DATA}place/province-lang-son-20"]),
        (CONFERENCE_IRI, "gov:namedIn", [passage(SECOND)]),
        (CONFERENCE_IRI, "gov:chairedBy", [HA_IRI]),
        (CONFERENCE_IRI, "gov:addressedBy", []),
        (CONFERENCE_IRI, "gov:attendedBy", [HA_IRI]),
        (CONFERENCE_IRI, "gov:reviews", [RESOLUTION_IRI, NODES.of(GROWTH).value]),
        (NODES.of(GROWTH).value, "rdfs:label", ["Wzrost@pl"]),
        (NODES.of(GROWTH).value, "gov:indicator", full("indicator:grdp-growth")),
        (NODES.of(GROWTH).value, "gov:of", [f"{DATA}place/province-lang-son-20"]),
        (NODES.of(GROWTH).value, "gov:period", ["2025"]),
        (f"{DATA}article/pl-1", "rdf:type", full("gov:Article", "schema:NewsArticle")),
        (f"{DATA}article/pl-1", "dct:identifier", ["pl-1"]),
        (f"{DATA}article/pl-1", "schema:inLanguage", ["pl"]),
        (f"{DATA}article/pl-1", "gov:textDigest", [sha256(POLISH.text.encode()).hexdigest()]),
        (f"{DATA}article/pl-1", "schema:url", ["https://example.org/tin%20t%E1%BB%A9c"]),
        (f"{DATA}article/pl-1", "schema:datePublished", ["2025-11-05"]),
        (f"{DATA}article/pl-1", "schema:publisher", ["example.org"]),
        (f"{DATA}article/pl-1", "schema:headline", ["Đoàn Thu Hà@pl"]),
        (f"{DATA}article/pl-1", "gov:sameStory", [f"{DATA}article/ru-1"]),
        (f"{DATA}article/ru-1", "gov:sameStory", [f"{DATA}article/pl-1"]),
        (f"{DATA}article/ru-1", "schema:isBasedOn", ["https://example.org/tin%20t%E1%BB%A9c"]),
        (passage(THIRD), "rdf:type", full("gov:Passage", "oa:SpecificResource")),
        (passage(THIRD), "gov:inArticle", [f"{DATA}article/pl-1"]),
        (passage(THIRD), "oa:hasSource", [f"{DATA}article/pl-1"]),
        (passage(NAME), "rdf:type", full("gov:Mention", "gov:Passage", "oa:SpecificResource")),
        (passage(NAME), "gov:refersTo", [HA_IRI]),
        (SECRETARY, "rdf:type", full("gov:Tenure", "org:Membership")),
        (SECRETARY, "prov:wasDerivedFrom", [passage(FIRST), passage(FOREIGN)]),
        (SECRETARY, "gov:rule", ["by-hand"]),
        (SECRETARY, "org:member", [HA_IRI]),
        (SECRETARY, "org:organization", [PARTY_IRI]),
        (SECRETARY, "org:role", full("role:secretary")),
        (SECRETARY, "gov:status", full("gov:current")),
        (SECRETARY, "gov:attestedFirst", ["2025-10"]),
        (SECRETARY, "gov:attestedLast", ["2025-11-05"]),
        (SECRETARY, "gov:term", ["2025-2030"]),
        (SECRETARY, "gov:title", ["sekretarz@pl", "секретарь@ru"]),
        (HEAD, "gov:status", full("gov:former")),
        (HEAD, "gov:until", ["2024"]),
        (HEAD, "gov:from", []),
    ],
)
def test_properties(subject, predicate, expected):
    assert values(subject, predicate) == sorted(expected)


@pytest.mark.parametrize(
    ("kind", "subjects", "properties"),
    [
        ("gov:Issuance", 2, {"gov:document", "gov:issuedBy", "dct:date", "gov:signedBy"}),
        ("gov:DocumentRelation", 1, {"gov:document", "gov:relation", "gov:otherDocument"}),
        ("gov:Participation", 1, {"gov:participant", "gov:inMeeting", "gov:part"}),
        ("gov:Review", 2, {"gov:inMeeting", "gov:reviewed", "gov:outcome"}),
        (
            "gov:Measure",
            1,
            {
                *("gov:ofTarget", "gov:value", "gov:unit", "gov:amount", "gov:measureKind", "gov:direction"),
                *("gov:comparedWith", "gov:period"),
            },
        ),
        (
            "gov:Instruction",
            2,
            {
                *("gov:givenBy", "gov:addressedTo", "gov:addressee", "dct:description", "gov:force", "gov:inMeeting"),
                "gov:concerns",
            },
        ),
        (
            "gov:PersonnelAct",
            2,
            {
                *("gov:person", "gov:act", "gov:postRole", "gov:postBody", "gov:fromRole", "gov:fromBody", "dct:date"),
                *("gov:decidedBy", "gov:byDocument", "gov:startsTenure", "gov:endsTenure", "gov:planned"),
            },
        ),
    ],
)
def test_every_kind_of_fact_has_its_properties(kind, subjects, properties):
    found = instances(kind)
    told = {one.predicate.value for one in GRAPH if one.subject.value in found}
    assert len(found) == subjects
    assert told == {iri(name) for name in (*properties, "rdf:type", "prov:wasDerivedFrom", "gov:rule")}


def test_acts_lead_to_the_tenures_that_they_start_and_end():
    dismissed, elected = instances("gov:PersonnelAct")
    assert values(elected, "gov:startsTenure") == [SECRETARY]
    assert values(elected, "gov:endsTenure") == [HEAD]
    assert values(dismissed, "gov:endsTenure") == [HEAD]
    assert values(dismissed, "gov:startsTenure") == []


def test_a_body_is_part_of_what_it_is_said_or_known_to_be_part_of():
    standing = Body("party-standing-committee", "province", LANG_SON)
    division = Body("other", "province", LANG_SON, name="division 1", parent=OLD)
    facts = [Tenure(person=HA, body=body, role="member", **FIRST) for body in (standing, division)]
    graph = triples(resolve([Reading(POLISH, tuple(facts))]), DATA)
    assert values(NODES.of(standing).value, "org:subOrganizationOf", graph) == [PARTY_IRI]
    assert values(NODES.of(division).value, "org:subOrganizationOf", graph) == [NODES.of(OLD).value]
    assert PARTY_IRI in instances("gov:Body", graph)


def test_people_joined_keep_their_other_iris():
    chinh = Person("Chinh Thu Ha", "lang-son", "", (), ("Doan Thu Ha",))
    tenure = Tenure(person=chinh, body=PARTY, role="secretary", **FOREIGN)
    graph = triples(resolve([READINGS[0], Reading(RUSSIAN, (tenure,))]), DATA)
    assert values(HA_IRI, "owl:sameAs", graph) == [f"{DATA}person/chinh-thu-ha_lang-son"]
    assert HA_IRI not in instances("gov:Person", graph)


def test_a_thing_that_no_sentence_names_is_named_where_facts_speak_of_it():
    issuance = Issuance(document=RESOLUTION, body=PARTY, **SECOND)
    graph = triples(resolve([Reading(POLISH, (issuance,))]), DATA)
    assert values(f"{DATA}document/province-lang-son_18-nq-tw_2017", "gov:namedIn", graph) == []
    assert values(f"{DATA}document/unplaced_18-nq-tw_2017_in-pl-1", "gov:namedIn", graph) == [passage(SECOND)]


def test_every_passage_quotes_its_article():
    texts = {NODES.of(article).value: article.text for article in (POLISH, RUSSIAN)}
    found = instances("gov:Passage")
    assert len(found) == 6
    for one in found:
        (article,), (exact,) = values(one, "gov:inArticle"), values(one, "oa:exact")
        start, end = (int(*values(one, name)) for name in ("oa:start", "oa:end"))
        text = texts[article]
        assert text[start:end] == exact
        before, after = ("".join(values(one, name)) for name in ("oa:prefix", "oa:suffix"))
        assert text[:start].endswith(before)
        assert text[end:].startswith(after)
        assert (len(before), len(after)) == (min(32, start), min(32, len(text) - end))


def test_the_graph_carries_the_labels_of_its_codes():
    used = {one.object.value for one in GRAPH if isinstance(one.object, ox.NamedNode)}
    codes = {name for name in used if name.startswith("https://w3id.org/govkg/code/") and name.count("/") == 6}
    assert len(codes) > 15
    for code in codes:
        tags = {label.rpartition("@")[2] for label in values(code, "skos:prefLabel")}
        assert tags == {"vi", "en", "id", "ru", "pl"}


@pytest.mark.parametrize("kind", ["gov:Body", "gov:Document", "gov:Meeting"])
def test_bodies_documents_and_meetings_have_labels_in_five_languages(kind):
    for one in instances(kind):
        assert sorted(label[-3:] for label in values(one, "rdfs:label")) == ["@en", "@id", "@pl", "@ru", "@vi"]


def test_one_dataset_node_says_what_the_graph_conforms_to():
    assert instances("void:Dataset") == [f"{DATA}dataset"]
    assert values(f"{DATA}dataset", "dct:conformsTo")[0].startswith("https://w3id.org/govkg/ontology/")
    assert len(values(f"{DATA}dataset", "schema:softwareVersion")) == 1


def test_another_base_changes_every_node_and_nothing_else():
    other = "https://example.org/kg#"
    moved = triples(resolve(READINGS), other)
    text = "\n".join(map(str, GRAPH)).replace(DATA, other)
    assert sorted(text.split("\n")) == sorted(map(str, moved))


def test_no_blank_nodes_and_rdflib_reads_the_same_graph(tmp_path):
    write(GRAPH, tmp_path / "graph.ttl")
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert len(graph) == len(GRAPH) == len(set(GRAPH))
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


def is_reading(triple):
    """A reading keeps the facts in the order of the text."""
    return triple.predicate.value == iri("gov:reading")


def test_order_makes_no_difference():
    rng = random.Random(5)
    facts = [(reading.article, fact) for reading in READINGS for fact in reading.facts]
    for _ in range(4):
        rng.shuffle(facts)
        mixed = [
            Reading(article, tuple(fact for other, fact in facts if other is article)) for article in (RUSSIAN, POLISH)
        ]
        assert [one for one in triples(resolve(mixed), DATA) if not is_reading(one)] == [
            one for one in GRAPH if not is_reading(one)
        ]


@pytest.mark.parametrize(
    ("text", "datatype"), [("2025", "xsd:gYear"), ("2025-10", "xsd:gYearMonth"), ("2025-10-27", "xsd:date")]
)
def test_dates_are_as_exact_as_stated(text, datatype):
    assert date(text) == ox.Literal(text, datatype=ox.NamedNode(iri(datatype)))


def test_a_date_in_another_form_is_refused():
    with pytest.raises(DataError, match=r"27\.10\.2025"):
        date("27.10.2025")


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/tin tức", "https://example.org/tin%20t%E1%BB%A9c"),
        ("https://example.org/50%/[x]", "https://example.org/50%25/%5Bx%5D"),
        ('https://example.org/"<>\\^`{|}', "https://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://báo.vn/", "https://b%C3%A1o.vn/"),
        ("example.org", None),
        ("https://example.org:abc/", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_web_addresses_become_iris_or_nothing(url, made):
    found = web(url)
    assert (found.value if found else None) == made


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "graph.ttl"
    path.write_text("earlier")

    def full_disk(self, _target):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(KgError, match="No space left"):
        write(GRAPH, path)
    assert [one.name for one in tmp_path.iterdir()] == ["graph.ttl"]
    assert path.read_text() == "earlier"


def test_writing_follows_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link.ttl").symlink_to(tmp_path / "real" / "graph.ttl")
    write(GRAPH[:5], tmp_path / "link.ttl")
    assert (tmp_path / "link.ttl").is_symlink()
    assert (tmp_path / "real" / "graph.ttl").is_file()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path, seed):
    write(GRAPH, tmp_path / "here.ttl")
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        f"import test_graph as t; t.write(t.GRAPH, t.Path({str(tmp_path / 'there.ttl')!r}))"
    )
    subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "there.ttl").read_bytes() == (tmp_path / "here.ttl").read_bytes()
