"""FollowTheMoney entities: valid to the library that defines them, and telling what the graph tells."""

import json
from collections import Counter

import pytest
import validators
from click.testing import CliRunner

from kg.cli import main
from kg.exports.ftm import entity_id
from kg.graph.vocabulary import codes

WHY_NOT = validators.why_no("followthemoney")
AN = "Comrade Nguyen Van An, Secretary of the Lang Son Provincial Party Committee for the 2025-2030 term"
FORMER = "Comrade Tran Van Binh, former Chairman of the Lang Son Provincial People's Committee"
NEWS = [
    {
        "id": "a",
        "lang": "en",
        "date": "2025-10-05",
        "url": "https://example.org/a?x=1",
        "text": f"{AN}, signed Decision No. 12-QD/TU dated October 27, 2025.\n",
    },
    {"id": "b", "lang": "en", "date": "2025-11", "text": f"{AN}, chaired the conference. {FORMER}, spoke.\n"},
    {"id": "c", "lang": "en", "text": "Comrade Le Van Cuong, Vice Chairman of the National Assembly, spoke.\n"},
]
# Each value must be valid and clean by its own type, each entity by its schema, each reference an entity of its range.
VALIDATE = """
import json, sys
from followthemoney import model
entities = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
schemata = {each["id"]: model.get(each["schema"]) for each in entities}
assert len(schemata) == len(entities), "two entities of one id"
for each in entities:
    proxy = model.get_proxy(each)
    proxy.schema.validate(proxy.to_dict())
    assert proxy.id == each["id"], each["id"]
    for name, values in each["properties"].items():
        prop = proxy.schema.get(name)
        assert prop is not None, (each["schema"], name)
        assert prop.validate(values) is None, (each["id"], name, values)
        assert [prop.type.clean(value, proxy=proxy) for value in values] == values, (each["id"], name, values)
        assert all(len(value) <= prop.type.max_length for value in values), (each["id"], name)
        if prop.range is not None:
            assert all(schemata[value].is_a(prop.range) for value in values), (each["id"], name, values)
    assert all(each["properties"].get(name) for name in proxy.schema.required), each["id"]
    if proxy.schema.edge:
        assert list(proxy.edgepairs()), each["id"]
print(len(entities))
"""


def exported(graph, output, *options):
    done = CliRunner().invoke(main, ["export", "ftm", str(graph), "-o", str(output), *options])
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    graph = folder / "graph.ttl"
    assert CliRunner().invoke(main, ["build", str(folder / "news.jsonl"), "-o", str(graph)]).exit_code == 0
    return exported(graph, folder / "news.ftm.json")


@pytest.fixture(scope="module")
def told(news):
    return [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]


def of_schema(told, schema, **values):
    """The entities of a schema that have these values."""
    found = [each for each in told if each["schema"] == schema]
    return [each for each in found if all(value in each["properties"].get(name, []) for name, value in values.items())]


@pytest.mark.skipif(bool(WHY_NOT), reason=str(WHY_NOT))
@pytest.mark.parametrize("language", ["en", "vi"])
def test_followthemoney_validates_each_entity_of_the_seeds(seeds_graph, tmp_path, language):
    path = exported(seeds_graph, tmp_path / "seeds.ftm.json", "--language", language)
    done = validators.python("-c", VALIDATE, path)
    assert done.stderr == ""
    assert int(done.stdout) == len(path.read_text(encoding="utf-8").splitlines()) > 50


@pytest.mark.skipif(bool(WHY_NOT), reason=str(WHY_NOT))
def test_followthemoney_validates_dates_terms_and_signers(news):
    done = validators.python("-c", VALIDATE, news)
    assert done.stderr == ""


def test_a_person_has_an_occupancy_of_a_position_in_a_body(told):
    (person,) = of_schema(told, "Person", name="Nguyen Van An")
    (occupancy,) = of_schema(told, "Occupancy", holder=person["id"])
    said = occupancy["properties"]
    assert (said["status"], said["periodStart"], said["periodEnd"]) == (["current"], ["2025"], ["2030"])
    assert said["date"] == ["2025-10-05", "2025-11"]
    assert said["sourceUrl"] == ["https://example.org/a?x=1"]
    assert said["proof"] == [entity_id(f"https://w3id.org/govkg/id/article/{name}") for name in ("a", "b")]
    assert all(quote.startswith("“Nguyen Van An, Secretary") for quote in said["description"])
    (position,) = (each for each in told if each["id"] == said["post"][0])
    assert position["schema"] == "Position"
    assert position["properties"]["name"] == ["Secretary, Lạng Sơn Provincial Party Committee"]
    assert position["properties"]["subnationalArea"] == ["Tỉnh Lạng Sơn"]
    (body,) = (each for each in told if each["id"] == position["properties"]["organization"][0])
    assert body["schema"] == "Organization"
    assert "Tỉnh ủy Lạng Sơn" in body["properties"]["alias"]
    assert person["properties"]["position"] == position["properties"]["name"]


def test_who_held_a_post_has_left_it_and_the_state_is_a_public_body(told):
    (person,) = of_schema(told, "Person", name="Tran Van Binh")
    (occupancy,) = of_schema(told, "Occupancy", holder=person["id"])
    assert occupancy["properties"]["status"] == ["ended"]
    assert "endDate" not in occupancy["properties"]
    assert "position" not in person["properties"]
    assert len(of_schema(told, "PublicBody", name="People's Committee of Lạng Sơn Province")) == 1


def test_a_document_with_who_issued_and_signed_it(told):
    (document,) = of_schema(told, "Document", fileName="12-QD/TU")
    assert document["properties"]["date"] == ["2025-10-27"]
    roles = {each["properties"]["role"][0] for each in of_schema(told, "Documentation", document=document["id"])}
    assert roles == {"issued by", "signed by"}


def test_a_meeting_is_an_event_with_those_who_took_part(told):
    (person,) = of_schema(told, "Person", name="Nguyen Van An")
    (event,) = of_schema(told, "Event", involved=person["id"])
    (link,) = of_schema(told, "UnknownLink", subject=person["id"], object=event["id"])
    assert link["properties"]["role"] == ["chairs"]


def test_a_body_that_wikidata_knows_says_so(told):
    (body,) = of_schema(told, "PublicBody", name="National Assembly")
    (item,) = body["properties"]["wikidataId"]
    assert item.startswith("Q")


def test_ids_are_unique_and_stay_the_same(seeds_graph, tmp_path, told):
    ids = Counter(each["id"] for each in told)
    assert max(ids.values()) == 1
    first = exported(seeds_graph, tmp_path / "one")
    assert first.read_bytes() == exported(seeds_graph, tmp_path / "two").read_bytes()


def test_every_kind_of_body_named_is_in_the_code_list():
    from kg.exports.ftm import _kinds

    assert set(_kinds()) - {"other"} <= set(codes("kind"))
